//! A week as rows, one below the other, wherever it is shown: each session of an invitation, words,
//! exercises and cards.

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

    /// How long it takes with what is chosen.
    pub fn length(&self) -> Option<Ms> {
        let session = self.session.as_deref()?;
        Some(compile(session, &self.choices()).length())
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
    let mut rows = Vec::new();
    for invitation in invitations {
        match &invitation.what {
            What::Say(text) => rows.push(Row::Say(invitation, text)),
            What::External(text) => rows.push(Row::External(invitation, text)),
            What::Sessions(names) => rows.extend(names.iter().enumerate().map(|(index, id)| {
                Row::Session(Invited {
                    id,
                    session: find(id),
                    invitation,
                    or: index > 0,
                })
            })),
        }
    }
    rows
}
