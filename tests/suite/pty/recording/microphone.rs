//! A microphone that is a pipe, and somebody who speaks into it when told to.
//!
//! It brings sound no faster than the clock goes, a quiet room whenever nobody speaks. Where nobody
//! listens, time stands still in it, so that no word is lost however busy the machine is.
#![expect(clippy::disallowed_methods, reason = "a microphone lives in real time")]

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::fs::{CWD, FileType, Mode, OFlags, mknodat};
use rustix::pipe::fcntl_setpipe_size;

pub(super) const RATE: u32 = 48_000;
/// How many frames ALSA's null device, which keeps the pace here, asks for at a time. It has to get as
/// many at once: what is missing it fills up with what it read before.
const PERIOD: u64 = 240;

/// A microphone in a quiet room.
pub(super) struct Microphone {
    folder: tempfile::TempDir,
    /// How many frames are still to be spoken.
    words: Arc<AtomicU64>,
    over: Arc<AtomicBool>,
    room: Option<JoinHandle<()>>,
}

impl Microphone {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("microphone");
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        // Taken as it is: ALSA's own conversion asks such a device for more than it then takes.
        let settings = format!(
            "</usr/share/alsa/alsa.conf>\npcm.!default {{ type file slave.pcm \"null\" file \"/dev/null\" infile \"{}\" format \"raw\" }}\n",
            pipe.display()
        );
        std::fs::write(folder.path().join("asound.conf"), settings).unwrap();
        let (words, over) = (
            Arc::new(AtomicU64::new(0)),
            Arc::new(AtomicBool::new(false)),
        );
        let room = thread::spawn({
            let (words, over) = (Arc::clone(&words), Arc::clone(&over));
            move || sound(pipe, &words, &over)
        });
        Self {
            folder,
            words,
            over,
            room: Some(room),
        }
    }

    pub(super) fn settings(&self) -> PathBuf {
        self.folder.path().join("asound.conf")
    }

    /// A moment of quiet, words for so many milliseconds, and quiet again.
    pub(super) fn speak(&self, milliseconds: u64) {
        thread::sleep(Duration::from_millis(500));
        let frames = milliseconds * u64::from(RATE) / 1_000;
        self.words.store(frames, Ordering::SeqCst);
        let (began, patience) = (Instant::now(), Duration::from_secs(30));
        while self.words.load(Ordering::SeqCst) > 0 {
            assert!(began.elapsed() < patience, "nobody listens");
            thread::sleep(Duration::from_millis(10));
        }
        thread::sleep(Duration::from_millis(600));
    }
}

impl Drop for Microphone {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        let _ = self.room.take().map(JoinHandle::join);
    }
}

/// Fills the pipe, a period at a time, until it is over.
fn sound(pipe: PathBuf, words: &AtomicU64, over: &AtomicBool) {
    let flags = OFlags::RDWR | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let pipe = rustix::fs::open(pipe, flags, Mode::empty()).unwrap();
    fcntl_setpipe_size(&pipe, 4096).unwrap();
    let (mut made, mut seed) = (0_u64, 1_u32);
    let length = Duration::from_secs_f64(PERIOD as f64 / f64::from(RATE));
    let mut due = Instant::now();
    while !over.load(Ordering::SeqCst) {
        let speaks = words.load(Ordering::SeqCst);
        let mut period = Vec::new();
        for n in 0..PERIOD {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let room = f64::from(seed >> 16) / 65_536.0 - 0.5;
            let voice = if n < speaks { voice(made + n) } else { 0.0 };
            let sample = ((room * 0.001 + voice) as f32).to_le_bytes();
            // The same on both sides.
            period.extend_from_slice(&sample);
            period.extend_from_slice(&sample);
        }
        // A period is written whole or not at all.
        while rustix::io::write(&pipe, &period).is_err() {
            if over.load(Ordering::SeqCst) {
                return;
            }
            thread::sleep(Duration::from_millis(1));
            due = due.max(Instant::now());
        }
        // Only this thread takes away from them, and nobody adds before they are spoken.
        if speaks > 0 {
            words.store(speaks.saturating_sub(PERIOD), Ordering::SeqCst);
        }
        made += PERIOD;
        due += length;
        thread::sleep(due.saturating_duration_since(Instant::now()));
    }
}

/// Something like syllables, at about 35 decibels below full scale.
fn voice(n: u64) -> f64 {
    let turn = std::f64::consts::TAU * n as f64 / f64::from(RATE);
    let tone: f64 = (1..=8)
        .map(|k| (turn * 140.0 * f64::from(k)).sin() / f64::from(k))
        .sum();
    0.02 * tone * (0.2 + 0.8 * (turn * 2.0).sin().powi(2))
}
