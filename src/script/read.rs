//! From text to a [`Script`] and everything that could not be read. It never fails.
//!
//! Here stands which name holds which kind of value; steps are in `step`. What the values mean
//! together is in `lower`.

mod by_line;
mod recorded;
mod reworded;
mod step;
mod timed;

use toml::de::{DeTable, DeValue};

pub(super) use self::reworded::reworded;
use super::catalogue;
use super::choose::{choice, own_sound, several, sound};
use super::limits::STEPS;
use super::names::{date, language};
use super::parsed::{At, CheckIn, Script, Sounds, Step, Texts};
use super::reader::{Given, Reader, Table};
use super::schema::{CHECK_IN, POSITION, SESSION, SOUNDS, words_of};
use super::syntax::{self, Broken};
use super::values::{count, flag, text, texts, time, title, words};
use crate::diagnostic::{Diagnostic, Rule};
use crate::session::Position;

/// Reads the text of a session file.
pub fn read(text: &str) -> (Script, Vec<Diagnostic>) {
    syntax::parse(text, |document, errors| {
        let (mut found, broken) = syntax::explain(text, errors);
        let reader = Reader::new(text);
        let script = script(&reader, document, &broken);
        // What stands on a line that could not be read is not a second mistake.
        let rest = reader.into_found().into_iter();
        found.extend(rest.filter(|finding| !broken.touches(&finding.span)));
        (script, found)
    })
}

fn script(reader: &Reader<'_>, document: &DeTable<'_>, broken: &Broken) -> Script {
    let table = Table::new(reader, document, 0..0, &SESSION);
    let mut steps = Vec::new();
    let read_steps = table.field("step", |given| {
        steps = steps_of(given, broken)?;
        Some(())
    });
    let script = Script {
        softly: table.field("softly", count),
        title: table.field("title", title),
        menu_title: table.field("menu-title", title),
        id: table.field("id", text),
        by: table.field("by", text),
        language: table.field("language", language),
        about: table.field("about", text),
        strands: table.field("strands", |given| {
            several(given, words_of(&SESSION, "strands"))
        }),
        sources: table.field("sources", texts),
        confidence: table.field("confidence", text),
        reviewed_by: table.field("reviewed-by", words),
        reviewed_on: table.field("reviewed-on", date),
        position: table.field("position", texts),
        cautions: table.field("cautions", texts),
        stop_if: table.field("stop-if", texts),
        gate: table.field("gate", |given| choice(given, words_of(&SESSION, "gate"))),
        holds: table.field("holds", flag),
        shortest: table.field("shortest", time),
        longest: table.field("longest", time),
        limits_without_unit: ["shortest", "longest"].map(|key| table.is_number(key)),
        check_in: table.field("check-in", check_in),
        sounds: table.field("sounds", sounds),
        recordings: table.field("recordings", |given| {
            recorded::recorded(once(given, "[recordings]"))
        }),
        anatomical: table.field("anatomical", |given| {
            reworded::reworded(once(given, "[anatomical]"))
        }),
        own_positions: table.field("own-position", own_positions),
        steps,
        steps_unclear: read_steps.is_wrong() || broken.any(),
        broken: broken.before_the_steps(),
        end: reader.text.len(),
        unread: broken.spans().to_vec(),
    };
    table.finish();
    script
}

fn steps_of(given: Given<'_, '_>, broken: &Broken) -> Option<Vec<Step>> {
    match given.get() {
        DeValue::Array(_) => listed(given, STEPS, broken),
        DeValue::Table(_) => {
            given.reader.report(single_brackets("step", given.span()));
            Some(step::step(given, broken).into_iter().collect())
        }
        _ => {
            let wrong = given.wrong_kind("a line of its own: [[step]]", "[[step]]");
            given.reader.report(wrong);
            None
        }
    }
}

/// The steps of a list, up to as many as there may be.
fn listed(given: Given<'_, '_>, most: usize, broken: &Broken) -> Option<Vec<Step>> {
    let DeValue::Array(entries) = given.get() else {
        return None;
    };
    if let Some(first_too_many) = entries.get(most) {
        let message = format!(
            "there are {} steps here; there can be {most}",
            entries.len()
        );
        let found = Diagnostic::error(Rule::TooMany, first_too_many.span(), message);
        given.reader.report(found.label("too many from here on"));
    }
    let steps = entries.iter().take(most);
    let read = steps.filter_map(|entry| step::step(given.with(entry), broken));
    Some(read.collect())
}

