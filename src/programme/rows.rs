//! A week as rows, one below the other, wherever it is shown: each session of an invitation, words,
//! exercises and cards.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Invitation, Week, What};
use crate::session::Session;
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::{Choices, compile};

/// Something in a week.
#[derive(Clone, Debug)]
pub enum Row<'a> {
    /// A session.
    Session(Invited<'a>),
    /// Words alone.
    Say(&'a Invitation, &'a Clean),
    /// The therapist's own exercise.
    External(&'a Invitation, &'a Clean),
}

/// A session that a week invites to.
#[derive(Clone, Debug)]
pub struct Invited<'a> {
    /// Its short name.
    pub id: &'a Clean,
    /// The session, where it is there.
    pub session: Option<Arc<Session>>,
    /// The invitation that it belongs to.
    pub invitation: &'a Invitation,
    /// Whether it is another choice beside the row above.
    pub or: bool,
    /// How long it takes with what is chosen, where the session is there.
    pub length: Option<Ms>,
}

impl Invited<'_> {
    /// What it is called where others may see it: its short name where the session is not there.
    pub fn title(&self) -> &Clean {
        let session = self.session.as_deref();
        session.map_or(self.id, Session::shown_title)
    }

    /// What is chosen for it already.
    pub fn choices(&self) -> Choices {
        let session = self.session.as_deref();
        session.map_or_else(Choices::default, |session| self.invitation.choices(session))
    }
}

/// The invitations of a week as rows. `find` knows the sessions there are.
pub fn rows(
    week: &Week,
    with_therapist: bool,
    find: impl Fn(&str) -> Option<Arc<Session>>,
) -> Vec<Row<'_>> {
    rows_of(week.invitations(with_therapist), find)
}

/// Some invitations as rows.
pub fn rows_of(
    invitations: &[Invitation],
    find: impl Fn(&str) -> Option<Arc<Session>>,
) -> Vec<Row<'_>> {
    let mut known = Known::default();
    let mut rows = Vec::new();
    for invitation in invitations {
        match &invitation.what {
            What::Say(text) => rows.push(Row::Say(invitation, text)),
            What::External(text) => rows.push(Row::External(invitation, text)),
            What::Sessions(names) => rows.extend(names.iter().enumerate().map(|(index, id)| {
                let mut invited = Invited {
                    id,
                    session: known.session(id, &find),
                    invitation,
                    or: index > 0,
                    length: None,
                };
                invited.length = known.length(&invited);
                Row::Session(invited)
            })),
        }
    }
    rows
}

/// What was looked up and measured so far. A file may name a long session thousands of times, and
/// whoever wants to leave must not wait until each of them was measured.
#[derive(Default)]
struct Known<'a> {
    sessions: BTreeMap<&'a str, Option<Arc<Session>>>,
    lengths: BTreeMap<(&'a str, bool, bool), Ms>,
}

impl<'a> Known<'a> {
    fn session(
        &mut self,
        id: &'a str,
        find: impl Fn(&str) -> Option<Arc<Session>>,
    ) -> Option<Arc<Session>> {
        self.sessions.entry(id).or_insert_with(|| find(id)).clone()
    }

    fn length(&mut self, invited: &Invited<'a>) -> Option<Ms> {
        let session = invited.session.as_deref()?;
        let choices = invited.choices();
        let key = (&**invited.id, choices.without_optional, choices.own_pace);
        let measure = || compile(session, &choices).length();
        Some(*self.lengths.entry(key).or_insert_with(measure))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::app::{Origin, built_in_entries, programme_from_text};
    use crate::language::Language;

    #[test]
    fn a_session_is_looked_up_and_measured_once_however_often_it_is_named() {
        let list = r#"{ session = ["legs-resting", "gone"] }, { session = "legs-resting", shorter = true }"#;
        let lists = [list; 10].join(", ");
        let text = format!(
            "softly-programme = 1\ntitle = \"T\"\n[[week]]\ntitle = \"W\"\ninvite = [{lists}]\n"
        );
        let entry = programme_from_text("t", &text, Origin::Own);
        let programme = entry.programme().unwrap();
        let (asked, sessions) = (Cell::new(0), built_in_entries(Language::English));
        let rows = rows(programme.week(1), false, |id| {
            asked.set(asked.get() + 1);
            let entry = sessions.iter().find(|entry| &*entry.id == id)?;
            entry.session().cloned()
        });
        assert_eq!((rows.len(), asked.get()), (30, 2));
        let length = |row: usize| match &rows[row] {
            Row::Session(invited) => invited.length.map(|length| length.to_string()),
            other => panic!("{other:?}"),
        };
        for row in (0..30).step_by(3) {
            assert_eq!(length(row).as_deref(), Some("8:08"));
            assert_eq!(length(row + 1), None);
            assert_eq!(length(row + 2).as_deref(), Some("5:38"));
        }
    }
}
