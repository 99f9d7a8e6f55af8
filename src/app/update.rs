//! The one place where anything changes.

mod aloud;
mod clinic;
mod gate;
mod library;
mod midway;
mod mouse;
mod over;
mod programmes;
mod settings;
mod settle;
mod wish;

use std::sync::Arc;

use super::aside::Scene;
use super::keymap::Action;
use super::screen::{AtGate, Closing, Notice, Playing, Screen};
use super::sheet::{AtSettings, Cards, Sheet};
use super::shelf::Entry;
use super::{App, ProgrammeEntry, SoundState, VoiceState};
use crate::kept::Kept;
use crate::key::Key;
use crate::mouse::Mouse;
use crate::notes::Told;
use crate::player::{Hearing, Player, Saying, Transport, Why};
use crate::session::Sound;
use crate::settings::{Heard, Setting};
use crate::time::{Ms, Now};
use crate::timeline::Choices;
use crate::view;

pub use wish::Wish;

/// The session offered to somebody who leaves early.
pub const GROUNDING: &str = "landing-in-the-room";

/// Between the key and the first moment: a breath to put the hands down, and for a sound device to
/// wake up.
const LEAD_IN: Ms = Ms::seconds(1);

/// Everything that can happen to the app.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Something was done with a mouse.
    Mouse(Mouse),
    /// Something was asked for in words.
    Wish(Wish),
    /// The session whose set-up is shown begins without a key.
    Begin,
    /// The terminal has another size.
    Resized(u16, u16),
    /// The instant that `next_change` named has come.
    Due,
    /// The program is about to be stopped as a job.
    Suspending,
    /// The program was stopped or the machine slept; this was the last instant before.
    Away(Now),
    /// What is known about sound has changed.
    Sound(SoundState),
    /// The person's own folder has been read.
    Shelf(Vec<Entry>),
    /// Programmes of the person's own folder.
    Programmes(Vec<ProgrammeEntry>),
    /// Whether what is chosen could be written down.
    Keeps(bool),
    /// The terminal told its background.
    Light(bool),
    /// A session that is followed has something new.
    Told(Told),
    /// What the machine can speak with has been found out.
    Voice(VoiceState),
    /// Everything is said aloud, for closed eyes, or nothing any more.
    EyesClosed(bool),
}

/// What the shell has to do.
#[derive(Debug, PartialEq)]
pub enum Effect {
    /// Leave softly.
    Leave,
    /// Stop as a job.
    Suspend,
    /// Let this be heard; nothing at all if there is nothing to hear.
    Hear(Option<Hearing>),
    /// Let this be said outside the time of a session; nothing any more if there is nothing to say.
    Say(Option<Saying>),
    /// Keep what the person has chosen.
    Keep(Kept),
}

/// Applies a message. What it answers is to be done in order.
pub fn update(app: &mut App, msg: Msg, now: Now) -> Vec<Effect> {
    let (heard, said, scene) = (app.hearing(), app.says(), Scene::of(app));
    // As time passes nothing is chosen, and a frame of a session copies nothing.
    let kept = (!matches!(msg, Msg::Due)).then(|| app.kept.clone());
    let mut effects = apply(app, msg, now);
    if kept.is_some_and(|kept| kept != app.kept) {
        effects.push(Effect::Keep(app.kept.clone()));
    }
    app.tell_aside(scene, now);
    if app.says() != said {
        effects.push(Effect::Say(app.saying()));
    }
    let hearing = app.hearing();
    if hearing != heard {
        // First of all: the sound has to know before the program is stopped.
        effects.insert(0, Effect::Hear(hearing));
    }
    effects
}

