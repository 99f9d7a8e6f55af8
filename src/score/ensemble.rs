//! What a score plays on besides the timeline: what a person wants to hear, and the clips there are.

use std::collections::HashMap;

use super::{Clip, Mix};
use crate::text::Clean;

/// The mix, and every clip that is there by now. Cloning it is cheap enough for a change of sounds;
/// a clip that joins it later makes another score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ensemble {
    /// What a person wants to hear.
    pub mix: Mix,
    /// Lines as they are spoken, by their words as they are shown. A line without a clip is told by
    /// a quiet signal.
    pub lines: HashMap<Clean, Clip>,
    /// What the author of the session wants to be heard as a step begins.
    pub step: Option<Clip>,
    /// What the author wants to be heard at the end.
    pub end: Option<Clip>,
    /// What the author wants to be heard below everything.
    pub bed: Option<Clip>,
}
