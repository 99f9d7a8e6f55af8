//! The lists as lines: sessions, programmes, a week, cards. Everything that can be opened has a
//! number.

use crate::app::{App, AtProgramme, Content, Entry, ProgrammeEntry};
use crate::pages::{Set, sentence};
use crate::programme::rows::{Invited, Row};
use crate::session::Gate;
use crate::timeline::{Choices, lengths};
use crate::view;
use crate::words::Words;

/// The list of sessions, with the headings of its groups.
pub(super) fn sessions(app: &App) -> Vec<String> {
    let mut lines = Vec::new();
    let mut heading = "";
    let listed = app.listed();
    for (place, index) in listed.order.iter().enumerate() {
        let entry = &app.shelf[*index];
        let own = if place < listed.favourites {
            app.words.library.favourites
        } else {
            app.words.list_heading(entry)
        };
        if own != heading {
            heading = own;
            lines.push(format!("{heading}:"));
        }
        lines.push(numbered(place + 1, &session(app.words, entry)));
    }
    lines
}

/// "First Soft Breaths, 3 minutes 35 seconds."
fn session(words: &Words, entry: &Entry) -> String {
    let library = &words.library;
    let mut parts = vec![entry.title().to_string()];
    match &entry.content {
        Content::Session(session) => {
            parts.push(words.length(lengths(session, &Choices::default()).written));
            if session.gate == Gate::Therapist {
                parts.push(lower(library.with_therapist));
            }
            parts.extend(words.other_language(session).map(|line| lower(&line)));
        }
        Content::Problems(_) | Content::Unreadable(_) => parts.push(library.to_mend.to_owned()),
    }
    parts.join(", ")
}

/// What stands in a sentence no longer at its beginning.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// What there is to mend in a file that cannot be opened.
pub(super) fn to_mend(words: &Words, entry: &Entry) -> Vec<String> {
    let library = &words.library;
    let problems = match &entry.content {
        Content::Session(_) => return Vec::new(),
        Content::Problems(problems) => problems.iter().map(|p| p.message.clone()).collect(),
        Content::Unreadable(why) => vec![why.to_string()],
    };
    told_to_mend(library.broken, problems, library.how_to_mend)
}

fn told_to_mend(heading: &str, problems: Vec<String>, how: &str) -> Vec<String> {
    let first = [heading.to_owned()].into_iter();
    first.chain(problems).chain([how.to_owned()]).collect()
}

/// The list of programmes.
pub(super) fn programmes(app: &App) -> Vec<String> {
    let words = app.words;
    let mut lines = vec![format!("{}:", words.programme.heading)];
    for (index, entry) in app.programmes.iter().enumerate() {
        let details = match entry.programme() {
            Some(programme) => words.weeks(programme.weeks.len()),
            None => words.library.to_mend.to_owned(),
        };
        let text = format!("{}, {details}", entry.title());
        lines.push(numbered(index + 1, &text));
    }
    lines.extend(followed(app));
    lines
}

/// Which programme is followed, and in which week one is.
pub(super) fn followed(app: &App) -> Option<String> {
    let followed = app.followed()?;
    let (title, week) = (&followed.programme.title, followed.week);
    Some(
        app.words
            .said(|aloud, out| (aloud.followed)(out, title, week)),
    )
}

/// What there is to mend in a programme that cannot be opened.
pub(super) fn programme_to_mend(words: &Words, entry: &ProgrammeEntry) -> Vec<String> {
    match &entry.read {
        Ok(_) => Vec::new(),
        Err(problems) => {
            let problems = problems.iter().map(|p| p.message.clone()).collect();
            told_to_mend(words.programme.broken, problems, words.library.how_to_mend)
        }
    }
}

