//! Small squeezes with a long release, which softly never offers by itself.

use serde::Serialize;

use crate::time::Ms;

/// Small squeezes, each followed by its release.
///
/// With a tense and painful pelvic floor, squeezing is not where one begins (AUA guideline on
/// bladder pain syndrome; FitzGerald & Kotarinos 2003), so a session needs a therapist's gate for it and each
/// person asks for it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Contract {
    /// How long a squeeze lasts.
    pub squeeze: Ms,
    /// How long the release after it lasts.
    pub release: Ms,
    /// How strong it is, in percent of what one could do.
    pub effort: Option<u8>,
    /// How many of them.
    pub times: u32,
}

impl Contract {
    /// How long all of them last.
    pub fn length(self) -> Ms {
        (self.squeeze + self.release) * u64::from(self.times)
    }
}
