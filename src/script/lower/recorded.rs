//! Lowers recordings: each has to be of words that the session says.
//!
//! A recording is found by the words as they are shown. So a line with `{part}` or `{n}` in it is
//! recorded once for each of the words that can stand there.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Lowering;
use super::reworded::{letters, meant};
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::parsed::{Recorded, Script, Step};
use crate::script::placeholders;
use crate::session::{Recording, Session};
use crate::text::Clean;

impl Lowering<'_> {
    /// The lines that are recorded, as they are shown: each once, and as its step says where a
    /// step has a `voice`.
    pub(super) fn recorded(&mut self, script: &Script, session: &Session) -> Vec<Recording> {
        let mut recordings = Vec::new();
        let steps = script.steps.iter();
        let steps = steps
            .flat_map(|step| std::iter::once(step).chain(step.steps.value().into_iter().flatten()));
        for step in steps {
            recordings.extend(self.opening(step));
        }
        let lines = script.recordings.value().into_iter().flatten();
        let said = (!script.recordings.is_absent()).then(|| Said::of(session));
        for recorded in lines {
            let loose = said.as_ref().and_then(|said| said.loose(recorded));
            if let Some(loose) = loose {
                self.found.push(loose);
                continue;
            }
            recordings.push(Recording {
                line: recorded.line.value.clone(),
                file: recorded.file.value.clone(),
            });
        }
        let mut taken = BTreeSet::new();
        recordings.retain(|recording| taken.insert(recording.line.clone()));
        recordings
    }

    /// What a step opens with, if that is one line, the same each time.
    fn opening(&mut self, step: &Step) -> Option<Recording> {
        let voice = step.voice.given()?;
        let lines = step.say.value()?;
        match &lines[..] {
            [line] if placeholders::find(&line.value).next().is_none() => Some(Recording {
                line: line.value.clone(),
                file: voice.value.clone(),
            }),
            [] => None,
            _ => {
                self.found.push(several_lines(voice.span.clone()));
                None
            }
        }
    }
}

fn several_lines(span: Range<usize>) -> Diagnostic {
    let message = "one recording cannot be all that this step opens with";
    Diagnostic::warning(Rule::LooseRecording, span, message)
        .label("not heard")
        .help("Below a heading [recordings], above the first step, each line has a recording of its own.")
}

/// Everything that a session says.
struct Said {
    lines: BTreeSet<Clean>,
    /// Those with something to be filled in.
    open: Vec<Clean>,
}

impl Said {
    fn of(session: &Session) -> Self {
        let mut all = BTreeSet::new();
        let mut session = session.clone();
        session.each_text(&mut |text| {
            all.insert(text.clone());
        });
        let reworded = session.rewording.lines();
        all.extend(reworded.map(|(_, line)| line.clone()));
        let (open, lines) = all
            .into_iter()
            .partition(|line| placeholders::find(line).next().is_some());
        let open: BTreeSet<Clean> = open;
        Self {
            lines,
            open: open.into_iter().collect(),
        }
    }

    /// What there is to say about a recording that belongs to no line.
    fn loose(&self, recorded: &Recorded) -> Option<Diagnostic> {
        let line = &recorded.line.value;
        let to_fill = self.open.contains(line);
        let said = self.lines.contains(line) || self.open.iter().any(|open| fills(open, line));
        if said && !to_fill {
            return None;
        }
        let span = recorded.line.span.clone();
        let message = "this session does not say these words, so the recording is not heard";
        let found = Diagnostic::warning(Rule::LooseRecording, span.clone(), message);
        if to_fill {
            return Some(
                found.label("something is put in here").help(
                    "Record the line once for each of the words that softly puts into the curly brackets, and write them here.",
                ),
            );
        }
        let by_letters: BTreeMap<String, &Clean> = (self.lines.iter())
            .map(|line| (letters(line), line))
            .collect();
        let found = found.help(
            "The words before the equals sign are the same, letter by letter, as on the screen.",
        );
        Some(match meant(line, &by_letters) {
            Some(near) if !near.contains(['"', '\\']) => found
                .label("these words are spelled differently where they are said")
                .fix(span, format!("\"{near}\"")),
            _ => found.label("said nowhere"),
        })
    }
}