/// A week of a programme: what it is for, what it invites to, what there is to read, a question.
pub(super) fn week(app: &App, at: &AtProgramme) -> Vec<String> {
    let (words, week) = (app.words, at.shown());
    let of = at.programme.weeks.len();
    let mut lines = vec![
        sentence(&at.programme.title),
        sentence(&format!("{}: {}", words.week(at.week, of), week.title)),
    ];
    lines.extend(app.followed_in(&at.programme).map(|followed| {
        if followed.week == at.week {
            words.programme.you_are_here.to_owned()
        } else {
            words.you_are_in(followed.week)
        }
    }));
    lines.extend(week.about.iter().map(ToString::to_string));
    if week.with_therapist && at.with_therapist {
        lines.push(words.programme.chosen.to_owned());
    } else if week.with_therapist {
        lines.push(words.programme.with_therapist.to_owned());
        lines.push(words.aloud.how_to_choose_week.to_owned());
        lines.push(words.programme.until_then.to_owned());
    }
    lines.extend(invitations(app, at));
    if let Some(ask) = &week.ask {
        lines.push(format!("{} {ask}", words.programme.ask));
    }
    lines.extend(match at.programme.weeks.get(at.week) {
        Some(next) => [format!(
            "{} {}",
            words.programme.next,
            sentence(&next.title)
        )],
        None => [words.programme.last.to_owned()],
    });
    lines
}

/// What Enter opens in a week, by its title.
pub(super) fn chosen_in_week(app: &App, at: &AtProgramme) -> Option<String> {
    let rows = view::programme_rows(app, at);
    match rows.get(at.chosen) {
        Some(Row::Session(invited)) => {
            let session = invited.session.as_ref()?;
            Some(session.shown_title().to_string())
        }
        Some(Row::Say(..) | Row::External(..)) => None,
        None => {
            let card = at.shown().cards.get(at.chosen.checked_sub(rows.len())?)?;
            let page = Set::Cards
                .page(card, app.words.language)
                .map(|page| page.worded(app.wording));
            Some(page.as_ref().map_or(card, |page| &page.title).to_string())
        }
    }
}

/// The rows of a week: those that can be opened have numbers.
fn invitations(app: &App, at: &AtProgramme) -> Vec<String> {
    let words = app.words;
    let rows = view::programme_rows(app, at);
    let mut number = 1..;
    let mut with_number = |text: &str| numbered(number.next().unwrap_or(0), text);
    let mut lines = Vec::new();
    for row in &rows {
        let note = match row {
            Row::Session(invited) => {
                let text = invited_to(words, invited);
                lines.push(if invited.session.is_some() {
                    with_number(&text)
                } else {
                    sentence(&text)
                });
                invited.invitation.note.as_ref().filter(|_| !invited.or)
            }
            Row::Say(invitation, text) | Row::External(invitation, text) => {
                let details = words.invitation(invitation);
                lines.push(sentence(text));
                lines.extend((!details.is_empty()).then(|| sentence(&details)));
                invitation.note.as_ref()
            }
        };
        lines.extend(note.map(ToString::to_string));
    }
    if !at.shown().cards.is_empty() {
        lines.push(format!("{}:", words.programme.read));
    }
    for card in &at.shown().cards {
        let page = Set::Cards
            .page(card, app.words.language)
            .map(|page| page.worded(app.wording));
        lines.push(with_number(page.as_ref().map_or(card, |page| &page.title)));
    }
    lines
}

/// "or Legs Resting, 8 minutes 8 seconds, once".
fn invited_to(words: &Words, invited: &Invited<'_>) -> String {
    let or = invited.or.then_some(words.programme.or);
    let title = or.into_iter().chain([&**invited.title()]);
    let title: Vec<&str> = title.collect();
    let details = words.invited(invited);
    let length = invited.length.map(|length| words.length(length));
    let parts = [Some(title.join(" ")), length, Some(details)];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<String>>().join(", ")
}

/// The list of cards.
pub(super) fn cards(app: &App) -> Vec<String> {
    let pages = &app.words.pages;
    let mut lines = vec![format!("{}. {}", pages.cards, pages.about_cards)];
    lines.extend(
        card_titles(app)
            .iter()
            .enumerate()
            .map(|(index, title)| numbered(index + 1, title)),
    );
    lines
}

/// What the cards are called, in the chosen words.
pub(super) fn card_titles(app: &App) -> Vec<String> {
    let pages = Set::Cards.pages(app.words.language).iter();
    pages
        .map(|page| page.worded(app.wording).title.to_string())
        .collect()
}

/// A row with its number.
pub(super) fn numbered(number: usize, text: &str) -> String {
    format!("{number}. {}", sentence(text))
}
