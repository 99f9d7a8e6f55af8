//! What a timbre is made of: how loud each of its loops is, and which tones glide, in each phase of
//! a breath. It knows nothing of frames.

use crate::score::noise::Loop;
use crate::session::Phase;
use crate::time::Ms;
use crate::timeline::Activity;

/// Something at the start and at the end of a phase.
#[derive(Clone, Copy)]
pub(super) struct Between(pub(super) f32, pub(super) f32);

impl Between {
    pub(super) fn is_nothing(self) -> bool {
        self.0 == 0.0 && self.1 == 0.0
    }

    #[inline]
    pub(super) fn at(self, moved: f32) -> f32 {
        self.0 + (self.1 - self.0) * moved
    }
}

/// A tone that glides from one frequency to another, in hertz.
pub(super) struct Tone {
    pub(super) from: f64,
    pub(super) to: f64,
    /// How loud the frequency itself is, twice it, three times it, and so on.
    pub(super) harmonics: &'static [Between],
    /// How much of it is left and right.
    pub(super) sides: [f32; 2],
}

/// A tone in the middle that has no harmonics.
pub(super) const fn pure(from: f64, to: f64, harmonics: &'static [Between]) -> Tone {
    Tone {
        from,
        to,
        harmonics,
        sides: [1.0, 1.0],
    }
}

/// What a phase sounds like.
pub(super) struct Shape {
    /// How far into the phase it is loudest.
    pub(super) crest: f32,
    /// How much of each loop of the timbre.
    pub(super) loops: &'static [Between],
    pub(super) tones: &'static [Tone],
}

/// What a breath sounds like, from its first phase to its last.
pub(crate) struct Character {
    /// How loud a loop is where it is loudest, root mean square against full scale.
    pub(super) air: f32,
    /// How loud a tone is where it is loudest, peak against full scale.
    pub(super) tone: f32,
    /// Makes its loops, from dark to bright, for a sample rate.
    pub(crate) loops: fn(u32) -> Vec<Loop>,
    pub(super) inhale: Shape,
    pub(super) exhale: Shape,
    /// A sip on top: it sets out where the in-breath arrived, and rises a little further.
    pub(super) sip: Shape,
    /// Lungs full: something faint and still, where the in-breath arrived.
    pub(super) hold: Shape,
}

/// How loud a sip is against the breath: it goes on from it and is no second one.
const SIPPED: f32 = 0.8;
/// A squeeze and its release sound as the breath does, but so much quieter, and at most so long: a
/// sign that something begins, and then silence to do it in. Our own judgement.
const SIGN: f32 = 0.45;
const LONGEST_SQUEEZE: Ms = Ms::seconds(2);
const LONGEST_RELEASE: Ms = Ms::seconds(4);

impl Character {
    /// What sounds while something happens: its shape, how loud it is, and how long at most. With
    /// empty lungs, and where nothing is paced, there is silence.
    pub(super) fn sound(
        &'static self,
        activity: Activity,
    ) -> Option<(&'static Shape, f32, Option<Ms>)> {
        match activity {
            Activity::Breath { phase, .. } => match phase {
                Phase::In => Some((&self.inhale, 1.0, None)),
                Phase::Sip => Some((&self.sip, SIPPED, None)),
                Phase::Hold => Some((&self.hold, 1.0, None)),
                Phase::Out => Some((&self.exhale, 1.0, None)),
                Phase::Rest => None,
            },
            Activity::Squeeze { .. } => Some((&self.inhale, SIGN, Some(LONGEST_SQUEEZE))),
            Activity::Release { .. } => Some((&self.exhale, SIGN, Some(LONGEST_RELEASE))),
            Activity::Quiet | Activity::OwnPace => None,
        }
    }
}
