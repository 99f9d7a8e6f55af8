//! Lowers a scan: which parts it visits, and which of them only if they are asked for.

use super::Kind;
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::lower::Lowering;
use crate::script::lower::pelvic::names_the_pelvic_region;
use crate::script::lower::step::texts;
use crate::script::parsed::{At, Field, Step as Written, Texts};
use crate::script::suggest;
use crate::session::{Part, Scan, StepKind};
use crate::text::Clean;

impl Lowering<'_> {
    pub(super) fn scan(&mut self, step: &Written) -> Option<Kind> {
        if step.each.is_absent() {
            let help = "For example: each = \"45s\"";
            self.missing(step, "scan", help);
        }
        let each = step.each.given().and_then(|each| self.positive(each));
        let written = step.scan.given()?;
        if written.value.is_empty() {
            let help = "Name the parts in quotation marks: scan = [\"feet\", \"hands\"].";
            let span = written.span.clone();
            self.error(
                Rule::EmptyText,
                span,
                "there is no part in this list",
                "empty",
                help,
            );
            return None;
        }
        self.parts_in_one_text(written);
        let asked = texts(&step.ask_first);
        for name in step.ask_first.value().into_iter().flatten() {
            self.known_part(name, step);
        }
        let mut parts = Vec::new();
        for part in &written.value {
            let asked_for = asked.iter().any(|name| same_part(name, &part.value));
            let pelvic = names_the_pelvic_region(&part.value);
            if pelvic && !asked_for {
                self.pelvic_part(part, step);
            }
            parts.push(Part {
                name: part.value.clone(),
                asked_for: asked_for || pelvic,
            });
        }
        let (each, begins) = (each?, parts.len());
        Some(Kind {
            lasts: each * begins as u64,
            once: each,
            begins,
            spans: begins,
            lines: 0,
            does: StepKind::Scan(Scan { parts, each }),
        })
    }

    /// `scan = "feet, hands, jaw"` visits one part with a long name.
    fn parts_in_one_text(&mut self, written: &At<Texts>) {
        let Some(list) = in_one_text(written) else {
            return;
        };
        let message = "this scan has one part, and there are commas in its name";
        let found = Diagnostic::warning(Rule::WrongKind, written.span.clone(), message)
            .label("one part, or several?")
            .help("Several parts are a list, each in quotation marks of its own.");
        self.found.push(found.fix(written.span.clone(), list));
    }

    fn known_part(&mut self, name: &At<Clean>, step: &Written) {
        let parts = texts(&step.scan);
        if parts.is_empty() || parts.iter().any(|part| same_part(part, &name.value)) {
            return;
        }
        let message = "this part is not one that the scan visits";
        let found = Diagnostic::error(Rule::UnknownPart, name.span.clone(), message)
            .help("`ask-first` names parts of the list after `scan`, spelled the same way.");
        let near = suggest::nearest(&name.value, parts.iter().map(|part| &**part));
        self.found.push(match near {
            Some(near) => found
                .label(format!("did you mean \"{near}\"?"))
                .fix(name.span.clone(), format!("\"{near}\"")),
            None => found.label("not in the scan"),
        });
    }

    fn pelvic_part(&mut self, part: &At<Clean>, step: &Written) {
        let message = "this part is left out until the person asks for it";
        let found = Diagnostic::warning(Rule::AskFirst, part.span.clone(), message)
            .label("left out until it is asked for")
            .help("The pelvic region of a scan is each person's own choice, every time.");
        let name = &part.value;
        self.found.push(match &step.ask_first {
            Field::Absent => found.help(format!(
                "To say that you know, add a line: ask-first = [\"{name}\"]."
            )),
            _ => found.help("To say that you know, add it to `ask-first`."),
        });
    }
}

/// `"feet, hands, jaw"` as a list, where one text stands in place of several.
pub(in crate::script) fn in_one_text(written: &At<Texts>) -> Option<String> {
    let [one] = &written.value[..] else {
        return None;
    };
    let entries: Vec<_> = one.value.split([',', ';']).map(str::trim).collect();
    let alone = one.span == written.span;
    let several = entries.len() > 1 && entries.iter().all(|entry| !entry.is_empty());
    let plain = !one.value.contains(['"', '\\']);
    (alone && several && plain).then(|| format!("[\"{}\"]", entries.join("\", \"")))
}

/// Whether two names mean the same part.
fn same_part(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
