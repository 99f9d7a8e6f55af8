//! What a therapist does in a session that somebody else looks at: hold a phase open, tap along
//! with a breath, show less of the screen.

use crate::app::keymap::Action;
use crate::app::screen::{Notice, Playing};
use crate::player::{Transport, Why};
use crate::time::Now;

/// Does what one of the keys of the clinic asks for.
pub(super) fn act(playing: &mut Playing, action: Action, now: Now) {
    match action {
        Action::Bare => playing.bare = playing.bare.less(),
        Action::HoldOpen => hold_open(playing, now),
        Action::Tap => tap(playing, now),
        _ => {}
    }
}

/// Holds the phase open, or goes on from one that is held open. Another pause is left alone: it has
/// its own key.
fn hold_open(playing: &mut Playing, now: Now) {
    let player = &mut playing.player;
    match player.transport() {
        Transport::Playing { .. } => player.hold_open(now),
        Transport::Paused { why: Why::Open, .. } => player.go_on(now),
        Transport::Paused { .. } => {}
    }
}

/// Follows the breath once two taps have told how long it is.
fn tap(playing: &mut Playing, now: Now) {
    let player = &playing.player;
    let paced = player.timeline().breath_at(player.at(now)).is_some();
    if !paced || !player.transport().is_playing() {
        playing.notice = Some((Notice::NothingPaced, now));
        return;
    }
    let notice = match playing.taps.tap(now) {
        None => Notice::TapOn,
        Some(length) => {
            playing.soften(now);
            playing.player.follow_breath(length, now);
            let at = playing.player.at(now);
            // What can be followed has its bounds, so that the length is told as it is now.
            let breath = playing.player.timeline().breath_at(at);
            Notice::Followed(breath.map_or(length, |breath| breath.end - breath.start))
        }
    };
    playing.notice = Some((notice, now));
}