/// `[step]` where `[[step]]` is meant, and `[week]` where `[[week]]` is.
pub(super) fn single_brackets(noun: &str, span: std::ops::Range<usize>) -> Diagnostic {
    let message = format!("a {noun} begins with two square brackets on each side");
    Diagnostic::error(Rule::SingleBrackets, span.clone(), message)
        .label(format!("write [[{noun}]]"))
        .help(format!(
            "Every {noun} begins with a line that says [[{noun}]] and nothing else."
        ))
        .fix(span, format!("[[{noun}]]"))
}

fn answers(given: Given<'_, '_>) -> Option<Texts> {
    if matches!(given.get(), DeValue::Integer(_) | DeValue::Float(_)) {
        let wrong = given.wrong_kind("a list of texts", &given.example());
        let help = "For numbers from 0 to 10, write what the two ends mean after `low` and `high`, in place of this line.";
        given.reader.report(wrong.help(help));
        return None;
    }
    texts(given)
}

/// What stands under a heading that there is only once, also where it is in double brackets.
fn once<'r, 's>(given: Given<'r, 's>, heading: &str) -> Given<'r, 's> {
    let DeValue::Array(entries) = given.get() else {
        return given;
    };
    let Some(first) = entries
        .first()
        .filter(|_| given.written().starts_with("[["))
    else {
        return given;
    };
    let message = format!("there is one {heading}, in single square brackets");
    let found = Diagnostic::error(Rule::WrongKind, given.span(), message);
    given.reader.report(if entries.len() == 1 {
        found
            .label(format!("write {heading}"))
            .fix(given.span(), heading)
    } else {
        found
            .label("there is more than one")
            .help("Keep one of them.")
    });
    given.with(first)
}

/// `sounds = "none"`, where no sound at all is wanted.
fn no_sounds(given: Given<'_, '_>) -> Option<Diagnostic> {
    let none = match given.get() {
        DeValue::Boolean(sounds) => !sounds,
        DeValue::String(text) => ["none", "off", "no", "silent", "silence"]
            .contains(&text.trim().to_lowercase().as_str()),
        _ => false,
    };
    none.then(|| {
        let all: Vec<_> = SOUNDS
            .names()
            .map(|name| format!("{name} = \"none\""))
            .collect();
        given
            .wrong_kind("written in curly brackets", &given.example())
            .help("Each kind of sound is named by itself.")
            .fix(given.span(), format!("{{ {} }}", all.join(", ")))
    })
}

fn check_in(given: Given<'_, '_>) -> Option<CheckIn> {
    let example = "check-in = { ask = \"How is it to be here?\" }";
    let table = Table::within(once(given, "[check-in]"), &CHECK_IN, example)?;
    let check_in = CheckIn {
        ask: table.field("ask", text),
        when: table.field("when", |given| choice(given, words_of(&CHECK_IN, "when"))),
        answers: table.field("answers", answers),
        low: table.field("low", text),
        high: table.field("high", text),
    };
    table.finish();
    Some(check_in)
}

fn sounds(given: Given<'_, '_>) -> Option<Sounds> {
    if let Some(found) = no_sounds(given) {
        given.reader.report(found);
        return None;
    }
    let given = once(given, "[sounds]");
    let table = Table::within(given, &SOUNDS, "sounds = { end = \"none\" }")?;
    let sounds = Sounds {
        breath: table.field("breath", |given| {
            own_sound(given, words_of(&SOUNDS, "breath"))
        }),
        step: table.field("step", |given| sound(given, words_of(&SOUNDS, "step"))),
        end: table.field("end", |given| sound(given, words_of(&SOUNDS, "end"))),
        bed: table.field("bed", |given| sound(given, words_of(&SOUNDS, "bed"))),
    };
    table.finish();
    Some(sounds)
}

/// Positions of the file's own. One that is not complete is reported and left out.
fn own_positions(given: Given<'_, '_>) -> Option<Vec<At<Position>>> {
    let heading = "[[own-position]]";
    let entries = if given.written().starts_with('[') && given.get().is_table() {
        let found = Diagnostic::error(
            Rule::SingleBrackets,
            given.span(),
            "a position of your own begins with two square brackets on each side",
        );
        let found = found.label(format!("write {heading}"));
        given.reader.report(found.fix(given.span(), heading));
        vec![Table::within(given, &POSITION, heading)?]
    } else {
        Table::many(given, &POSITION, heading)?
    };
    let one = |table: Table<'_, '_>| {
        let span = table.span();
        let value = catalogue::position(table)?;
        Some(At { value, span })
    };
    Some(entries.into_iter().filter_map(one).collect())
}
