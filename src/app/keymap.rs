//! The one table of keys. Input, footer, help, README and man page all read it.

mod place;

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

use Key::{
    Backspace, Char, Ctrl, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

/// The table. Within a place, what matters most comes first: the footer drops from the right.
static TABLE: &[Binding] = &[
    shown(
        Place::Library,
        &[Enter, Char(' '), Right, Char('l')],
        Action::Open,
    ),
    shown(Place::Library, &[Char('q'), Esc], Action::Leave),
    shown(Place::Library, &[Char('w')], Action::WhenToStop),
    shown(Place::Library, &[Char('?')], Action::Help),
    shown(Place::Library, &[Char('c')], Action::Cards),
    shown(Place::Library, &[Char('p')], Action::Programmes),
    shown(Place::Library, &[Char('/')], Action::Search),
    shown(Place::Library, &[Char('s')], Action::Settings),
    shown(Place::Library, &[Char('f')], Action::Favourite),
    shown(Place::Library, &[Down, Char('j')], Action::Down),
    shown(Place::Library, &[Up, Char('k')], Action::Up),
    known(Place::Library, &[PageDown], Action::ScreenDown),
    known(Place::Library, &[PageUp], Action::ScreenUp),
    known(Place::Library, &[Home], Action::First),
    known(Place::Library, &[End], Action::Last),
    known(Place::Library, &[Char('m')], Action::Mute),
    known(Place::Library, &[Char('v')], Action::OtherWords),
    shown(Place::Search, &[Enter], Action::Open),
    shown(Place::Search, &[Esc], Action::Back),
    shown(Place::Search, &[Backspace], Action::Erase),
    shown(Place::Search, &[Down], Action::Down),
    shown(Place::Search, &[Up], Action::Up),
    known(Place::Search, &[PageDown], Action::ScreenDown),
    known(Place::Search, &[PageUp], Action::ScreenUp),
    known(Place::Search, &[Home], Action::First),
    known(Place::Search, &[End], Action::Last),
    shown(Place::Note, &[Enter, Char(' ')], Action::GoOn),
    shown(Place::Note, &[Char('q')], Action::Leave),
    shown(Place::Note, &[Char('w')], Action::WhenToStop),
    shown(Place::Note, &[Esc, Backspace], Action::Back),
    shown(Place::Note, &[Char('?')], Action::Help),
    known(Place::Note, &[Char('s')], Action::Settings),
    known(Place::Note, &[Down, Char('j')], Action::Down),
    known(Place::Note, &[PageDown], Action::ScreenDown),
    known(Place::Note, &[Up, Char('k')], Action::Up),
    known(Place::Note, &[PageUp], Action::ScreenUp),
    shown(Place::Therapist, &[Char('t')], Action::Agree),
    shown(Place::Therapist, &[Char('q')], Action::Leave),
    shown(Place::Therapist, &[Char('w')], Action::WhenToStop),
    shown(Place::Therapist, &[Esc, Backspace], Action::Back),
    shown(Place::Therapist, &[Char('?')], Action::Help),
    known(Place::Therapist, &[Char('s')], Action::Settings),
    known(Place::Therapist, &[Enter, Char(' ')], Action::WhichKey),
    known(Place::Therapist, &[Down, Char('j')], Action::Down),
    known(Place::Therapist, &[PageDown], Action::ScreenDown),
    known(Place::Therapist, &[Up, Char('k')], Action::Up),
    known(Place::Therapist, &[PageUp], Action::ScreenUp),
    shown(
        Place::Programmes,
        &[Enter, Char(' '), Right, Char('l')],
        Action::Open,
    ),
    shown(Place::Programmes, &[Char('q')], Action::Leave),
    shown(Place::Programmes, &[Char('w')], Action::WhenToStop),
    shown(
        Place::Programmes,
        &[Esc, Backspace, Left, Char('h')],
        Action::Back,
    ),
    shown(Place::Programmes, &[Char('?')], Action::Help),
    known(Place::Programmes, &[Char('s')], Action::Settings),
    shown(Place::Programmes, &[Down, Char('j')], Action::Down),
    shown(Place::Programmes, &[Up, Char('k')], Action::Up),
    known(Place::Programmes, &[PageDown], Action::ScreenDown),
    known(Place::Programmes, &[PageUp], Action::ScreenUp),
    known(Place::Programmes, &[Home], Action::First),
    known(Place::Programmes, &[End], Action::Last),
    shown(Place::Programme, &[Enter, Char(' ')], Action::Open),
    shown(Place::Programme, &[Char('q')], Action::Leave),
    shown(Place::Programme, &[Char('t')], Action::Unlock),
    shown(Place::Programme, &[Char('w')], Action::WhenToStop),
    shown(Place::Programme, &[Esc, Backspace], Action::Back),
    shown(Place::Programme, &[Right, Char('l')], Action::NextWeek),
    shown(Place::Programme, &[Char('f')], Action::Follow),
    shown(Place::Programme, &[Left, Char('h')], Action::PreviousWeek),
    shown(Place::Programme, &[Char('?')], Action::Help),
    known(Place::Programme, &[Char('u')], Action::Unfollow),
    known(Place::Programme, &[Char('s')], Action::Settings),
    known(Place::Programme, &[Down, Char('j')], Action::Down),
    known(Place::Programme, &[Up, Char('k')], Action::Up),
    known(Place::Programme, &[PageDown], Action::ScreenDown),
    known(Place::Programme, &[PageUp], Action::ScreenUp),
    known(Place::Programme, &[Home], Action::First),
    known(Place::Programme, &[End], Action::Last),
    shown(Place::Settle, &[Enter, Char(' ')], Action::Begin),
    shown(Place::Settle, &[Char('q')], Action::Leave),
    shown(Place::Settle, &[Char('w')], Action::WhenToStop),
    shown(Place::Settle, &[Right, Char('l')], Action::NextPosition),
    shown(Place::Settle, &[Char('d')], Action::Drawing),
    known(Place::Settle, &[Left, Char('h')], Action::PreviousPosition),
    shown(Place::Settle, &[Char('?')], Action::Help),
    shown(Place::Settle, &[Esc, Backspace], Action::Back),
    shown(Place::Settle, &[Char('b')], Action::Holds),
    shown(Place::Settle, &[Char('c')], Action::Squeezes),
    shown(Place::Settle, &[Char('a')], Action::AskedParts),
    shown(Place::Settle, &[Char('x')], Action::WithoutOptional),
    shown(Place::Settle, &[Char('<'), Char(',')], Action::LessTime),
    shown(Place::Settle, &[Char('>'), Char('.')], Action::MoreTime),
    known(Place::Settle, &[Char('+'), Char('=')], Action::Longer),
    known(Place::Settle, &[Char('-'), Char('_')], Action::Shorter),
    known(Place::Settle, &[Char('o')], Action::OwnPace),
    known(Place::Settle, &[Tab], Action::OtherAnchor),
    known(Place::Settle, &[Char('p')], Action::NextPicture),
    known(Place::Settle, &[Char('m')], Action::Mute),
    known(Place::Settle, &[Char('s')], Action::Settings),
    known(Place::Settle, &[Down, Char('j')], Action::Down),
    known(Place::Settle, &[PageDown], Action::ScreenDown),
    known(Place::Settle, &[Up, Char('k')], Action::Up),
    known(Place::Settle, &[PageUp], Action::ScreenUp),
    shown(Place::Playing, &[Char(' '), Enter], Action::Pause),
    shown(Place::Playing, &[Char('q')], Action::Leave),
    shown(Place::Playing, &[Char('w')], Action::WhenToStop),
    shown(Place::Playing, &[Char('?')], Action::Help),
    shown(Place::Playing, &[Right, Char('l'), Char('n')], Action::Skip),
    shown(Place::Playing, &[Char('o')], Action::OwnPace),
    shown(Place::Playing, &[Esc, Backspace], Action::Stop),
    shown(Place::Playing, &[Char('a'), Tab], Action::OtherAnchor),
    shown(Place::Playing, &[Char('i')], Action::Steps),
    shown(Place::Playing, &[Char('x')], Action::Lighter),
    shown(Place::Playing, &[Char('f')], Action::Fade),
    shown(Place::Playing, &[Char('m')], Action::Mute),
    shown(
        Place::Playing,
        &[Char('+'), Char('='), Up, Char('k')],
        Action::Longer,
    ),
    shown(
        Place::Playing,
        &[Char('-'), Char('_'), Down, Char('j')],
        Action::Shorter,
    ),
    shown(
        Place::Playing,
        &[Left, Char('h'), Char('b')],
        Action::StepBack,
    ),
    shown(Place::Playing, &[Char('p')], Action::NextPicture),
    shown(Place::Playing, &[Char('d')], Action::Names),
    shown(Place::Playing, &[Char('t')], Action::Tap),
    shown(Place::Playing, &[Char('.')], Action::HoldOpen),
    shown(Place::Playing, &[Char('e')], Action::Bare),
    known(Place::Playing, &[Char('s')], Action::Settings),
    known(Place::Playing, &[Char('g')], Action::Ground),
    shown(Place::Steps, &[Enter, Char(' ')], Action::GoTo),
    shown(Place::Steps, &[Char('q')], Action::Leave),
    shown(Place::Steps, &[Char('w')], Action::WhenToStop),
    shown(Place::Steps, &[Esc, Char('i'), Backspace], Action::Back),
    shown(Place::Steps, &[Char('?')], Action::Help),
    known(Place::Steps, &[Down, Char('j')], Action::Down),
    known(Place::Steps, &[Up, Char('k')], Action::Up),
    known(Place::Steps, &[PageDown], Action::ScreenDown),
    known(Place::Steps, &[PageUp], Action::ScreenUp),
    known(Place::Steps, &[Home], Action::First),
    known(Place::Steps, &[End], Action::Last),
    shown(Place::Lighter, &[Enter, Char(' ')], Action::TakePosition),
    shown(Place::Lighter, &[Char('q')], Action::Leave),
    shown(Place::Lighter, &[Char('w')], Action::WhenToStop),
    shown(Place::Lighter, &[Esc, Char('x'), Backspace], Action::Back),
    shown(Place::Lighter, &[Right, Char('l')], Action::NextPosition),
    known(Place::Lighter, &[Left, Char('h')], Action::PreviousPosition),
    shown(Place::Lighter, &[Char('?')], Action::Help),
    known(Place::Lighter, &[Down, Char('j')], Action::Down),
    known(Place::Lighter, &[PageDown], Action::ScreenDown),
    known(Place::Lighter, &[Up, Char('k')], Action::Up),
    known(Place::Lighter, &[PageUp], Action::ScreenUp),
    shown(Place::Closing, &[Char('q')], Action::Leave),
    shown(Place::Closing, &[Char('w')], Action::WhenToStop),
    shown(
        Place::Closing,
        &[Enter, Char(' '), Esc, Backspace],
        Action::Back,
    ),
    shown(Place::Closing, &[Char('g')], Action::Ground),
    known(Place::Closing, &[Char('?')], Action::Help),
    known(Place::Closing, &[Char('s')], Action::Settings),
    known(Place::Closing, &[Down, Char('j')], Action::Down),
    known(Place::Closing, &[PageDown], Action::ScreenDown),
    known(Place::Closing, &[Up, Char('k')], Action::Up),
    known(Place::Closing, &[PageUp], Action::ScreenUp),
    shown(
        Place::Help,
        &[Esc, Char('?'), Enter, Char(' '), Backspace],
        Action::Back,
    ),
    shown(Place::Help, &[Char('q')], Action::Leave),
    shown(Place::Help, &[Char('w')], Action::WhenToStop),
    known(Place::Help, &[Down, Char('j')], Action::Down),
    known(Place::Help, &[PageDown], Action::ScreenDown),
    known(Place::Help, &[Up, Char('k')], Action::Up),
    known(Place::Help, &[PageUp], Action::ScreenUp),
    shown(
        Place::Cards,
        &[Enter, Char(' '), Right, Char('l')],
        Action::Read,
    ),
    shown(Place::Cards, &[Char('q')], Action::Leave),
    shown(Place::Cards, &[Char('w')], Action::WhenToStop),
    shown(Place::Cards, &[Esc, Char('c'), Backspace], Action::Back),
    shown(Place::Cards, &[Char('?')], Action::Help),
    known(Place::Cards, &[Char('v')], Action::OtherWords),
    known(Place::Cards, &[Down, Char('j')], Action::Down),
    known(Place::Cards, &[Up, Char('k')], Action::Up),
    known(Place::Cards, &[PageDown], Action::ScreenDown),
    known(Place::Cards, &[PageUp], Action::ScreenUp),
    known(Place::Cards, &[Home], Action::First),
    known(Place::Cards, &[End], Action::Last),
    shown(
        Place::Settings,
        &[Right, Char('l'), Enter, Char(' ')],
        Action::NextChoice,
    ),
    shown(Place::Settings, &[Char('q')], Action::Leave),
    shown(Place::Settings, &[Char('w')], Action::WhenToStop),
    shown(Place::Settings, &[Esc, Char('s'), Backspace], Action::Back),
    shown(Place::Settings, &[Char('?')], Action::Help),
    shown(Place::Settings, &[Left, Char('h')], Action::PreviousChoice),
    shown(Place::Settings, &[Down, Char('j')], Action::Down),
    shown(Place::Settings, &[Up, Char('k')], Action::Up),
    known(Place::Settings, &[PageDown], Action::ScreenDown),
    known(Place::Settings, &[PageUp], Action::ScreenUp),
    known(Place::Settings, &[Home], Action::First),
    known(Place::Settings, &[End], Action::Last),
    known(Place::Settings, &[Char('v')], Action::OtherWords),
    known(Place::Settings, &[Char('m')], Action::Mute),
    shown(
        Place::Card,
        &[Esc, Enter, Char(' '), Backspace],
        Action::Back,
    ),
    shown(Place::Card, &[Char('q')], Action::Leave),
    shown(Place::Card, &[Char('w')], Action::WhenToStop),
    shown(Place::Card, &[Right, Char('l')], Action::NextPage),
    shown(Place::Card, &[Left, Char('h')], Action::PreviousPage),
    shown(Place::Card, &[Char('?')], Action::Help),
    known(Place::Card, &[Char('v')], Action::OtherWords),
    known(Place::Card, &[Down, Char('j')], Action::Down),
    known(Place::Card, &[Up, Char('k')], Action::Up),
    known(Place::Card, &[PageDown], Action::ScreenDown),
    known(Place::Card, &[PageUp], Action::ScreenUp),
    shown(
        Place::Drawing,
        &[Esc, Char('d'), Enter, Char(' '), Backspace],
        Action::Back,
    ),
    shown(Place::Drawing, &[Char('q')], Action::Leave),
    shown(Place::Drawing, &[Char('w')], Action::WhenToStop),
    shown(Place::Drawing, &[Right, Char('l')], Action::NextPosition),
    known(Place::Drawing, &[Left, Char('h')], Action::PreviousPosition),
    shown(Place::Drawing, &[Char('?')], Action::Help),
    known(Place::Drawing, &[Down, Char('j')], Action::Down),
    known(Place::Drawing, &[Up, Char('k')], Action::Up),
    known(Place::Drawing, &[PageDown], Action::ScreenDown),
    known(Place::Drawing, &[PageUp], Action::ScreenUp),
    shown(
        Place::Safety,
        &[Esc, Char('w'), Enter, Char(' '), Backspace],
        Action::Back,
    ),
    shown(Place::Safety, &[Char('q')], Action::Leave),
    shown(Place::Safety, &[Right, Char('l')], Action::NextPage),
    shown(Place::Safety, &[Left, Char('h')], Action::PreviousPage),
    shown(Place::Safety, &[Char('g')], Action::Ground),
    shown(Place::Safety, &[Char('?')], Action::Help),
    known(Place::Safety, &[Down, Char('j')], Action::Down),
    known(Place::Safety, &[Up, Char('k')], Action::Up),
    known(Place::Safety, &[PageDown], Action::ScreenDown),
    known(Place::Safety, &[PageUp], Action::ScreenUp),
    shown(Place::Notes, &[Char('q'), Esc], Action::Leave),
    shown(Place::Notes, &[Char('w')], Action::WhenToStop),
    shown(Place::Notes, &[Char('?')], Action::Help),
    shown(Place::Notes, &[Down, Char('j')], Action::Down),
    shown(Place::Notes, &[Up, Char('k')], Action::Up),
    known(Place::Notes, &[PageDown], Action::ScreenDown),
    known(Place::Notes, &[PageUp], Action::ScreenUp),
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
    })
}

/// The bindings of a place, what matters most first.
pub fn bindings(place: Place) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |binding| binding.place == place)
}

#[cfg(test)]
mod tests;
