//! What was heard, and how it lies against what was written.

use super::arrivals::Played;
use softly::score::Score;
use softly::time::Ms;

pub(crate) const RATE: usize = 48_000;
/// How much of a score is looked for at a time.
const WINDOW: usize = RATE / 8;
/// How far from its place it is looked for.
const REACH: usize = RATE / 8;
/// At first only every so many frames are looked at.
const COARSE: usize = 6;
/// As like as what is the same to the sample, but for whole numbers of 16 bits.
const THE_SAME: f32 = 0.999;

/// What the machine's monotonic clock shows, in seconds.
pub(crate) fn monotonic() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// What a device has played: its samples on the left, and by which clock.
pub(crate) struct Heard {
    pub(crate) left: Vec<f32>,
    pub(crate) played: Played,
}

/// A stretch of time in which a score is played on from a place.
pub(crate) struct Stretch {
    pub(crate) score: Score,
    /// When it began, by the monotonic clock, and at which place.
    pub(crate) since: f64,
    pub(crate) from: Ms,
}

impl Stretch {
    /// Whether a second of the score is louder than this all along.
    pub(crate) fn is_heard(&self, second: f64, quiet: f32) -> bool {
        let mut frames = vec![[0.0; 2]; WINDOW];
        let from = (second * RATE as f64).round() as u64;
        self.score.fill(from, &mut frames);
        let loudest = |part: &[[f32; 2]]| part.iter().fold(0.0, |peak, x| x[0].abs().max(peak));
        frames.chunks(WINDOW / 4).all(|part| loudest(part) > quiet)
    }

    /// When a place of the score is due.
    pub(crate) fn due(&self, seconds: f64) -> f64 {
        self.since + seconds - self.from.as_seconds_f64()
    }
}

impl Heard {
    /// Which of its frames was played at a time of the monotonic clock.
    fn frame(&self, at: f64) -> f64 {
        (at - self.played.first) * self.played.rate
    }

    /// How late this second of the score is in it, in seconds, if it is there as it was written.
    pub(crate) fn late(&self, stretch: &Stretch, second: f64) -> Option<f64> {
        let mut wanted = vec![[0.0; 2]; WINDOW];
        stretch
            .score
            .fill((second * RATE as f64).round() as u64, &mut wanted);
        let wanted: Vec<f32> = wanted.iter().map(|frame| frame[0]).collect();
        let expected = self.frame(stretch.due(second));
        let (at, like) = find(&wanted, &self.left, expected as usize)?;
        (like > THE_SAME).then(|| (at as f64 - expected) / self.played.rate)
    }

    /// The loudest sample between two times of the monotonic clock.
    pub(crate) fn loudest(&self, from: f64, until: f64) -> f32 {
        let frame = |at: f64| self.frame(at).max(0.0) as usize;
        let part = self
            .left
            .get(frame(from)..frame(until).min(self.left.len()));
        part.unwrap_or_default()
            .iter()
            .fold(0.0, |peak, x| peak.max(x.abs()))
    }

    /// When, from a time of the monotonic clock on, something sounds at last.
    pub(crate) fn sounds_from(&self, from: f64) -> Option<f64> {
        let frame = self.frame(from).max(0.0) as usize;
        let silent = self
            .left
            .get(frame..)?
            .iter()
            .position(|x| x.abs() > 0.02)?;
        Some(self.played.first + (frame + silent) as f64 / self.played.rate)
    }

    /// The same, but for steps to and from nothing at all: there a server had run out of frames, which
    /// is the machine's doing.
    pub(crate) fn largest_step_in_sound(&self) -> f32 {
        let sounds = |pair: &&[f32]| pair[0] != 0.0 && pair[1] != 0.0;
        let steps = self.left.windows(2).filter(sounds);
        steps
            .map(|pair| (pair[1] - pair[0]).abs())
            .fold(0.0, f32::max)
    }

    /// The largest step from one sample to the next.
    pub(crate) fn largest_step(&self) -> f32 {
        let steps = self.left.windows(2).map(|pair| (pair[1] - pair[0]).abs());
        steps.fold(0.0, f32::max)
    }
}

/// Where in `played`, near `around`, `wanted` is found: the frame, and how like it that is, from 0
/// to 1.
fn find(wanted: &[f32], played: &[f32], around: usize) -> Option<(usize, f32)> {
    let from = around.saturating_sub(REACH);
    let near = played.get(from..(around + REACH + WINDOW).min(played.len()))?;
    let thin = |of: &[f32]| -> Vec<f32> {
        let sums = of.chunks_exact(COARSE).map(|few| few.iter().sum());
        sums.collect()
    };
    let (coarse, _) = best(&thin(wanted), &thin(near), 0, usize::MAX)?;
    let (coarse, slack) = (coarse * COARSE, 2 * COARSE);
    let (at, like) = best(wanted, near, coarse.saturating_sub(slack), coarse + slack)?;
    Some((from + at, like))
}

/// Where between two places `wanted` is most like what was played.
fn best(wanted: &[f32], played: &[f32], from: usize, until: usize) -> Option<(usize, f32)> {
    let energy = |of: &[f32]| of.iter().map(|x| x * x).sum::<f32>();
    let whole = energy(wanted);
    let last = played.len().checked_sub(wanted.len())?;
    (from..=until.min(last))
        .map(|at| {
            let part = &played[at..at + wanted.len()];
            let product: f32 = part.iter().zip(wanted).map(|(a, b)| a * b).sum();
            (at, product / (whole * energy(part)).sqrt().max(1e-9))
        })
        .max_by(|a, b| a.1.total_cmp(&b.1))
}
