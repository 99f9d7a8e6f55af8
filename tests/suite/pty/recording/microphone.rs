//! A microphone that is a pipe, and somebody who speaks into it when told to.
//!
//! It brings sound at the pace of the clock, a quiet room whenever nobody speaks. What nobody listens
//! to is lost, as with a real one.
#![expect(clippy::disallowed_methods, reason = "a microphone lives in real time")]

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::fs::{CWD, FileType, Mode, OFlags, mknodat};
use rustix::pipe::fcntl_setpipe_size;

pub(super) const RATE: u32 = 48_000;

/// A microphone in a quiet room.
pub(super) struct Microphone {
    folder: tempfile::TempDir,
    /// How many samples are still to be spoken.
    words: Arc<AtomicU64>,
    over: Arc<AtomicBool>,
    room: Option<JoinHandle<()>>,
}

impl Microphone {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("microphone");
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        let device = format!(
            "{{ type file slave.pcm \"null\" file \"/dev/null\" infile \"{}\" format \"raw\" }}",
            pipe.display()
        );
        let format = format!("format S16_LE channels 1 rate {RATE}");
        let settings = format!(
            "</usr/share/alsa/alsa.conf>\npcm.!default {{ type plug slave {{ pcm {device} {format} }} }}\n"
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
        let samples = milliseconds * u64::from(RATE) / 1_000;
        self.words.store(samples, Ordering::SeqCst);
        while self.words.load(Ordering::SeqCst) > 0 {
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

/// Fills the pipe, a little at a time, until it is over.
fn sound(pipe: PathBuf, words: &AtomicU64, over: &AtomicBool) {
    let flags = OFlags::RDWR | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let pipe = rustix::fs::open(pipe, flags, Mode::empty()).unwrap();
    fcntl_setpipe_size(&pipe, 4096).unwrap();
    let (began, mut made) = (Instant::now(), 0_u64);
    let mut seed = 1_u32;
    while !over.load(Ordering::SeqCst) {
        let due = (began.elapsed().as_secs_f64() * f64::from(RATE)) as u64;
        let mut bytes = Vec::new();
        let speaks = words.load(Ordering::SeqCst);
        for n in made..due {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let room = f64::from(seed >> 16) / 65_536.0 - 0.5;
            let voice = if speaks > 0 { voice(n) } else { 0.0 };
            let sample = (room * 30.0 + voice * 32_767.0) as i16;
            bytes.extend_from_slice(&sample.to_le_bytes());
        }
        // Where it is full, nobody listens.
        let _ = rustix::io::write(&pipe, &bytes);
        // Only this thread takes away from them, and nobody adds before they are spoken.
        if speaks > 0 {
            words.store(speaks.saturating_sub(due - made), Ordering::SeqCst);
        }
        made = due;
        thread::sleep(Duration::from_millis(10));
    }
}

/// Something like syllables, at about 40 decibels below full scale.
fn voice(n: u64) -> f64 {
    let turn = std::f64::consts::TAU * n as f64 / f64::from(RATE);
    let tone: f64 = (1..=8)
        .map(|k| (turn * 140.0 * f64::from(k)).sin() / f64::from(k))
        .sum();
    0.02 * tone * (0.2 + 0.8 * (turn * 2.0).sin().powi(2))
}
