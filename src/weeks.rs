//! A programme on a page, for reading before following it and for sending to a colleague: its
//! weeks, what they invite to, what there is to read, and the questions.
//!
//! It is pure: a programme and the sessions there are in, text out.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::kept::Following;
use crate::page::{Look, Page, Tone};
use crate::pages::{Set, sentence};
use crate::programme::rows::{Invited, Row, rows_of};
use crate::programme::{Invitation, Programme, Week};
use crate::session::Session;
use crate::text::Clean;
use crate::words::Words;

/// Everything that the page is made from.
pub struct Weeks<'a> {
    /// The words of the program.
    pub words: &'static Words,
    /// The programme.
    pub programme: &'a Programme,
    /// Finds a session by its short name.
    pub find: &'a dyn Fn(&str) -> Option<Arc<Session>>,
    /// Where one is in this programme, if one follows it.
    pub following: Option<&'a Following>,
    /// The week that is shown alone; without it, the whole programme is.
    pub week: Option<usize>,
}

/// Writes the page. Without marks it is sentences only, for who cannot see it.
pub fn draw(weeks: &Weeks<'_>, look: Look, marks: bool) -> String {
    let mut writer = Writer {
        page: Page::new(Look {
            colour: look.colour && marks,
            ..look.for_reading()
        }),
        weeks,
        marks,
    };
    match weeks.week {
        Some(number) => writer.one(number),
        None => writer.whole(),
    }
    writer.page.finish()
}

struct Writer<'a> {
    page: Page,
    weeks: &'a Weeks<'a>,
    marks: bool,
}

