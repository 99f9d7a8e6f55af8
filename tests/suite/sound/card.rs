//! A sound card that is a pipe, read as fast as a card plays, and what it has played.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use rustix::fd::OwnedFd;
use rustix::fs::{CWD, FileType, Mode, OFlags, fcntl_setfl, mknodat};
use rustix::io::Errno;
use rustix::pipe::fcntl_setpipe_size;
use softly::score::Score;

pub(crate) const RATE: usize = 48_000;
/// How far the sound may be from the clock.
const CLOSE: f64 = 0.040;
/// What ALSA's file device holds back without telling: it writes when two periods have come, a
/// period later than a device that plays them.
const HELD_BACK: f64 = 2048.0 / RATE as f64;

/// A device that is a pipe; it plays at the pace of the clock, for as long as it is told.
pub(crate) struct Card {
    folder: tempfile::TempDir,
    frame_bytes: usize,
}

/// What a card has played: its samples on the left, and when it played the first.
pub(crate) struct Played {
    pub(crate) left: Vec<f32>,
    pub(crate) first: Instant,
}

impl Played {
    /// Whether this second of the score is in it, as it was written and when it was due.
    pub(crate) fn holds(&self, score: &Score, second: f64, begun: Instant) {
        let mut wanted = vec![[0.0; 2]; RATE / 8];
        score.fill((second * RATE as f64) as u64, &mut wanted);
        let wanted: Vec<f32> = wanted.iter().map(|frame| frame[0]).collect();
        let before = self.first.saturating_duration_since(begun).as_secs_f64();
        let expected = second - before + HELD_BACK;
        let (at, like) = find(&wanted, &self.left, (expected * RATE as f64) as usize);
        let late = at as f64 / RATE as f64 - expected;
        println!("{second:>4} s: {:+.1} ms, {like:.4} alike", late * 1000.0);
        assert!(like > 0.999, "at {second} s it is only {like} alike");
        assert!(late.abs() < CLOSE, "at {second} s it is {late} s late");
    }
}

impl Card {
    /// One that takes whole numbers of 16 bits.
    pub(crate) fn new() -> Self {
        Self::with(4, |file| {
            let format = "format S16_LE channels 2";
            format!("{{ type plug slave {{ pcm {file} {format} rate {RATE} }} }}")
        })
    }

    /// One that takes what it is given, and that may go away: ALSA's own conversion may not.
    pub(crate) fn removable() -> Self {
        Self::with(8, str::to_owned)
    }

    fn with(frame_bytes: usize, device: impl Fn(&str) -> String) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("card");
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        let file = format!(
            "{{ type file slave.pcm \"null\" file \"{}\" format \"raw\" }}",
            pipe.display()
        );
        let settings = format!(
            "</usr/share/alsa/alsa.conf>\npcm.!default {}\n",
            device(&file)
        );
        std::fs::write(folder.path().join("asound.conf"), settings).unwrap();
        Self {
            folder,
            frame_bytes,
        }
    }

    pub(crate) fn settings(&self) -> PathBuf {
        self.folder.path().join("asound.conf")
    }

    /// Plays until the other side closes, or for so long.
    pub(crate) fn play(&self, length: Duration) -> thread::JoinHandle<Played> {
        let pipe = self.folder.path().join("card");
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let pipe = rustix::fs::open(pipe, flags, Mode::empty()).unwrap();
        let early = make_small(&pipe);
        let frame_bytes = self.frame_bytes;
        thread::spawn(move || {
            let mut waiting = [rustix::event::PollFd::new(
                &pipe,
                rustix::event::PollFlags::IN,
            )];
            if early.is_empty() {
                rustix::event::poll(&mut waiting, None).unwrap();
            }
            fcntl_setfl(&pipe, OFlags::empty()).unwrap();
            play_from(File::from(pipe), early, frame_bytes, length)
        })
    }
}

/// Lets the pipe have as little in hand as the kernel allows: 21 ms. Whoever waited to write may
/// have filled it by now; then what it holds is taken out first, and returned.
fn make_small(pipe: &OwnedFd) -> Vec<u8> {
    let (mut early, mut part) = (Vec::new(), [0; 4096]);
    while let Err(error) = fcntl_setpipe_size(pipe, 4096) {
        assert_eq!(error, Errno::BUSY);
        if let Ok(count) = rustix::io::read(pipe, &mut part) {
            early.extend_from_slice(&part[..count]);
        }
    }
    early
}

/// For as long as the other side plays.
pub(crate) const TO_THE_END: Duration = Duration::MAX;

fn play_from(mut pipe: File, early: Vec<u8>, frame_bytes: usize, length: Duration) -> Played {
    let first = Instant::now();
    let (mut bytes, mut part) = (early, [0; 512]);
    while first.elapsed() < length
        && let Ok(count @ 1..) = pipe.read(&mut part)
    {
        bytes.extend_from_slice(&part[..count]);
        let played = Duration::from_secs_f64((bytes.len() / frame_bytes) as f64 / RATE as f64);
        thread::sleep((first + played).saturating_duration_since(Instant::now()));
    }
    let sample = |frame: &[u8]| match *frame {
        [a, b, _, _] => f32::from(i16::from_le_bytes([a, b])) / 32_768.0,
        [a, b, c, d, ..] => f32::from_le_bytes([a, b, c, d]),
        _ => 0.0,
    };
    let left = bytes.chunks_exact(frame_bytes).map(sample).collect();
    Played { left, first }
}

/// Where in `played`, from `around` on and within 100 ms either way, `wanted` is found: the frame,
/// and how like it that is, from 0 to 1.
fn find(wanted: &[f32], played: &[f32], around: usize) -> (usize, f32) {
    let energy = |of: &[f32]| of.iter().map(|x| x * x).sum::<f32>();
    let whole = energy(wanted);
    (around.saturating_sub(RATE / 10)..around + RATE / 10)
        .filter_map(|at| Some((at, played.get(at..at + wanted.len())?)))
        .map(|(at, part)| {
            let product: f32 = part.iter().zip(wanted).map(|(a, b)| a * b).sum();
            (at, product / (whole * energy(part)).sqrt().max(1e-9))
        })
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .unwrap()
}
