//! How the body is supported: the words that help somebody settle, and out again.

use serde::Serialize;

use super::Drawing;
use crate::text::Clean;

/// A supported position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    /// The short name by which files and `--position` ask for it: `legs-on-chair`.
    pub id: Clean,
    /// What it is called.
    pub title: Clean,
    /// What it looks like, in a sentence, for those who do not see the drawing.
    pub looks: Option<Clean>,
    /// How to get there, in short lines.
    pub set_up: Vec<Clean>,
    /// What helps: cushions, a chair, a blanket.
    pub props: Vec<Clean>,
    /// An easier version of the same thing.
    pub lighter: Option<Clean>,
    /// When another position is kinder.
    pub cautions: Vec<Clean>,
    /// Who may prefer another position, and which.
    pub instead: Vec<Clean>,
    /// How to leave it without hurry.
    pub way_out: Option<Clean>,
    /// What it looks like.
    pub drawing: Option<Drawing>,
    /// Whether the screen can be seen from here.
    pub screen: Sight,
}

/// Whether a screen can be seen from a position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sight {
    /// The screen is in sight.
    #[default]
    Seen,
    /// Face down or turned away: sound has to carry the session.
    Hidden,
}