impl Writer<'_> {
    fn whole(&mut self) {
        let (words, programme) = (self.weeks.words, self.weeks.programme);
        self.page.paragraph(0, Tone::Strong, &programme.title);
        if let Some(about) = &programme.about {
            self.page.paragraph(0, Tone::Plain, about);
        }
        let credits = words.made_by(
            programme.by.as_ref(),
            programme.reviewed_by.as_ref(),
            programme.reviewed_on,
        );
        self.page.paragraph(0, Tone::Quiet, &credits);
        if let Some(language) = words.language_beside(programme.language.as_deref()) {
            self.page.paragraph(0, Tone::Plain, &language);
        }
        if let Some(following) = self.weeks.following {
            let week = programme.nearest(following.week);
            self.page
                .paragraph(0, Tone::Accent, &words.you_are_in(week));
        }
        for number in 1..=programme.weeks.len() {
            self.page.gap();
            self.week(number);
        }
        self.list(words.outline.sources, &programme.sources);
    }

    /// One week, below the name of its programme.
    fn one(&mut self, number: usize) {
        let (words, programme) = (self.weeks.words, self.weeks.programme);
        let number = programme.nearest(number);
        self.page.paragraph(0, Tone::Strong, &programme.title);
        let here = self
            .weeks
            .following
            .map(|following| programme.nearest(following.week));
        match here {
            Some(week) if week == number => {
                self.page
                    .paragraph(0, Tone::Accent, words.programme.you_are_here);
            }
            Some(week) => self
                .page
                .paragraph(0, Tone::Accent, &words.you_are_in(week)),
            None => {}
        }
        self.page.gap();
        self.week(number);
        self.page.gap();
        match programme.weeks.get(number) {
            Some(next) => {
                let next = format!("{} {}", words.programme.next, sentence(&next.title));
                self.page.paragraph(0, Tone::Plain, &next);
            }
            None => self.page.paragraph(0, Tone::Plain, words.programme.last),
        }
    }

    fn week(&mut self, number: usize) {
        let (words, programme) = (self.weeks.words, self.weeks.programme);
        let week = programme.week(number);
        let heading = format!(
            "{}: {}",
            words.week(number, programme.weeks.len()),
            week.title
        );
        self.page.paragraph(0, Tone::Strong, &heading);
        if let Some(about) = &week.about {
            self.page.paragraph(0, Tone::Plain, about);
        }
        self.page.gap();
        self.invitations(week);
        self.cards(&week.cards);
        if let Some(ask) = &week.ask {
            self.page.gap();
            let asked = format!("{} {ask}", words.programme.ask);
            self.page.paragraph(0, Tone::Plain, &asked);
        }
    }

    /// What a week invites to. Whoever has chosen already which of the two it is sees that one.
    fn invitations(&mut self, week: &Week) {
        let words = &self.weeks.words.programme;
        if !week.with_therapist {
            return self.rows(&week.invite);
        }
        let chosen = self
            .weeks
            .following
            .map(|following| following.with_therapist)
            .filter(|_| self.weeks.week.is_some());
        match chosen {
            Some(true) => self.page.paragraph(0, Tone::Quiet, words.chosen),
            Some(false) | None => self.page.paragraph(0, Tone::Quiet, words.with_therapist),
        }
        if chosen != Some(false) {
            self.rows(&week.invite);
        }
        if chosen != Some(true) {
            self.page.paragraph(0, Tone::Quiet, words.until_then);
            self.rows(&week.otherwise);
        }
    }

    fn rows(&mut self, invitations: &[Invitation]) {
        for row in rows_of(invitations, self.weeks.find) {
            let (text, note) = match &row {
                Row::Session(invited) => {
                    let note = invited.invitation.note.as_ref().filter(|_| !invited.or);
                    (self.session(invited), note)
                }
                Row::Say(invitation, text) | Row::External(invitation, text) => (
                    self.with_details(text, invitation),
                    invitation.note.as_ref(),
                ),
            };
            self.entry(&text);
            if let Some(note) = note {
                self.page
                    .paragraph(if self.marks { 4 } else { 0 }, Tone::Quiet, note);
            }
        }
    }

    /// "Legs Resting, 8:08, once".
    fn session(&self, invited: &Invited<'_>) -> String {
        let words = self.weeks.words;
        let or = if invited.or {
            format!("{} ", words.programme.or)
        } else {
            String::new()
        };
        let length = invited.length.map(|length| {
            if self.marks {
                length.to_string()
            } else {
                words.length(length)
            }
        });
        let details = words.invited(invited);
        let parts = [Some(invited.title().to_string()), length];
        let parts = parts.into_iter().flatten();
        let parts: Vec<String> = parts
            .chain((!details.is_empty()).then_some(details))
            .collect();
        format!("{or}{}", parts.join(", "))
    }

    fn with_details(&self, text: &str, invitation: &Invitation) -> String {
        let details = self.weeks.words.invitation(invitation);
        if details.is_empty() {
            text.to_owned()
        } else {
            format!("{} ({details})", text.trim_end_matches('.'))
        }
    }

    fn cards(&mut self, cards: &[Clean]) {
        if cards.is_empty() {
            return;
        }
        self.page.gap();
        self.heading(Tone::Quiet, self.weeks.words.programme.read);
        for card in cards {
            let page = Set::Cards.page(card, self.weeks.words.language);
            self.entry(page.map_or(card, |page| &page.title));
        }
    }

    fn list(&mut self, heading: &str, entries: &[Clean]) {
        if entries.is_empty() {
            return;
        }
        self.page.gap();
        self.heading(Tone::Strong, heading);
        for entry in entries {
            self.entry(entry);
        }
    }

    /// What stands above a list; for the ear it says that one follows.
    fn heading(&mut self, tone: Tone, heading: &str) {
        let colon = if self.marks { "" } else { ":" };
        self.page.paragraph(0, tone, &format!("{heading}{colon}"));
    }

    /// An entry of a list, behind a mark for the eye or as a sentence for the ear.
    fn entry(&mut self, text: &str) {
        if self.marks {
            let mark = [(Tone::Quiet, "  · ")];
            self.page
                .hanging(&mark, &[(Tone::Plain, "    ")], Tone::Plain, text);
        } else {
            self.page.paragraph(0, Tone::Plain, &sentence(text));
        }
    }
}
