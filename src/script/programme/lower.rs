//! From a [`ProgrammeScript`] to a checked [`Programme`], collecting everything that makes no sense.
//!
//! What is absent or contradicts something else is found here; what could not be read has been
//! reported before and is passed over in silence.

use std::ops::Range;

use super::parsed::{InvitationScript, ProgrammeScript, WeekScript};
use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::library;
use crate::pages::Set;
use crate::programme::{Invitation, Programme, Week, What};
use crate::script::file_kind::FileKind;
use crate::script::lower::{in_one_text, reviewer, strands, texts, unreviewed_day, where_read};
use crate::script::parsed::{At, Field, Texts};
use crate::script::suggest;
use crate::text::Clean;

/// The words for a programme.
const PROGRAMME: FileKind = FileKind {
    key: "softly-programme",
    noun: "programme",
    used: "read",
};

/// Lowers a programme. There is one exactly if this found no error and reading found none.
///
/// `id` is the short name it goes by if its file does not give it one.
pub fn lower(script: &ProgrammeScript, id: &str) -> (Option<Programme>, Vec<Diagnostic>) {
    let mut lowering = Lowering { found: Vec::new() };
    let version = PROGRAMME.version(&script.format, script.broken);
    lowering.found.extend(version);
    let programme = lowering.programme(script, id);
    let found = lowering.found;
    let programme = programme.filter(|_| !found.iter().any(Diagnostic::is_error));
    (programme, where_read(found, &script.unread))
}

/// What was found so far.
struct Lowering {
    found: Vec<Diagnostic>,
}

impl Lowering {
    fn missing(&mut self, span: Range<usize>, message: &str, label: &str, help: &str) {
        let found = Diagnostic::error(Rule::MissingKey, span, message).label(label);
        self.found.push(found.help(help));
    }

    fn programme(&mut self, script: &ProgrammeScript, id: &str) -> Option<Programme> {
        if script.title.is_absent() && !script.broken {
            let help = "For example: title = \"Four quiet weeks\"";
            let message = "this programme has no title";
            self.missing(0..0, message, "add title = \"…\" near the top", help);
        }
        let (id, wrong) = PROGRAMME.short_name(&script.id, id);
        self.found.extend(wrong);
        let unreviewed = unreviewed_day(&script.reviewed_by, &script.reviewed_on);
        self.found.extend(unreviewed);
        let weeks: Option<Vec<Week>> = script.weeks.iter().map(|week| self.week(week)).collect();
        if script.weeks.is_empty() && !script.weeks_unclear {
            let message = "this programme has no weeks";
            let found = Diagnostic::error(Rule::NoWeeks, script.end..script.end, message)
                .label("add a week here")
                .help(
                    "A week begins with a line that says [[week]], and has a title and `invite`.",
                );
            self.found.push(found);
        }
        Some(Programme {
            id,
            title: script.title.value()?.clone(),
            about: script.about.value().cloned(),
            by: script.by.value().cloned(),
            language: script.language.value().cloned(),
            strands: strands(&script.strands),
            sources: texts(&script.sources),
            reviewed_by: reviewer(&script.reviewed_by),
            reviewed_on: script.reviewed_on.value().copied(),
            weeks: weeks.filter(|weeks| !weeks.is_empty())?,
        })
    }

    fn week(&mut self, week: &WeekScript) -> Option<Week> {
        if !week.unclear {
            self.what_a_week_needs(week);
        }
        let with_therapist = week.gate.value() == Some(&1);
        if let Some(key) = week.otherwise.key()
            && !with_therapist
            && !week.gate.is_wrong()
        {
            let message = "`otherwise` goes with a week that a therapist chooses, too";
            let found = Diagnostic::error(Rule::MisplacedKey, key, message)
                .label("this week has no gate")
                .help("Add gate = \"therapist\" to this week, or move these into `invite`.");
            self.found.push(found);
        }
        let invite = self.invitations(&week.invite);
        let otherwise = self.invitations(&week.otherwise);
        let cards = self.cards(&week.cards);
        Some(Week {
            title: week.title.value()?.clone(),
            about: week.about.value().cloned(),
            with_therapist,
            invite: invite?,
            otherwise: if with_therapist {
                otherwise?
            } else {
                Vec::new()
            },
            cards,
            ask: week.ask.value().cloned(),
        })
    }

    fn what_a_week_needs(&mut self, week: &WeekScript) {
        let span = || week.span.clone();
        if week.title.is_absent() {
            let help = "For example: title = \"Meeting the breath\"";
            self.missing(span(), "this week has no title", "add `title` to it", help);
        }
        if week.invite.is_absent() {
            let help = "For example: invite = [{ session = \"legs-resting\", times = 2 }]";
            let message = "this week does not invite to anything";
            self.missing(span(), message, "add `invite` to it", help);
        }
        if week.gate.value() == Some(&1) && week.otherwise.is_absent() {
            let help = "For example: otherwise = [{ session = \"legs-resting\", times = 2 }]";
            let message =
                "this week is chosen with a therapist, and has nothing for everybody else";
            self.missing(span(), message, "add `otherwise` to it", help);
        }
    }

