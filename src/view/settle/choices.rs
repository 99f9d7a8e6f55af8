//! What is yours to choose at the set-up, in one block: each with its key and what holds now.
//!
//! It shows choices and changes none. What is short stands in two columns where there is room.

use std::ops::RangeInclusive;

use crate::app::{Action, App, Place, Settle, Toggle, bindings};
use crate::session::Session;
use crate::settings::SoundPart;
use crate::time::Ms;
use crate::timeline::{Anchor, compile, lengths};
use crate::view::write::Flow;
use crate::words::Manner;

/// From so many columns on there are two choices beside each other.
const TWO: u16 = 56;

/// What switches the parts of what is heard.
const PARTS: [Action; 4] = [
    Action::BreathSound,
    Action::Bells,
    Action::Bed,
    Action::Voice,
];

/// Something to choose, and what holds now.
pub(super) struct Choice {
    /// What its keys ask for.
    actions: Vec<Action>,
    /// Its keys, as they are shown.
    keys: String,
    /// What it is, and what holds now.
    told: String,
    /// Whether it needs a row for itself.
    long: bool,
}

/// Writes the block.
pub(super) fn write(app: &App, choices: &[Choice], flow: &mut Flow<'_>) {
    write_heading(app, flow);
    for row in rows(choices, flow.columns()) {
        write_row(app, row, flow);
    }
}

/// Writes the block as far as the row above something that can be chosen, and then that row if it is
/// to be `included`. Says whether it can be chosen.
pub(super) fn write_as_far_as(
    app: &App,
    choices: &[Choice],
    action: Action,
    included: bool,
    flow: &mut Flow<'_>,
) -> bool {
    write_heading(app, flow);
    for row in rows(choices, flow.columns()) {
        let is_it = row.iter().any(|choice| choice.actions.contains(&action));
        if !is_it || included {
            write_row(app, row, flow);
        }
        if is_it {
            return true;
        }
    }
    false
}

fn write_heading(app: &App, flow: &mut Flow<'_>) {
    flow.text(app.words.settle.yours_to_choose, app.look.theme.dim());
}

fn write_row(app: &App, row: &[Choice], flow: &mut Flow<'_>) {
    let theme = &app.look.theme;
    // Arrows have a name where they have no sign.
    let wide = if theme.is_unicode() { 5 } else { 7 };
    let keys: Vec<String> = row.iter().map(|c| format!("{:<wide$}", c.keys)).collect();
    let pieces = keys
        .iter()
        .zip(row)
        .map(|(keys, choice)| (&**keys, &*choice.told));
    match pieces.collect::<Vec<_>>()[..] {
        [(keys, told)] => flow.hanging(keys, told, theme.accent(), theme.text()),
        [left, right] => flow.two(left, right, theme.accent(), theme.text()),
        _ => {}
    }
}

/// The choices in rows of one or two.
fn rows(choices: &[Choice], columns: u16) -> impl Iterator<Item = &[Choice]> {
    let mut rest = choices;
    std::iter::from_fn(move || {
        let beside = match rest {
            [left, right, ..] => columns >= TWO && !left.long && !right.long,
            _ => false,
        };
        let (row, after) = rest.split_at_checked(1 + usize::from(beside))?;
        rest = after;
        Some(row)
    })
}

/// Everything that can be chosen for this session.
///
/// To know the length, the session is laid out in time: it is asked once for each picture.
pub(super) fn all(app: &App, settle: &Settle) -> Vec<Choice> {
    let words = &app.words.settle;
    let (session, chosen) = (&settle.session, &settle.choices);
    let place = if settle.any_key {
        Place::SettleByEar
    } else {
        Place::Settle
    };
    let on = |on: bool| if on { words.on } else { words.off };
    let choice = |actions: &[Action], name: &str, state: &str| Choice {
        actions: actions.to_vec(),
        keys: keys(app, place, actions),
        told: format!("{name}: {state}"),
        long: false,
    };
    let mut all = Vec::new();
    if has_lengths(&lengths(session, chosen).minutes()) {
        let length = compile(session, chosen).length().to_string();
        let actions = [Action::LessTime, Action::MoreTime];
        all.push(choice(&actions, words.length, &length));
    }
    all.push(choice(&[Action::Mute], words.sound, on(!app.is_silent())));
    all.push(choice(
        &[Action::EyesClosed],
        app.words.eyes_closed.name,
        on(app.eyes_closed),
    ));
    if session.is_paced() {
        let own_pace = on(chosen.is_at_own_pace());
        all.push(choice(&[Action::OwnPace], words.own_pace, own_pace));
    }
    all.push(Choice {
        long: true,
        keys: "1-4".to_owned(),
        ..choice(&PARTS, app.words.sounds.to_hear, &heard(app, session))
    });
    let picture = (app.words.pictures.name)(app.settings.picture);
    all.push(choice(&[Action::NextPicture], words.picture, picture));
    if session.is_paced() {
        let first = compile(session, chosen).pattern_at(Ms::ZERO);
        let breath = first.map_or_else(String::new, |breath| app.words.breath(breath));
        let actions = [Action::Longer, Action::Shorter];
        all.push(choice(&actions, words.pace, &breath));
    }
    if Anchor::is_offered(session) {
        let (name, anchor) = (app.words.anchors.attention, app.words.anchor(chosen.anchor));
        all.push(choice(&[Action::OtherAnchor], name, anchor));
    }
    if session.positions.len() > 1 {
        let title = &settle.position().title;
        let position = choice(&[Action::NextPosition], words.position, title);
        all.push(Choice {
            long: true,
            ..position
        });
    }
    all.extend(Toggle::offered(session).map(|toggle| Choice {
        actions: vec![toggle.action()],
        keys: keys(app, place, &[toggle.action()]),
        told: app.words.toggle(toggle, session, chosen, Manner::Seen),
        long: true,
    }));
    // With closed eyes there are fewer keys, so that those are larger.
    all.retain(|choice| !choice.keys.trim().is_empty());
    all
}

fn has_lengths(minutes: &RangeInclusive<u32>) -> bool {
    minutes.start() < minutes.end()
}

/// The parts that are to be heard, by name.
fn heard(app: &App, session: &Session) -> String {
    let words = &app.words.sounds;
    let on = SoundPart::ALL.into_iter();
    let on = on.filter(|part| app.is_on(*part, session));
    let names: Vec<&str> = on.map(|part| (words.part)(part)).collect();
    if names.is_empty() {
        return words.nothing.to_owned();
    }
    names.join(", ")
}

/// The first keys for some actions.
fn keys(app: &App, place: Place, actions: &[Action]) -> String {
    let unicode = app.look.theme.is_unicode();
    let key = |action: &Action| {
        let mut bound = bindings(place);
        let binding = bound.find(|binding| binding.action == *action);
        binding.map_or("", |binding| app.words.keys.name(binding.keys[0], unicode))
    };
    actions.iter().map(key).collect::<Vec<_>>().join(" ")
}
