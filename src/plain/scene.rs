//! A screen as lines, from its top, and what Enter does there.

use super::keys;
use super::listener::Listener;
use super::opening::{check_in, gate, opening, opening_behind_gate, positions, toggles};
use super::{lists, midway, settings};
use crate::app::{
    Action, App, AtGate, AtProgramme, Closing, Content, Over, Playing, Reading, Screen, SettingRow,
    Settle, Sheet,
};
use crate::pages::{Set, sentence, sentences};
use crate::player::{Transport, Why};
use crate::session::Gate;
use crate::time::Now;
use crate::timeline::{Anchor, Choices};
use crate::view;
use crate::words::Words;

/// Everything on the screen that is shown, and what Enter does there. Behind a gate, what that has
/// just said is not said again.
pub(super) fn whole(app: &App, listener: Listener, behind_gate: bool, now: Now) -> Vec<String> {
    let mut lines = match &app.screen {
        Screen::Library(_) => library(app),
        Screen::Gate(at) => text(&gate(app.words, &at.session, &at.choices, app.wording)),
        Screen::Settle(settle) => set_up(app, settle, listener, behind_gate),
        Screen::Playing(playing) => place(app, playing, now),
        Screen::Closing(closing) => closed(app, closing),
        Screen::Programmes(_) => lists::programmes(app),
        Screen::Programme(at) => programme(app, at),
        // Another terminal draws those.
        Screen::Notes(_) => Vec::new(),
        Screen::Over(over) => match &over.sheet {
            // Keys are told without a sheet, and a drawing in a sentence at the set-up.
            Sheet::Keys { .. } | Sheet::Drawing { .. } => Vec::new(),
            Sheet::Steps(steps) => midway::steps(app, steps),
            Sheet::Lighter(lighter) => midway::lighter(app, lighter),
            Sheet::Settings(at) => settings::settings(app, at.group),
            Sheet::Cards(_) => lists::cards(app),
            Sheet::Reading(reading) => page(app, *reading),
        },
    };
    lines.extend(prompt(app, listener, now));
    lines
}

/// What Enter does on the screen that is shown: nothing to say where nobody can press it.
pub(super) fn prompt(app: &App, listener: Listener, now: Now) -> Vec<String> {
    if !listener.answers {
        return Vec::new();
    }
    let (words, aloud) = (app.words, &app.words.aloud);
    let line = |line: &str| vec![line.to_owned()];
    match &app.screen {
        Screen::Gate(AtGate { session, .. }) if session.gate == Gate::Therapist => {
            line(words.plain.gate_therapist)
        }
        Screen::Gate(_) => line(words.plain.gate_note),
        Screen::Settle(_) if listener.at_once => Vec::new(),
        Screen::Settle(_) => line(words.plain.begin),
        Screen::Playing(playing) => paused(app, playing, now).into_iter().collect(),
        Screen::Closing(_) if listener.once => Vec::new(),
        Screen::Closing(closing) => {
            let ground = closing.early.then_some(aloud.g_grounds);
            let lines = ground.into_iter();
            let lines = lines.chain([aloud.enter_to_list, aloud.q_leaves]);
            lines.map(str::to_owned).collect()
        }
        Screen::Over(Over {
            sheet: Sheet::Cards(_) | Sheet::Steps(_) | Sheet::Settings(_),
            ..
        }) => line(aloud.back_goes_back),
        Screen::Over(Over {
            sheet: Sheet::Lighter(lighter),
            ..
        }) => line(if lighter.is_here() {
            words.midway.on_here[0]
        } else {
            words.midway.on_there[0]
        }),
        Screen::Over(over) => vec![way_back(app, over, listener)],
        Screen::Library(_) | Screen::Programmes(_) | Screen::Programme(_) | Screen::Notes(_) => {
            Vec::new()
        }
    }
    .into_iter()
    .chain(enter_opens(app))
    .collect()
}

