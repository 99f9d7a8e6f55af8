//! When the next frame that a device asks for will be heard, told from when it asked before.
//!
//! A device tells how much it has in hand as it asks, and both it and the machine tell that a little
//! wrong now and then; heard is an even stream. This keeps the even part: how far the frames asked
//! for lag behind the clock, slowly averaged. It asks no clock itself.

/// The steady course of a device, found in what it tells each time it asks for frames.
#[derive(Clone, Debug)]
pub struct Steady {
    rate: f64,
    /// Frames the device has asked for since it was opened.
    pulled: f64,
    /// How far the clock is ahead of that, averaged.
    ahead: f64,
    /// How many frames the average rests on, up to [`MEMORY_SECONDS`].
    known: f64,
    /// How often in a row it has been somewhere else altogether.
    elsewhere: u32,
}

/// Over how long a device's habit is averaged: many askings, but little drift.
const MEMORY_SECONDS: f64 = 2.0;
/// A device that is off by more than this has stalled and lost frames, or was not asked in time.
const STALL_SECONDS: f64 = 0.06;
/// So often in a row it must be off until it is believed: a machine that is busy for a moment makes
/// one asking late, and not the next.
const BELIEVED: u32 = 3;

impl Steady {
    /// The course of a device that has just been opened.
    pub fn new(rate: u32) -> Self {
        Self {
            rate: f64::from(rate),
            pulled: 0.0,
            ahead: 0.0,
            known: 0.0,
            elsewhere: 0,
        }
    }

    /// Told that `count` frames are asked for, the first of which is heard when the clock stands at
    /// `heard`, in frames, as far as the device knows: when it truly is heard.
    pub fn pull(&mut self, heard: f64, count: usize) -> f64 {
        let count = count as f64;
        let ahead = heard - self.pulled;
        let off = (ahead - self.ahead).abs();
        self.elsewhere = if off > STALL_SECONDS * self.rate {
            self.elsewhere + 1
        } else {
            0
        };
        if self.known == 0.0 || self.elsewhere >= BELIEVED {
            (self.known, self.ahead, self.elsewhere) = (0.0, ahead, 0);
        }
        if self.elsewhere == 0 {
            self.known = (self.known + count).min(MEMORY_SECONDS * self.rate);
            self.ahead += (ahead - self.ahead) * (count / self.known).min(1.0);
        }
        let even = self.pulled + self.ahead;
        self.pulled += count;
        even
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks for 2048 frames at a time for some seconds; gives what was answered, less when it is due.
    fn off(seconds: u32, told: impl Fn(u32) -> f64) -> Vec<f64> {
        let mut steady = Steady::new(48_000);
        let asked = |n| {
            let due = f64::from(n) * 2048.0;
            steady.pull(due + told(n), 2048) - due
        };
        (0..seconds * 48_000 / 2048).map(asked).collect()
    }

    #[test]
    fn what_is_told_a_little_wrong_is_smoothed_away() {
        // Up to 30 ms late, 15 ms on average.
        let off = off(40, |n| f64::from(n * 7919 % 1440));
        for off in &off[50..] {
            assert!((off - 720.0).abs() < 480.0, "{off}");
        }
    }

    #[test]
    fn one_late_asking_moves_nothing() {
        let off = off(10, |n| if n == 100 { 9000.0 } else { 0.0 });
        assert!(off.iter().all(|off| off.abs() < 1e-6), "{off:?}");
    }

    #[test]
    fn after_a_stall_it_begins_anew() {
        let lost = 5000.0;
        let off = off(10, |n| if n < 100 { 0.0 } else { lost });
        assert!(off[101].abs() < 1.0);
        for off in &off[102..] {
            assert!((off - lost).abs() < 1.0, "{off}");
        }
    }

    #[test]
    fn a_device_that_is_a_little_slow_is_known_to_be() {
        // One part in a thousand, as no device that is sold.
        let off = off(60, |n| f64::from(n) * 2.048);
        let (last, lost) = (off.last().unwrap_or(&0.0), off.len() as f64 * 2.048);
        assert!((lost - last) / 48.0 < 2.1, "{} ms", (lost - last) / 48.0);
    }
}
