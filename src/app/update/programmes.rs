//! What a person does among the programmes: look, open a session, keep a week, let go of it.
//!
//! To look at weeks changes nothing. What is kept changes only by the keys for following, for
//! letting go, and for what a therapist chose in a programme that is followed.

use std::sync::Arc;

use crate::app::keymap::Action;
use crate::app::screen::{AtProgramme, Programmes, Screen};
use crate::app::{App, Cursor};
use crate::kept::Following;
use crate::programme::rows::Row;
use crate::view;

/// Opens the list of programmes, and over it the week one is in where one follows a programme.
pub(super) fn open_list(app: &mut App) {
    let followed = app.followed().map(|followed| followed.id.clone());
    open_list_at(app, followed.as_deref());
    if let (Some(_), Screen::Programmes(list)) = (followed, &app.screen) {
        open(app, list.cursor.chosen);
    }
}

fn open_list_at(app: &mut App, id: Option<&str>) {
    let place = |id| app.programmes.iter().position(|entry| &*entry.id == id);
    let chosen = id.and_then(place).unwrap_or(0);
    app.screen = Screen::Programmes(Programmes {
        cursor: Cursor::at(chosen),
    });
}

/// Remembers the week that is shown, or read over, as where Back leads to after a session.
pub(super) fn leads_back(app: &mut App) {
    if let Screen::Programme(at) = app.screen.lowest() {
        app.home = Some(at.clone());
    }
}

pub(super) fn act_in_list(app: &mut App, action: Action) {
    let Screen::Programmes(list) = &app.screen else {
        return;
    };
    match action {
        Action::Open => {
            let chosen = list.cursor.chosen;
            open(app, chosen);
        }
        Action::Back => app.open_library(),
        _ => super::step(app, action),
    }
}

/// Opens a programme at the week one is in, or at its first.
fn open(app: &mut App, index: usize) {
    let Some(entry) = app.programmes.get(index) else {
        return;
    };
    let Some(programme) = entry.programme() else {
        return;
    };
    let followed = app.followed_in(programme);
    let (week, with_therapist) = followed.map_or((1, false), |followed| {
        (followed.week, followed.with_therapist)
    });
    let at = AtProgramme {
        id: entry.id.clone(),
        programme: Arc::clone(programme),
        week,
        with_therapist,
        chosen: 0,
        scroll: 0,
    };
    show(app, at);
}

/// Shows a week from its top, with its first session chosen.
fn show(app: &mut App, at: AtProgramme) {
    let opens = |row: &Row<'_>| matches!(row, Row::Session(invited) if invited.session.is_some());
    let chosen = view::programme_rows(app, &at).iter().position(opens);
    app.screen = Screen::Programme(AtProgramme {
        chosen: chosen.unwrap_or(0),
        scroll: 0,
        ..at
    });
}

pub(super) fn act(app: &mut App, action: Action) {
    let Screen::Programme(at) = &app.screen else {
        return;
    };
    let at = at.clone();
    match action {
        Action::Open => open_chosen(app, &at),
        Action::Back => open_list_at(app, Some(&at.id)),
        Action::NextWeek => show(
            app,
            AtProgramme {
                week: at.week + 1,
                ..at
            },
        ),
        Action::PreviousWeek => show(
            app,
            AtProgramme {
                week: at.week - 1,
                ..at
            },
        ),
        Action::Follow => {
            app.kept.following = Some(Following {
                programme: at.id,
                week: at.week,
                with_therapist: at.with_therapist,
            });
        }
        Action::Unfollow => app.kept.following = None,
        Action::Unlock => unlock(app, at),
        _ => move_by(app, action),
    }
}

/// A therapist chose this week with the person, or not after all. It is kept with a programme that
/// is followed, and otherwise once it is.
fn unlock(app: &mut App, at: AtProgramme) {
    let with_therapist = !at.with_therapist;
    if app.followed_in(&at.programme).is_some()
        && let Some(following) = &mut app.kept.following
    {
        following.with_therapist = with_therapist;
    }
    show(
        app,
        AtProgramme {
            with_therapist,
            ..at
        },
    );
}

/// Opens the session or the card of the chosen row, once it is in sight. Back leads here again.
fn open_chosen(app: &mut App, at: &AtProgramme) {
    if let Some(scroll) = view::programme_out_of_sight(app, at) {
        if let Screen::Programme(at) = &mut app.screen {
            at.scroll = scroll;
        }
        return;
    }
    let rows = view::programme_rows(app, at);
    match rows.get(at.chosen) {
        Some(Row::Session(invited)) => {
            let Some(session) = invited.session.clone() else {
                return;
            };
            let choices = invited.choices();
            leads_back(app);
            app.open(session, choices);
        }
        Some(_) => {}
        // The cards stand below what the week invites to.
        None => {
            if let Some(card) = at.shown().cards.get(at.chosen - rows.len()) {
                app.open_card(card);
            }
        }
    }
}

fn move_by(app: &mut App, action: Action) {
    let Screen::Programme(at) = &app.screen else {
        return;
    };
    let (chosen, scroll) = view::programme_step(app, at, action);
    if let Screen::Programme(at) = &mut app.screen {
        (at.chosen, at.scroll) = (chosen, scroll);
    }
}
