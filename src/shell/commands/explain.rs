//! `softly explain`: more about what `softly check` found, or the list of everything it can find.

use std::io;

use serde::Serialize;

use crate::diagnostic::explain::{find, list, page};
use crate::diagnostic::{Explanation, Rule, Severity, quoted};
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::out;
use crate::shell::setup::page_look;

/// Tells more about some rules, or lists them all.
pub(super) fn explain(environment: &Environment, names: &[String], json: bool) -> io::Result<Exit> {
    let mut rules = Vec::new();
    for name in names {
        match find(name) {
            Ok(rule) => rules.push(rule),
            Err(near) => return Ok(unknown(name, near)),
        }
    }
    let look = page_look(environment);
    if json {
        let all = if names.is_empty() { Rule::ALL } else { &rules };
        let explained: Vec<_> = all
            .iter()
            .filter_map(|rule| Explained::new(*rule))
            .collect();
        out::line(&serde_json::to_string_pretty(&explained)?)?;
    } else if names.is_empty() {
        out::print(&list(look))?;
    } else {
        let pages: Vec<_> = rules
            .iter()
            .map(|rule| page(*rule, look, !environment.accessible))
            .collect();
        out::print(&pages.join("\n\n"))?;
    }
    Ok(Exit::Fine)
}

fn unknown(name: &str, near: Option<Rule>) -> Exit {
    let hint = match near {
        Some(rule) => format!("Did you mean {rule}?"),
        None => "softly explain lists them all.".to_owned(),
    };
    let name = quoted(name);
    out::complain(&format!("there is no rule called \"{name}\". {hint}"));
    Exit::CouldNot
}

/// A rule as other programs see it.
#[derive(Serialize)]
struct Explained {
    rule: Rule,
    severity: Severity,
    about: &'static str,
    paragraphs: Vec<String>,
    before: &'static str,
    after: &'static str,
}

impl Explained {
    fn new(rule: Rule) -> Option<Self> {
        let told = Explanation::of(rule)?;
        Some(Self {
            rule,
            severity: told.severity,
            about: rule.about(),
            paragraphs: told.paragraphs,
            before: told.before,
            after: told.after,
        })
    }
}
