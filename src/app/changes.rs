//! Changes of position on the way through a session: where they lead, and what is good to know
//! about each before one begins.
//!
//! The gate, the set-up and plain mode all ask here. It must not leave a caution out because
//! nobody chose the position it belongs to.

use crate::session::{Position, Session};
use crate::text::Clean;
use crate::timeline::{Choices, SpanKind, compile};

/// A position that a session changes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The position.
    pub position: Position,
    /// What is good to know about it and has not been said about what comes before.
    pub cautions: Vec<Clean>,
}

/// Where the changes of position in a session lead to, each place once, other than the position
/// that it begins in.
pub fn changes_of_position(session: &Session, chosen: &Position, choices: &Choices) -> Vec<Change> {
    let asks = |position: &Position| position.id != chosen.id;
    // Most sessions stay where they are: nothing has to be laid out for those.
    if !session
        .all_steps()
        .any(|step| step.positions.iter().any(asks))
    {
        return Vec::new();
    }
    let mut said: Vec<Clean> = session.cautions_in(chosen).cloned().collect();
    let mut changes: Vec<Change> = Vec::new();
    for part in compile(session, choices).steps() {
        let SpanKind::Move { position } = &part.kind else {
            continue;
        };
        let known = |change: &Change| change.position.id == position.id;
        if !asks(position) || changes.iter().any(known) {
            continue;
        }
        let new = |caution: &&Clean| !said.contains(caution);
        let cautions: Vec<Clean> = position.cautions.iter().filter(new).cloned().collect();
        said.extend(cautions.iter().cloned());
        changes.push(Change {
            position: Position::clone(position),
            cautions,
        });
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script;

    const FILE: &str = r#"
softly = 1
title = "A change"
position = ["seated", "side-lying"]
cautions = ["Shoulder or hip pain: the other side, or a softer surface, may be kinder."]

[[step]]
rest = "1m"

[[step]]
position = "side-lying"
rest = "1m"

[[step]]
position = "childs-pose"
rest = "1m"
optional = true

[[step]]
position = "side-lying"
rest = "1m"
"#;

    fn changes(position: usize, without_optional: bool) -> Vec<(String, usize)> {
        let session = script::check(FILE, "a-change").session.unwrap();
        let chosen = &session.positions[position];
        let choices = Choices {
            position: Some(chosen.id.clone()),
            without_optional,
            ..Choices::default()
        };
        changes_of_position(&session, chosen, &choices)
            .iter()
            .map(|change| (change.position.id.to_string(), change.cautions.len()))
            .collect()
    }

    #[test]
    fn each_place_is_told_once_with_what_was_not_said_yet() {
        let (side, childs) = (("side-lying".to_owned(), 0), ("childs-pose".to_owned(), 4));
        assert_eq!(changes(0, false), [side.clone(), childs.clone()]);
        assert_eq!(changes(0, true), [side]);
        // It begins on the side, and comes back to it.
        assert_eq!(changes(1, false), [childs]);
        assert_eq!(changes(1, true), []);
    }
}
