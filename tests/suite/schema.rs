//! The JSON Schema against every session file there is, with a validator that is not ours.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read fixtures"
)]

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use softly::script::decode;
use softly::script::programme;
use softly::script::schema::{json_schema, programme_schema};
use toml::de::{DeTable, DeValue};

/// Every session file in a folder, with its text.
fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .filter(|path| !path.ends_with("positions.toml") && !path.ends_with("drawings.toml"))
        .map(|path| {
            let bytes = std::fs::read(&path).unwrap();
            let text = decode(&bytes).unwrap();
            (path, text.text)
        })
        .collect();
    files.sort();
    files
}

/// A value as an editor hands it to the schema: dates are text there.
fn as_json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Integer(number) => serde_json::from_str(number.as_str()).unwrap_or(Value::Null),
        DeValue::Float(number) => number
            .as_str()
            .parse::<f64>()
            .map_or(Value::Null, Value::from),
        DeValue::Boolean(flag) => Value::from(*flag),
        DeValue::Datetime(date) => Value::from(date.to_string()),
        DeValue::Array(entries) => entries
            .iter()
            .map(|entry| as_json(entry.get_ref()))
            .collect(),
        DeValue::Table(table) => as_object(table),
    }
}

fn as_object(table: &DeTable<'_>) -> Value {
    let entries = table.iter();
    let entries = entries.map(|(key, value)| (key.get_ref().to_string(), as_json(value.get_ref())));
    Value::Object(entries.collect::<Map<_, _>>())
}

/// The schema that a file is held to: that of a programme, or that of a session.
fn validator_of(text: &str) -> jsonschema::Validator {
    let schema = if programme::is_one(text) {
        programme_schema()
    } else {
        json_schema()
    };
    jsonschema::validator_for(&schema).unwrap()
}

/// What the schema has against a session file that can be read.
pub(crate) fn objections(text: &str) -> Vec<String> {
    let document = DeTable::parse(text).unwrap();
    let validator = validator_of(text);
    let instance = as_object(document.get_ref());
    let errors = validator.iter_errors(&instance);
    errors.map(|error| error.to_string()).collect()
}

#[test]
fn the_schema_is_one_and_allows_every_session_that_is_allowed() {
    for schema in [json_schema(), programme_schema()] {
        assert!(jsonschema::meta::is_valid(&schema));
    }
    let mut all = files("sessions");
    all.extend(files("sessions/programmes"));
    all.extend(files("tests/fixtures/valid"));
    assert!(all.len() >= 8);
    for (path, text) in all {
        let errors = objections(&text);
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
    }
}

/// Findings that an editor should show while one types.
const SEEN_BY_A_SCHEMA: [&str; 8] = [
    "unknown-key",
    "misplaced-key-",
    "missing-key-",
    "wrong-kind",
    "no-action",
    "two-actions",
    "unknown-choice",
    "no-steps-",
];
/// Those that follow from more than one place in a file.
const BEYOND_A_SCHEMA: [&str; 15] = [
    "misplaced-key-otherwise",
    "misplaced-key-shorter",
    "missing-key-otherwise",
    "misplaced-key-below-at",
    "misplaced-key-below-anatomical",
    "wrong-kind-list-in-one-text",
    "misplaced-key-times-with-rest",
    "misplaced-key-swap",
    "misplaced-key-wait",
    "misplaced-key-repeat",
    "misplaced-key-sides",
    "missing-key-reviewer",
    "missing-key-scale",
    "missing-key-steps",
    "missing-key-words",
];

#[test]
fn the_schema_refuses_what_can_be_seen_in_one_place() {
    let mut refused = 0;
    for (path, text) in files("tests/fixtures/invalid") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let seen = SEEN_BY_A_SCHEMA.iter().any(|start| name.starts_with(start));
        let beyond = BEYOND_A_SCHEMA.contains(&&*name) || name == "no-steps-last";
        if !seen || beyond {
            continue;
        }
        let Ok(document) = DeTable::parse(&text) else {
            continue;
        };
        assert!(
            !validator_of(&text).is_valid(&as_object(document.get_ref())),
            "{name} is allowed"
        );
        refused += 1;
    }
    assert!(refused >= 20, "only {refused} files were looked at");
}