fn apply(app: &mut App, msg: Msg, now: Now) -> Vec<Effect> {
    if !matches!(msg, Msg::Away(_)) {
        hold(app, now);
    }
    match msg {
        Msg::Key(Key::Char(letter)) if app.screen.place().takes_letters() => {
            library::type_in(app, letter);
        }
        Msg::Key(key) => match midway::woken(app, key) {
            action if aloud::takes(app, key, action, now) => {}
            Some(Action::Leave) => return vec![Effect::Leave],
            Some(Action::Suspend) => {
                away(app, now);
                return vec![Effect::Suspend];
            }
            Some(action) if app.offers(&app.screen, action) => act(app, action, now),
            Some(_) | None => {}
        },
        Msg::Mouse(mouse) => mouse::act(app, mouse, now),
        Msg::Wish(wish) => wish::grant(app, wish, now),
        Msg::Begin => practise(app, now),
        Msg::Resized(columns, rows) => app.look.size = (columns, rows),
        Msg::Due => close_when_over(app, now),
        Msg::Suspending => away(app, now),
        Msg::Away(last_here) => away(app, last_here),
        Msg::Sound(state) => sound_is(app, state, now),
        Msg::Shelf(entries) => library::join(app, entries),
        Msg::Programmes(entries) => app.programmes.extend(entries),
        Msg::Keeps(keeps) => app.keeps = keeps,
        Msg::Light(light) => app.look.set_light(light),
        Msg::Told(told) => take(app, told, now),
        Msg::Voice(voice) => app.voice = voice,
        Msg::EyesClosed(closed) => app.close_eyes(closed),
    }
    Vec::new()
}

/// Pauses where the person last was. What is on screen stays there until somebody goes on.
fn away(app: &mut App, last_here: Now) {
    app.faded = None;
    if let Some(playing) = app.screen.playing_mut() {
        playing.player.pause(last_here, Why::Away);
        playing.blend = None;
    }
}

/// Waits where the session has come to a stop, whatever it is that came late. What waits for a key
/// has to be seen.
fn hold(app: &mut App, now: Now) {
    if let Some(playing) = app.screen.playing_mut() {
        let played = playing.player.transport().is_playing();
        playing.player.hold(now);
        if played && !playing.player.transport().is_playing() {
            app.faded = None;
        }
    }
}

fn close_when_over(app: &mut App, now: Now) {
    if let Screen::Playing(playing) = &app.screen
        && playing.player.is_over(now)
    {
        close(app, false, now);
    }
}

/// Switches a part of what is heard, and says so in a word.
fn switch_part(app: &mut App, action: Action, now: Now) {
    let session = match app.screen.lowest() {
        Screen::Settle(settle) => &settle.session,
        Screen::Playing(playing) => playing.player.session(),
        _ => return,
    };
    let Some(part) = action.part() else {
        return;
    };
    let on = !app.is_on(part, session);
    app.switched.set(part, on);
    say(app, Notice::Part(part, on), now);
    show_choice(app, action);
}

