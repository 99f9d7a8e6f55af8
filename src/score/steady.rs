//! When the next frame that a device asks for will be heard, told from when it asked before.
//!
//! Devices ask in bursts and stall; heard is an even stream. This keeps the even part: how far
//! the frames asked for lag behind the clock, slowly averaged. It asks no clock itself.

/// The steady course of a device that asks for frames in bursts.
#[derive(Clone, Debug)]
pub struct Steady {
    rate: f64,
    /// Frames the device has asked for since it was opened.
    pulled: f64,
    /// How far the clock is ahead of that, averaged.
    ahead: f64,
    /// How many frames the average rests on, up to [`MEMORY_SECONDS`].
    known: f64,
}

/// Over how long a device's habit is averaged: many bursts, but little drift.
const MEMORY_SECONDS: f64 = 2.0;
/// A device that is off by more than this did not burst; it stalled, and frames were lost.
const STALL_SECONDS: f64 = 0.25;

impl Steady {
    /// The course of a device that has just been opened.
    pub fn new(rate: u32) -> Self {
        Self {
            rate: f64::from(rate),
            pulled: 0.0,
            ahead: 0.0,
            known: 0.0,
        }
    }

    /// Told that `count` frames are asked for when the clock stands at `clock`, in frames: where
    /// the clock would stand, were they asked for evenly.
    pub fn pull(&mut self, clock: f64, count: usize) -> f64 {
        let count = count as f64;
        let ahead = clock - self.pulled;
        if self.known == 0.0 || (ahead - self.ahead).abs() > STALL_SECONDS * self.rate {
            self.known = 0.0;
            self.ahead = ahead;
        }
        self.known = (self.known + count).min(MEMORY_SECONDS * self.rate);
        self.ahead += (ahead - self.ahead) * count / self.known;
        let even = self.pulled + self.ahead;
        self.pulled += count;
        even
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bursts_and_lateness_are_smoothed_away() {
        let mut steady = Steady::new(48_000);
        let mut pulled = 0;
        for burst in 0..500_u32 {
            // Every 2048 frames, up to 30 ms late.
            let late = f64::from(burst * 7919 % 1440);
            let clock = f64::from(pulled) + late;
            for _ in 0..8 {
                let even = steady.pull(clock, 256);
                if burst > 50 {
                    let expected = f64::from(pulled) + 720.0 - 896.0;
                    assert!((even - expected).abs() < 480.0, "{}", even - expected);
                }
                pulled += 256;
            }
        }
    }

    #[test]
    fn after_a_stall_it_begins_anew() {
        let mut steady = Steady::new(48_000);
        for n in 0..100 {
            steady.pull(f64::from(n) * 256.0, 256);
        }
        let even = steady.pull(100.0 * 256.0 + 43_200.0, 256);
        assert!((even - (100.0 * 256.0 + 43_200.0)).abs() < 1.0);
    }
}