    fn invitations(&mut self, written: &Field<Vec<InvitationScript>>) -> Option<Vec<Invitation>> {
        let written = written.given()?;
        if written.value.is_empty() {
            let message = "there is no invitation in this list";
            let found = Diagnostic::error(Rule::EmptyText, written.span.clone(), message)
                .label("empty")
                .help("For example: invite = [{ session = \"legs-resting\", times = 2 }]");
            self.found.push(found);
            return None;
        }
        let all: Vec<_> = written
            .value
            .iter()
            .map(|one| self.invitation(one))
            .collect();
        all.into_iter().collect()
    }

    fn invitation(&mut self, written: &InvitationScript) -> Option<Invitation> {
        let named = [
            ("session", written.session.key()),
            ("say", written.say.key()),
            ("external", written.external.key()),
        ];
        let mut named = named
            .into_iter()
            .filter_map(|(name, key)| Some((name, key?)));
        let Some((first, first_key)) = named.next() else {
            let message = "this invitation does not say what it is to";
            let label = "add `session`, `say` or `external`";
            let help = "For example: { session = \"legs-resting\", times = 2 }";
            self.missing(written.span.clone(), message, label, help);
            return None;
        };
        if let Some((second, key)) = named.next() {
            let message = format!("an invitation is either to `{first}` or to `{second}`");
            let found = Diagnostic::error(Rule::TwoInvitations, key, message)
                .label("a second thing")
                .also(first_key, "the first")
                .help("Put each into curly brackets of its own. A line about a session is its `note`.");
            self.found.push(found);
            return None;
        }
        if first != "session" {
            self.only_with_a_session(first, written);
        }
        let what = match first {
            "say" => What::Say(written.say.value()?.clone()),
            "external" => What::External(written.external.value()?.clone()),
            _ => What::Sessions(self.sessions(written.session.given()?)?),
        };
        Some(Invitation {
            what,
            times: written.times.value().copied(),
            when: written.when.value().cloned(),
            note: written.note.value().cloned(),
            shorter: written.shorter.value() == Some(&true),
            own_pace: written.own_pace.value() == Some(&true),
        })
    }

    fn only_with_a_session(&mut self, what: &str, written: &InvitationScript) {
        let keys = [
            ("shorter", written.shorter.key()),
            ("own-pace", written.own_pace.key()),
        ];
        for (name, key) in keys {
            let Some(key) = key else { continue };
            let message = format!("`{name}` goes with `session`, not with `{what}`");
            let found = Diagnostic::error(Rule::MisplacedKey, key, message)
                .label("nothing to play here")
                .help("Take it out, or say it in words.");
            self.found.push(found);
        }
    }

    fn sessions(&mut self, written: &At<Texts>) -> Option<Vec<Clean>> {
        if written.value.is_empty() {
            let message = "there is no session in this list";
            let found = Diagnostic::error(Rule::EmptyText, written.span.clone(), message);
            self.found
                .push(found.label("empty").help("Name one session or more."));
            return None;
        }
        let known = || library::names();
        self.known(written, "session", known);
        Some(once_each(
            written.value.iter().map(|name| name.value.clone()),
        ))
    }

    fn cards(&mut self, written: &Field<Texts>) -> Vec<Clean> {
        if let Some(written) = written.given() {
            let known = || Set::Cards.names();
            self.known(written, "card", known);
        }
        once_each(texts(written).into_iter())
    }

    /// Names that softly does not have may be files of the person's own, or slips.
    fn known<I: Iterator<Item = &'static str>>(
        &mut self,
        written: &At<Texts>,
        noun: &str,
        known: impl Fn() -> I,
    ) {
        let has = |name: &str| known().any(|known| known == name);
        if let [one] = &written.value[..]
            && let Some(list) = in_one_text(written)
            && one.value.split([',', ';']).all(|part| has(part.trim()))
        {
            let message = format!("several {noun}s are a list, each in quotation marks of its own");
            let found = Diagnostic::warning(Rule::UnknownName, written.span.clone(), message)
                .label(format!("more than one {noun}"));
            self.found.push(found.fix(written.span.clone(), list));
            return;
        }
        for name in written.value.iter().filter(|name| !has(&name.value)) {
            let message = format!("softly has no {noun} called \"{}\"", quoted(&name.value));
            let found = Diagnostic::warning(Rule::UnknownName, name.span.clone(), message);
            self.found
                .push(match suggest::nearest(&name.value, known()) {
                    Some(near) => found
                        .label(format!("did you mean \"{near}\"?"))
                        .fix(name.span.clone(), format!("\"{near}\"")),
                    None if noun == "session" => found
                        .label("not one that comes with softly")
                        .help("If it is a file of one's own, its place is the folder that softly doctor names."),
                    None => found.label("not one that softly has").help(format!(
                        "The cards are: {}.",
                        known().collect::<Vec<_>>().join(", ")
                    )),
                });
        }
    }
}

/// Each name once, in the order in which they first stand.
fn once_each(names: impl Iterator<Item = Clean>) -> Vec<Clean> {
    let mut once: Vec<Clean> = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once
}
