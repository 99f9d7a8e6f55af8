//! The strands of care that a practice belongs to, as the article softly grew from names them.

use serde::{Serialize, Serializer};

/// A strand of pelvic-floor care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strand {
    /// Letting go of protective tension.
    Downtraining,
    /// Practice with the breath.
    Breathwork,
    /// Settling a nervous system that is on guard.
    NervousSystem,
    /// Habits around bowel and bladder.
    BowelAndBladder,
    /// Sensing the body, and finding it again.
    Somatic,
    /// Movement, strength, timing and coordination.
    Movement,
    /// Knowing what happens, and what one may ask for.
    Education,
}

impl Strand {
    /// All strands, in the order in which they are listed.
    pub const ALL: [Self; 7] = [
        Self::Downtraining,
        Self::Breathwork,
        Self::NervousSystem,
        Self::BowelAndBladder,
        Self::Somatic,
        Self::Movement,
        Self::Education,
    ];

    /// Their names in files, in the same order.
    pub const NAMES: [&str; 7] = [
        "downtraining",
        "breathwork",
        "nervous-system",
        "bowel-and-bladder",
        "somatic",
        "movement",
        "education",
    ];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

impl Serialize for Strand {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_strand_has_its_own_name() {
        for (index, strand) in Strand::ALL.into_iter().enumerate() {
            assert_eq!(strand.name(), Strand::NAMES[index]);
        }
    }
}
