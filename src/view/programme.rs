//! A week of a programme: what it invites to, row by row, what there is to read, a question, and
//! what might come next.
//!
//! Every row can have the cursor, so that all of it can be read in the smallest window.

mod moving;

pub(super) use moving::row_at;
pub use moving::{out_of_sight, step};

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout;
use super::page::{self, Page};
use super::write::Flow;
use crate::app::{Action, App, AtProgramme, Place};
use crate::pages::Set;
use crate::programme::rows::{self, Invited, Row};
use crate::programme::{Invitation, Week};
use crate::text::Clean;

/// The rows of the week that is shown: what it invites to.
pub fn rows<'a>(app: &App, at: &'a AtProgramme) -> Vec<Row<'a>> {
    rows::rows(at.shown(), at.with_therapist, |id| app.session(id))
}

/// Draws the week.
pub(super) fn draw(app: &App, at: &AtProgramme, area: Rect, cells: &mut Buffer) {
    let (hints, is_kept) = hints(app, at);
    let hints: Vec<&str> = hints.iter().map(|hint| &**hint).collect();
    let theme = &app.look.theme;
    let page = Page {
        place: Place::Programme,
        title: &at.programme.title,
        // It stands above the text already.
        chosen: &[],
        hints: &hints,
        hint_style: if is_kept { theme.dim() } else { theme.accent() },
        scroll: at.scroll,
    };
    let (rows, roomy) = (rows(app, at), is_roomy(area));
    page::draw(app, &page, area, cells, |flow| {
        write_text(app, at, &rows, roomy, flow);
    });
}

/// What stands below the text, in more words and in fewer: whether this week is kept, or how to
/// keep it.
fn hints(app: &App, at: &AtProgramme) -> (Vec<String>, bool) {
    let words = &app.words.programme;
    let owned = |hints: &[&str]| hints.iter().map(|hint| (*hint).to_owned()).collect();
    let followed = app.followed_in(&at.programme);
    match followed {
        Some(followed) if followed.week == at.week && app.keeps => (owned(words.kept), true),
        Some(followed) if followed.week == at.week => (owned(words.kept_for_now), true),
        // softly's own programme of that name would be followed in its place.
        _ if !app.offers(&app.screen, Action::Follow) => (owned(words.taken), true),
        Some(followed) => {
            let here = app.words.you_are_in(followed.week);
            let mut hints = vec![format!("{here} {}.", words.keep[1])];
            hints.extend(words.keep[1..].iter().map(|hint| (*hint).to_owned()));
            (hints, false)
        }
        None => (owned(words.keep), false),
    }
}

/// Whether there is room for what a week is for above what it invites to.
fn is_roomy(area: Rect) -> bool {
    layout::page(area).body.height >= 8
}

/// Writes the week, and answers where each of its rows stands.
fn write_text(
    app: &App,
    at: &AtProgramme,
    rows: &[Row<'_>],
    roomy: bool,
    flow: &mut Flow<'_>,
) -> Vec<Range<u16>> {
    let (theme, words, week) = (&app.look.theme, app.words, at.shown());
    let number = words.week(at.week, at.programme.weeks.len());
    flow.text(&format!("{number} · {}", week.title), theme.strong());
    let about = week.about.as_ref();
    if let Some(about) = about.filter(|_| roomy) {
        flow.text(about, theme.text());
    }
    if roomy {
        flow.gap();
    }
    write_gate(app, at, week, flow);
    let mut writer = Writer {
        app,
        chosen: at.chosen,
        places: Vec::new(),
    };
    for row in rows {
        writer.row(row, flow);
    }
    writer.cards(&week.cards, flow);
    if let Some(about) = about.filter(|_| !roomy) {
        flow.gap();
        writer.text(about, flow);
    }
    if let Some(ask) = &week.ask {
        flow.gap();
        flow.text(words.programme.ask, theme.dim());
        writer.text(ask, flow);
    }
    flow.gap();
    match at.programme.weeks.get(at.week) {
        Some(next) => {
            let next = format!("{} {}.", words.programme.next, next.title);
            writer.text(&next, flow);
        }
        None => writer.text(words.programme.last, flow),
    }
    writer.places
}

/// What a week says that is meant to be chosen with a therapist.
fn write_gate(app: &App, at: &AtProgramme, week: &Week, flow: &mut Flow<'_>) {
    let (theme, words) = (&app.look.theme, &app.words.programme);
    if !week.with_therapist {
        return;
    }
    if at.with_therapist {
        flow.text(words.chosen, theme.dim());
    } else {
        flow.text(words.with_therapist, theme.text());
        flow.text(words.how_to_choose, theme.accent());
        flow.text(words.until_then, theme.dim());
    }
}

/// Writes rows one below the other, and remembers where each of them stands.
struct Writer<'a> {
    app: &'a App,
    chosen: usize,
    places: Vec<Range<u16>>,
}

