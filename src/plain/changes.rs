//! What holds after a change, each in a sentence: choices at the set-up and on the way, pauses,
//! sound, words, the programme that is followed.

use super::announce::breath_after;
use super::heard::{Heard, Shown};
use super::listener::Listener;
use super::opening::{position, switched, with_capital};
use super::scene::{self, paused};
use super::{lists, midway, settings};
use crate::app::{App, Entry, Playing, Screen, Settle, SoundState, Toggle, VoiceState};
use crate::pages::sentence;
use crate::player::{Transport, Why};
use crate::session::{Phase, Session};
use crate::settings::{Setting, SoundPart};
use crate::time::{Ms, Now};
use crate::timeline::{Choices, Timeline, compile};
use crate::words::Words;

/// What has changed on a screen that was told before.
pub(super) fn changes(before: &Heard, app: &App, listener: Listener, now: Now) -> Vec<String> {
    let mut lines = match &app.screen {
        Screen::Settle(settle) => at_set_up(before, app, settle),
        Screen::Playing(playing) => on_the_way(before, app, playing, listener, now),
        _ => Vec::new(),
    };
    lines.extend(everywhere(before, app));
    let row = Heard::of(app).row;
    if before.row != row {
        if let (Shown::Settings(_), Some(_)) = (&before.shown, row) {
            lines.extend(settings::setting(app));
        }
        let to_mend = scene::to_mend(app);
        if to_mend.is_empty() {
            lines.extend(scene::prompt(app, listener, now));
        }
        lines.extend(to_mend);
    }
    lines
}

/// What was chosen at the set-up.
fn at_set_up(before: &Heard, app: &App, settle: &Settle) -> Vec<String> {
    let (words, session, choices) = (app.words, &*settle.session, &settle.choices);
    let Some(old) = &before.choices else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    if old.position != choices.position {
        let told = position(words, session, choices);
        lines.extend(told.lines().map(str::to_owned));
    }
    let switches = Toggle::ALL.into_iter();
    let switches = switches.filter(|toggle| toggle.is_on(old) != toggle.is_on(choices));
    let switches: Vec<String> = switches
        .map(|toggle| switched(words, session, choices, toggle))
        .collect();
    let says_length = !switches.is_empty();
    lines.extend(switches);
    lines.extend(breath(words, session, old, choices));
    let length = |choices| compile(session, choices).length();
    if !says_length && length(old) != length(choices) {
        lines.push(words.takes(length(choices)));
    }
    lines
}

/// Another pace, or one's own.
fn breath(words: &Words, session: &Session, old: &Choices, choices: &Choices) -> Vec<String> {
    let mut lines = midway(words, old, choices);
    if old.pace != choices.pace {
        let timeline = compile(session, choices);
        lines.push(paced(words, old, choices, &timeline, Ms::ZERO));
    }
    lines
}

/// One's own pace, and where attention rests.
fn midway(words: &Words, old: &Choices, choices: &Choices) -> Vec<String> {
    let anchor = midway::anchor(words, old.anchor, choices.anchor);
    let own_pace = midway::own_pace(words, old, choices);
    anchor.into_iter().chain(own_pace).collect()
}

/// "A longer breath. In, 4.5 seconds. Out, 6.5 seconds."
fn paced(
    words: &Words,
    old: &Choices,
    choices: &Choices,
    timeline: &Timeline,
    place: Ms,
) -> String {
    let longer = (choices.pace.percent() != 100).then_some(choices.pace > old.pace);
    let mut text = (words.aloud.breath)(longer).to_owned();
    for (phase, length) in breath_after(timeline, place) {
        text.push(' ');
        // Writing to a String cannot fail.
        let _ = (words.plain.phase)(&mut text, words.short_phase(phase), Some(length));
    }
    text
}

