//! The one table of keys. Input, footer, help, README and man page all read it.

mod before;
mod eyes_closed;
mod place;
mod session;
mod sheets;

pub use place::Place;

use crate::key::Key;

/// Something a key can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// One up in a list or a text.
    Up,
    /// One down in a list or a text.
    Down,
    /// To the first of a list.
    First,
    /// To the last of a list.
    Last,
    /// Open the chosen session.
    Open,
    /// From what is good to know on to the set-up.
    GoOn,
    /// A therapist chose this session with the person: on to the set-up.
    Agree,
    /// Which key goes on here.
    WhichKey,
    /// Begin the session.
    Begin,
    /// One screen back.
    Back,
    /// Leave softly at once.
    Leave,
    /// Pause, or go on.
    Pause,
    /// Stop a session, and time to return.
    Stop,
    /// To the next step.
    Skip,
    /// To the start of this step, or to the one before.
    StepBack,
    /// A longer breath.
    Longer,
    /// A shorter breath.
    Shorter,
    /// Own pace, or the pacer again.
    OwnPace,
    /// Attention to another anchor than this one.
    OtherAnchor,
    /// The steps of the session.
    Steps,
    /// On from the chosen step.
    GoTo,
    /// A lighter version of the position, and other positions.
    Lighter,
    /// On in the position that is shown.
    TakePosition,
    /// The screen goes dark for the night.
    Fade,
    /// Sound off or on.
    Mute,
    /// What follows the breath, off or on.
    BreathSound,
    /// The bells off or on.
    Bells,
    /// What lies below everything, off or on.
    Bed,
    /// The voice off or on.
    Voice,
    /// Everything said aloud and large keys, or the screen again.
    EyesClosed,
    /// The same as the key for beginning, for any other key.
    AnyBegins,
    /// The same as the key for a pause, for any other key.
    AnyPauses,
    /// The keys.
    Help,
    /// The next position.
    NextPosition,
    /// The position before.
    PreviousPosition,
    /// A longer session.
    MoreTime,
    /// A shorter session.
    LessTime,
    /// Breath holds on or off.
    Holds,
    /// Small squeezes on or off.
    Squeezes,
    /// The parts of a scan that wait to be asked for, on or off.
    AskedParts,
    /// The optional steps left out, or in again.
    WithoutOptional,
    /// Neutral words for the pelvic region, or plain anatomical ones.
    OtherWords,
    /// The grounding session.
    Ground,
    /// The programmes.
    Programmes,
    /// The week after the one that is shown.
    NextWeek,
    /// The week before it.
    PreviousWeek,
    /// Follow this programme, and keep the week that is shown.
    Follow,
    /// Stop following it.
    Unfollow,
    /// A therapist chose this week with the person, or not after all.
    Unlock,
    /// When to stop, and where to get help.
    WhenToStop,
    /// The cards to read.
    Cards,
    /// Search the list.
    Search,
    /// Take back a letter of what is searched for.
    Erase,
    /// Mark a session as a favourite, or take the mark away.
    Favourite,
    /// The settings.
    Settings,
    /// The choice after the one that holds.
    NextChoice,
    /// The choice before it.
    PreviousChoice,
    /// Read the chosen card.
    Read,
    /// The next page.
    NextPage,
    /// The page before.
    PreviousPage,
    /// A screenful on in a text.
    ScreenDown,
    /// A screenful back in a text.
    ScreenUp,
    /// Another picture of the breath.
    NextPicture,
    /// The names beside the picture of the body, or none.
    Names,
    /// Hold the phase open that is under way, or go on from it; in the clinic.
    HoldOpen,
    /// Tap along with somebody's breath; in the clinic.
    Tap,
    /// Show less on the screen, or all of it again; in the clinic.
    Bare,
    /// What the position looks like, as large as there is room.
    Drawing,
    /// Stop the program as a job, to come back to it.
    Suspend,
}

/// Keys that ask for the same thing in the same place. The first is the one that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where.
    pub place: Place,
    /// Which keys.
    pub keys: &'static [Key],
    /// What they ask for.
    pub action: Action,
    /// Whether the footer shows it, where there is room.
    pub in_footer: bool,
}

/// A binding that the footer shows.
const fn shown(place: Place, keys: &'static [Key], action: Action) -> Binding {
    Binding {
        place,
        keys,
        action,
        in_footer: true,
    }
}

/// A binding that only the help shows.
const fn known(place: Place, keys: &'static [Key], action: Action) -> Binding {
    Binding {
        place,
        keys,
        action,
        in_footer: false,
    }
}

use Key::Ctrl;

/// The tables. Each place is in one of them.
static TABLES: [&[Binding]; 4] = [
    before::TABLE,
    eyes_closed::TABLE,
    session::TABLE,
    sheets::TABLE,
];

/// Keys that mean the same everywhere.
static EVERYWHERE: &[(Key, Action)] = &[
    (Ctrl('c'), Action::Leave),
    (Ctrl('d'), Action::Leave),
    (Ctrl('z'), Action::Suspend),
];

/// What a key asks for in a place, if anything.
pub fn action_for(place: Place, key: Key) -> Option<Action> {
    let everywhere = EVERYWHERE
        .iter()
        .find(|(k, _)| *k == key)
        .map(|(_, action)| *action);
    everywhere.or_else(|| {
        bindings(place)
            .find(|binding| binding.keys.contains(&key))
            .map(|binding| binding.action)
            .or(place.any_key())
    })
}

/// The bindings of a place, what matters most first.
pub fn bindings(place: Place) -> impl Iterator<Item = &'static Binding> {
    let all = TABLES.iter().copied().flatten();
    all.filter(move |binding| binding.place == place)
}

#[cfg(test)]
mod tests;
