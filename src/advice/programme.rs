//! The words of a programme, held to the same guide as those of a session.
//!
//! Everything in a programme is read at rest. The therapist's own exercise is the therapist's own.

use super::shape::long_line;
use super::walk::{Collected, Written};
use super::words::Purpose;
use super::words_in;
use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::script::Field;
use crate::script::programme::{InvitationScript, ProgrammeScript};

/// Everything about a programme that could be kinder, in the order of its text.
pub(super) fn advise(source: &str, script: &ProgrammeScript) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let texts = texts(script);
    found.extend(texts.iter().filter_map(long_line));
    let language = script.language.value().map(|code| &**code);
    if let Some(guide) = Language::of_file(language) {
        words_in(source, texts, guide, &mut found);
    }
    found.sort_by_key(|found| found.span.start);
    found
}

/// Every text that a person will see, in the order of the file. Names of people, sources, sessions
/// and cards are left alone.
fn texts(script: &ProgrammeScript) -> Vec<Written<'_>> {
    let mut all = Collected::default();
    all.add(&script.title, Purpose::Title);
    all.add(&script.about, Purpose::About);
    for week in &script.weeks {
        all.add(&week.title, Purpose::Label);
        all.add(&week.about, Purpose::About);
        invitations(&week.invite, &mut all);
        invitations(&week.otherwise, &mut all);
        all.add(&week.ask, Purpose::SetUp);
    }
    all.into_found()
}

fn invitations<'a>(written: &'a Field<Vec<InvitationScript>>, all: &mut Collected<'a>) {
    for invitation in written.value().into_iter().flatten() {
        all.add(&invitation.say, Purpose::SetUp);
        all.add(&invitation.external, Purpose::About);
        all.add(&invitation.when, Purpose::SetUp);
        all.add(&invitation.note, Purpose::SetUp);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::programme::read;
    use crate::script::schema::{INVITATION, Kind, PROGRAMME, WEEK};

    /// Names, and what only a machine reads.
    const NOT_SAID: [&str; 6] = ["id", "by", "sources", "reviewed-by", "cards", "session"];

    #[test]
    fn every_text_of_a_programme_is_looked_at() {
        for part in [&PROGRAMME, &WEEK, &INVITATION] {
            for key in part.keys {
                let is_text = matches!(
                    key.kind,
                    Kind::Title | Kind::Text | Kind::Words | Kind::Texts
                );
                if !is_text {
                    continue;
                }
                let line = format!("{} = \"marker\"", key.name);
                let file = match part.noun {
                    "programme" => line,
                    "week" => format!("[[week]]\n{line}"),
                    _ => format!("[[week]]\ninvite = [{{ {line} }}]"),
                };
                let (script, _) = read(&file);
                let seen = texts(&script).iter().any(|text| text.text == "marker");
                assert_eq!(seen, !NOT_SAID.contains(&key.name), "{file}");
            }
        }
    }
}
