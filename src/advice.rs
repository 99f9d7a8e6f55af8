//! Suggestions for authors, apart from errors: the language guide, and ranges most people find
//! comfortable, each with where it comes from.
//!
//! A suggestion is never a refusal: the session plays as it is. Programmes are held to the same
//! words. What the program says or does of itself in every session is never asked of an author.
//! Nothing here opens files.

mod asks;
mod phrase;
mod place;
mod programme;
mod shape;
mod table;
mod text;
mod walk;
pub mod words;

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Lines, Rule};
use crate::language::Language;
use crate::script::{self, Checked, Reading, Script, limits};
use crate::session::Session;
use words::{Finding, Line, Purpose};

/// A text after everything about it has been checked, with what could be kinder.
#[derive(Clone, Debug, Default)]
pub struct Advised {
    /// What [`script::check`] says.
    pub checked: Checked,
    /// Every suggestion, in the order of the text.
    pub advice: Vec<Diagnostic>,
}

/// Checks the text of a session file, and says what could be kinder.
pub fn check_with_advice(text: &str, id: &str) -> Advised {
    let (checked, advice) = script::check_and(text, id, |meant, reading, checked| match reading {
        Reading::Session(script) => {
            let language = script.language.value().map(|code| &**code);
            advise(meant, script, checked.session.as_ref(), language)
        }
        Reading::Programme(script) => programme::advise(meant, script),
    });
    Advised { checked, advice }
}

impl Advised {
    /// The suggestions for other programs, each in its place; no more than anyone looks at.
    pub fn each(&self) -> &[Diagnostic] {
        &self.advice[..self.advice.len().min(limits::FINDINGS)]
    }

    /// The suggestions for somebody who reads them one after the other: what is said about several
    /// places is said once, with the lines of the others.
    pub fn gathered(&self, source: &str) -> Vec<Diagnostic> {
        let lines = Lines::new(source);
        let mut kinds: HashMap<(Rule, &str), usize> = HashMap::new();
        let mut gathered: Vec<(&Diagnostic, Vec<usize>)> = Vec::new();
        for found in &self.advice {
            let kind = (found.rule, found.label.as_str());
            let kind = *kinds.entry(kind).or_insert(gathered.len());
            match gathered.get_mut(kind) {
                None => gathered.push((found, Vec::new())),
                Some((first, others)) => {
                    let [here, line] =
                        [first, found].map(|found| lines.index(found.span.start) + 1);
                    if line != here {
                        others.push(line);
                    }
                }
            }
        }
        let gathered = gathered.into_iter().take(limits::FINDINGS);
        gathered
            .map(|(found, others)| match also_on(others) {
                None => found.clone(),
                Some(sentence) => found.clone().help(sentence),
            })
            .collect()
    }
}

/// Everything about a session that could be kinder, in the order of its text.
///
/// `source` is the text that the script was read from. Without a session, because there are errors,
/// only the words are looked at. Words are only looked at in a language that there is a guide for;
/// a session is in English unless its `language` says otherwise.
pub fn advise(
    source: &str,
    script: &Script,
    session: Option<&Session>,
    language: Option<&str>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let guide = Language::of_file(language);
    if let Some(guide) = guide {
        words_in(source, walk::texts(script), guide, &mut found);
    }
    if let Some(session) = session {
        shape::advise(source, script, session, guide, &mut found);
    }
    found.sort_by_key(|found| found.span.start);
    found
}

/// "The same on lines 4, 7 and 9."
fn also_on(mut lines: Vec<usize>) -> Option<String> {
    const MOST: usize = 6;
    lines.dedup();
    let named = lines.iter().take(MOST).map(ToString::to_string);
    let named = named.collect::<Vec<_>>().join(", ");
    match lines.len() {
        0 => None,
        1 => Some(format!("The same on line {named}.")),
        2..=MOST => Some(format!("The same on lines {named}.")),
        all => Some(format!(
            "The same on lines {named} and {} more.",
            all - MOST
        )),
    }
}