/// What Enter opens in a list, by its title.
fn enter_opens(app: &App) -> Option<String> {
    let words = app.words;
    let title = match &app.screen {
        Screen::Library(library) => app.shelf.get(library.cursor.chosen)?.title().to_string(),
        Screen::Programmes(list) => app.programmes.get(list.cursor.chosen)?.title().to_string(),
        Screen::Programme(at) => lists::chosen_in_week(app, at)?,
        Screen::Over(Over {
            sheet: Sheet::Cards(cards),
            ..
        }) => lists::card_titles(app).swap_remove(cards.cursor.chosen),
        Screen::Over(Over {
            sheet: Sheet::Steps(steps),
            ..
        }) => {
            let title = midway::chosen_step(app, steps)?;
            return Some(words.said(|aloud, out| (aloud.enter_goes_to)(out, &title)));
        }
        Screen::Over(Over {
            sheet: Sheet::Settings(at),
            ..
        }) => {
            if at.row() == Some(SettingRow::ByEar) {
                let title = words.sounds.all.0;
                return Some(words.said(|aloud, out| (aloud.enter_opens)(out, title)));
            }
            let name = settings::name(words, at)?;
            return Some(words.said(|aloud, out| (aloud.enter_next_choice)(out, name)));
        }
        _ => return None,
    };
    Some(words.said(|aloud, out| (aloud.enter_opens)(out, &title)))
}

/// How to get back from what is read over another screen.
fn way_back(app: &App, over: &Over, listener: Listener) -> String {
    let words = app.words;
    match over.below.lowest() {
        Screen::Playing(_) if over.resumes => waits(words, Why::Reading),
        Screen::Closing(_) if listener.once => words.plain.leaves.to_owned(),
        _ => words.aloud.enter_goes_back.to_owned(),
    }
}

/// "Paused. Enter goes on with a fresh breath."
fn waits(words: &Words, why: Why) -> String {
    format!("{}. {}", words.pause(why), words.plain.go_on)
}

/// How to go on where a session stands still.
pub(super) fn paused(app: &App, playing: &Playing, now: Now) -> Option<String> {
    let words = app.words;
    if playing.player.awaits(now) {
        return Some(words.parts.plain_go_on.to_owned());
    }
    match playing.player.transport() {
        Transport::Paused {
            why: Why::Waiting, ..
        } => Some(words.parts.plain_go_on.to_owned()),
        Transport::Paused { why, .. } => Some(waits(words, why)),
        Transport::Playing { .. } => None,
    }
}

/// The list of sessions, with what softly is and how to choose.
fn library(app: &App) -> Vec<String> {
    let aloud = &app.words.aloud;
    // Whoever has been here before knows what softly is.
    let what = app.words.what_this_is.iter().filter(|_| app.may_be_new());
    let what = what.map(|line| (*line).to_owned());
    let how = [
        aloud.how_to_choose,
        aloud.where_else,
        aloud.how_to_hear_keys,
    ];
    what.chain(how.map(str::to_owned))
        .chain(lists::followed(app))
        .chain(lists::sessions(app))
        .collect()
}

/// The set-up: how to settle, what to know, what can be chosen, and how to begin.
fn set_up(app: &App, settle: &Settle, listener: Listener, behind_gate: bool) -> Vec<String> {
    let (words, session, choices) = (app.words, &*settle.session, &settle.choices);
    let told = if behind_gate {
        opening_behind_gate(words, session, choices)
    } else {
        opening(words, session, choices)
    };
    let mut lines = text(&told);
    let asks = listener.answers && !listener.at_once;
    lines.extend(text(&toggles(words, session, choices, asks)));
    lines.extend(midway::own_pace(words, &Choices::default(), choices));
    lines.extend(midway::anchor(words, Anchor::Breath, choices.anchor));
    if asks {
        lines.extend(positions(words, session, choices));
    }
    if let Some(question) = session.check_in.as_ref().filter(|question| question.before) {
        lines.extend(text(&check_in(words, question)));
    }
    if listener.answers {
        let keys = [words.plain.keys, words.pages.plain_key];
        lines.extend(keys.map(str::to_owned));
        lines.push(words.aloud.how_to_hear_keys.to_owned());
    }
    if !asks {
        // The session begins at once; nobody types a line in between.
        lines.push(String::new());
    }
    lines
}

