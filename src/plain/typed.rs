//! What a typed line means on the screen that is shown: a key, a number, a name, a word.
//!
//! Letters mean what the same keys mean on the screen. Nobody is scolded for a line that means
//! nothing: they hear so, and how to find out more.

use super::find::{
    card_called, programme_called, row_numbered, row_of, row_of_week, session_called,
    session_numbered,
};
use super::keys::is_for_the_eye;
use super::midway::numbered_steps;
use super::settings;
use crate::app::{Action, App, Over, Place, Screen, Sheet, Wish, action_for};
use crate::key::Key;
use crate::pages::Set;
use crate::text::show;
use crate::words::Words;

/// What was typed is told back no longer than this, in letters.
const TOLD_BACK: usize = 20;

/// What a typed line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// A key.
    Key(Key),
    /// Something asked for in words.
    Wish(Wish),
    /// To hear the keys.
    Keys,
    /// To hear once more what is shown.
    Again,
    /// Nothing that could be done: what to say to that.
    Nothing(Vec<String>),
}

/// What a line means, from the keys that were pressed before Enter.
pub(super) fn meant(app: &App, typed: &[Key]) -> Meant {
    let letters = typed.iter().filter_map(|key| match key {
        Key::Char(letter) => Some(*letter),
        _ => None,
    });
    let text: String = letters.collect();
    match (typed, text.trim()) {
        // An arrow, typed on a line, still is one.
        ([key], "") if !matches!(key, Key::Char(_)) => key_meant(app, *key, ""),
        (_, "") => key_meant(app, Key::Enter, ""),
        (_, text) => text_meant(app, &text.to_lowercase()),
    }
}

fn text_meant(app: &App, text: &str) -> Meant {
    let aloud = &app.words.aloud;
    if let Ok(number) = text.parse() {
        return number_meant(app, number, text);
    }
    if let Some(letter) = one_letter(text) {
        return key_meant(app, Key::Char(letter), text);
    }
    if aloud.typed_back.contains(&text) {
        return key_meant(app, Key::Backspace, text);
    }
    if aloud.typed_leave.contains(&text) {
        return Meant::Key(Key::Char('q'));
    }
    if aloud.typed_help.contains(&text) {
        return Meant::Keys;
    }
    if aloud.typed_again.contains(&text) {
        return Meant::Again;
    }
    if let Some(wish) = minutes(app, text).or_else(|| settings::wish(app.words, text)) {
        return Meant::Wish(wish);
    }
    match found(app, text) {
        Some(Ok(row)) => Meant::Wish(Wish::Row(row)),
        Some(Err(said)) => Meant::Nothing(said),
        None => not_known(app, text),
    }
}

/// One letter, also where a hand that shakes has typed it twice.
fn one_letter(text: &str) -> Option<char> {
    let mut letters = text.chars();
    let first = letters.next()?;
    letters.all(|letter| letter == first).then_some(first)
}

fn key_meant(app: &App, key: Key, text: &str) -> Meant {
    let place = app.screen.place();
    let is = |letter: char| key == Key::Char(letter);
    match (place, action_for(place, key)) {
        // On the screen this key leads back; Enter does so here, and it leads on.
        (Place::Safety, _) if is('w') => Meant::Key(Key::Right),
        // Whoever asks for the ground is not asked to turn to the first page for it.
        (Place::Safety, _) if is('g') => Meant::Wish(Wish::Ground),
        (_, Some(Action::Help)) => Meant::Keys,
        (_, Some(action)) if moves_nothing(place, action) => not_known(app, text),
        (_, Some(action)) if app.offers(&app.screen, action) => Meant::Key(key),
        (_, Some(action)) if turns(action) => Meant::Nothing(Vec::new()),
        _ => not_known(app, text),
    }
}

/// Whether a key would only move text on a screen, and nothing that is told in lines.
fn moves_nothing(place: Place, action: Action) -> bool {
    let in_list = matches!(
        place,
        Place::Library
            | Place::Programmes
            | Place::Programme
            | Place::Cards
            | Place::Steps
            | Place::Settings
    );
    is_for_the_eye(action) && !in_list
}

