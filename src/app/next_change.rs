//! When the screen next needs drawing, so that the loop can sleep until then.

use super::{App, Screen};
use crate::app::screen::Playing;
use crate::session::Phase;
use crate::time::{Ms, Now};
use crate::timeline::{Activity, ease_back};
use crate::view::{Motion, minutes_left, picture};

/// The picture is drawn at most thirty times a second.
const SHORTEST_FRAME: Ms = Ms(33);
/// The glow where nothing is paced is so slow that it is looked at no more often than this.
const GLOW_FRAME: Ms = Ms(400);

/// When something on screen next changes by itself; `None` while nothing does.
pub fn next_change(app: &App, now: Now) -> Option<Now> {
    let Screen::Playing(playing) = &app.screen else {
        return None;
    };
    let picture = next_picture(app, playing, now);
    let notice = playing.notice(now).map(|(_, until)| until);
    [picture, next_word(playing, now), notice]
        .into_iter()
        .flatten()
        .min()
}

/// When a word, a line, the minutes left or the screen itself changes.
fn next_word(playing: &Playing, now: Now) -> Option<Now> {
    let player = &playing.player;
    let (timeline, at) = (player.timeline(), player.at(now));
    let line = player.moment(now).line.map(|line| line.until);
    let minute = next_minute(timeline.length() - at).map(|left| timeline.length() - left);
    let next = [timeline.next_onset(at), line, minute]
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
    if app.look.motion != Motion::Full {
        return None;
    }
    let soonest = now + SHORTEST_FRAME;
    if playing.blend.is_some_and(|blend| blend.is_moving(now)) {
        return Some(soonest);
    }
    let moment = playing.player.moment(now);
    let through = match moment.activity {
        Activity::Breath {
            phase: Phase::In, ..
        } => ease_back(next_level(app, playing, moment.level, true)?),
        Activity::Breath {
            phase: Phase::Out, ..
        } => ease_back(1.0 - next_level(app, playing, moment.level, false)?),
        Activity::OwnPace | Activity::Quiet => {
            return playing.player.transport().when(moment.at + GLOW_FRAME);
        }
        Activity::Breath { .. } => return None,
    };
    let into = Ms((moment.length.0 as f64 * through).ceil() as u64);
    playing
        .player
        .transport()
        .when(moment.onset + into)
        .map(|then| then.max(soonest))
}

fn next_level(app: &App, playing: &Playing, level: f64, coming_in: bool) -> Option<f64> {
    picture::next_change(
        level,
        coming_in,
        app.look.picture_steps(playing.player.timeline()),
    )
}
