//! The walk over a written session: every text that a person will see or hear, and every breath.
//!
//! These are the only two places to change when the format gains a text or a breath: one line each.

use std::ops::Range;

use super::words::Purpose;
use crate::script::{At, Breath, Field, Script, Step, Texts, TimedLine};
use crate::session::{Pattern, Position};
use crate::text::Clean;
use crate::time::Ms;

/// A text of a session.
#[derive(Clone, Debug)]
pub(super) struct Written<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// Where it stands, with its marks.
    pub(super) span: Range<usize>,
    /// What it is for.
    pub(super) purpose: Purpose,
    /// The step it belongs to.
    pub(super) step: Option<usize>,
}

/// Every text, in the order in which it is said. Names of people and sources are left alone, and so
/// are notes, which only a therapist sees.
pub(super) fn texts(script: &Script) -> Vec<Written<'_>> {
    let mut all = Collected::default();
    all.add(&script.title, Purpose::Title);
    all.add(&script.menu_title, Purpose::Title);
    all.add(&script.about, Purpose::About);
    all.add(&script.confidence, Purpose::About);
    all.add(&script.cautions, Purpose::Safety);
    all.add(&script.stop_if, Purpose::Safety);
    if let Some(check_in) = script.check_in.value() {
        all.add(&check_in.ask, Purpose::SetUp);
        all.add(&check_in.answers, Purpose::SetUp);
        all.add(&check_in.low, Purpose::SetUp);
        all.add(&check_in.high, Purpose::SetUp);
    }
    for line in script.anatomical.value().into_iter().flatten() {
        all.found.push(Written {
            text: &line.line.value,
            span: line.line.span.clone(),
            purpose: Purpose::Anatomical,
            step: None,
        });
    }
    for position in script.own_positions.value().into_iter().flatten() {
        all.position(position);
    }
    for (number, step) in script.steps.iter().enumerate() {
        all.step = Some(number);
        texts_of(step, &mut all);
    }
    all.found
}

fn texts_of<'a>(step: &'a Step, all: &mut Collected<'a>) {
    all.add(&step.title, Purpose::Label);
    all.add(&step.scan, Purpose::Label);
    all.add(&step.stretch, Purpose::Said);
    all.add(&step.external, Purpose::About);
    all.add(&step.ground, Purpose::Label);
    all.add(&step.say, Purpose::Said);
    if let Some(cues) = step.cues.value() {
        all.add(&cues.inhale, Purpose::Said);
        all.add(&cues.sip, Purpose::Said);
        all.add(&cues.hold, Purpose::Said);
        all.add(&cues.exhale, Purpose::Said);
        all.add(&cues.rest, Purpose::Said);
    }
    all.add(&step.at, Purpose::Said);
    for inner in step.steps.value().into_iter().flatten() {
        texts_of(inner, all);
    }
}

/// A breath that is paced.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paced<'a> {
    /// The breath and its place.
    pub(super) breath: &'a At<Breath>,
    /// The same as lengths.
    pub(super) pattern: Pattern,
    /// The step it belongs to.
    pub(super) step: usize,
}

/// Every breath, in order: of each step the one it begins with, and the one it leads to.
pub(super) fn breaths(script: &Script) -> Vec<Paced<'_>> {
    let mut all = Vec::new();
    for (number, step) in script.steps.iter().enumerate() {
        breaths_of(step, number, &mut all);
    }
    all
}

fn breaths_of<'a>(step: &'a Step, number: usize, all: &mut Vec<Paced<'a>>) {
    for field in [&step.breathe, &step.ramp_to] {
        all.extend(field.given().and_then(|breath| {
            let pattern = pattern(&breath.value)?;
            let step = number;
            Some(Paced {
                breath,
                pattern,
                step,
            })
        }));
    }
    for inner in step.steps.value().into_iter().flatten() {
        breaths_of(inner, number, all);
    }
}

fn pattern(breath: &Breath) -> Option<Pattern> {
    let length = |field: &Field<Ms>| field.value().copied();
    Some(Pattern {
        inhale: length(&breath.inhale)?,
        sip: length(&breath.sip).unwrap_or_default(),
        hold: length(&breath.hold).unwrap_or_default(),
        exhale: length(&breath.exhale)?,
        rest: length(&breath.rest).unwrap_or_default(),
    })
}

/// The texts found so far.
#[derive(Default)]
pub(super) struct Collected<'a> {
    found: Vec<Written<'a>>,
    step: Option<usize>,
}

impl<'a> Collected<'a> {
    /// Everything that was found.
    pub(super) fn into_found(self) -> Vec<Written<'a>> {
        self.found
    }

    /// Adds what stands under a name.
    pub(super) fn add(&mut self, field: &'a impl HasTexts, purpose: Purpose) {
        let step = self.step;
        field.each(&mut |given| {
            if !given.value.is_empty() {
                self.found.push(Written {
                    text: &given.value,
                    span: given.span.clone(),
                    purpose,
                    step,
                });
            }
        });
    }
}

impl<'a> Collected<'a> {
    /// The texts of a position, which are known by the place of the whole position.
    fn position(&mut self, position: &'a At<Position>) {
        let (span, position) = (&position.span, &position.value);
        let done = position.set_up.iter().chain(&position.props);
        let done = done.chain(&position.way_out).chain(&position.looks);
        let read = done.chain(&position.lighter).chain([&position.title]);
        let texts = read.map(|text| (text, Purpose::SetUp));
        let careful = position.cautions.iter().chain(&position.instead);
        let texts = texts.chain(careful.map(|text| (text, Purpose::Safety)));
        self.found.extend(texts.map(|(text, purpose)| Written {
            text,
            span: span.clone(),
            purpose,
            step: None,
        }));
    }
}

