//! What is read over another screen: it pauses a session below, so that nobody loses their place by
//! reading, and the session goes on when it is taken away.

use super::Reach;
use super::midway;
use crate::app::App;
use crate::app::keymap::Action;
use crate::app::screen::{Blend, Library, Screen};
use crate::app::sheet::{Over, Reading, Sheet};
use crate::pages::Set;
use crate::player::Why;
use crate::time::Now;

/// Lays a sheet over the screen that is shown.
pub(super) fn open(app: &mut App, sheet: Sheet, now: Now) {
    app.lay_over(sheet);
    if let Some(playing) = app.screen.playing_mut() {
        playing.player.pause(now, Why::Reading);
    }
}

/// Opens the safety pages. Where the keys lie over them, they only need to be uncovered: sheets
/// never pile up.
pub(super) fn when_to_stop(app: &mut App, now: Now) {
    let uncovers =
        |over: &Over| matches!(&*over.below, Screen::Over(below) if below.sheet.is_safety());
    match &app.screen {
        Screen::Over(over) if uncovers(over) => close(app, now),
        _ => open(app, Sheet::SAFETY, now),
    }
}

/// What a key does on a sheet.
pub(super) fn act(app: &mut App, action: Action, reach: Reach, now: Now) {
    if action == Action::Back && super::settings::back(app) {
        return;
    }
    let Screen::Over(over) = &mut app.screen else {
        return;
    };
    match (&mut over.sheet, action) {
        (_, Action::Back) => close(app, now),
        (Sheet::Steps(_), Action::GoTo) => midway::go_to(app, now),
        (Sheet::Lighter(_), Action::TakePosition) => midway::take_position(app, now),
        (Sheet::Steps(steps), _) => midway::choose_step(steps, action, reach),
        (Sheet::Lighter(lighter), _) => midway::turn_position(lighter, action, reach),
        (Sheet::Cards(cards), Action::Read) => {
            let card = Reading::from_top(Set::Cards, cards.cursor.chosen);
            open(app, Sheet::Reading(card), now);
        }
        (Sheet::Cards(_), _) => super::step(app, action),
        (Sheet::Settings(_), _) => super::settings::act(app, action),
        (Sheet::Reading(reading), _) => read(reading, action, reach),
        (Sheet::Drawing { scroll }, Action::NextPosition | Action::PreviousPosition) => {
            *scroll = 0;
            if let Screen::Settle(settle) = &mut *over.below {
                super::settle::act(settle, action, reach);
            }
        }
        (Sheet::Keys { scroll } | Sheet::Drawing { scroll }, _) => {
            super::scroll(scroll, action, reach);
        }
    }
}

/// Turns to another page, or moves on and back in this one. Whether there is another page is asked
/// before a key comes here.
fn read(reading: &mut Reading, action: Action, reach: Reach) {
    let Reading { set, page, .. } = *reading;
    match action {
        Action::NextPage => *reading = Reading::from_top(set, page + 1),
        Action::PreviousPage => *reading = Reading::from_top(set, page.saturating_sub(1)),
        _ => super::scroll(&mut reading.scroll, action, reach),
    }
}

/// Takes a sheet away. A session below goes on if it was playing.
pub(super) fn close(app: &mut App, now: Now) {
    let lead = super::aloud::lead(app);
    let screen = std::mem::replace(&mut app.screen, Screen::Library(Library::default()));
    let Screen::Over(over) = screen else {
        app.screen = screen;
        return;
    };
    app.screen = *over.below;
    match &mut app.screen {
        Screen::Playing(playing) if over.resumes => {
            let from = playing.level(now);
            playing.blend = Some(Blend { from, since: now });
            playing.player.go_on(now + lead);
        }
        // Back in the list one stands at the card that was read last.
        Screen::Over(Over {
            sheet: Sheet::Cards(cards),
            ..
        }) => {
            if let Sheet::Reading(Reading {
                set: Set::Cards,
                page,
                ..
            }) = over.sheet
            {
                cards.cursor.chosen = page;
            }
        }
        _ => {}
    }
}
