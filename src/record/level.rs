//! How loud a voice is as it comes in: its peak and its level in decibels below full scale, and
//! whether that is too quiet, good or too loud.
//!
//! The verdict does not flicker: a voice has to pass a limit by some decibels before it changes. The
//! limits are our own judgement.

/// The longest stretch over which a level is taken, in seconds: about a syllable.
const SHORT: f32 = 0.05;
/// By how many decibels a second a level falls once the voice has gone quiet, so that the pauses
/// between words are not taken for a quiet voice.
const FALL: f32 = 12.0;
/// Below this nobody is speaking.
const SILENT: f32 = -60.0;
/// A voice whose level is below this is lost in the noise of the room once it is made louder.
const QUIET: f32 = -42.0;
/// A peak above this is about to be distorted.
const LOUD: f32 = -3.0;
/// How far a limit has to be passed for the verdict to change back.
const SLACK: f32 = 3.0;
/// The least level that is told.
const FLOOR: f32 = -90.0;
/// From here on a sample counts as the loudest that there is.
const FULL: f32 = 0.985;
/// So many of them in a row are a voice that was cut off.
const CUT: u32 = 3;

/// Whether a voice is as loud as it should be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fit {
    /// Nobody has spoken yet.
    #[default]
    Silent,
    /// Nearer to the microphone, or louder.
    Quiet,
    /// Just right.
    Good,
    /// Further away, or softer.
    Loud,
}

/// How loud it is now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The highest peak of late, in decibels below full scale.
    pub peak: f32,
    /// The level of the voice of late, in decibels below full scale.
    pub voice: f32,
    /// What to make of it.
    pub fit: Fit,
    /// Whether anything so far was louder than can be recorded.
    pub is_cut: bool,
}

/// Follows what comes in.
#[derive(Clone, Debug)]
pub struct Meter {
    rate: f32,
    peak: f32,
    voice: f32,
    fit: Fit,
    /// The squares of the stretch under way, and how many.
    squares: (f32, u32),
    highest: f32,
    full: u32,
    is_cut: bool,
}

impl Meter {
    /// One for so many samples in a second.
    pub fn new(rate: u32) -> Self {
        Self {
            rate: rate.max(1) as f32,
            peak: FLOOR,
            voice: FLOOR,
            fit: Fit::Silent,
            squares: (0.0, 0),
            highest: 0.0,
            full: 0,
            is_cut: false,
        }
    }

    /// Takes in what was heard.
    pub fn hear(&mut self, samples: &[f32]) {
        for &sample in samples {
            let loud = sample.abs();
            self.full = if loud >= FULL { self.full + 1 } else { 0 };
            self.is_cut |= self.full >= CUT;
            self.highest = self.highest.max(loud);
            self.squares.0 += sample * sample;
            self.squares.1 += 1;
            if self.squares.1 as f32 >= SHORT * self.rate {
                self.stretch_ends();
            }
        }
    }

    fn stretch_ends(&mut self) {
        let (sum, count) = std::mem::take(&mut self.squares);
        let seconds = count as f32 / self.rate;
        let fallen = FALL * seconds;
        self.voice = decibels((sum / count as f32).sqrt()).max(self.voice - fallen);
        self.peak = decibels(std::mem::take(&mut self.highest)).max(self.peak - fallen);
        self.fit = self.judged();
    }

    fn judged(&self) -> Fit {
        let easier = |is: bool| if is { SLACK } else { 0.0 };
        let (was_silent, was_quiet, was_loud) = (
            self.fit == Fit::Silent,
            self.fit == Fit::Quiet,
            self.fit == Fit::Loud,
        );
        if self.peak > LOUD - easier(was_loud) {
            Fit::Loud
        } else if self.voice < SILENT + easier(was_silent) {
            Fit::Silent
        } else if self.voice < QUIET + easier(was_quiet) {
            Fit::Quiet
        } else {
            Fit::Good
        }
    }

    /// How loud it is now.
    pub fn level(&self) -> Level {
        Level {
            peak: self.peak,
            voice: self.voice,
            fit: self.fit,
            is_cut: self.is_cut,
        }
    }
}

/// A share of full scale in decibels; very little is a floor and not endless.
pub fn decibels(share: f32) -> f32 {
    (20.0 * share.max(f32::MIN_POSITIVE).log10()).max(FLOOR)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: u32 = 48_000;

    /// A tone whose level is so many decibels below full scale.
    fn tone(level: f32, seconds: f32) -> Vec<f32> {
        let size = 10_f32.powf(level / 20.0) * std::f32::consts::SQRT_2;
        let count = (seconds * RATE as f32) as usize;
        let turn = std::f32::consts::TAU * 220.0 / RATE as f32;
        (0..count).map(|n| size * (turn * n as f32).sin()).collect()
    }

    fn heard(levels: &[f32]) -> Vec<Fit> {
        let mut meter = Meter::new(RATE);
        let mut fits = Vec::new();
        for level in levels {
            meter.hear(&tone(*level, 2.0));
            fits.push(meter.level().fit);
        }
        fits
    }

    #[test]
    fn a_level_is_told_in_decibels() {
        for level in [-60.0, -30.0, -12.0] {
            let mut meter = Meter::new(RATE);
            meter.hear(&tone(level, 0.5));
            let told = meter.level();
            assert!((told.voice - level).abs() < 0.2, "{told:?}");
            assert!((told.peak - level - 3.01).abs() < 0.2, "{told:?}");
        }
        assert!((decibels(0.0) - FLOOR).abs() < 0.01);
    }

    #[test]
    fn a_voice_is_too_quiet_good_or_too_loud() {
        use Fit::{Good, Loud, Quiet, Silent};
        assert_eq!(
            heard(&[-80.0, -50.0, -25.0, -4.0, -25.0]),
            [Silent, Quiet, Good, Loud, Good]
        );
    }

    #[test]
    fn the_verdict_stays_while_a_voice_is_near_a_limit() {
        use Fit::{Good, Quiet};
        assert_eq!(heard(&[-30.0, -41.0, -43.0]), [Good, Good, Quiet]);
        assert_eq!(heard(&[-45.0, -41.0, -38.0]), [Quiet, Quiet, Good]);
    }

    #[test]
    fn a_pause_between_words_is_not_a_quiet_voice() {
        let mut meter = Meter::new(RATE);
        meter.hear(&tone(-20.0, 0.5));
        meter.hear(&tone(-80.0, 0.7));
        assert_eq!(meter.level().fit, Fit::Good);
        meter.hear(&tone(-80.0, 5.0));
        assert_eq!(meter.level().fit, Fit::Silent);
    }

    #[test]
    fn what_is_cut_off_is_noticed_and_a_single_high_sample_is_not() {
        let mut meter = Meter::new(RATE);
        meter.hear(&[0.2, 1.0, 0.2, -1.0, 0.2]);
        assert!(!meter.level().is_cut);
        meter.hear(&[1.0, 1.0, 0.99, 0.3]);
        assert!(meter.level().is_cut);
    }
}
