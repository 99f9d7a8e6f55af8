//! From a number or a part of a name, as it was typed, to a row of the list that is shown.

use super::lists::{card_titles, numbered};
use crate::app::{App, AtProgramme};
use crate::nearest::nearest;
use crate::pages::Set;
use crate::programme::rows::Row;
use crate::text::fold_into;
use crate::view;
use crate::words::Words;

/// A row that something typed leads to, or what to say in its place.
pub(super) type Found = Result<usize, Vec<String>>;

/// The row of the list of sessions that has a text in its name, or else somewhere else: in a
/// position, in what it is about.
pub(super) fn session_called(app: &App, typed: &str) -> Found {
    let listed = app.listed().order;
    let names = listed.iter().map(|index| {
        let entry = &app.shelf[*index];
        let session = entry.session();
        let title = session.map_or(&entry.id, |session| &session.title);
        vec![&**entry.title(), &*entry.id, &**title]
    });
    let names: Vec<Vec<&str>> = names.collect();
    let elsewhere = app.find(typed);
    let place = |index: &usize| listed.iter().position(|other| other == index);
    let elsewhere: Vec<usize> = elsewhere.iter().filter_map(place).collect();
    row_called(app.words, &names, typed, &elsewhere).map(|place| listed[place])
}

/// The session that has a number in the list.
pub(super) fn session_numbered(app: &App, number: usize) -> Found {
    row_numbered(app.words, &app.listed().order, number)
}

/// The row of the list of programmes that has a text in its name.
pub(super) fn programme_called(app: &App, typed: &str) -> Found {
    let names = app.programmes.iter();
    let names = names.map(|entry| vec![&**entry.title(), &*entry.id]);
    row_called(app.words, &names.collect::<Vec<_>>(), typed, &[])
}

/// The row of the list of cards that has a text in its name.
pub(super) fn card_called(app: &App, typed: &str) -> Found {
    let titles = card_titles(app);
    let pages = Set::Cards.pages(app.words.language).iter();
    let names = pages
        .zip(&titles)
        .map(|(page, title)| vec![&**title, &*page.id]);
    row_called(app.words, &names.collect::<Vec<_>>(), typed, &[])
}

/// The row that has a text as its name, or else as a part of it, or else elsewhere, or a name like
/// it.
fn row_called(words: &Words, rows: &[Vec<&str>], typed: &str, elsewhere: &[usize]) -> Found {
    let folded = |text: &str| {
        let mut folded = String::new();
        fold_into(text, &mut folded);
        folded
    };
    let wanted = folded(typed);
    let having = |is: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let rows = rows.iter().enumerate();
        let rows = rows.filter(|(_, names)| names.iter().any(|name| is(&folded(name))));
        rows.map(|(index, _)| index).collect()
    };
    let exactly = having(&|name| name == wanted);
    let partly = having(&|name| name.contains(&*wanted));
    let partly = if partly.is_empty() {
        elsewhere
    } else {
        &partly
    };
    match (&*exactly, partly) {
        ([row, ..], _) | ([], [row]) => Ok(*row),
        ([], []) => {
            let names = rows.iter().enumerate();
            let near = nearest(typed, names.map(|(row, names)| (row, names[1], names[0])));
            let mut said = vec![words.said(|aloud, out| (aloud.no_such_name)(out, typed))];
            said.extend(near.map(|row| numbered(row + 1, rows[row][0])));
            Err(said)
        }
        ([], several) => {
            let mut said = vec![words.aloud.several.to_owned()];
            said.extend(several.iter().map(|row| numbered(row + 1, rows[*row][0])));
            Err(said)
        }
    }
}

/// The row of a week that has a number: that of a session which is there, or of a card.
pub(super) fn row_of_week(app: &App, at: &AtProgramme, number: usize) -> Found {
    let rows = view::programme_rows(app, at);
    let opens = |row: &Row<'_>| matches!(row, Row::Session(invited) if invited.session.is_some());
    let sessions = rows.iter().enumerate().filter(|(_, row)| opens(row));
    let cards = rows.len()..rows.len() + at.shown().cards.len();
    let opened: Vec<usize> = sessions.map(|(index, _)| index).chain(cards).collect();
    row_numbered(app.words, &opened, number)
}

/// The row with a number among so many.
pub(super) fn row_of(words: &Words, count: usize, number: usize) -> Found {
    row_numbered(words, &(0..count).collect::<Vec<_>>(), number)
}

/// The row with a number among these.
pub(super) fn row_numbered(words: &Words, rows: &[usize], number: usize) -> Found {
    let row = number.checked_sub(1).and_then(|index| rows.get(index));
    row.copied()
        .ok_or_else(|| vec![words.said(|aloud, out| (aloud.no_such_number)(out, rows.len()))])
}