/// Where one is in a session that is under way.
fn place(app: &App, playing: &Playing, now: Now) -> Vec<String> {
    let (words, player) = (app.words, &playing.player);
    let timeline = player.timeline();
    let part = &timeline.steps()[player.moment(now).step];
    let mut title = String::new();
    let name = words.part(part.title.as_deref(), &part.kind);
    // Writing to a String cannot fail.
    let _ = (words.plain.step)(&mut title, None, &name, None);
    let left = timeline.length() - player.at(now);
    let left = words.said(|aloud, out| (aloud.left)(out, view::minutes_left(left)));
    vec![title, left]
}

/// Time to return.
fn closed(app: &App, closing: &Closing) -> Vec<String> {
    let words = app.words;
    let way_out = closing.position().way_out.as_deref();
    // Most sessions end with that there is no hurry.
    let lines = if closing.early {
        [Some(words.stopped), Some(words.no_hurry), way_out]
    } else {
        [Some(words.thanks), way_out, None]
    };
    let mut lines: Vec<String> = lines.into_iter().flatten().map(str::to_owned).collect();
    let question = closing.session.check_in.as_ref();
    // Whoever stopped early is asked for nothing more.
    if let Some(question) = question.filter(|asked| asked.after && !closing.early) {
        lines.extend(text(&check_in(words, question)));
    }
    lines
}

/// A week, with how to follow it.
fn programme(app: &App, at: &AtProgramme) -> Vec<String> {
    let ways = [
        Action::Follow,
        Action::Unfollow,
        Action::NextWeek,
        Action::PreviousWeek,
    ];
    let mut lines = lists::week(app, at);
    lines.extend(keys::lines_of(app, |action| ways.contains(&action)));
    lines
}

/// A page that is read, and how to read on.
fn page(app: &App, reading: Reading) -> Vec<String> {
    let words = app.words;
    let Some(page) = reading.page(words.language) else {
        return Vec::new();
    };
    let mut lines = text(&sentences(words, &page.worded(app.wording)));
    let next = reading.set.pages(words.language).get(reading.page + 1);
    match reading.set {
        Set::Safety => {
            lines.extend(next.map(|next| words.reads_on(&next.title)));
            lines.push(words.pages.plain_ground.to_owned());
        }
        Set::Cards => {
            // Who has reviewed it stands below its text already.
            let mut about = words.about_page(&page.worded(app.wording));
            about.pop();
            lines.extend(about.iter().map(|line| sentence(line)));
            lines.extend(next.map(|next| {
                let title = next.worded(app.wording).title.clone();
                words.said(|aloud, out| (aloud.next_page)(out, &title))
            }));
        }
    }
    lines
}

/// What there is to mend where something cannot be opened.
pub(super) fn to_mend(app: &App) -> Vec<String> {
    match &app.screen {
        Screen::Library(library) => app
            .shelf
            .get(library.cursor.chosen)
            .filter(|entry| !matches!(entry.content, Content::Session(_)))
            .map_or_else(Vec::new, |entry| lists::to_mend(app.words, entry)),
        Screen::Programmes(list) => app
            .programmes
            .get(list.cursor.chosen)
            .map_or_else(Vec::new, |entry| lists::programme_to_mend(app.words, entry)),
        _ => Vec::new(),
    }
}

/// A text as lines.
fn text(text: &str) -> Vec<String> {
    text.trim_end().lines().map(str::to_owned).collect()
}
