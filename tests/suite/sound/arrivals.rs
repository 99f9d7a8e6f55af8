//! When what is recorded arrives, and what that tells of the clock it was played by.
//!
//! What is read comes late, sometimes more and sometimes less: the soonest that anything of some
//! seconds came tells when it was played. A device counts its own seconds, a few millionths longer or
//! shorter than the machine's; only over minutes can that be told from lateness.

use super::heard::RATE;

/// Over so many seconds the soonest arrival is looked for.
const WINDOW: f64 = 10.0;
/// From so many of them on the clock of a device can be told.
const ENOUGH: usize = 12;

/// What has arrived so far.
#[derive(Default)]
pub(crate) struct Arrivals {
    /// For each window how many frames there were, and when the first of all must have been played
    /// for them to arrive then, by the soonest.
    soonest: Vec<(f64, f64)>,
    /// When the newest window began.
    since: f64,
}

/// By which clock something was played.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Played {
    /// When the first frame was played, by the machine's clock, in seconds.
    pub(crate) first: f64,
    /// Frames in a second of the machine's clock.
    pub(crate) rate: f64,
}

impl Arrivals {
    /// So many frames have arrived by now.
    pub(crate) fn note(&mut self, now: f64, frames: usize) {
        let frames = frames as f64;
        let first = now - frames / RATE as f64;
        if self.soonest.is_empty() || now - self.since > WINDOW {
            self.since = now;
            self.soonest.push((frames, first));
        } else if let Some(window) = self.soonest.last_mut()
            && first < window.1
        {
            *window = (frames, first);
        }
    }

    /// By which clock it was all played, as far as it can be told.
    pub(crate) fn played(&self) -> Played {
        let lag = if self.soonest.len() < ENOUGH {
            0.0
        } else {
            self.lag()
        };
        let firsts = self.soonest.iter();
        let firsts = firsts.map(|(frames, first)| first - lag * frames);
        Played {
            first: firsts.fold(f64::INFINITY, f64::min),
            rate: 1.0 / (1.0 / RATE as f64 + lag),
        }
    }

    /// How much longer than it should a frame takes, in seconds: the slope in the middle of those
    /// between windows far from each other.
    fn lag(&self) -> f64 {
        let far = self.soonest.len() / 2;
        let pairs = self.soonest.iter().zip(&self.soonest[far..]);
        let mut slopes: Vec<f64> = pairs.map(|(a, b)| (b.1 - a.1) / (b.0 - a.0)).collect();
        slopes.sort_by(f64::total_cmp);
        slopes[slopes.len() / 2]
    }
}

#[test]
fn the_clock_of_a_device_is_told_from_its_lateness() {
    for (ppm, minutes) in [(0.0, 5_u32), (25.0, 5), (-60.0, 3), (25.0, 1)] {
        let mut arrivals = Arrivals::default();
        let real = RATE as f64 * (1.0 + ppm / 1e6);
        for part in 1..minutes * 60 * 200 {
            let frames = part as usize * RATE / 200;
            // Up to 30 ms late, and now and then hardly at all.
            let late = f64::from(part * 7919 % 300) / 10_000.0;
            arrivals.note(100.0 + frames as f64 / real + late, frames);
        }
        let played = arrivals.played();
        let off = |at: f64| played.first + at * real / played.rate - (100.0 + at);
        let end = f64::from(minutes) * 60.0;
        let most = if minutes == 1 { 0.002 } else { 0.0005 };
        assert!(off(0.0).abs() < most, "{ppm} {minutes}: {} s", off(0.0));
        assert!(off(end).abs() < most, "{ppm} {minutes}: {} s", off(end));
    }
}
