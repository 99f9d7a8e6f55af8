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

use super::arrivals::Played;
use super::heard::{Heard, RATE, monotonic};

/// What ALSA's file device holds back without telling, in seconds: both of its periods. A device that
/// plays tells of them.
const HELD_BACK: f64 = 4096.0 / RATE as f64;

/// A device that is a pipe; it plays at the pace of the clock, for as long as it is told.
pub(crate) struct Card {
    folder: tempfile::TempDir,
    whole_numbers: bool,
}

impl Card {
    /// One that takes whole numbers of 16 bits.
    pub(crate) fn new() -> Self {
        Self::with(true, |file| {
            let format = "format S16_LE channels 2";
            format!("{{ type plug slave {{ pcm {file} {format} rate {RATE} }} }}")
        })
    }

    /// One that takes what it is given, and that may go away: ALSA's own conversion may not.
    pub(crate) fn removable() -> Self {
        Self::with(false, str::to_owned)
    }

    fn with(whole_numbers: bool, device: impl Fn(&str) -> String) -> Self {
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
            whole_numbers,
        }
    }

    pub(crate) fn settings(&self) -> PathBuf {
        self.folder.path().join("asound.conf")
    }

    /// Plays until the other side closes, or for so long.
    pub(crate) fn play(&self, length: Duration) -> thread::JoinHandle<Heard> {
        let pipe = self.folder.path().join("card");
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let pipe = rustix::fs::open(pipe, flags, Mode::empty()).unwrap();
        wait_until_let_go(&pipe);
        let early = make_small(&pipe);
        let whole_numbers = self.whole_numbers;
        thread::spawn(move || {
            let mut waiting = [rustix::event::PollFd::new(
                &pipe,
                rustix::event::PollFlags::IN,
            )];
            if early.is_empty() {
                // Whoever only asks what the device can do opens it and lets go of it again, which is
                // no end of what comes.
                while !waiting[0].revents().contains(rustix::event::PollFlags::IN) {
                    thread::sleep(Duration::from_millis(2));
                    rustix::event::poll(&mut waiting, None).unwrap();
                }
            }
            fcntl_setfl(&pipe, OFlags::empty()).unwrap();
            let bytes_each = if whole_numbers { 4 } else { 8 };
            let (first, bytes) = play_from(File::from(pipe), early, bytes_each, length);
            let sample = |frame: &[u8]| match *frame {
                [a, b, ..] if whole_numbers => f32::from(i16::from_le_bytes([a, b])) / 32_768.0,
                [a, b, c, d, ..] => f32::from_le_bytes([a, b, c, d]),
                _ => 0.0,
            };
            Heard {
                left: bytes.chunks_exact(bytes_each).map(sample).collect(),
                played: Played {
                    first: first - HELD_BACK,
                    rate: RATE as f64,
                },
            }
        })
    }
}

/// How long a stream that has lost its device may take to let go of it.
const LETS_GO: Duration = Duration::from_millis(500);

/// Waits until nobody writes any more. A stream that has just lost its device still writes what it has
/// in hand once the device is back, and what it does not write any more is no end of what comes.
fn wait_until_let_go(pipe: &OwnedFd) {
    let (start, mut part) = (Instant::now(), [0; 4096]);
    while start.elapsed() < LETS_GO {
        match rustix::io::read(pipe, &mut part) {
            Ok(0) => return,
            Ok(_) => {}
            Err(_) => thread::sleep(Duration::from_millis(2)),
        }
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

/// Plays, and gives what it has played, with when it played the first of it.
fn play_from(
    mut pipe: File,
    early: Vec<u8>,
    frame_bytes: usize,
    length: Duration,
) -> (f64, Vec<u8>) {
    let (first, start) = (monotonic(), Instant::now());
    let (mut bytes, mut part) = (early, [0; 512]);
    while start.elapsed() < length
        && let Ok(count @ 1..) = pipe.read(&mut part)
    {
        bytes.extend_from_slice(&part[..count]);
        let played = Duration::from_secs_f64((bytes.len() / frame_bytes) as f64 / RATE as f64);
        thread::sleep((start + played).saturating_duration_since(Instant::now()));
    }
    (first, bytes)
}