/// What holds one text or several.
pub(super) trait HasTexts {
    fn each<'a>(&'a self, see: &mut dyn FnMut(&'a At<Clean>));
}

impl HasTexts for Field<Clean> {
    fn each<'a>(&'a self, see: &mut dyn FnMut(&'a At<Clean>)) {
        self.given().into_iter().for_each(see);
    }
}

impl HasTexts for Field<Texts> {
    fn each<'a>(&'a self, see: &mut dyn FnMut(&'a At<Clean>)) {
        self.value().into_iter().flatten().for_each(see);
    }
}

impl HasTexts for Field<Vec<TimedLine>> {
    fn each<'a>(&'a self, see: &mut dyn FnMut(&'a At<Clean>)) {
        let lines = self.value().into_iter().flatten();
        lines.map(|timed| &timed.line).for_each(see);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::schema::{
        BREATH, CHECK_IN, CUES, Key, Kind, POSITION, Part, SESSION, SOUNDS, STEP,
    };
    use crate::script::{check, read};

    /// Names, and what only a therapist or a machine reads.
    const NOT_SAID: [&str; 7] = [
        "id",
        "by",
        "sources",
        "reviewed-by",
        "position",
        "note",
        "ask-first",
    ];

    /// A value with `marker` in it, where a name is followed by words of the author's own.
    fn marked(key: &Key, marker: &str) -> Option<String> {
        match key.kind {
            Kind::Title | Kind::Text | Kind::Words | Kind::Texts | Kind::Lines => {
                Some(format!("\"{marker}\""))
            }
            Kind::Reworded => Some(format!("{{ \"a\" = \"{marker}\" }}")),
            Kind::Timed => Some(format!("{{ \"1s\" = \"{marker}\" }}")),
            _ => None,
        }
    }

    /// A file with one line in one of its parts.
    fn file(part: &Part, line: &str) -> String {
        match part.noun {
            noun if noun == SESSION.noun => line.to_owned(),
            noun if noun == STEP.noun => format!("[[step]]\n{line}"),
            noun if noun == CUES.noun => format!("[[step]]\ncues = {{ {line} }}"),
            noun if noun == CHECK_IN.noun => format!("[check-in]\n{line}"),
            noun if noun == SOUNDS.noun => format!("[sounds]\n{line}"),
            _ => {
                let needed = POSITION.keys.iter().filter(|key| key.needed);
                let needed = needed.filter(|key| !line.starts_with(&format!("{} =", key.name)));
                let needed = needed.map(|key| format!("{} = {}", key.name, key.example));
                let needed = needed.collect::<Vec<_>>().join("\n");
                format!("[[own-position]]\n{needed}\n{line}")
            }
        }
    }

    #[test]
    fn every_text_of_the_format_is_walked_over() {
        for part in [&SESSION, &STEP, &CUES, &CHECK_IN, &POSITION] {
            for key in part.keys {
                let Some(value) = marked(key, "Wombat") else {
                    continue;
                };
                let (script, _) = read(&file(part, &format!("{} = {value}", key.name)));
                let walked = texts(&script);
                let seen = walked.iter().any(|written| written.text == "Wombat");
                let said = !NOT_SAID.contains(&key.name);
                assert_eq!(seen, said, "{} of a {}", key.name, part.noun);
            }
        }
    }

    #[test]
    fn every_text_but_the_one_on_confidence_can_be_said_in_other_words() {
        let source = include_str!("../../tests/fixtures/valid/everything.toml");
        let mut session = check(source, "t").session.unwrap();
        let mut seen = Vec::new();
        session.each_text(&mut |text| seen.push(text.to_string()));
        let (script, _) = read(source);
        let confidence = script.confidence.value().map(|text| &**text);
        let said = texts(&script);
        let said = said
            .iter()
            .filter(|written| written.purpose != Purpose::Anatomical)
            .filter(|written| Some(written.text) != confidence);
        for written in said {
            let text = written.text.to_owned();
            assert!(seen.contains(&text), "{text}");
        }
    }

    #[test]
    fn every_breath_of_the_format_is_walked_over() {
        for key in STEP.keys {
            if matches!(key.kind, Kind::One(part) if part.noun == BREATH.noun) {
                let line = format!("{} = {{ in = 4, out = 6 }}", key.name);
                let (script, _) = read(&file(&STEP, &line));
                assert_eq!(breaths(&script).len(), 1, "{}", key.name);
            }
        }
    }

    #[test]
    fn every_sound_file_of_the_format_is_looked_for() {
        for part in [&SESSION, &STEP, &SOUNDS] {
            for key in part.keys {
                // What can be a file says so in its kind; `breath` has words only.
                let value = match key.kind {
                    Kind::File | Kind::Sound(_) => "\"a.ogg\"",
                    Kind::Recorded => "{ \"A line.\" = \"a.ogg\" }",
                    _ => continue,
                };
                let (script, _) = read(&file(part, &format!("{} = {value}", key.name)));
                assert_eq!(script.sound_files().len(), 1, "{}", key.name);
            }
        }
    }
}
