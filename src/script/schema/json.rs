//! The table as a JSON Schema, for editors that help while one types.
//!
//! It says what each name can be followed by. What values mean together, such as a length that is
//! given twice, is for `softly check`: an editor's schema cannot say it in words that help.

use serde_json::{Map, Value, json};

use super::{ACTIONS, Key, Kind, NOT_INSIDE, PROGRAMME, Part, SESSION};
use crate::language::Language;
use crate::script::catalogue::Positions;
use crate::script::limits::{
    CUES, DRAWING_LINES, INVITATIONS, LIST, LONGEST_PHASE, LONGEST_TIME, OWN_POSITIONS, RECORDED,
    REWORDED, STEPS, TEXT_CHARS, TIMED_LINES, TITLE_CHARS, WEEKS,
};
use crate::session::Shape;
use crate::time::Ms;

/// What the parts are called in the schema, beside their noun.
const INNER: &str = "inner-step";

/// The JSON Schema of a session file (draft 7, which editors for TOML read).
pub fn json_schema() -> Value {
    schema_of(&SESSION)
}

/// The JSON Schema of a programme.
pub fn programme_schema() -> Value {
    schema_of(&PROGRAMME)
}

fn schema_of(part: &'static Part) -> Value {
    let mut definitions = Map::new();
    let mut whole = object(part, |_| true, &mut definitions);
    whole.insert(
        "$schema".into(),
        json!("http://json-schema.org/draft-07/schema#"),
    );
    let title = format!("A softly {}, format 1", part.noun);
    whole.insert("title".into(), json!(title));
    whole.insert("definitions".into(), Value::Object(definitions));
    Value::Object(whole)
}

/// A part of the file as an object; the parts inside it are added to the definitions.
fn object(
    part: &'static Part,
    can_have: impl Fn(&Key) -> bool,
    definitions: &mut Map<String, Value>,
) -> Map<String, Value> {
    let keys = || part.keys.iter().filter(|key| can_have(key));
    let mut properties = Map::new();
    for key in keys() {
        let mut value = value_of(key, definitions);
        let about = format!("{} For example: {} = {}", key.about, key.name, key.example);
        let about = match key.kind {
            Kind::Many(_) => key.about.to_owned(),
            _ => about,
        };
        // Beside a reference nothing else counts, so the reference is wrapped.
        if value.get("$ref").is_some() {
            value = json!({ "allOf": [value] });
        }
        if let Value::Object(value) = &mut value {
            value.insert("description".into(), json!(about));
        }
        properties.insert(key.name.to_owned(), value);
    }
    let needed: Vec<_> = keys()
        .filter(|key| key.needed)
        .map(|key| key.name)
        .collect();
    let mut object = Map::new();
    object.insert("type".into(), json!("object"));
    object.insert("properties".into(), Value::Object(properties));
    object.insert("patternProperties".into(), json!({ "^x-": {} }));
    object.insert("additionalProperties".into(), json!(false));
    if !needed.is_empty() {
        object.insert("required".into(), json!(needed));
    }
    let actions: &[&str] = match part.noun {
        "step" => &ACTIONS,
        "invitation" => &["session", "say", "external"],
        _ => &[],
    };
    if !actions.is_empty() {
        let actions = actions
            .iter()
            .filter(|action| part.key(action).is_some_and(&can_have));
        let one: Vec<_> = actions
            .map(|action| json!({ "required": [action] }))
            .collect();
        object.insert("oneOf".into(), json!(one));
    }
    object
}

