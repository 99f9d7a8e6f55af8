//! Lowers a stretch, on no side, on one or on both.

use super::Kind;
use crate::diagnostic::Rule;
use crate::script::lower::Lowering;
use crate::script::parsed::{Field, Side, Step as Written};
use crate::session::{StepKind, Stretch};
use crate::text::Clean;
use crate::time::Ms;

/// The time to change sides, where the author does not say it: our own judgement.
const USUAL_SWAP: Ms = Ms::seconds(10);

impl Lowering<'_> {
    pub(super) fn stretch(&mut self, step: &Written) -> Option<Kind> {
        let length = self.length(step, "stretch");
        let sides = step.sides.value().into_iter().flatten();
        let sides: Vec<Clean> = sides.map(|side| self.said(side)).collect();
        let swap = match &step.swap {
            Field::Absent => Some(USUAL_SWAP),
            swap => self.positive(swap.given()?),
        };
        if let Some(key) = step
            .swap
            .key()
            .filter(|_| sides.len() < 2 && !step.sides.is_wrong())
        {
            let message = "there is no other side to change to";
            let help = "Add sides = \"both\", or take this line out.";
            self.error(Rule::MisplacedKey, key, message, "not needed", help);
        }
        let (length, swap) = (length?, swap?);
        let both = sides.len() == 2;
        let begins = sides.len().max(1);
        Some(Kind {
            lasts: length * begins as u64 + if both { swap } else { Ms::ZERO },
            once: length,
            begins,
            spans: begins + usize::from(both),
            lines: 0,
            does: StepKind::Stretch(Stretch {
                text: step.stretch.value()?.clone(),
                length,
                sides,
                swap,
            }),
        })
    }

    /// A side in the words that are said: the author's own, or those of the file's language.
    fn said(&self, side: &Side) -> Clean {
        let [left, right] = self.language.words().parts.sides;
        match side {
            Side::Left => Clean::from_shown(left),
            Side::Right => Clean::from_shown(right),
            Side::Own(words) => words.clone(),
        }
    }
}
