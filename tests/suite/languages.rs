//! What every language has in common: the same sessions, positions and programmes, step by step and
//! second by second, with every text in its own words; and a table of words that keeps to the guide.
#![expect(clippy::disallowed_methods, reason = "tests read the tables of words")]

use std::path::Path;

use serde_json::Value;
use softly::advice::words::{Purpose, look};
use softly::language::Language;
use softly::library::{self, BuiltIn};
use softly::programme::Programme;
use softly::script::{Positions, check};
use softly::session::Session;
use softly::timeline::{Choices, SpanKind, Timeline, compile, lengths};

/// Every language but the one that the others are written after.
fn others() -> impl Iterator<Item = Language> {
    Language::ALL
        .into_iter()
        .filter(|language| *language != Language::English)
}

fn session(file: &BuiltIn) -> Session {
    let read = check(file.text, file.id).session;
    read.expect("it is checked elsewhere")
}

fn programme(file: &BuiltIn) -> Programme {
    let read = check(file.text, file.id).programme;
    read.expect("it is checked elsewhere")
}

/// The same files in English and in another language, side by side.
fn pairs(
    files: fn(Language) -> &'static [BuiltIn],
    language: Language,
) -> impl Iterator<Item = (&'static BuiltIn, &'static BuiltIn)> {
    let english = files(Language::English).iter();
    let other = files(language).iter();
    assert_eq!(english.len(), other.len(), "{language:?}");
    english.zip(other).inspect(|(one, other)| {
        assert_eq!((one.id, one.group), (other.id, other.group));
    })
}

/// What is no text: short names, and words with a meaning of their own.
const NAMES: [&str; 10] = [
    "id", "gate", "strands", "by", "screen", "sounds", "sessions", "cards", "times", "drawing",
];

/// What parts two values, beside that each has its texts in its own language: the way to it.
fn parted(one: &Value, other: &Value, way: &str, apart: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) if one.len() == other.len() => {
            for (key, value) in one {
                let missing = Value::Null;
                let there = other.get(key).unwrap_or(&missing);
                parted(value, there, &format!("{way}.{key}"), apart);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (index, (one, other)) in one.iter().zip(other).enumerate() {
                parted(one, other, &format!("{way}.{index}"), apart);
            }
        }
        (Value::String(one), Value::String(other)) => {
            let named = |part: &str| NAMES.contains(&part);
            let is_name = way.rsplit('.').take(2).any(named);
            // Names of studies stay as they are, with what is said about them in the language.
            let is_source = way.contains("sources");
            if is_name != (one == other) && !is_source {
                apart.push(format!("{way}: {one:?} and {other:?}"));
            }
        }
        _ if one == other => {}
        _ => apart.push(format!("{way}: {one} and {other}")),
    }
}

fn assert_same(one: &Value, other: &Value, what: &str) {
    let mut apart = Vec::new();
    parted(one, other, what, &mut apart);
    assert!(apart.is_empty(), "{}", apart.join("\n"));
}

fn json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).expect("it can be written")
}

/// A session as a value, without the code of its language, which is looked at for itself.
fn whole(session: &Session) -> Value {
    let mut session = session.clone();
    session.language = None;
    json(&session)
}

#[test]
fn every_session_is_the_same_in_every_language() {
    for language in others() {
        for (english, other) in pairs(library::built_in, language) {
            let (english, other) = (session(english), session(other));
            assert_eq!(english.language, None);
            assert_eq!(other.language.as_deref(), Some(language.code()));
            assert_same(&whole(&english), &whole(&other), &english.id);
            let reworded = |session: &Session| session.rewording.lines().count();
            assert_eq!(reworded(&english), reworded(&other), "{}", english.id);
        }
    }
}

/// What a timeline is apart from its words.
fn times(timeline: &Timeline) -> impl PartialEq + std::fmt::Debug + use<> {
    let lines = timeline.lines().iter();
    let lines: Vec<_> = lines.map(|line| (line.onset, line.step)).collect();
    let steps = timeline.steps().iter();
    let steps: Vec<_> = steps
        .map(|step| {
            let paced = match step.kind {
                SpanKind::Breathe { breaths, from, to } => Some((breaths, from, to)),
                _ => None,
            };
            let kind = std::mem::discriminant(&step.kind);
            (step.onset, step.length, step.source, kind, paced)
        })
        .collect();
    (timeline.segments().to_vec(), steps, lines)
}

