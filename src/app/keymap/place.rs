//! The places in which keys are pressed.

use super::Action;

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The list of sessions.
    Library,
    /// The same while somebody searches it, and letters are typed.
    Search,
    /// What is to be read before a session.
    Note,
    /// What a therapist and a person agree on before a session.
    Therapist,
    /// The set-up of a session.
    Settle,
    /// The same with closed eyes: large keys, and everything is said aloud.
    SettleByEar,
    /// A session.
    Playing,
    /// The same with closed eyes.
    PlayingByEar,
    /// The steps of a session, in the middle of it.
    Steps,
    /// A lighter version of the position, in the middle of a session.
    Lighter,
    /// After a session.
    Closing,
    /// The list of programmes.
    Programmes,
    /// A week of a programme.
    Programme,
    /// The list of keys.
    Help,
    /// The list of cards.
    Cards,
    /// The settings.
    Settings,
    /// A card that is read.
    Card,
    /// What a position looks like.
    Drawing,
    /// When to stop, and where to get help.
    Safety,
    /// The notes beside a session.
    Notes,
}

impl Place {
    /// All places, in the order in which people meet them.
    pub const ALL: [Self; 20] = [
        Self::Library,
        Self::Search,
        Self::Programmes,
        Self::Programme,
        Self::Note,
        Self::Therapist,
        Self::Settle,
        Self::SettleByEar,
        Self::Playing,
        Self::PlayingByEar,
        Self::Steps,
        Self::Lighter,
        Self::Closing,
        Self::Notes,
        Self::Help,
        Self::Cards,
        Self::Settings,
        Self::Card,
        Self::Drawing,
        Self::Safety,
    ];

    /// What a key does here that has no meaning of its own, if it does anything.
    pub const fn any_key(self) -> Option<Action> {
        match self {
            Self::SettleByEar => Some(Action::AnyBegins),
            Self::PlayingByEar => Some(Action::AnyPauses),
            _ => None,
        }
    }

    /// Whether letters are typed here, and have no other meaning.
    pub const fn takes_letters(self) -> bool {
        matches!(self, Self::Search)
    }
}
