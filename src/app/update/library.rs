//! What a person does in the list of sessions: open one, search, mark favourites.

use std::sync::Arc;

use super::programmes;
use crate::app::keymap::Action;
use crate::app::{App, Content, Entry, Screen, Search};
use crate::timeline::Choices;
use crate::words::Words;

/// What a key does.
pub(super) fn act(app: &mut App, action: Action) {
    match action {
        Action::Open => open(app),
        Action::Programmes => {
            app.recent = chosen(app).map(|entry| entry.id.clone());
            programmes::open_list(app);
        }
        Action::Favourite => mark(app),
        Action::Search => search(app, |search, _, _| *search = Some(Search::default())),
        Action::Back => search(app, |search, _, _| *search = None),
        // Where there is nothing to take back, one has searched enough.
        Action::Erase => search(app, |search, shelf, words| {
            if search
                .as_mut()
                .is_some_and(|search| !search.pop(shelf, words))
            {
                *search = None;
            }
        }),
        _ => super::step(app, action),
    }
}

/// Takes in a letter of what is searched for.
pub(super) fn type_in(app: &mut App, letter: char) {
    search(app, |search, shelf, words| {
        if let Some(search) = search {
            search.push(letter, shelf, words);
        }
    });
}

/// Sessions of a person's own join the list. Whoever has not moved yet stands where the list opens.
pub(super) fn join(app: &mut App, entries: Vec<Entry>) {
    let before = app.opening_cursor();
    app.shelf.extend(entries);
    let opening = app.opening_cursor();
    let (shelf, words) = (&app.shelf, app.words);
    if let Some(library) = app.screen.library_mut() {
        if let Some(search) = &mut library.search {
            search.look(shelf, words);
        } else if library.cursor == before {
            library.cursor = opening;
        }
    }
}

/// Changes what is searched for, and chooses the best of what is found then. If nothing is, the
/// chosen one stays, for when the search is over.
fn search(app: &mut App, change: impl FnOnce(&mut Option<Search>, &[Entry], &Words)) {
    let (shelf, words) = (&app.shelf, app.words);
    let Screen::Library(library) = &mut app.screen else {
        return;
    };
    change(&mut library.search, shelf, words);
    let found = library.search.as_ref().and_then(Search::found);
    if let Some(best) = found.and_then(<[usize]>::first) {
        library.cursor.chosen = *best;
    }
}

/// The chosen row, where it is in sight: a search may have found nothing.
fn chosen(app: &App) -> Option<&Entry> {
    let Screen::Library(library) = &app.screen else {
        return None;
    };
    let chosen = library.cursor.chosen;
    let found = library.search.as_ref().and_then(Search::found);
    let is_listed = found.is_none_or(|found| found.contains(&chosen));
    app.shelf.get(chosen).filter(|_| is_listed)
}

fn open(app: &mut App) {
    let Some(Entry {
        id,
        content: Content::Session(session),
        ..
    }) = chosen(app)
    else {
        return;
    };
    let (id, session) = (id.clone(), Arc::clone(session));
    app.open(session, Choices::default());
    app.recent = Some(id);
}

/// Marks the chosen session, or takes the mark away. One stays with it, wherever it moves to.
fn mark(app: &mut App) {
    if let Some(id) = chosen(app).map(|entry| entry.id.clone()) {
        app.kept.mark(&id);
    }
    super::step(app, Action::Favourite);
}
