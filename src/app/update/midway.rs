//! What a person chooses in the middle of a session: another step, a lighter version or another
//! position, a dark screen. Nothing asks whether they are sure; the same keys lead back.

use super::{Reach, over, say};
use crate::app::App;
use crate::app::fade::Fade;
use crate::app::keymap::{Action, action_for};
use crate::app::screen::{Notice, Playing, Screen, chosen_position};
use crate::app::sheet::{Lighter, Over, Sheet, Steps};
use crate::app::toggle::keep_minutes_on_offer;
use crate::key::Key;
use crate::time::Now;
use crate::timeline::listed;

/// What a key asks for, once it has brought a dark screen back.
///
/// In a session it does what it always does: whoever lies in the dark and presses the key for a
/// pause wants a pause. Only the key for the dark itself is done with that. Where the session has
/// ended meanwhile, nobody can know what they would be asking for, and are shown first.
pub(super) fn woken(app: &mut App, key: Key) -> Option<Action> {
    let action = action_for(app.screen.place(), key);
    let was_dark = app.faded.take().is_some();
    let in_session = matches!(app.screen, Screen::Playing(_));
    action.filter(|action| match action {
        Action::Leave | Action::Suspend => true,
        Action::Fade => !was_dark,
        _ => !was_dark || in_session,
    })
}

/// The screen goes dark.
pub(super) fn fade(app: &mut App, now: Now) {
    app.faded = Some(Fade::begin(now, &app.look));
    say(app, Notice::Fades, now);
}

/// Opens the steps of a session, at the one that is under way.
pub(super) fn open_steps(app: &mut App, now: Now) {
    if let Some(Playing { player, .. }) = app.screen.playing() {
        let rows = listed(player.session(), player.choices(), player.timeline());
        let steps = Steps::at(rows, player.moment(now).step);
        over::open(app, Sheet::Steps(steps), now);
    }
}

/// Moves in the steps of a session.
pub(super) fn choose_step(steps: &mut Steps, action: Action, reach: Reach) {
    let screenful = isize::try_from(reach.screenful).unwrap_or(isize::MAX);
    steps.step(match action {
        Action::Down => 1,
        Action::Up => -1,
        Action::ScreenDown => screenful,
        Action::ScreenUp => -screenful,
        Action::First => isize::MIN,
        Action::Last => isize::MAX,
        _ => return,
    });
}

/// Goes to the chosen step.
pub(super) fn go_to(app: &mut App, now: Now) {
    let Screen::Over(Over {
        below,
        sheet: Sheet::Steps(steps),
        ..
    }) = &mut app.screen
    else {
        return;
    };
    let first = steps.chosen().map(|row| row.parts.start);
    if let (Some(part), Screen::Playing(playing)) = (first, &mut **below) {
        playing.soften(now);
        playing.player.go_to_part(part, now);
    }
    over::close(app, now);
}

/// Opens the lighter version of the position one is in. A position that a step has led to belongs to
/// that step, and has no other.
pub(super) fn open_lighter(app: &mut App, now: Now) {
    if let Some(Playing { player, .. }) = app.screen.playing() {
        let lighter = if let Some(position) = player.moved_to(now) {
            Lighter::at(vec![position.clone()], 0)
        } else {
            let positions = &player.session().positions;
            let chosen = chosen_position(player.session(), player.choices());
            let here = positions.iter().position(|p| p.id == chosen.id);
            Lighter::at(positions.clone(), here.unwrap_or(0))
        };
        over::open(app, Sheet::Lighter(lighter), now);
    }
}

/// Turns to another position, or moves in the text of this one.
pub(super) fn turn_position(lighter: &mut Lighter, action: Action, reach: Reach) {
    match action {
        Action::NextPosition => lighter.turn(1),
        Action::PreviousPosition => lighter.turn(lighter.positions.len() - 1),
        _ => super::scroll(&mut lighter.scroll, action, reach),
    }
}

/// Goes on in the position that is shown. The place in the session stays the same.
pub(super) fn take_position(app: &mut App, now: Now) {
    let Screen::Over(Over {
        below,
        sheet: Sheet::Lighter(lighter),
        ..
    }) = &mut app.screen
    else {
        return;
    };
    if let Screen::Playing(Playing { player, .. }) = &mut **below
        && !lighter.is_here()
    {
        let mut choices = player.choices().clone();
        choices.position = lighter.positions.get(lighter.shown).map(|p| p.id.clone());
        keep_minutes_on_offer(player.session(), &mut choices);
        player.choose(choices, now);
    }
    over::close(app, now);
}
