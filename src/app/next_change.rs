//! When the screen next needs drawing, so that the loop can sleep until then.

use super::{App, Screen};
use crate::app::screen::{Bare, Playing};
use crate::player::Transport;
use crate::time::{Ms, Now};
use crate::view::{Motion, has_picture, minutes_left, next_page, picture, picture_steps};

/// The picture is drawn at most thirty times a second.
const SHORTEST_FRAME: Ms = Ms(33);
/// The glow where nothing is paced is so slow that it is looked at no more often than this.
const GLOW_FRAME: Ms = Ms(400);

/// When something on screen next changes by itself; `None` while nothing does.
pub fn next_change(app: &App, now: Now) -> Option<Now> {
    if let Some(fade) = app.faded {
        let session = match &app.screen {
            Screen::Playing(playing) if fade.is_dark(now) => next_end(playing, now),
            Screen::Playing(_) => next_in_sight(app, now),
            _ => None,
        };
        return [session, fade.next_change(now)].into_iter().flatten().min();
    }
    next_in_sight(app, now)
}

/// When a session next comes to where it waits, or to its end: what brings a dark screen back, or is
/// heard.
fn next_end(playing: &Playing, now: Now) -> Option<Now> {
    let transport = playing.player.transport();
    match transport {
        Transport::Playing { until, .. } => transport.when(until).map(|then| then.max(now)),
        Transport::Paused { .. } => None,
    }
}

/// When something in sight next changes by itself.
fn next_in_sight(app: &App, now: Now) -> Option<Now> {
    let playing = match &app.screen {
        Screen::Playing(playing) => playing,
        Screen::Notes(notes) => return notes.followed.next_change(now),
        _ => return None,
    };
    let player = &playing.player;
    if player.is_held(now) {
        return player.transport().when(player.at(now));
    }
    let picture = next_picture(app, playing, now);
    let notice = playing.notice(now).map(|(_, until)| until);
    let page = next_page(app, playing, now).and_then(|at| player.transport().when(at));
    [picture, page, next_word(playing, now), notice]
        .into_iter()
        .flatten()
        .min()
}

/// When a word, a line, the minutes left or the screen itself changes.
fn next_word(playing: &Playing, now: Now) -> Option<Now> {
    let player = &playing.player;
    let (timeline, at) = (player.timeline(), player.at(now));
    let moment = player.moment(now);
    let line = moment.line.map(|line| line.until);
    let named = moment.anchor.map(|line| line.until);
    let minute = next_minute(timeline.length() - at).map(|left| timeline.length() - left);
    let next = [timeline.next_onset(at), line, named, minute]
        .into_iter()
        .flatten()
        .filter(|t| *t > at);
    // A session that is over still has to be closed.
    let next = next.min().unwrap_or(at);
    player.transport().when(next)
}

/// How much is left when the minutes left are next told differently.
fn next_minute(left: Ms) -> Option<Ms> {
    let minutes = minutes_left(left)?;
    Some(if minutes > 1 {
        Ms::minutes(minutes) - Ms(30_001)
    } else {
        Ms(59_999)
    })
}

/// When the picture next looks different.
fn next_picture(app: &App, playing: &Playing, now: Now) -> Option<Now> {
    let look = &app.look;
    let shown = look.has_picture() && playing.bare != Bare::Nothing;
    if look.motion != Motion::Full || !shown || !has_picture(playing, now) {
        return None;
    }
    let soonest = now + SHORTEST_FRAME;
    if playing.blend.is_some_and(|blend| blend.is_moving(now)) {
        return Some(soonest);
    }
    let transport = playing.player.transport();
    let moment = playing.player.moment(now);
    let Some(course) = moment.course else {
        return transport.when(moment.at + GLOW_FRAME);
    };
    if course.is_still() {
        return None;
    }
    let steps = picture_steps(app, playing);
    let moved = picture::next_change(moment.level, course.to > course.from, steps)
        .and_then(|level| course.reaches(level));
    // Another movement may follow this one before anything else begins.
    let turns = course.onset + course.length;
    let turns = (turns < moment.onset + moment.length).then_some(turns);
    let then = transport.when(moved.or(turns)?)?;
    Some(then.max(soonest))
}
