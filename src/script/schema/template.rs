//! A file to begin from, for `softly new`: a small session that plays, and every other name of the
//! table as a note beside it, so that nobody starts from an empty page.

use std::fmt::Write;

use super::{ACTIONS, CHECK_IN, Key, Kind, POSITION, Part, SESSION, SOUNDS, STEP};

/// How wide notes are, in characters.
const WIDTH: usize = 90;

const OPENING: &str = "\
# This is a session for softly. It plays as it is: softly play, with this file's name.
# Lines that begin with # are notes, and softly passes over them.
# To use a name that stands behind a #, take the # away and write what you like after the =.
# When something is changed: softly check, with this file's name, says what needs mending.";

const STEPS: &str = r#"
# The steps, in order. Each begins with a line that says [[step]] and does one thing.

[[step]]
title = "Arriving"
rest = "30s"
say = "Whatever is under you can take some of your weight."

[[step]]
title = "Soft breathing"
breathe = { in = 4, out = 6 }
times = 12
say = "The shape moves at an easy pace. Joining it is up to you."

[step.cues]
in = ["", "", "There may be a little more room.", "", ""]
out = ["", "", "", "", "If there's any spare effort, it can soften."]

[[step]]
title = "Returning"
rest = "30s"
say = "There's no hurry to move."
"#;

/// What stands under a heading of its own.
const HEADINGS: [(&str, &Part); 3] = [
    ("[check-in]", &CHECK_IN),
    ("[sounds]", &SOUNDS),
    ("[[own-position]]", &POSITION),
];

/// A session file with a title, to be changed by hand.
pub fn template(title: &str) -> String {
    let mut page = Page(format!("softly = 1\ntitle = \"{title}\"\n\n{OPENING}\n"));
    let simple = |key: &&Key| !key.needed && !matches!(key.kind, Kind::One(_) | Kind::Many(_));
    for key in SESSION.keys.iter().filter(simple) {
        page.note(key);
    }
    for (heading, part) in HEADINGS {
        let name = heading.trim_matches(['[', ']']);
        page.words("", SESSION.key(name).map_or("", |key| key.about));
        page.off(heading);
        for key in part.keys {
            page.off(&format!("{} = {}", key.name, key.example));
        }
    }
    page.0.push_str(STEPS);
    page.0
        .push_str("\n# What else a step can do, and what goes with it.\n");
    for action in ACTIONS {
        page.action(action);
    }
    page.0.push_str("\n# What any step can have.\n");
    let others =
        |key: &&Key| !ACTIONS.contains(&key.name) && (key.with.is_empty() || key.with.len() > 3);
    for key in STEP.keys.iter().filter(others) {
        page.note(key);
    }
    page.0
}

/// A page of text that grows.
struct Page(String);

impl Page {
    /// A line that is switched off.
    fn off(&mut self, line: &str) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.0, "# {line}");
    }

    /// A note in words, after an empty line; `indent` stands before each line of it.
    fn words(&mut self, indent: &str, words: &str) {
        if indent.is_empty() {
            self.0.push('\n');
        }
        let mut line = format!("#{indent}");
        for word in words.split(' ') {
            if line.len() + word.len() >= WIDTH {
                let _ = writeln!(self.0, "{line}");
                line = format!("#{indent}");
            }
            line.push(' ');
            line.push_str(word);
        }
        let _ = writeln!(self.0, "{line}");
    }

    /// A name with what it means.
    fn note(&mut self, key: &Key) {
        self.words("", key.about);
        self.off(&format!("{} = {}", key.name, key.example));
    }

    /// A step that does something, with all that goes with it alone.
    fn action(&mut self, action: &str) {
        let Some(key) = STEP.key(action) else {
            return;
        };
        self.words("", key.about);
        self.off("[[step]]");
        self.off(&format!("{action} = {}", key.example));
        self.in_brackets(key);
        let own = |with: &&Key| with.with.len() <= 3 && with.with.contains(&action);
        for with in STEP.keys.iter().filter(own) {
            // Two ways of saying how long would contradict each other.
            let second = action == "breathe" && with.name == "times";
            let line = format!("{} = {}", with.name, with.example);
            if second {
                self.words("  ", &format!("or in place of `for`: {line}"));
            } else {
                self.off(&line);
            }
            self.words("  ", with.about);
            self.in_brackets(with);
        }
    }

    /// What can stand in the curly brackets after a name.
    fn in_brackets(&mut self, key: &Key) {
        let Kind::One(part) = key.kind else {
            return;
        };
        if key.name == "ramp-to" {
            return;
        }
        for inner in part.keys {
            self.words(
                "     ",
                &format!("{} = {}: {}", inner.name, inner.example, inner.about),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Rule;
    use crate::script::check;
    use crate::script::schema::{BREATH, CONTRACT, CUES};

    fn found(text: &str) -> Vec<Rule> {
        let found = check(text, "t").diagnostics;
        let rules = found.into_iter().map(|found| found.rule);
        // A limit of length need not fit this length, and lines in other words and recordings belong
        // to lines of another session.
        rules
            .filter(|rule| {
                ![Rule::LengthLimits, Rule::LooseWording, Rule::LooseRecording].contains(rule)
            })
            .collect()
    }

    #[test]
    fn the_template_plays_as_it_is_and_names_everything() {
        let text = template("A quiet evening");
        assert_eq!(check(&text, "t").diagnostics, []);
        for part in [
            &SESSION, &STEP, &BREATH, &CONTRACT, &CUES, &CHECK_IN, &SOUNDS, &POSITION,
        ] {
            for key in part.keys {
                let there = text.contains(&format!("{} = ", key.name))
                    || text.contains(&format!("[{}]", key.name));
                assert!(there, "{} of a {}", key.name, part.noun);
            }
        }
        assert!(text.lines().all(|line| line.chars().count() <= 120));
    }

    #[test]
    fn what_is_switched_off_can_be_switched_on() {
        let text = template("A quiet evening");
        let (above, below) = text.split_once("\n# The steps, in order.").unwrap();
        for key in SESSION.keys {
            let off = format!("\n# {} = ", key.name);
            if above.contains(&off) && !key.needed && key.name != "reviewed-on" {
                let on = text.replacen(&off, &format!("\n{} = ", key.name), 1);
                assert_eq!(found(&on), [], "{}", key.name);
            }
        }
        let gated = text.replacen("# gate = \"note\"", "gate = \"therapist\"", 1);
        assert_ne!(gated, text);
        let (_, more) = below.split_once("# What else a step can do").unwrap();
        let mut steps = 0;
        for block in more
            .split("\n\n")
            .filter(|block| block.contains("# [[step]]"))
        {
            let on = block.lines().filter_map(|line| line.strip_prefix("# "));
            let on: Vec<_> = on
                .skip_while(|line| *line != "[[step]]")
                .filter(|line| !line.starts_with(' '))
                .collect();
            steps += 1;
            assert_eq!(
                found(&format!("{gated}\n{}\n", on.join("\n"))),
                [],
                "{block}"
            );
        }
        assert_eq!(steps, ACTIONS.len());
        for (heading, _) in HEADINGS {
            let block = above
                .split("\n\n")
                .find(|block| block.contains(heading))
                .unwrap();
            let mut on: Vec<_> = block
                .lines()
                .filter_map(|line| line.strip_prefix("# "))
                .skip_while(|line| *line != heading)
                .collect();
            // Answers are given in words or in numbers.
            on.retain(|line| !line.starts_with("answers"));
            let on = format!("{above}\n{}\n# The steps, in order.{below}", on.join("\n"));
            assert_eq!(found(&on), [], "{heading}");
        }
    }
}