/// What words could be kinder, by the guide of a language.
fn words_in<'a>(
    source: &str,
    texts: impl IntoIterator<Item = walk::Written<'a>>,
    guide: Language,
    found: &mut Vec<Diagnostic>,
) {
    let mut offered = false;
    for written in texts {
        let line = Line::of(written.text, guide);
        for finding in line.look(written.purpose, offered) {
            let span = place::in_the_file(source, &written.span, written.text, &finding.range);
            found.push(diagnostic(finding, span));
        }
        if written.purpose == Purpose::Said {
            offered = line.offers_a_choice();
        }
    }
}

fn diagnostic(finding: Finding, span: std::ops::Range<usize>) -> Diagnostic {
    let found = Diagnostic::advice(finding.rule, span, finding.message).label(finding.label);
    finding.help.into_iter().fold(found, Diagnostic::help)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HARSH: &str = "softly = 1\ntitle = 'T'\n[[step]]\nrest = '2m'\nsay = 'You must be still.'\n\
        at = { '30s' = 'You must be still.', '60s' = 'You must stay.' }\n\
        [[step]]\nrest = '1m'\nsay = 'You must rest.'\n";

    fn rules(advice: &[Diagnostic]) -> Vec<&'static str> {
        advice.iter().map(|found| found.rule.name()).collect()
    }

    fn advised_in(language: Option<&str>) -> Vec<&'static str> {
        let look = |meant: &str, reading: Reading<'_>, checked: &Checked| match reading {
            Reading::Session(script) => advise(meant, script, checked.session.as_ref(), language),
            Reading::Programme(_) => Vec::new(),
        };
        rules(&script::check_and(HARSH, "t", look).1)
    }

    #[test]
    fn words_are_only_looked_at_where_there_is_a_guide() {
        let pressing = "pressing-word";
        for english in [None, Some("en"), Some("en-GB"), Some("EN")] {
            assert_eq!(
                advised_in(english),
                ["left-unsaid", pressing, pressing, pressing, pressing]
            );
        }
        for other in [Some("de-AT"), Some("pt-BR"), Some("enm")] {
            assert_eq!(advised_in(other), ["left-unsaid"]);
        }
        let german = HARSH.replace("'T'", "'T'\nlanguage = 'de'");
        let german = german.replace("You must be still", "Du musst still sein");
        let advised = check_with_advice(&german, "t");
        assert_eq!(rules(&advised.advice), ["left-unsaid", pressing, pressing]);
    }

    #[test]
    fn a_file_with_mistakes_is_looked_at_for_its_words() {
        let advised = check_with_advice(&HARSH.replace("1m", "1 year"), "t");
        assert!(advised.checked.session.is_none());
        assert_eq!(rules(&advised.advice), ["pressing-word"; 4]);
    }

    #[test]
    fn a_file_for_a_later_version_is_left_alone() {
        let advised = check_with_advice(&HARSH.replace("= 1\n", "= 2\n"), "t");
        assert_eq!(advised.advice, []);
    }

    #[test]
    fn what_is_said_about_several_places_is_said_once() {
        let advised = check_with_advice(HARSH, "t");
        assert_eq!(advised.each().len(), 5);
        let gathered = advised.gathered(HARSH);
        assert_eq!(rules(&gathered), ["left-unsaid", "pressing-word"]);
        let help = gathered[1].help.last().map(String::as_str);
        assert_eq!(help, Some("The same on lines 6, 9."));
    }

    #[test]
    fn only_the_first_of_very_many_lines_are_named() {
        assert_eq!(also_on(vec![]), None);
        assert_eq!(also_on(vec![7, 7]).as_deref(), Some("The same on line 7."));
        let many = also_on((1..=9).collect());
        assert_eq!(
            many.as_deref(),
            Some("The same on lines 1, 2, 3, 4, 5, 6 and 3 more.")
        );
    }
}