impl Writer<'_> {
    fn is_chosen(&self) -> bool {
        self.places.len() == self.chosen
    }

    fn mark(&self) -> &'static str {
        if self.is_chosen() { "› " } else { "  " }
    }

    fn row(&mut self, row: &Row<'_>, flow: &mut Flow<'_>) {
        let from = flow.rows();
        let theme = &self.app.look.theme;
        let note = match row {
            Row::Session(invited) => {
                self.session(invited, flow);
                invited.invitation.note.as_ref().filter(|_| !invited.or)
            }
            Row::Say(invitation, text) | Row::External(invitation, text) => {
                self.words(text, invitation, flow);
                invitation.note.as_ref()
            }
        };
        if let Some(note) = note {
            flow.hanging("    ", note, theme.dim(), theme.dim());
        }
        self.places.push(from..flow.rows());
    }

    /// "Legs Resting", and at the right "once, 8:08".
    fn session(&self, invited: &Invited<'_>, flow: &mut Flow<'_>) {
        let (theme, words) = (&self.app.look.theme, self.app.words);
        let style = match (&invited.session, self.is_chosen()) {
            (None, _) => theme.dim(),
            (Some(_), true) => theme.strong(),
            (Some(_), false) => theme.text(),
        };
        let title = if invited.or {
            format!("{} {}", words.programme.or, invited.title())
        } else {
            invited.title().to_string()
        };
        let details = words.invited(invited);
        let length = invited.length.map(|length| length.to_string());
        let details = (!details.is_empty()).then_some(details);
        let aside: Vec<String> = details.into_iter().chain(length).collect();
        flow.with_right(
            (self.mark(), theme.accent()),
            (&title, style),
            (&aside.join(", "), theme.dim()),
        );
    }

    fn words(&self, text: &str, invitation: &Invitation, flow: &mut Flow<'_>) {
        let theme = &self.app.look.theme;
        let details = self.app.words.invitation(invitation);
        flow.with_right(
            (self.mark(), theme.accent()),
            (text, theme.text()),
            (&details, theme.dim()),
        );
    }

    fn cards(&mut self, cards: &[Clean], flow: &mut Flow<'_>) {
        if cards.is_empty() {
            return;
        }
        flow.gap();
        let words = &self.app.words.programme;
        flow.text(words.read, self.app.look.theme.dim());
        for card in cards {
            let page = Set::Cards
                .page(card, self.app.words.language)
                .map(|page| page.worded(self.app.wording));
            let title = page.as_ref().map_or(card, |page| &page.title);
            self.text(title, flow);
        }
    }

    /// A row of text.
    fn text(&mut self, text: &str, flow: &mut Flow<'_>) {
        let from = flow.rows();
        let theme = &self.app.look.theme;
        flow.hanging(self.mark(), text, theme.accent(), theme.text());
        self.places.push(from..flow.rows());
    }
}
