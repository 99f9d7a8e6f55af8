//! What the device's own thread runs: the next block of the score, at the clock's place.
//!
//! It must not allocate, free, wait or print. New orders are picked up with one `try_lock`; the
//! scores it lets go of are still held by whoever gave them.

use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rodio::{ChannelCount, SampleRate, Source};

use crate::player::{Hearing, Transport};
use crate::score::{Follow, Score, Steady};
use crate::shell::clock::Clock;
use crate::time::Ms;

/// Frames rendered at a time, some five milliseconds.
const BLOCK: usize = 256;
/// So long before a stop there is silence, so that a fade and a small difference to the clock end
/// before it. Nothing sounds there anyway: what waits is longer than its bell.
const HUSH: Ms = Ms(100);
const STEREO: ChannelCount = NonZero::new(2).unwrap();

/// What is to be played, as one thread leaves it for the other.
#[derive(Default)]
struct Order {
    score: Option<Arc<Score>>,
    transport: Option<Transport>,
    stop: Option<Ms>,
}

/// Where the sound thread and the device's thread meet.
#[derive(Default)]
pub(super) struct Seat {
    order: Mutex<Order>,
    version: AtomicU64,
    blocks: AtomicU64,
    sounding: AtomicBool,
}

impl Seat {
    /// Leaves an order: perhaps another score, and what is heard of it; if nothing is, silence.
    pub(super) fn order(&self, score: Option<Arc<Score>>, hearing: Option<&Hearing>) {
        let mut order = self.order.lock().unwrap_or_else(PoisonError::into_inner);
        if score.is_some() {
            order.score = score;
        }
        order.transport = hearing.map(|hearing| hearing.transport);
        order.stop = hearing.and_then(|hearing| hearing.stop);
        drop(order);
        self.version.fetch_add(1, Ordering::Release);
    }

    /// How many blocks the device has asked for.
    pub(super) fn blocks(&self) -> u64 {
        self.blocks.load(Ordering::Relaxed)
    }

    /// Whether the newest block held anything but silence.
    pub(super) fn is_sounding(&self) -> bool {
        self.sounding.load(Ordering::Acquire)
    }
}

/// The endless source that a device plays.
pub(super) struct Live {
    seat: Arc<Seat>,
    clock: Clock,
    rate: SampleRate,
    /// How many frames after it was asked for, on average, a frame is heard.
    lead: f64,
    /// How many frames a device asks for at once to fill its buffers, before it keeps its pace,
    /// and then until that pace is known.
    at_once: u64,
    settled: u64,
    seen: u64,
    transport: Option<Transport>,
    stop: Option<Ms>,
    steady: Steady,
    follow: Follow,
    block: [[f32; 2]; BLOCK],
    /// Which sample of the block comes next.
    next: usize,
}

impl Live {
    /// A source for a device that asks for `buffer` frames at a time.
    pub(super) fn new(seat: Arc<Seat>, clock: Clock, rate: SampleRate, buffer: u32) -> Self {
        Self {
            seat,
            clock,
            rate,
            // A device has about one buffer in hand when it asks for the next, and the frames of
            // that one are heard half a buffer later on average. rodio does not tell the rest.
            lead: 1.5 * f64::from(buffer),
            at_once: u64::from(buffer) * 5 / 2,
            settled: u64::from(buffer) * 9 / 2,
            seen: 0,
            transport: None,
            stop: None,
            steady: Steady::new(rate.get()),
            follow: Follow::new(),
            block: [[0.0; 2]; BLOCK],
            next: 2 * BLOCK,
        }
    }

    fn render(&mut self) {
        self.look_for_orders();
        let place = self.place();
        self.follow.block(place, &mut self.block);
        self.seat
            .sounding
            .store(!self.follow.is_silent(), Ordering::Release);
        self.seat.blocks.fetch_add(1, Ordering::Relaxed);
    }

    fn look_for_orders(&mut self) {
        let version = self.seat.version.load(Ordering::Acquire);
        if version == self.seen {
            return;
        }
        // If the other thread is just writing, the next block is soon enough.
        if let Ok(mut order) = self.seat.order.try_lock() {
            self.transport = order.transport;
            self.stop = order.stop;
            if let Some(score) = order.score.take() {
                self.follow.take(score);
            }
            self.seen = version;
        }
    }

    /// The frame of the session that should be heard when the next block is.
    fn place(&mut self) -> Option<u64> {
        let pulled = self.seat.blocks() * BLOCK as u64;
        if pulled < self.at_once {
            return None;
        }
        let rate = f64::from(self.rate.get());
        let clock = self.clock.now().since_start().as_secs_f64() * rate;
        let heard = self.steady.pull(clock, BLOCK) + self.lead;
        if pulled < self.settled {
            return None;
        }
        frame_at(self.transport?, self.stop, heard, self.rate.get())
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

impl Iterator for Live {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if self.next == 2 * BLOCK {
            self.render();
            self.next = 0;
        }
        let sample = self.block[self.next / 2][self.next % 2];
        self.next += 1;
        Some(sample)
    }
}

impl Source for Live {
    fn current_span_len(&self) -> Option<usize> {
        None
    }

    fn channels(&self) -> ChannelCount {
        STEREO
    }

    fn sample_rate(&self) -> SampleRate {
        self.rate
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
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