#[test]
fn everything_happens_at_the_same_time_in_every_language() {
    let mut looked_at = 0;
    for language in others() {
        for (english, other) in pairs(library::built_in, language) {
            let (english, other) = (session(english), session(other));
            let choices = |minutes, all| Choices {
                minutes,
                squeezes: all,
                asked_parts: all,
                without_optional: !all,
                ..Choices::default()
            };
            let fitted = lengths(&english, &Choices::default()).minutes().map(Some);
            let fitted = fitted.map(|minutes| choices(minutes, false));
            let as_written = [
                Choices::default(),
                choices(None, true),
                choices(None, false),
            ];
            for choices in as_written.into_iter().chain(fitted) {
                let [one, two] = [&english, &other].map(|each| times(&compile(each, &choices)));
                assert!(one == two, "{}: {one:?}\n{two:?}", english.id);
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 150, "{looked_at}");
}

#[test]
fn positions_and_programmes_are_the_same_in_every_language() {
    let english = Positions::built_in(Language::English);
    for language in others() {
        let other = Positions::built_in(language);
        assert!(english.names().eq(other.names()));
        for name in english.names() {
            let [one, two] = [english, other].map(|known| json(&known.get(name)));
            assert_same(&one, &two, name);
        }
        for (english, other) in pairs(library::programmes, language) {
            let (english, mut other) = (programme(english), programme(other));
            assert_eq!(other.language.take().as_deref(), Some(language.code()));
            assert_same(&json(&english), &json(&other), &english.id);
        }
    }
}

#[test]
fn a_file_of_ones_own_gets_the_words_of_its_language() {
    let file = |code: &str| {
        let text = format!(
            "softly = 1\ntitle = \"T\"\nlanguage = \"{code}\"\nposition = \"legs-on-chair\"\n\
             [[step]]\nstretch = \"{{side}}\"\nsides = \"both\"\nfor = 30\n"
        );
        check(&text, "t").session.expect("nothing is wrong with it")
    };
    let table = [
        ("en", "Legs on a chair", ["left", "right"]),
        ("de", "Beine auf einem Stuhl", ["links", "rechts"]),
        ("de-CH", "Beine auf einem Stuhl", ["links", "rechts"]),
        // What softly does not speak has the words that its author can read in the reference.
        ("fr", "Legs on a chair", ["left", "right"]),
    ];
    for (code, position, sides) in table {
        let session = file(code);
        assert_eq!(&*session.positions[0].title, position, "{code}");
        let timeline = compile(&session, &Choices::default());
        let said = timeline.steps().iter().filter_map(|step| match &step.kind {
            SpanKind::Stretch { side, .. } => side.as_deref(),
            _ => None,
        });
        assert_eq!(said.collect::<Vec<_>>(), sides, "{code}");
    }
}

#[test]
fn a_session_in_another_language_says_so() {
    let [english, german] = Language::ALL.map(Language::words);
    for (words, code, said) in [
        (english, None, None),
        (english, Some("en-GB"), None),
        (english, Some("de"), Some("In German")),
        (german, None, Some("Auf Englisch")),
        (german, Some("de-AT"), None),
        (german, Some("fr"), Some("Auf Französisch")),
        (german, Some("tlh"), Some("In einer anderen Sprache (tlh)")),
    ] {
        assert_eq!(words.language_beside(code).as_deref(), said, "{code:?}");
    }
}

/// The files that hold the words of a language, by their names.
fn tables(language: Language) -> Vec<(String, String)> {
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words");
    let (name, more) = match language {
        // These hold the English words beside what a table is.
        Language::English => (
            "english",
            &[
                "anchors.rs",
                "clinic.rs",
                "midway.rs",
                "outline.rs",
                "pictures.rs",
                "programme.rs",
                "settings.rs",
            ][..],
        ),
        Language::German => ("german", &[][..]),
    };
    let folder = std::fs::read_dir(words.join(name)).expect("it can be read");
    let paths = folder.map(|entry| entry.expect("it can be read").path());
    let more = more.iter().map(|file| words.join(file));
    let all = paths.chain(more).chain([words.join(format!("{name}.rs"))]);
    all.map(|path| {
        let text = std::fs::read_to_string(&path).expect("it can be read");
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        (name.into_owned(), text)
    })
    .collect()
}

/// What stands in quotation marks in a piece of code, but for its tests.
fn quoted(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let mut texts = Vec::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '/' if letters.peek() == Some(&'/') => {
                letters.by_ref().find(|letter| *letter == '\n');
            }
            '"' => texts.push(literal(&mut letters)),
            _ => {}
        }
    }
    texts
}

/// The text of a literal, from after its first quotation mark to its last.
fn literal(letters: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut text = String::new();
    while let Some(letter) = letters.next().filter(|letter| *letter != '"') {
        match (letter, letters.peek()) {
            ('\\', Some('\n')) => while letters.next_if(|c| c.is_whitespace()).is_some() {},
            ('\\', Some('n')) => {
                letters.next();
                text.push('\n');
            }
            ('\\', _) => text.extend(letters.next()),
            _ => text.push(letter),
        }
    }
    text
}

#[test]
fn the_program_holds_its_own_words_to_the_guide() {
    for language in Language::ALL {
        // Whatever stands in quotation marks there is said to somebody.
        let tables = tables(language).into_iter();
        let texts: Vec<(String, String)> = tables
            .flat_map(|(name, code)| {
                quoted(&code)
                    .into_iter()
                    .map(move |text| (name.clone(), text))
            })
            .collect();
        assert!(texts.len() > 250, "{}", texts.len());
        for known in [language.words().thanks, language.words().programme.last] {
            assert!(texts.iter().any(|(_, text)| text == known), "{known}");
        }
        for (table, text) in texts {
            let found = look(&text, Purpose::Said, None, language);
            assert_eq!(found, [], "{text}");
            // What stands in the way of a command is read at rest, and may need more words.
            let most = if table == "commands.rs" { 28 } else { 14 };
            for sentence in text.split(['.', '!', '?', ':', ';']) {
                let words = sentence.split_whitespace().count();
                assert!(words <= most, "{words} words in {table}: {sentence}");
            }
        }
    }
}