/// Whether a line can be this one with its curly brackets filled in. A line begins with a capital, also
/// where its first word is put in.
fn fills(open: &str, line: &str) -> bool {
    let mut rest = line;
    let mut at = 0;
    for (place, _) in placeholders::find(open) {
        let piece = &open[at..place.start];
        let found = if at == 0 {
            rest.starts_with(piece).then_some(0)
        } else {
            // At least one letter is put in.
            let next = rest.chars().next().map_or(0, char::len_utf8);
            rest.get(next..)
                .and_then(|rest| rest.find(piece))
                .map(|at| at + next)
        };
        let Some(found) = found else {
            return false;
        };
        rest = &rest[found + piece.len()..];
        at = place.end;
    }
    let last = &open[at..];
    rest.len() > last.len() && rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::check;

    #[test]
    fn a_line_is_known_with_anything_put_in() {
        for (open, line, same) in [
            (
                "Your {part} can be heavy.",
                "Your hands can be heavy.",
                true,
            ),
            ("Your {part} can be heavy.", "Your  can be heavy.", false),
            ("Your {part} can be heavy.", "Your can be heavy.", false),
            (
                "Your {part} can be heavy.",
                "Your hands can be light.",
                false,
            ),
            ("{n} of {of}", "2 of 3", true),
            ("{n} of {of}", "2 of ", false),
            ("{n}{of}", "23", true),
            ("{part}", "Hands", true),
            ("{part}", "", false),
            ("Ä{part}ä", "Äöä", true),
        ] {
            assert_eq!(fills(open, line), same, "{open}: {line}");
        }
    }

    fn recordings(source: &str) -> (Vec<(String, String)>, Vec<Diagnostic>) {
        let checked = check(source, "t");
        let session = checked.session.unwrap();
        let pair = |one: &Recording| (one.line.to_string(), one.file.to_string());
        (
            session.recordings.iter().map(pair).collect(),
            checked.diagnostics,
        )
    }

    const SOURCE: &str = r#"
softly = 1
title = "T"
position = "seat"

[recordings]
"There is no hurry." = "01.flac"
"Sitting sideways." = "02.flac"
"A softer out-breath." = "03.flac"
"Perhaps the hands." = "04.flac"
"Room later." = "05.flac"
"Room low down." = "06.flac"
"Plainly said." = "07.flac"
"Said in the voice." = "08.flac"

[anatomical]
"Room low down." = "Plainly said."

[[own-position]]
id = "seat"
title = "Seat"
set-up = ["Sitting sideways."]

[[step]]
rest = "30s"
say = "There is no hurry."
at = { "10s" = "Room later." }

[[step]]
rest = "30s"
say = "Said in the voice."
voice = "voice.flac"

[[step]]
breathe = { in = 4, out = 6 }
times = 6
cues = { out = ["A softer out-breath."] }

[[step]]
scan = ["hands"]
each = "20s"
say = "Perhaps the {part}."

[[step]]
rest = "30s"
say = "Room low down."
"#;

    #[test]
    fn every_line_of_a_session_can_be_recorded_and_the_voice_of_a_step_comes_first() {
        let (recordings, found) = recordings(SOURCE);
        assert_eq!(found, []);
        let of = |line: &str| {
            let mut found = recordings.iter().filter(|(said, _)| said == line);
            let file = found.next().map(|(_, file)| file.as_str());
            assert!(found.next().is_none(), "{line} is there twice");
            file
        };
        assert_eq!(recordings.len(), 8);
        assert_eq!(of("Said in the voice."), Some("voice.flac"));
        assert_eq!(of("Perhaps the hands."), Some("04.flac"));
        assert_eq!(of("Sitting sideways."), Some("02.flac"));
    }

    #[test]
    fn one_recording_is_not_several_lines() {
        for say in [
            "[\"Perhaps the {part}.\", \"Once more.\"]",
            "\"Perhaps the {part}.\"",
        ] {
            let step = format!("say = {say}\nvoice = \"voice.flac\"");
            let source = SOURCE.replace("say = \"Perhaps the {part}.\"", &step);
            let source = source.replace("[recordings]", "[x-recordings]");
            let (recordings, found) = recordings(&source);
            assert_eq!(recordings.len(), 1, "{found:?}");
            let told = |found: &Diagnostic| found.rule == Rule::LooseRecording;
            assert_eq!(found.iter().filter(|found| told(found)).count(), 1);
        }
    }
}
