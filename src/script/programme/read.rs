//! From text to a [`ProgrammeScript`] and everything that could not be read. It never fails.

use toml::de::{DeTable, DeValue};

use super::often::often;
use super::parsed::{InvitationScript, ProgrammeScript, WeekScript};
use crate::diagnostic::{Diagnostic, Rule};
use crate::library;
use crate::script::choose::{choice, several};
use crate::script::limits::{INVITATIONS, WEEKS};
use crate::script::names::{date, language};
use crate::script::read::single_brackets;
use crate::script::reader::{Given, Reader, Table, Value};
use crate::script::schema::{INVITATION, PROGRAMME, WEEK, words_of};
use crate::script::syntax::{self, Broken};
use crate::script::values::{count, flag, text, texts, title, words};

/// Reads the text of a programme file.
pub fn read(source: &str) -> (ProgrammeScript, Vec<Diagnostic>) {
    syntax::parse(source, |document, errors| {
        let (mut found, broken) = syntax::explain(source, errors);
        let reader = Reader::new(source);
        let script = programme(&reader, document, &broken);
        // What stands on a line that could not be read is not a second mistake.
        let rest = reader.into_found().into_iter();
        found.extend(rest.filter(|finding| !broken.touches(&finding.span)));
        (script, found)
    })
}

fn programme(reader: &Reader<'_>, document: &DeTable<'_>, broken: &Broken) -> ProgrammeScript {
    let table = Table::new(reader, document, 0..0, &PROGRAMME);
    let mut weeks = Vec::new();
    let read_weeks = table.field("week", |given| {
        weeks = weeks_of(given, broken)?;
        Some(())
    });
    let strands = words_of(&PROGRAMME, "strands");
    let script = ProgrammeScript {
        format: table.field("softly-programme", count),
        title: table.field("title", title),
        id: table.field("id", text),
        by: table.field("by", text),
        language: table.field("language", language),
        about: table.field("about", text),
        strands: table.field("strands", |given| several(given, strands)),
        sources: table.field("sources", texts),
        reviewed_by: table.field("reviewed-by", words),
        reviewed_on: table.field("reviewed-on", date),
        weeks,
        weeks_unclear: read_weeks.is_wrong() || broken.any(),
        broken: broken.before_the_steps(),
        end: reader.text.len(),
        unread: broken.spans().to_vec(),
    };
    table.finish();
    script
}

/// The weeks, up to as many as there may be.
fn weeks_of(given: Given<'_, '_>, broken: &Broken) -> Option<Vec<WeekScript>> {
    let entries = match given.get() {
        DeValue::Array(entries) => entries,
        DeValue::Table(_) => {
            given.reader.report(single_brackets("week", given.span()));
            return Some(week(given, broken).into_iter().collect());
        }
        _ => {
            let wrong = given.wrong_kind("a line of its own: [[week]]", "[[week]]");
            given.reader.report(wrong);
            return None;
        }
    };
    if let Some(first_too_many) = entries.get(WEEKS) {
        let message = format!(
            "there are {} weeks here; there can be {WEEKS}",
            entries.len()
        );
        let found = Diagnostic::error(Rule::TooMany, first_too_many.span(), message);
        given.reader.report(found.label("too many from here on"));
    }
    let weeks = entries.iter().take(WEEKS);
    let read = weeks.filter_map(|entry| week(given.with(entry), broken));
    Some(read.collect())
}

fn week(given: Given<'_, '_>, broken: &Broken) -> Option<WeekScript> {
    let table = Table::within(given, &WEEK, "[[week]] on a line of its own")?;
    let week = WeekScript {
        span: given.span(),
        title: table.field("title", title),
        about: table.field("about", text),
        gate: table.field("gate", |given| choice(given, words_of(&WEEK, "gate"))),
        invite: table.field("invite", invitations),
        otherwise: table.field("otherwise", invitations),
        cards: table.field("cards", texts),
        ask: table.field("ask", text),
        unclear: broken.block_of(given.span().start),
    };
    table.finish();
    Some(week)
}

fn invitations(given: Given<'_, '_>) -> Option<Vec<InvitationScript>> {
    let DeValue::Array(entries) = given.get() else {
        given.reader.report(without_brackets(given, &[given.value]));
        return None;
    };
    if let Some(first_too_many) = entries.get(INVITATIONS) {
        let message = format!(
            "there are {} invitations here; there can be {INVITATIONS}",
            entries.len()
        );
        let found = Diagnostic::error(Rule::TooMany, first_too_many.span(), message);
        given.reader.report(found.label("too many from here on"));
        return None;
    }
    let is_table = |entry: &Value<'_>| matches!(entry.get_ref(), DeValue::Table(_));
    // The parser puts an empty value where it lost the thread, and reports that itself.
    let entries = || entries.iter().filter(|entry| !entry.span().is_empty());
    if !entries().all(is_table) {
        let all: Vec<_> = entries().collect();
        given.reader.report(without_brackets(given, &all));
        return None;
    }
    let read = entries().filter_map(|entry| invitation(given.with(entry)));
    Some(read.collect())
}

/// `invite = "legs-resting"`, or a list of names or words as they are.
fn without_brackets(given: Given<'_, '_>, entries: &[&Value<'_>]) -> Diagnostic {
    let message = "invitations are a list, and each stands in curly brackets of its own";
    let found = Diagnostic::error(Rule::WrongKind, given.span(), message)
        .label("without its brackets")
        .help(format!("For example: {}", given.example()));
    let one = |entry: &&Value<'_>| {
        let written = given.reader.slice(entry.span());
        match entry.get_ref() {
            DeValue::Table(_) if written.starts_with('{') => Some(written.to_owned()),
            DeValue::String(text) if is_a_name(text) => Some(format!("{{ session = {written} }}")),
            DeValue::String(_) => Some(format!("{{ say = {written} }}")),
            _ => None,
        }
    };
    let all: Option<Vec<String>> = entries.iter().map(one).collect();
    match all.filter(|_| !given.written().contains(['#', '\n'])) {
        Some(all) => found.fix(given.span(), format!("[{}]", all.join(", "))),
        None => found,
    }
}

/// Whether a text is the short name of a session rather than words.
fn is_a_name(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let known = library::names().any(|name| name == text);
    known || (text.contains('-') && text.chars().all(plain))
}

fn invitation(given: Given<'_, '_>) -> Option<InvitationScript> {
    let example = "{ session = \"legs-resting\", times = 2 }";
    let table = Table::within(given, &INVITATION, example)?;
    let invitation = InvitationScript {
        span: given.span(),
        session: table.field("session", texts),
        say: table.field("say", text),
        external: table.field("external", text),
        times: table.field("times", often),
        when: table.field("when", text),
        note: table.field("note", text),
        shorter: table.field("shorter", flag),
        own_pace: table.field("own-pace", flag),
    };
    table.finish();
    Some(invitation)
}
