//! What the author of a session would want to know of a sound that plays.

use std::fmt;
use std::ops::Range;

use super::{Decoded, Purpose};
use crate::diagnostic::{Diagnostic, Rule};
use crate::score::Channels;

/// At this many samples at full scale in a row, the top of a wave was cut off.
const FLAT: usize = 3;
/// Fewer tops that were cut off are not heard.
const FEW: usize = 4;
/// A voice is levelled by the player. Outside of this, in LUFS, that brings up noise, or the voice was
/// too close.
const VOICE: (f64, f64) = (-45.0, -9.0);
/// A bell or a bed is played as it is: outside of this, in LUFS, it is hard to hear, or sudden.
const OTHER: (f64, f64) = (-50.0, -16.0);

/// Something about a sound that plays, but could be better. Each is one sentence about "this sound".
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remark {
    /// It breaks off, or pieces of it are damaged.
    HasGaps,
    /// Its loudest moments are cut off flat.
    Clipped,
    /// It is very quiet; in LUFS.
    Quiet(f64),
    /// It is very loud; in LUFS.
    Loud(f64),
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::HasGaps => f.write_str("this sound breaks off, or pieces of it are damaged"),
            Self::Clipped => f.write_str("the loudest moments of this sound are cut off"),
            Self::Quiet(lufs) => write!(f, "this sound is very quiet ({lufs:.0} LUFS)"),
            Self::Loud(lufs) => write!(f, "this sound is very loud ({lufs:.0} LUFS)"),
        }
    }
}

impl Remark {
    /// The suggestion about the name of a sound, which stands at `span` of the session's text.
    pub fn finding(self, span: Range<usize>) -> Diagnostic {
        Diagnostic::advice(Rule::RoughSound, span, self.to_string())
            .label(match self {
                Self::HasGaps => "breaks off",
                Self::Clipped => "too loud for the recording",
                Self::Quiet(_) => "very quiet",
                Self::Loud(_) => "very loud",
            })
            .help(self.advice())
    }

    /// What somebody can do about it, in a whole sentence.
    pub const fn advice(self) -> &'static str {
        match self {
            Self::HasGaps => {
                "Listen to it up to its end, and save it anew if something is missing."
            }
            Self::Clipped => {
                "It crackles or sounds harsh there. Record it again, a little quieter or further away."
            }
            Self::Quiet(_) => {
                "Made louder, its noise becomes louder too. Recorded closer, it is clear and still soft."
            }
            Self::Loud(_) => "It may startle somebody at rest. Around -23 LUFS is calm.",
        }
    }
}

impl Decoded {
    /// What there is to say of it.
    pub fn remarks(&self, purpose: Purpose) -> Vec<Remark> {
        let (quiet, loud) = match purpose {
            Purpose::Line => VOICE,
            Purpose::Bell | Purpose::Bed => OTHER,
        };
        let loudness = self.clip.loudness();
        let gaps = self.has_gaps.then_some(Remark::HasGaps);
        let clipped = self.is_clipped().then_some(Remark::Clipped);
        let level = match loudness {
            Some(lufs) if lufs < quiet => Some(Remark::Quiet(lufs)),
            Some(lufs) if lufs > loud => Some(Remark::Loud(lufs)),
            _ => None,
        };
        [gaps, clipped, level].into_iter().flatten().collect()
    }

    fn is_clipped(&self) -> bool {
        let sides = match self.clip.channels() {
            Channels::Mono => 1,
            Channels::Stereo => 2,
        };
        let tops = |side: usize| {
            let mut samples = self.clip.samples().iter().skip(side).step_by(sides);
            let (mut row, mut tops) = (0, 0);
            for sample in &mut samples {
                row = if sample.unsigned_abs() >= 32_767 {
                    row + 1
                } else {
                    0
                };
                tops += usize::from(row == FLAT);
            }
            tops
        };
        (0..sides).map(tops).sum::<usize>() >= FEW
    }
}