/// Whether a key turns to something that may have a last one.
const fn turns(action: Action) -> bool {
    matches!(
        action,
        Action::NextPage | Action::PreviousPage | Action::NextWeek | Action::PreviousWeek
    )
}

fn number_meant(app: &App, number: usize, text: &str) -> Meant {
    let words = app.words;
    let found = match &app.screen {
        Screen::Library(_) => session_numbered(app, number),
        Screen::Programmes(_) => row_of(words, app.programmes.len(), number),
        Screen::Programme(at) => row_of_week(app, at, number),
        Screen::Over(Over {
            sheet: Sheet::Cards(_),
            ..
        }) => row_of(words, Set::Cards.pages(app.words.language).len(), number),
        Screen::Over(Over {
            sheet: Sheet::Settings(settings),
            ..
        }) => row_of(words, settings.group.rows().count(), number),
        Screen::Over(Over {
            sheet: Sheet::Steps(steps),
            ..
        }) => row_numbered(words, &numbered_steps(steps), number),
        Screen::Over(Over {
            sheet: Sheet::Lighter(lighter),
            ..
        }) => return position_meant(words, lighter.positions.len(), number),
        // The keys for the parts of the sound.
        Screen::Playing(_) => return key_of_number(app, number, text),
        Screen::Settle(settle) => {
            return position_meant(words, settle.session.positions.len(), number);
        }
        _ => return not_known(app, text),
    };
    match found {
        Ok(row) => Meant::Wish(Wish::Row(row)),
        Err(said) => Meant::Nothing(said),
    }
}

/// A number as the key with that digit.
fn key_of_number(app: &App, number: usize, text: &str) -> Meant {
    let digit = u32::try_from(number).ok();
    let digit = digit.and_then(|number| char::from_digit(number, 10));
    match digit {
        Some(digit) => key_meant(app, Key::Char(digit), text),
        None => not_known(app, text),
    }
}

fn position_meant(words: &Words, count: usize, number: usize) -> Meant {
    match row_of(words, count, number) {
        Ok(position) => Meant::Wish(Wish::Position(position)),
        Err(said) => Meant::Nothing(said),
    }
}

/// "minutes 5" or "5 minutes", at a set-up.
fn minutes(app: &App, text: &str) -> Option<Wish> {
    if !matches!(app.screen, Screen::Settle(_)) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_minutes = |word: &str| app.words.aloud.typed_minutes.contains(&word);
    let number = match *words {
        [word, number] if is_minutes(word) => number,
        [number, word] if is_minutes(word) => number,
        _ => return None,
    };
    number.parse().ok().map(Wish::Minutes)
}

/// The row of the list that is shown which a name leads to.
fn found(app: &App, text: &str) -> Option<Result<usize, Vec<String>>> {
    match &app.screen {
        Screen::Library(_) => Some(session_called(app, text)),
        Screen::Programmes(_) => Some(programme_called(app, text)),
        Screen::Over(Over {
            sheet: Sheet::Cards(_),
            ..
        }) => Some(card_called(app, text)),
        Screen::Over(Over {
            sheet: Sheet::Settings(at),
            ..
        }) => settings::row_called(app.words, at.group, text).map(Ok),
        _ => None,
    }
}

/// What to say to what means nothing here.
fn not_known(app: &App, text: &str) -> Meant {
    let words = app.words;
    let cut: String = text.chars().take(TOLD_BACK).collect();
    let typed = match one_letter(text) {
        Some(sign) => (words.aloud.sign)(sign).map_or(cut, str::to_owned),
        None => cut,
    };
    let mut said = Vec::new();
    if !typed.is_empty() {
        let typed = show(&typed);
        said.push(words.said(|aloud, out| (aloud.not_known)(out, &typed)));
    }
    said.push(words.aloud.how_to_hear_keys.to_owned());
    Meant::Nothing(said)
}
