//! What a person can switch before a session begins, each only where the session has it.
//!
//! The screen, the lines of plain mode and the command line all ask here. Everything is off until
//! it is asked for.

use super::keymap::Action;
use crate::session::{Part, Session, StepKind};
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::{Choices, compile, lengths};

/// Something that is off until a person asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Toggle {
    /// Breath holds.
    Holds,
    /// Small squeezes.
    Squeezes,
    /// The parts of a scan that wait to be asked for.
    AskedParts,
    /// Leaving the optional steps out.
    WithoutOptional,
}

impl Toggle {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 4] = [
        Self::Holds,
        Self::Squeezes,
        Self::AskedParts,
        Self::WithoutOptional,
    ];

    /// The one that an action switches.
    pub fn of(action: Action) -> Option<Self> {
        match action {
            Action::Holds => Some(Self::Holds),
            Action::Squeezes => Some(Self::Squeezes),
            Action::AskedParts => Some(Self::AskedParts),
            Action::WithoutOptional => Some(Self::WithoutOptional),
            _ => None,
        }
    }

    /// The action that switches it.
    pub fn action(self) -> Action {
        match self {
            Self::Holds => Action::Holds,
            Self::Squeezes => Action::Squeezes,
            Self::AskedParts => Action::AskedParts,
            Self::WithoutOptional => Action::WithoutOptional,
        }
    }

    /// Those that a session has something for.
    pub fn offered(session: &Session) -> impl Iterator<Item = Self> {
        Self::ALL
            .into_iter()
            .filter(|toggle| toggle.is_offered(session))
    }

    /// Whether a session has something for it.
    pub fn is_offered(self, session: &Session) -> bool {
        match self {
            Self::Holds => session.holds,
            Self::Squeezes => session.has_squeezes(),
            Self::AskedParts => session.has_asked_parts(),
            Self::WithoutOptional => session.has_optional(),
        }
    }

    /// Whether it is on.
    pub fn is_on(self, choices: &Choices) -> bool {
        match self {
            Self::Holds => choices.holds,
            Self::Squeezes => choices.squeezes,
            Self::AskedParts => choices.asked_parts,
            Self::WithoutOptional => choices.without_optional,
        }
    }

    /// Switches it on or off.
    pub fn set(self, choices: &mut Choices, on: bool) {
        let choice = match self {
            Self::Holds => &mut choices.holds,
            Self::Squeezes => &mut choices.squeezes,
            Self::AskedParts => &mut choices.asked_parts,
            Self::WithoutOptional => &mut choices.without_optional,
        };
        *choice = on;
    }

    /// Switches it over, where the session has something for it.
    ///
    /// Leaving steps out is a way to choose the length, and so takes the place of minutes that
    /// were chosen before. Other minutes stay, as far as they can still be had.
    pub fn switch(self, session: &Session, choices: &mut Choices) {
        if !self.is_offered(session) {
            return;
        }
        self.set(choices, !self.is_on(choices));
        if self == Self::WithoutOptional {
            choices.minutes = None;
        }
        keep_minutes_on_offer(session, choices);
    }
}

/// Brings the minutes that were chosen back to what can be had with the other choices.
pub(super) fn keep_minutes_on_offer(session: &Session, choices: &mut Choices) {
    let minutes = lengths(session, choices).minutes();
    let kept = choices.minutes.filter(|_| !minutes.is_empty());
    choices.minutes = kept.map(|wanted| wanted.clamp(*minutes.start(), *minutes.end()));
}

/// How long a session takes without its optional steps, as it is written.
pub fn length_without_optional(session: &Session, choices: &Choices) -> Ms {
    let shorter = Choices {
        minutes: None,
        without_optional: true,
        ..choices.clone()
    };
    compile(session, &shorter).length()
}

