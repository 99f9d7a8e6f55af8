//! What the device's own thread runs: the next frames of the score, at the clock's place, and of
//! words beside it.
//!
//! It must not allocate, free, wait or print. New orders are picked up with one `try_lock`; the
//! scores and the words it lets go of are still held by whoever gave them.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::player::{Hearing, Transport};
use crate::score::{Follow, Score, Steady, Tell, Told};
use crate::shell::clock::Clock;
use crate::time::Ms;

/// Frames rendered at a time, some five milliseconds.
const BLOCK: usize = 256;
/// So long before a stop there is silence, so that a fade and a small difference to the clock end
/// before it. Nothing sounds there anyway: what waits is longer than its bell.
const HUSH: Ms = Ms(100);
/// How often a device asks as it opens, until its buffers are full and it keeps a pace.
const FILLING: u64 = 3;

/// What is to be played, as one thread leaves it for the other.
#[derive(Default)]
struct Order {
    score: Option<Arc<Score>>,
    transport: Option<Transport>,
    stop: Option<Ms>,
    /// Whether what is told has to go, and what is told from now on.
    hush: bool,
    told: Option<Told>,
}

/// Where the sound thread and the device's thread meet.
#[derive(Default)]
pub struct Seat {
    order: Mutex<Order>,
    version: AtomicU64,
    asked: AtomicU64,
    sounding: AtomicBool,
    /// How long what it asks for takes to be heard, in microseconds.
    latency: AtomicU64,
    /// Which saying is told, and how far it has come, in frames.
    saying: AtomicU64,
    said: AtomicU64,
}

impl Seat {
    /// Leaves an order: perhaps another score, and what is heard of it; if nothing is, silence.
    pub fn order(&self, score: Option<Arc<Score>>, hearing: Option<&Hearing>) {
        self.leave(|order| {
            if score.is_some() {
                order.score = score;
            }
            order.transport = hearing.map(|hearing| hearing.transport);
            order.stop = hearing.and_then(|hearing| hearing.stop);
        });
    }

    /// Leaves words to be told, or the wish that those which are told fade.
    pub fn tell(&self, told: Option<Told>) {
        self.leave(|order| {
            order.hush |= told.is_none();
            order.told = told;
        });
    }

    fn leave(&self, change: impl FnOnce(&mut Order)) {
        change(&mut self.order.lock().unwrap_or_else(PoisonError::into_inner));
        self.version.fetch_add(1, Ordering::Release);
    }

    /// How often the device has asked for frames.
    pub fn asked(&self) -> u64 {
        self.asked.load(Ordering::Relaxed)
    }

    /// Whether the newest frames held anything but silence, or there is something left to tell.
    pub fn is_sounding(&self) -> bool {
        self.sounding.load(Ordering::Acquire)
    }

    /// How long what the device asks for takes to be heard, as it said last.
    pub fn latency(&self) -> Duration {
        Duration::from_micros(self.latency.load(Ordering::Relaxed))
    }

    /// How far a saying has been told, in frames, if it has been taken up.
    pub fn said(&self, saying: u64) -> Option<u64> {
        let same = || self.saying.load(Ordering::Acquire) == saying;
        let said = same().then(|| self.said.load(Ordering::Acquire));
        // It may have become another one in between.
        said.filter(|_| same())
    }
}

/// The endless source that a device plays.
pub struct Live {
    seat: Arc<Seat>,
    clock: Clock,
    rate: u32,
    seen: u64,
    transport: Option<Transport>,
    stop: Option<Ms>,
    steady: Steady,
    follow: Follow,
    tell: Tell,
    block: [[f32; 2]; BLOCK],
}

impl Live {
    /// A source of so many frames in a second.
    pub fn new(seat: Arc<Seat>, clock: Clock, rate: u32) -> Self {
        Self {
            seat,
            clock,
            rate,
            seen: 0,
            transport: None,
            stop: None,
            steady: Steady::new(rate),
            follow: Follow::new(),
            tell: Tell::new(),
            block: [[0.0; 2]; BLOCK],
        }
    }

