//! More about each rule, for the author of a session: why it matters in a practice, what to do, and
//! a small session before and after.
//!
//! The texts are in `explain/rules.md`, one section a rule, so that they can be edited as prose.

mod changed;
mod draw;

pub use draw::{list, page};

use super::{Rule, Severity};

const RULES: &str = include_str!("explain/rules.md");
/// What stands around the two sessions of a section.
const BEFORE: &str = "```toml before\n";
const AFTER: &str = "```toml after\n";
const END: &str = "```";

/// What there is to tell about a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// How much it matters, in most cases.
    pub severity: Severity,
    /// Why it matters and what to do.
    pub paragraphs: Vec<String>,
    /// A session that has something to mend.
    pub before: &'static str,
    /// The same one when it is mended.
    pub after: &'static str,
}

impl Explanation {
    /// What there is to tell about a rule. That there is something for every rule is a test.
    pub fn of(rule: Rule) -> Option<Self> {
        let sections = RULES.split("\n## ").skip(1);
        sections
            .filter_map(|section| section.split_once('\n'))
            .find_map(|(heading, body)| {
                let (name, severity) = heading.split_once(" (")?;
                (name == rule.name()).then(|| Self::read(severity, body))?
            })
    }

    fn read(severity: &str, body: &'static str) -> Option<Self> {
        let severity = severity.strip_suffix(')')?;
        let severity = [Severity::Error, Severity::Warning, Severity::Advice]
            .into_iter()
            .find(|known| known.name() == severity)?;
        let (text, rest) = body.split_once(BEFORE)?;
        let (before, rest) = rest.split_once(END)?;
        let (after, _) = rest.split_once(AFTER)?.1.split_once(END)?;
        let paragraphs = text.trim().split("\n\n");
        Some(Self {
            severity,
            paragraphs: paragraphs.map(|text| text.replace('\n', " ")).collect(),
            before,
            after,
        })
    }
}

/// The rule with a name, written as people write names.
pub fn find(name: &str) -> Result<Rule, Option<Rule>> {
    let plain = name.trim().to_lowercase().replace(['_', ' '], "-");
    let exactly = Rule::ALL.iter().find(|rule| rule.name() == plain);
    exactly.copied().ok_or_else(|| nearest(&plain))
}

/// The rule whose name is nearest, if any is near enough to be meant.
fn nearest(name: &str) -> Option<Rule> {
    const NEAR: f64 = 0.8;
    // Nobody mistypes a short name into a hundred letters; comparing would only cost time.
    let rules = Rule::ALL.iter().filter(|_| name.len() <= 40);
    rules
        .map(|rule| (strsim::jaro_winkler(name, rule.name()), *rule))
        .filter(|(likeness, _)| *likeness > NEAR)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, rule)| rule)
}

#[cfg(test)]
mod tests;
