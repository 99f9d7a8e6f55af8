//! What a name means that cannot be told from the name alone: from its value, from what else the
//! step has, from the heading above it.
//!
//! It only guesses; whether there is anything to report is decided in `reader`.

use toml::de::{DeTable, DeValue};

use super::reader::Value;
use super::schema::{Part, SESSION, STEP};

/// The name that is meant by another word with this value. `pause = true` waits, and rests for no
/// time that is known.
pub(super) fn with_this_value(
    known: &'static str,
    value: &Value<'_>,
    part: &'static Part,
) -> &'static str {
    let waits = match value.get_ref() {
        DeValue::Boolean(yes) => *yes,
        DeValue::String(text) => is_until_a_key(text),
        _ => false,
    };
    let can_wait = known == "rest" && part.key("wait").is_some();
    if can_wait && waits { "wait" } else { known }
}

/// Whether a name with this value could stand for `times` as well as for a length: `time = 12`.
pub(super) fn may_count(name: &str, value: &Value<'_>) -> bool {
    name.eq_ignore_ascii_case("time") && value.get_ref().is_integer()
}

/// Whether a text says that somebody goes on when they like.
fn is_until_a_key(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = ["until", "key", "enter", "press", "ready"];
    let mut spoken = lower.split(|c: char| !c.is_alphanumeric());
    spoken.any(|word| words.contains(&word))
}

/// The name that is meant in a step by one that belongs to a breath: in a posture, `hold` says for
/// how long.
pub(super) fn in_this_step(name: &str, entries: &DeTable<'_>) -> Option<&'static str> {
    let posture = entries.contains_key("stretch") || entries.contains_key("ground");
    let lasts = posture && !entries.contains_key("for") && !entries.contains_key("breathe");
    (lasts && name == "hold").then_some("for")
}

/// Where a name goes that stands under a heading and belongs to what is above that heading.
pub(super) fn above(heading: Option<&str>, whole: &str) -> Option<String> {
    let heading = heading?;
    let inside_a_step = heading.starts_with("[step.") || heading.starts_with("[[step.");
    let whose = match whole {
        noun if noun == STEP.noun && inside_a_step => "the step",
        noun if noun == SESSION.noun && !heading.starts_with("[[step") => "the whole session",
        _ => return None,
    };
    Some(format!(
        "This belongs to {whose}: move it above the line {heading}."
    ))
}