/// What every screen shares, then what each screen does.
fn act(app: &mut App, action: Action, now: Now) {
    let reach = Reach {
        most: view::most_scroll(app),
        screenful: view::screenful(app),
    };
    let other_page = other_page(app, action, now);
    let lead = aloud::lead(app);
    match action {
        Action::Help => over::open(app, Sheet::Keys { scroll: 0 }, now),
        Action::WhenToStop => over::when_to_stop(app, now),
        Action::Steps => midway::open_steps(app, now),
        Action::Lighter => midway::open_lighter(app, now),
        Action::Fade => midway::fade(app, now),
        Action::NextPicture => {
            let next = app.settings.next(Setting::Picture, true);
            app.set(next);
            say(app, Notice::Picture(app.settings.picture), now);
            show_choice(app, action);
        }
        Action::Cards => over::open(app, Sheet::Cards(Cards::default()), now),
        Action::Drawing => over::open(app, Sheet::Drawing { scroll: 0 }, now),
        Action::Mute => {
            app.muted = !app.muted;
            app.settings.heard = if app.muted { Heard::Off } else { Heard::On };
            let heard = match app.sound {
                SoundState::Absent if !app.muted => Notice::NoSound,
                SoundState::Absent | SoundState::Lost | SoundState::Fine => {
                    Notice::Sound(!app.muted)
                }
            };
            say(app, heard, now);
            show_choice(app, action);
        }
        Action::BreathSound | Action::Bells | Action::Bed | Action::Voice => {
            switch_part(app, action, now);
        }
        Action::EyesClosed => {
            // The hint below the set-up says so; what keeps somebody safe stays in sight.
            app.close_eyes(!app.eyes_closed);
        }
        Action::Names => app.named = !app.named,
        Action::Settings => over::open(app, Sheet::Settings(AtSettings::default()), now),
        Action::OtherWords => settings::other_words(app),
        Action::Ground => ground(app, now),
        _ => match &mut app.screen {
            Screen::Library(_) => library::act(app, action),
            Screen::Gate(_) => gate::act(app, action, reach, now),
            Screen::Settle(settle) => match action {
                Action::Begin | Action::AnyBegins => practise(app, now),
                Action::Back => app.go_home(),
                _ => {
                    settle::act(settle, action, reach);
                    show_choice(app, action);
                }
            },
            Screen::Playing(_) if action == Action::Stop => close(app, true, now),
            Screen::Playing(playing) => match other_page {
                Some(page) => playing.turned = Some((playing.player.moment(now).step, page)),
                None => match action {
                    Action::HoldOpen | Action::Tap | Action::Bare => {
                        clinic::act(playing, action, now);
                    }
                    _ => act_in_session(playing, action, lead, now),
                },
            },
            Screen::Closing(closing) => match action {
                Action::Back => app.go_home(),
                _ => scroll(&mut closing.scroll, action, reach),
            },
            Screen::Programmes(_) => programmes::act_in_list(app, action),
            Screen::Programme(_) => programmes::act(app, action),
            Screen::Notes(notes) => scroll(&mut notes.scroll, action, reach),
            Screen::Over(_) => over::act(app, action, reach, now),
        },
    }
    // A skip may have led to the end, also while paused.
    close_when_over(app, now);
}

/// How far a text can be moved at the size of the window.
#[derive(Clone, Copy)]
struct Reach {
    /// The first line shown at its end.
    most: u16,
    /// How many lines a screenful is.
    screenful: u16,
}

/// Moves a text by a line or a screenful, no further than it goes.
fn scroll(first: &mut u16, action: Action, reach: Reach) {
    let Reach { most, screenful } = reach;
    // A window may have grown since, and all of the text come into sight.
    let back = |by: u16| (*first).min(most).saturating_sub(by);
    let on = |by: u16| first.saturating_add(by).min(most);
    *first = match action {
        Action::Down => on(1),
        Action::Up => back(1),
        Action::ScreenDown => on(screenful),
        Action::ScreenUp => back(screenful),
        _ => return,
    };
}

/// Brings what was just switched into sight, so that a key is never pressed into the dark.
fn show_choice(app: &mut App, action: Action) {
    let Some(scroll) = view::scroll_to(app, action) else {
        return;
    };
    if let Screen::Settle(settle) = &mut app.screen {
        settle.scroll = scroll;
    }
}

/// Moves in the list that is shown.
fn step(app: &mut App, action: Action) {
    let to = view::list_step(app, action);
    if let (Some(cursor), Some(to)) = (app.screen.cursor_mut(), to) {
        *cursor = to;
    }
}

/// Where a text has the picture's place and does not fit there, the keys for the pace turn its
/// pages: the page that a key leads to.
fn other_page(app: &App, action: Action, now: Now) -> Option<u16> {
    let (pages, page) = view::pages(app, app.screen.playing()?, now)?;
    match action {
        Action::Longer if pages > 1 => Some(page.saturating_sub(1)),
        Action::Shorter if pages > 1 => Some((page + 1).min(pages - 1)),
        _ => None,
    }
}

