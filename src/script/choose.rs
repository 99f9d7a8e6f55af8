//! Reads values that are one of a few words: a gate, a sound, a side, a place in the text.
//!
//! Each reader reports what is wrong and answers `None`.

use std::ops::Range;

use toml::de::DeValue;

use super::limits::LIST;
use super::names::file;
use super::parsed::Side;
use super::placeholders;
use super::reader::Given;
use super::schema::{STEP, words_of};
use super::suggest;
use super::values::{list, text, title, words};
use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::session::Sound;
use crate::text::Clean;

/// One of a few words, as its place in their list.
pub(super) fn choice(given: Given<'_, '_>, words: &'static [&'static str]) -> Option<usize> {
    if !given.get().is_str() {
        given.reader.report(not_a_word(given, words));
        return None;
    }
    let typed = text(given)?;
    let found = words.iter().position(|word| *word == &*typed);
    if found.is_none() {
        given
            .reader
            .report(not_one_of(given.key, given.span(), &typed, words));
    }
    found
}

/// One of a few words or a list of them, as their places in the list of all.
pub(super) fn several(given: Given<'_, '_>, words: &'static [&'static str]) -> Option<Vec<usize>> {
    let chosen = list(given, LIST, text)?;
    let places = chosen.into_iter().map(|typed| {
        let place = words.iter().position(|word| *word == &*typed.value);
        if place.is_none() {
            given
                .reader
                .report(not_one_of(given.key, typed.span, &typed.value, words));
        }
        place
    });
    let mut places = places
        .collect::<Vec<_>>()
        .into_iter()
        .collect::<Option<Vec<_>>>()?;
    let mut seen = 0_u64;
    places.retain(|place| {
        let new = seen & (1 << place) == 0;
        seen |= 1 << place;
        new
    });
    Some(places)
}

/// `true`, `3` and the like where one of a few words goes. Without a sound is "none".
fn not_a_word(given: Given<'_, '_>, words: &[&str]) -> Diagnostic {
    let wrong = given.wrong_kind(&alternatives(words), &given.example());
    match given.get() {
        DeValue::Boolean(false) if words.contains(&"none") => wrong.fix(given.span(), "\"none\""),
        _ => wrong,
    }
}

fn not_one_of(key: &str, span: Range<usize>, typed: &str, words: &[&str]) -> Diagnostic {
    let message = format!("`{}` cannot be \"{}\"", quoted(key), quoted(typed));
    let found = Diagnostic::error(Rule::UnknownChoice, span.clone(), message)
        .help(format!("It can be {}.", alternatives(words)));
    match suggest::nearest(typed, words.iter().copied()) {
        Some(near) => found
            .label(format!("did you mean \"{near}\"?"))
            .fix(span, format!("\"{near}\"")),
        None => found.label("not one of these"),
    }
}

/// `"a", "b" or "c"`.
fn alternatives(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    match words.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => words.concat(),
    }
}

/// A sound: one of a few words, or a file beside the script.
pub(super) fn sound(given: Given<'_, '_>, words: &'static [&'static str]) -> Option<Sound> {
    if !given.get().is_str() {
        given.reader.report(not_a_word(given, words));
        return None;
    }
    let typed = text(given)?;
    if typed.contains(['.', '/', '\\']) {
        return file(given).map(Sound::File);
    }
    own_sound(given, words)
}

/// A sound of softly's own, or none.
pub(super) fn own_sound(given: Given<'_, '_>, words: &'static [&'static str]) -> Option<Sound> {
    Some(match words[choice(given, words)?] {
        "none" => Sound::None,
        named => Sound::Named(named),
    })
}

/// The sides of a stretch.
pub(super) fn sides(given: Given<'_, '_>) -> Option<Vec<Side>> {
    let words = words_of(&STEP, "sides");
    if let DeValue::Array(entries) = given.get() {
        let own = list(given, 2, text)?;
        if entries.len() == 2 {
            return Some(own.into_iter().map(|side| Side::Own(side.value)).collect());
        }
        let wrong = given.wrong_kind(
            "\"left\", \"right\", \"both\" or a list of two sides",
            "sides = [\"left\", \"right\"]",
        );
        given.reader.report(wrong);
        return None;
    }
    if let DeValue::String(typed) = given.get()
        && means_both(typed)
    {
        let message = format!("`sides` cannot be \"{}\"", quoted(typed));
        given.reader.report(
            Diagnostic::error(Rule::UnknownChoice, given.span(), message)
                .label("did you mean \"both\"?")
                .help("\"both\" is the left side and then the right.")
                .help("In other words of your own it is a list: sides = [\"one leg\", \"the other leg\"].")
                .fix(given.span(), "\"both\""),
        );
        return None;
    }
    Some(match words[choice(given, words)?] {
        "both" => vec![Side::Left, Side::Right],
        "left" => vec![Side::Left],
        _ => vec![Side::Right],
    })
}

/// `left and right`, `l+r`, `both sides`, `each side`: other words for both.
fn means_both(typed: &str) -> bool {
    let lower = typed.to_lowercase();
    let words: Vec<_> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let any = |some: &[&str]| some.iter().any(|word| words.contains(word));
    let left_and_right = any(&["left", "l"]) && any(&["right", "r"]);
    let all = any(&[
        "both",
        "each",
        "two",
        "2",
        "every",
        "alternate",
        "alternating",
        "bilateral",
    ]);
    lower != "both" && (left_and_right || all)
}

/// A text of a step, which may have placeholders in it.
pub(super) fn line(given: Given<'_, '_>) -> Option<Clean> {
    known_placeholders(given, text(given)?)
}

/// A title of a step, which may have placeholders in it.
pub(super) fn step_title(given: Given<'_, '_>) -> Option<Clean> {
    known_placeholders(given, title(given)?)
}

/// A cue: a line that may be empty.
pub(super) fn cue(given: Given<'_, '_>) -> Option<Clean> {
    known_placeholders(given, words(given)?)
}

fn known_placeholders(given: Given<'_, '_>, text: Clean) -> Option<Clean> {
    let known = |name: &str| placeholders::ALL.iter().any(|(known, _)| *known == name);
    let stranger = placeholders::find(&text).find(|(_, name)| !known(name));
    let Some((_, name)) = stranger else {
        return Some(text);
    };
    given.reader.report(stranger_in_brackets(given, name));
    None
}

fn stranger_in_brackets(given: Given<'_, '_>, name: &str) -> Diagnostic {
    // The place in the file, where the text stands there as it is.
    let written = given.written();
    let braced = format!("{{{name}}}");
    let span = match written.find(&braced) {
        Some(at) => given.span().start + at..given.span().start + at + braced.len(),
        None => given.span(),
    };
    let message = format!("softly does not know what {{{}}} stands for", quoted(name));
    let known = placeholders::ALL.map(|(known, _)| known);
    let found = Diagnostic::error(Rule::UnknownPlaceholder, span.clone(), message)
        .help("Words in curly brackets are filled in by softly: {side} in a stretch, {part} in a scan, {n} and {of} inside a repeat. Anything else goes without the brackets.");
    match suggest::nearest(name, known) {
        Some(near) => {
            let found = found.label(format!("did you mean {{{near}}}?"));
            if span.len() == braced.len() {
                found.fix(span, format!("{{{near}}}"))
            } else {
                found
            }
        }
        None => found.label("not known"),
    }
}
