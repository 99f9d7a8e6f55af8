//! How loud a clip is to an ear, by EBU R 128.

use ebur128::{Channel, EbuR128, Error, Mode};

use super::{Channels, Clip};

/// The shortest piece of sound that is measured at all, in milliseconds; below, it is a click.
const SHORTEST: usize = 50;
/// What R 128 measures at once, in milliseconds. Anything shorter is no whole block of it.
const BLOCK: usize = 400;
/// Below this it is silence, in LUFS: R 128 passes over it, too.
const SILENCE: f64 = -70.0;

impl Clip {
    /// How loud it is as a whole, in LUFS, heard in both ears. There is none of silence, and none of
    /// less than 50 ms. What is too short for R 128 to tell pauses from sound is taken as it is.
    pub fn loudness(&self) -> Option<f64> {
        let loudness = self.measured().ok()?;
        (loudness.is_finite() && loudness > SILENCE).then_some(loudness)
    }

    fn measured(&self) -> Result<f64, Error> {
        let milliseconds = |many: usize| many * self.rate as usize / 1_000;
        let (length, block) = (self.length_in_frames(), milliseconds(BLOCK));
        if length == 0 || length < milliseconds(SHORTEST) {
            return Ok(f64::NEG_INFINITY);
        }
        let sides = match self.channels {
            Channels::Mono => 1,
            Channels::Stereo => 2,
        };
        let mut meter = EbuR128::new(sides, self.rate, Mode::I | Mode::M)?;
        if self.channels == Channels::Mono {
            meter.set_channel(0, Channel::DualMono)?;
        }
        meter.add_frames_i16(&self.samples[..length * sides as usize])?;
        if length >= block {
            return meter.loudness_global();
        }
        let rest = vec![0; (block - length) * sides as usize];
        meter.add_frames_i16(&rest)?;
        let over_a_block = meter.loudness_momentary()?;
        Ok(over_a_block + 10.0 * (block as f64 / length as f64).log10())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::clip::tests::{sine, whole_of};

    /// A sine of 997 Hz at full scale in both ears has 0 LUFS (ITU-R BS.1770: −3.01 in one).
    #[test]
    fn a_sine_is_as_loud_as_the_standard_says() {
        for rate in [22_050, 44_100, 48_000] {
            let mono = sine(rate, 997.0, 0.1, 3.0);
            assert!((mono.loudness().unwrap() + 20.0).abs() < 0.1, "{rate}");
            let both: Vec<i16> = mono.samples().iter().flat_map(|x| [*x, *x]).collect();
            let stereo = Clip::stereo(rate, both);
            assert!((stereo.loudness().unwrap() + 20.0).abs() < 0.1, "{rate}");
        }
    }

    #[test]
    fn pauses_between_words_make_nothing_less_loud() {
        let word = sine(48_000, 997.0, 0.1, 2.0);
        let mut samples = word.samples().to_vec();
        samples.extend(vec![0; 48_000 * 4]);
        samples.extend(word.samples());
        let with_pause = Clip::mono(48_000, samples).loudness().unwrap();
        assert!((with_pause - word.loudness().unwrap()).abs() < 0.5);
    }

    #[test]
    fn a_short_word_has_a_loudness_and_a_click_or_silence_has_none() {
        for length in [0.06, 0.2, 0.39, 0.41] {
            let short = sine(48_000, 997.0, 0.1, length).loudness().unwrap();
            assert!((short + 20.0).abs() < 0.5, "{length}: {short}");
        }
        assert_eq!(sine(48_000, 997.0, 0.1, 0.04).loudness(), None);
        assert_eq!(whole_of(0, 48_000).loudness(), None);
        assert_eq!(whole_of(1, 48_000).loudness(), None);
        assert_eq!(Clip::mono(48_000, []).loudness(), None);
        assert_eq!(Clip::mono(1, []).loudness(), None);
    }
}
