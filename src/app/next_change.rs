//! When the screen next needs drawing, so that the loop can sleep until then.

use super::{App, Screen};
use crate::app::screen::Playing;
use crate::time::{Ms, Now};
use crate::view::{Motion, drawn_level};

/// The picture is drawn at most thirty times a second.
const SHORTEST_FRAME: Ms = Ms(33);
/// How finely the next visible change is searched for.
const SEARCH_STEP: Ms = Ms(8);

/// When something on screen next changes by itself; `None` while nothing does.
pub fn next_change(app: &App, now: Now) -> Option<Now> {
    let Screen::Playing(playing) = &app.screen else {
        return None;
    };
    let picture = next_picture(app, playing, now);
    [picture, next_word(playing, now)]
        .into_iter()
        .flatten()
        .min()
}

/// When a word, a line, the minutes left or the screen itself changes.
fn next_word(playing: &Playing, now: Now) -> Option<Now> {
    let player = &playing.player;
    let (timeline, at) = (player.timeline(), player.at(now));
    let line = player.moment(now).line.map(|line| line.until);
    let left = timeline.length() - at;
    let minute = (left.0 > 0).then(|| timeline.length() - Ms((left.0 - 1) / 60_000 * 60_000));
    let next = [timeline.next_onset(at), line, minute]
        .into_iter()
        .flatten()
        .filter(|t| *t > at);
    // A session that is over still has to be closed.
    let next = next.min().unwrap_or(at);
    player.transport().when(next)
}

/// When the picture next looks different.
fn next_picture(app: &App, playing: &Playing, now: Now) -> Option<Now> {
    if app.look.motion != Motion::Full {
        return None;
    }
    let blends = playing.blend.is_some_and(|blend| blend.is_moving(now));
    let moves = playing.player.transport().is_playing() && playing.player.moment(now).moves();
    if blends {
        return Some(now + SHORTEST_FRAME);
    }
    if !moves {
        return None;
    }
    let steps = app.look.picture_steps();
    let shown = drawn_level(playing.level(now), steps);
    let phase = playing.player.moment(now);
    let rest = phase.length - (phase.at - phase.onset);
    let mut ahead = SHORTEST_FRAME;
    while ahead < rest && drawn_level(playing.level(now + ahead), steps) == shown {
        ahead += SEARCH_STEP;
    }
    Some(now + ahead.min(rest.max(Ms(1))))
}