fn value_of(key: &Key, definitions: &mut Map<String, Value>) -> Value {
    let text = |least: usize, most: usize| json!({ "type": "string", "minLength": least, "maxLength": most });
    let list = |one: Value, most: usize| json!({ "anyOf": [one.clone(), { "type": "array", "items": one, "maxItems": most }] });
    let time = |most: Ms| {
        json!({ "anyOf": [
            { "type": "number", "minimum": 0, "maximum": most.0 / 1_000 },
            { "type": "string", "minLength": 1 },
        ] })
    };
    let file = || json!({ "type": "string", "pattern": "^[^/\\\\:].*\\.([wW][aA][vV]|[fF][lL][aA][cC]|[oO][gG][gG]|[mM][pP]3)$" });
    match key.kind {
        Kind::Number(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Kind::Often(least, most) => json!({ "anyOf": [
            { "type": "integer", "minimum": least, "maximum": most },
            { "type": "string", "pattern": "^ *[0-9]+( *(-|–|to|or) *[0-9]+)? *$" },
        ] }),
        // A step that does not wait does nothing.
        Kind::Flag if key.name == "wait" => json!({ "const": true }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Title => text(1, TITLE_CHARS),
        Kind::Text => text(1, TEXT_CHARS),
        Kind::Words => text(0, TEXT_CHARS),
        Kind::Texts if key.name == "position" => {
            let names: Vec<_> = Positions::built_in(Language::English).names().collect();
            let mut one = text(1, TEXT_CHARS);
            one["examples"] = json!(names);
            list(one, LIST)
        }
        Kind::Texts => list(text(1, TEXT_CHARS), LIST),
        Kind::Lines => list(text(0, TEXT_CHARS), CUES),
        Kind::Timed => json!({
            "type": "object",
            "additionalProperties": text(1, TEXT_CHARS),
            "maxProperties": TIMED_LINES,
        }),
        Kind::Reworded => json!({
            "type": "object",
            "additionalProperties": text(1, TEXT_CHARS),
            "maxProperties": REWORDED,
        }),
        Kind::Recorded => json!({
            "type": "object",
            "additionalProperties": file(),
            "maxProperties": RECORDED,
        }),
        Kind::Time => time(LONGEST_TIME),
        Kind::Phase => time(LONGEST_PHASE),
        Kind::Date => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Kind::Language => json!({
            "type": "string",
            "pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$",
        }),
        Kind::Drawing => {
            let words = Shape::ALL.map(Shape::word).join("|");
            let line = format!("^ *({words})( +[0-9]+ *, *[0-9]+)+( +[0-9]+)? *$");
            list(json!({ "type": "string", "pattern": line }), DRAWING_LINES)
        }
        Kind::Choice(words) => json!({ "enum": words }),
        Kind::Several(words) => list(json!({ "enum": words }), LIST),
        Kind::Sound(words) => json!({ "anyOf": [{ "enum": words }, file()] }),
        Kind::File => file(),
        Kind::Sides(words) => json!({ "anyOf": [
            { "enum": words },
            { "type": "array", "items": text(1, TEXT_CHARS), "minItems": 2, "maxItems": 2 },
        ] }),
        Kind::One(part) => reference(part, part.noun, definitions),
        Kind::Many(part) => {
            let (name, most) = match (key.name, part.noun) {
                ("steps", _) => (INNER, super::super::limits::INNER_STEPS),
                (_, "step") => ("step", STEPS),
                (_, "week") => ("week", WEEKS),
                (_, "invitation") => ("invitation", INVITATIONS),
                (_, noun) => (noun, OWN_POSITIONS),
            };
            let items = reference(part, name, definitions);
            json!({ "type": "array", "items": items, "minItems": 1, "maxItems": most })
        }
    }
}

/// A reference to the definition of a part, which is made where it is not there yet.
fn reference(part: &'static Part, name: &str, definitions: &mut Map<String, Value>) -> Value {
    let name = name.replace(' ', "-");
    if !definitions.contains_key(&name) {
        // The place is taken first, because a step holds steps.
        definitions.insert(name.clone(), Value::Null);
        let inner = name == INNER;
        let definition = object(
            part,
            |key| !inner || !NOT_INSIDE.contains(&key.name),
            definitions,
        );
        definitions.insert(name.clone(), Value::Object(definition));
    }
    json!({ "$ref": format!("#/definitions/{name}") })
}
