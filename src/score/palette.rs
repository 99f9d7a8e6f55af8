//! Everything that takes time to make, made once for a sample rate and shared by every score that
//! wants it.
//!
//! What nobody wants to hear is never made.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::bed::{self, Looped, Made};
use super::bell::{self, Ring};
use super::clip::Clip;
use super::mix::{Bed, Bell, Timbre};
use super::noise::Loop;
use super::swell::character;

/// The sounds that scores are put together from.
pub(crate) struct Palette {
    pub(crate) rate: u32,
    loops: [OnceLock<Arc<[Loop]>>; 4],
    rings: [OnceLock<Arc<Ring>>; 4],
    beds: [OnceLock<Option<Arc<Made>>>; 4],
    own_rings: Mutex<Vec<(Clip, Arc<Ring>)>>,
    own_beds: Mutex<Vec<(Clip, Option<Arc<Looped>>)>>,
}

/// How many clips of other people's are kept ready: a bell for the steps and one for the end.
const KEPT: usize = 2;

impl Palette {
    pub(crate) fn new(rate: u32) -> Self {
        Self {
            rate,
            loops: Default::default(),
            rings: Default::default(),
            beds: Default::default(),
            own_rings: Mutex::default(),
            own_beds: Mutex::default(),
        }
    }

    /// The loops of a timbre.
    pub(super) fn loops(&self, timbre: Timbre) -> Arc<[Loop]> {
        let made =
            self.loops[timbre as usize].get_or_init(|| (character(timbre).loops)(self.rate).into());
        Arc::clone(made)
    }

    /// A strike of a bell.
    pub(super) fn ring(&self, bell: Bell) -> Arc<Ring> {
        let made = self.rings[bell as usize].get_or_init(|| Arc::new(bell::made(bell, self.rate)));
        Arc::clone(made)
    }

    /// A bed, if it is one.
    pub(super) fn bed(&self, bed: Bed) -> Option<Arc<Made>> {
        let made = self.beds[bed as usize].get_or_init(|| bed::made(bed, self.rate).map(Arc::new));
        made.clone()
    }

    /// A strike that was made elsewhere.
    pub(super) fn own_ring(&self, clip: &Clip) -> Arc<Ring> {
        kept(&self.own_rings, clip, || {
            Arc::new(Ring::own(&clip.at(self.rate)))
        })
    }

    /// A bed that was made elsewhere; `None` if it is too short, or nothing is to be heard in it.
    pub(super) fn own_bed(&self, clip: &Clip) -> Option<Arc<Looped>> {
        kept(&self.own_beds, clip, || {
            Looped::new(clip.at(self.rate)).map(Arc::new)
        })
    }
}

/// What was made of a clip, or is now.
fn kept<T: Clone>(all: &Mutex<Vec<(Clip, T)>>, clip: &Clip, make: impl FnOnce() -> T) -> T {
    let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, made)) = all.iter().find(|(kept, _)| kept == clip) {
        return made.clone();
    }
    let made = make();
    if all.len() >= KEPT {
        all.remove(0);
    }
    all.push((clip.clone(), made.clone()));
    made
}
