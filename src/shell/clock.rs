//! The only place that asks what time it is.

use std::time::{Duration, Instant};

use crate::time::Now;

/// The program's clock. It may run faster than the wall's, for tests and quick looks.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    start: Instant,
    speed: f64,
}

impl Clock {
    /// Starts a clock that runs `speed` times as fast as real time; from a thousandth to a
    /// thousand times, anything else counts as once.
    pub fn start(speed: f64) -> Self {
        let speed = if (0.001..=1000.0).contains(&speed) {
            speed
        } else {
            1.0
        };
        Self {
            start: Instant::now(),
            speed,
        }
    }

    /// The present instant.
    pub fn now(&self) -> Now {
        Now::after(self.start.elapsed().mul_f64(self.speed))
    }

    /// How long a stretch of this clock lasts in real time.
    pub fn real(&self, stretch: Duration) -> Duration {
        stretch.div_f64(self.speed)
    }

    /// Whether it runs as fast as real time.
    pub fn keeps_real_time(&self) -> bool {
        (self.speed - 1.0).abs() < 1e-9
    }

    /// How many times faster than real time it runs.
    pub fn speed(&self) -> f64 {
        self.speed
    }
}