/// `lead` is how long after the key it goes on after a pause.
fn act_in_session(playing: &mut Playing, action: Action, lead: Ms, now: Now) {
    let player = &mut playing.player;
    let mut choices = player.choices().clone();
    match action {
        Action::Pause | Action::AnyPauses
            if player.transport().is_playing() && !player.awaits(now) =>
        {
            player.pause(now, Why::Asked);
        }
        Action::Pause | Action::AnyPauses => {
            let lead = match playing.player.transport() {
                Transport::Paused {
                    why: Why::Asked | Why::Reading | Why::Away,
                    ..
                } => lead,
                _ => Ms::ZERO,
            };
            playing.soften(now);
            playing.player.go_on(now + lead);
        }
        Action::Skip => {
            playing.soften(now);
            playing.player.skip(now);
        }
        Action::StepBack => {
            playing.soften(now);
            playing.player.back(now);
        }
        Action::OwnPace => {
            choices.switch_own_pace();
            playing.soften(now);
            playing.player.choose(choices, now);
        }
        Action::OtherAnchor => {
            choices.anchor = choices.anchor.next();
            playing.notice = Some((Notice::Anchor(choices.anchor), now));
            playing.soften(now);
            playing.player.choose(choices, now);
        }
        Action::Longer | Action::Shorter if player.session().is_paced() => {
            let longer = action == Action::Longer;
            choices.pace = if longer {
                choices.pace.longer()
            } else {
                choices.pace.shorter()
            };
            playing.notice = Some((Notice::Breath(choices.pace.percent()), now));
            player.choose(choices, now);
        }
        _ => {}
    }
}

/// The grounding session begins at once and passes no gate: whoever asks for it should not have to
/// read first.
fn ground(app: &mut App, now: Now) {
    if let Some(session) = app.session(GROUNDING) {
        programmes::leads_back(app);
        // It is there for the moment, and not the practice to find again.
        let session = app.worded(session);
        app.settle_in(session, Choices::default());
        begin(app, now);
    }
}

/// Begins the session whose set-up is shown, and remembers it where a person asked for that.
fn practise(app: &mut App, now: Now) {
    begin(app, now);
    if let Screen::Playing(_) = app.screen {
        app.kept.practised(app.recent.as_ref());
    }
}

fn begin(app: &mut App, now: Now) {
    let settle = match &mut app.screen {
        Screen::Settle(settle) => settle,
        // It begins once the gate is passed.
        Screen::Gate(AtGate { at_once, .. }) => {
            *at_once = true;
            return;
        }
        _ => return,
    };
    let (session, choices) = (Arc::clone(&settle.session), settle.choices.clone());
    let player = Player::start(session, choices, app.listens, now + LEAD_IN);
    let notice = match app.sound {
        _ if app.muted => Some(Notice::Sound(false)),
        SoundState::Absent => Some(Notice::NoSound),
        SoundState::Lost | SoundState::Fine => None,
    };
    let mut playing = Playing::new(player, notice.map(|notice| (notice, now)));
    playing.any_key = app.any_key();
    app.screen = Screen::Playing(playing);
}

/// Takes what a session tells that is followed, also below what is read over the notes.
fn take(app: &mut App, told: Told, now: Now) {
    if let Screen::Notes(notes) = app.screen.lowest_mut() {
        notes.followed.take(told, now);
    }
}

/// Says something quietly for a while, where a session is under way.
fn say(app: &mut App, notice: Notice, now: Now) {
    if let Some(playing) = app.screen.playing_mut() {
        playing.notice = Some((notice, now));
    }
}

fn sound_is(app: &mut App, state: SoundState, now: Now) {
    if app.sound == state {
        return;
    }
    app.sound = state;
    match state {
        SoundState::Absent => say(app, Notice::NoSound, now),
        SoundState::Lost => say(app, Notice::SoundLost, now),
        SoundState::Fine => say(app, Notice::Sound(true), now),
    }
}

fn close(app: &mut App, early: bool, now: Now) {
    let Screen::Playing(playing) = &app.screen else {
        return;
    };
    let player = &playing.player;
    let rings = !early && player.timeline().sounds().end != Sound::None;
    let rings = rings.then(|| player.hearing(app.muted, app.mix(player.session())));
    app.screen = Screen::Closing(Closing {
        session: Arc::clone(player.session()),
        choices: player.choices().clone(),
        moved_to: player.moved_to(now).cloned(),
        early,
        rings,
        scroll: 0,
    });
}

#[cfg(test)]
mod tests;