/// The parts of the body that a session visits only if they are asked for, each named once.
pub fn parts_to_ask_for(session: &Session) -> Vec<&Clean> {
    let mut names = Vec::new();
    for step in session.all_steps() {
        let parts: &[Part] = match &step.kind {
            StepKind::Scan(scan) => &scan.parts,
            _ => &[],
        };
        for part in parts.iter().filter(|part| part.asked_for) {
            if !names.contains(&&part.name) {
                names.push(&part.name);
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::sample::{session, step};
    use crate::session::{Contract, Scan};

    fn scan(parts: &[(&str, bool)]) -> StepKind {
        let part = |(name, asked_for): &(&str, bool)| Part {
            name: Clean::from_shown(name),
            asked_for: *asked_for,
        };
        StepKind::Scan(Scan {
            parts: parts.iter().map(part).collect(),
            each: Ms::seconds(20),
        })
    }

    fn rest() -> StepKind {
        StepKind::Rest {
            length: Ms::minutes(4),
        }
    }

    fn squeezes() -> StepKind {
        StepKind::Contract(Contract {
            squeeze: Ms::seconds(3),
            release: Ms::seconds(9),
            effort: None,
            times: 3,
        })
    }

    /// A session for one toggle, and one that has nothing for any.
    fn table() -> [(Option<Toggle>, Session); 5] {
        let of = |kind| Session {
            holds: false,
            ..session(vec![step(rest()), step(kind)])
        };
        let mut shorter = of(rest());
        shorter.steps[1].optional = true;
        [
            (None, of(rest())),
            (
                Some(Toggle::Holds),
                Session {
                    holds: true,
                    ..of(rest())
                },
            ),
            (Some(Toggle::Squeezes), of(squeezes())),
            (
                Some(Toggle::AskedParts),
                of(scan(&[("hands", false), ("the base of the pelvis", true)])),
            ),
            (Some(Toggle::WithoutOptional), shorter),
        ]
    }

    #[test]
    fn each_is_offered_only_where_the_session_has_it() {
        for (has, session) in table() {
            let offered: Vec<Toggle> = Toggle::offered(&session).collect();
            assert_eq!(offered, Vec::from_iter(has));
        }
    }

    #[test]
    fn what_a_session_does_not_have_cannot_be_switched() {
        for (has, session) in table() {
            for toggle in Toggle::ALL {
                let mut choices = Choices::default();
                toggle.switch(&session, &mut choices);
                assert_eq!(toggle.is_on(&choices), has == Some(toggle), "{toggle:?}");
                toggle.switch(&session, &mut choices);
                assert_eq!(choices, Choices::default(), "and back again");
            }
        }
    }

    #[test]
    fn an_action_and_its_toggle_know_each_other() {
        for toggle in Toggle::ALL {
            assert_eq!(Toggle::of(toggle.action()), Some(toggle));
        }
        assert_eq!(Toggle::of(Action::Begin), None);
    }

    #[test]
    fn parts_to_ask_for_are_named_once_and_the_others_are_not() {
        let twice = session(vec![
            step(scan(&[("feet", false), ("perineum", true)])),
            step(scan(&[("perineum", true), ("pelvic floor", true)])),
        ]);
        let names: Vec<&str> = parts_to_ask_for(&twice)
            .iter()
            .map(|name| &***name)
            .collect();
        assert_eq!(names, ["perineum", "pelvic floor"]);
    }

    #[test]
    fn minutes_that_cannot_be_had_any_more_are_brought_back() {
        let (_, rests) = &table()[0];
        for (chosen, kept) in [
            (None, None),
            (Some(1), Some(3)),
            (Some(5), Some(5)),
            (Some(90), Some(32)),
        ] {
            let mut choices = Choices {
                minutes: chosen,
                ..Choices::default()
            };
            keep_minutes_on_offer(rests, &mut choices);
            assert_eq!(choices.minutes, kept, "{chosen:?}");
        }
    }

    #[test]
    fn leaving_steps_out_takes_the_place_of_chosen_minutes() {
        let (_, shorter) = &table()[4];
        let mut choices = Choices {
            minutes: Some(6),
            ..Choices::default()
        };
        Toggle::WithoutOptional.switch(shorter, &mut choices);
        assert_eq!((choices.minutes, choices.without_optional), (None, true));
    }
}