/// What was chosen or has come about while a session plays.
fn on_the_way(
    before: &Heard,
    app: &App,
    playing: &Playing,
    listener: Listener,
    now: Now,
) -> Vec<String> {
    let (words, player) = (app.words, &playing.player);
    let mut lines = Vec::new();
    if let Some(old) = &before.choices {
        let choices = player.choices();
        lines.extend(midway(words, old, choices));
        if old.pace != choices.pace {
            lines.push(paced(
                words,
                old,
                choices,
                player.timeline(),
                player.at(now),
            ));
        }
    }
    if !listener.answers {
        return lines;
    }
    match (before.transport, player.transport()) {
        // The part that waits has said how to go on.
        (_, Transport::Paused { why: Why::Waiting, .. }) => {}
        (Some(Transport::Playing { .. }), Transport::Paused { .. }) => {
            lines.extend(paused(app, playing, now));
        }
        (Some(Transport::Paused { why, .. }), Transport::Playing { .. })
            // The part that comes next says that it goes on.
            if why != Why::Waiting =>
        {
            lines.push(words.plain.goes_on.to_owned());
        }
        // Somewhere else, and still paused.
        (Some(Transport::Paused { at, .. }), Transport::Paused { at: place, .. })
            if at != place =>
        {
            let part = &player.timeline().steps()[player.moment(now).step];
            let title = words.part(part.title.as_deref(), &part.kind);
            let mut text = String::new();
            // Writing to a String cannot fail.
            let _ = (words.plain.step)(&mut text, None, &title, None);
            lines.push(text);
            lines.extend(paused(app, playing, now));
        }
        _ => {}
    }
    lines
}

/// What can change on any screen.
fn everywhere(before: &Heard, app: &App) -> Vec<String> {
    let (words, aloud) = (app.words, &app.words.aloud);
    let mut lines: Vec<String> = Vec::new();
    let silent = app.sound == SoundState::Absent;
    let is_set = before.kept.heard != app.kept.settings.heard;
    if before.muted != app.muted && !is_set {
        let on = !app.muted;
        let told = if on && silent {
            aloud.no_sound
        } else {
            (aloud.sound)(on)
        };
        lines.push(told.to_owned());
    }
    for part in SoundPart::ALL {
        let (old, new) = (before.switched.get(part), app.switched.get(part));
        if let Some(on) = new.filter(|_| old != new) {
            let told = (words.sounds.switched)(part, on);
            lines.push(sentence(&with_capital(told)));
        }
    }
    if before.eyes_closed != app.eyes_closed {
        let state = if app.eyes_closed {
            words.settle.on
        } else {
            words.settle.off
        };
        let told = format!("{}: {state}", words.eyes_closed.name);
        lines.push(sentence(&with_capital(&told)));
        if app.eyes_closed && app.voice == VoiceState::None {
            lines.push(words.eyes_closed.no_voice.to_owned());
        }
    }
    match (before.sound, app.sound) {
        (SoundState::Fine, SoundState::Lost) => lines.push(aloud.sound_lost.to_owned()),
        (SoundState::Lost, SoundState::Fine) => lines.push((aloud.sound)(true).to_owned()),
        _ => {}
    }
    if before.wording != app.wording {
        lines.push(settings::told_words(words, app.wording));
    }
    for setting in Setting::ALL {
        let chosen = app.settings.chosen(setting);
        let has_changed = match setting {
            // One key switches it for this time alone, which was told.
            Setting::Heard => is_set,
            _ => before.settings.chosen(setting) != chosen,
        };
        lines.extend(has_changed.then(|| settings::told(words, chosen)));
    }
    lines.extend(marked(before, app));
    if before.following != app.kept.following {
        let followed = lists::followed(app);
        lines.push(followed.unwrap_or_else(|| aloud.let_go.to_owned()));
    }
    if before.keeps && !app.keeps {
        lines.push(aloud.kept_for_now.to_owned());
    }
    lines
}

/// What was marked as a favourite, and what is none any more.
fn marked(before: &Heard, app: &App) -> Vec<String> {
    let (old, new) = (&before.favourites, &app.kept.favourites);
    let changed = |is: bool| {
        let (of, other) = if is { (new, old) } else { (old, new) };
        let names = of.iter().filter(|name| !other.contains(name));
        names.map(move |name| {
            let entry = app.shelf.iter().find(|entry| entry.id == *name);
            let title = entry.map_or(name, Entry::title);
            app.words
                .said(|aloud, out| (aloud.favourite)(out, title, is))
        })
    };
    changed(true).chain(changed(false)).collect()
}

/// What a change has told about the breath, so that it is no news when it begins.
pub(super) fn told_breath(before: &Heard, app: &App, now: Now) -> Vec<(Phase, Ms)> {
    let (Shown::Playing, Some(playing)) = (&before.shown, app.screen.playing()) else {
        return Vec::new();
    };
    let player = &playing.player;
    let old = before.choices.as_ref().map(|choices| choices.pace);
    if old == Some(player.choices().pace) {
        return Vec::new();
    }
    breath_after(player.timeline(), player.at(now))
}
