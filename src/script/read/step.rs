//! Reads a step: which name of it holds which kind of value.
//!
//! What the values mean together is in `lower`.

use toml::de::DeValue;

use super::timed::timed_lines;
use super::{Broken, listed};
use crate::script::choose::{cue, line, sides, step_title};
use crate::script::limits::{CUES as MOST_CUES, INNER_STEPS};
use crate::script::names::file;
use crate::script::parsed::{Breath, Contract, Cues, Step};
use crate::script::reader::{Given, Table};
use crate::script::schema::{BREATH, CONTRACT, CUES, STEP};
use crate::script::values::{count, flag, list, text, texts, time};

/// A step, or the report that something else is there.
pub(super) fn step(given: Given<'_, '_>, broken: &Broken) -> Option<Step> {
    let table = Table::within(
        given,
        &STEP,
        "[[step]] on a line of its own, then rest = \"30s\"",
    )?;
    let step = Step {
        span: given.span(),
        keys: table.keys(),
        title: table.field("title", step_title),
        say: table.field("say", |given| list(given, MOST_CUES, line)),
        voice: table.field("voice", file),
        at: table.field("at", timed_lines),
        position: table.field("position", texts),
        optional: table.field("optional", flag),
        fixed: table.field("fixed", flag),
        long_silence: table.field("long-silence", flag),
        note: table.field("note", text),
        rest: table.field("rest", time),
        breathe: table.field("breathe", breath),
        ramp_to: table.field("ramp-to", breath),
        length: table.field("for", time),
        length_without_unit: table.is_number("for"),
        times: table.field("times", count),
        cues: table.field("cues", cues),
        scan: table.field("scan", texts),
        each: table.field("each", time),
        ask_first: table.field("ask-first", texts),
        stretch: table.field("stretch", line),
        sides: table.field("sides", sides),
        swap: table.field("swap", time),
        contract: table.field("contract", contract),
        ground: table.field("ground", text),
        wait: table.field("wait", flag),
        external: table.field("external", text),
        repeat: table.field("repeat", count),
        steps: table.field("steps", |given| inner_steps(given, broken)),
        skip_last: table.field("skip-last", flag),
        unclear: broken.block_of(given.span().start),
    };
    table.finish();
    Some(step)
}

/// The steps of a repeat. How deep they may stand is decided in `lower`; TOML itself bounds it.
fn inner_steps(given: Given<'_, '_>, broken: &Broken) -> Option<Vec<Step>> {
    if !matches!(given.get(), DeValue::Array(_)) {
        let wrong = given.wrong_kind(
            "a list of steps, each in curly brackets",
            "steps = [{ breathe = { in = 4, out = 6 }, times = 3 }, { rest = \"20s\" }]",
        );
        given.reader.report(wrong);
        return None;
    }
    listed(given, INNER_STEPS, broken)
}

fn breath(given: Given<'_, '_>) -> Option<Breath> {
    let example = format!("{} = {{ in = 4, out = 6 }}", given.key);
    let table = Table::within(given, &BREATH, &example)?;
    let breath = Breath {
        inhale: table.field("in", time),
        sip: table.field("sip", time),
        hold: table.field("hold", time),
        exhale: table.field("out", time),
        rest: table.field("rest", time),
    };
    table.finish();
    Some(breath)
}

fn contract(given: Given<'_, '_>) -> Option<Contract> {
    let example = "contract = { squeeze = 3, release = 20 }";
    let table = Table::within(given, &CONTRACT, example)?;
    let contract = Contract {
        squeeze: table.field("squeeze", time),
        release: table.field("release", time),
        effort: table.field("effort", count),
    };
    table.finish();
    Some(contract)
}

fn cues(given: Given<'_, '_>) -> Option<Cues> {
    let example = "cues = { out = [\"Nothing to lift.\", \"\"] }";
    let table = Table::within(given, &CUES, example)?;
    let lines = |given| list(given, MOST_CUES, cue);
    let cues = Cues {
        inhale: table.field("in", lines),
        sip: table.field("sip", lines),
        hold: table.field("hold", lines),
        exhale: table.field("out", lines),
        rest: table.field("rest", lines),
    };
    table.finish();
    Some(cues)
}