    /// Plays the next `frames`, the first of which is heard after `latency`; they are handed on in
    /// pieces.
    pub fn play(&mut self, latency: Duration, frames: usize, mut out: impl FnMut(&[[f32; 2]])) {
        self.look_for_orders();
        let heard = self.heard(latency, frames);
        let mut done = 0;
        while done < frames {
            let length = BLOCK.min(frames - done);
            let place = heard.and_then(|heard| {
                frame_at(self.transport?, self.stop, heard + done as f64, self.rate)
            });
            let block = &mut self.block[..length];
            self.follow.block(place, block);
            self.tell.add(block);
            out(block);
            done += length;
        }
        self.report(latency);
    }

    fn report(&self, latency: Duration) {
        let micros = latency.as_micros() as u64;
        self.seat.latency.store(micros, Ordering::Relaxed);
        if let Some((saying, said)) = self.tell.place() {
            self.seat.said.store(said, Ordering::Release);
            self.seat.saying.store(saying, Ordering::Release);
        }
        let sounding = !self.follow.is_silent() || !self.tell.is_over();
        self.seat.sounding.store(sounding, Ordering::Release);
        self.seat.asked.fetch_add(1, Ordering::Relaxed);
    }

    fn look_for_orders(&mut self) {
        let version = self.seat.version.load(Ordering::Acquire);
        if version == self.seen {
            return;
        }
        // If the other thread is just writing, the next time is soon enough.
        if let Ok(mut order) = self.seat.order.try_lock() {
            self.transport = order.transport;
            self.stop = order.stop;
            if let Some(score) = order.score.take() {
                self.follow.take(score);
            }
            if std::mem::take(&mut order.hush) {
                self.tell.take(None);
            }
            if let Some(told) = order.told.take() {
                self.tell.take(Some(told));
            }
            self.seen = version;
        }
    }

    /// Where the clock stands, in frames, when the next frame is heard; not known at first.
    fn heard(&mut self, latency: Duration, frames: usize) -> Option<f64> {
        if self.seat.asked() < FILLING {
            return None;
        }
        let heard = self.clock.now().since_start() + latency;
        let heard = heard.as_secs_f64() * f64::from(self.rate);
        Some(self.steady.pull(heard, frames))
    }
}

/// The frame of the session that is heard when the clock stands at `heard`, in frames, if one is.
fn frame_at(transport: Transport, stop: Option<Ms>, heard: f64, rate: u32) -> Option<u64> {
    let Transport::Playing { since, from, .. } = transport else {
        return None;
    };
    // A session that begins in a moment is silent until then.
    let passed = heard - since.since_start().as_secs_f64() * f64::from(rate);
    let frame = Score::frame_at(from, rate) as f64 + passed;
    // What comes after a stop is not played before somebody goes on, though a device asks for it
    // ahead of time.
    let stop = stop.map_or(f64::INFINITY, |stop| {
        Score::frame_at(stop - HUSH, rate) as f64
    });
    (passed >= 0.0 && frame < stop).then_some(frame as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Now;

    #[test]
    fn there_is_silence_before_the_start_and_from_a_stop_on_but_the_end_rings_out() {
        let transport = Transport::playing(Now::after(Duration::from_secs(2)), Ms(500), Ms(4500));
        let table = [
            (None, 1.999, None),
            (None, 2.0, Some(500)),
            (None, 3.0, Some(1500)),
            (None, 60.0, Some(58_500)),
            (Some(Ms(4500)), 5.8, Some(4300)),
            (Some(Ms(4500)), 5.95, None),
            (Some(Ms(4500)), 60.0, None),
        ];
        for (stop, heard, frame) in table {
            assert_eq!(
                frame_at(transport, stop, heard * 1000.0, 1000),
                frame,
                "{heard}"
            );
        }
        let paused = Transport::Paused {
            at: Ms(500),
            why: crate::player::Why::Waiting,
        };
        assert_eq!(frame_at(paused, None, 9000.0, 1000), None);
    }
}
