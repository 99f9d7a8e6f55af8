//! The keys of a place as sentences: the same table as on the screen, without the keys that only
//! move about in what is shown, and with what can be typed in words.

use std::borrow::Cow;

use super::opening::with_capital;
use crate::app::{Action, App, Binding, Place, Screen, bindings};
use crate::key::Key;
use crate::words::Words;

/// All keys of the screen that is shown, and what else can be typed there, line by line.
pub(super) fn keys(app: &App) -> Vec<String> {
    let aloud = &app.words.aloud;
    let place = app.screen.place();
    let mut lines = vec![aloud.each_key.to_owned()];
    lines.extend(lines_of(app, |_| true));
    lines.extend(in_words(app, place).into_iter().map(str::to_owned));
    lines
}

/// The keys for some of what can be asked for on the screen that is shown.
pub(super) fn lines_of(app: &App, wanted: impl Fn(Action) -> bool) -> Vec<String> {
    bindings(app.screen.place())
        .filter(|binding| wanted(binding.action) && app.offers(&app.screen, binding.action))
        // At the set-up a number is a position.
        .filter(|binding| binding.place != Place::Settle || binding.action.part().is_none())
        .filter_map(|binding| line(app.words, binding))
        .collect()
}

/// What can be typed in words and numbers in a place.
fn in_words(app: &App, place: Place) -> Vec<&'static str> {
    let aloud = &app.words.aloud;
    let lines = match (place, &app.screen) {
        (Place::Library | Place::Programmes | Place::Programme | Place::Cards, _) => {
            [Some(aloud.number_opens), None]
        }
        (Place::Settle, Screen::Settle(settle)) => {
            let several = settle.session.positions.len() > 1;
            [
                several.then_some(aloud.number_is_position),
                Some(aloud.how_to_ask_for_minutes),
            ]
        }
        _ => [None, None],
    };
    let lines = lines.into_iter().flatten();
    lines.chain([aloud.how_to_hear_again]).collect()
}

/// A key and what it does.
fn line(words: &Words, binding: &Binding) -> Option<String> {
    if is_for_the_eye(binding.action) || binding.action == Action::Help {
        return None;
    }
    let (_, does) = (words.actions)(binding.action);
    Some(format!("{}. {does}.", spoken(words, binding.keys)?))
}

/// Whether an action only moves about in what is shown, or changes only how it looks.
pub(super) const fn is_for_the_eye(action: Action) -> bool {
    matches!(
        action,
        Action::Up
            | Action::Down
            | Action::First
            | Action::Last
            | Action::ScreenDown
            | Action::ScreenUp
            | Action::Suspend
            | Action::Fade
            | Action::NextPicture
            | Action::Names
            | Action::Drawing
            | Action::Bare
            | Action::Search
    )
}

/// How the best of some keys to type on a line is spoken; none where none of them can be typed.
pub(super) fn spoken(words: &Words, keys: &[Key]) -> Option<Cow<'static, str>> {
    let named = keys.iter().filter_map(|key| name(words, *key));
    named.min_by_key(|(rank, _)| *rank).map(|(_, name)| name)
}

/// What a key is called, and how gladly it is told: a letter that stands for its word rather than
/// one that stands for an arrow.
fn name(words: &Words, key: Key) -> Option<(u8, Cow<'static, str>)> {
    let aloud = &words.aloud;
    Some(match key {
        Key::Enter => (0, with_capital(words.keys.enter).into()),
        Key::Char(arrow @ ('h' | 'j' | 'k' | 'l')) => (3, arrow.to_string().into()),
        Key::Char(letter) if letter.is_alphanumeric() => (1, letter.to_string().into()),
        // With a hand less on most keyboards than the sign above it.
        Key::Char(sign @ ('<' | '>')) => (3, (aloud.sign)(sign)?.into()),
        Key::Char(sign) => (2, (aloud.sign)(sign)?.into()),
        Key::Tab => (4, with_capital(words.keys.tab).into()),
        Key::Backspace => (4, (*aloud.typed_back.first()?).into()),
        _ => return None,
    })
}
