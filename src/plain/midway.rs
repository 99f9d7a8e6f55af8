//! What lies over a session while somebody chooses: its steps, to go to one by its number, and a
//! lighter version of the position or another one.

use super::lists::numbered;
use super::opening::{position_text, positions_among, push_lines, with_capital};
use crate::app::{App, Lighter, Playing, Steps};
use crate::timeline::{Anchor, Choices, Listed};
use crate::words::Words;

/// The steps of a session: what one can go to has a number.
pub(super) fn steps(app: &App, steps: &Steps) -> Vec<String> {
    let Some(playing) = app.screen.playing() else {
        return Vec::new();
    };
    let words = app.words;
    let mut lines = vec![format!("{}:", words.midway.steps)];
    let mut number = 1..;
    for (index, row) in steps.rows.iter().enumerate() {
        let text = step(words, playing, row, index == steps.here);
        lines.push(match row {
            Listed::Part(_) => numbered(number.next().unwrap_or(0), &text),
            Listed::LeftOut { .. } => format!("{text}."),
        });
    }
    lines.push(words.aloud.number_goes_there.to_owned());
    lines
}

/// "A little slower, here, 45 seconds".
fn step(words: &Words, playing: &Playing, row: &Listed, is_here: bool) -> String {
    let player = &playing.player;
    let title = words.listed(row, player.session(), player.timeline());
    let mut parts = vec![title.trim_end_matches('.').to_owned()];
    // The last of what stands beside it is the length, or what there is in its place.
    let mut beside = words.beside_listed(row, is_here);
    if let Some(part) = row.part().filter(|part| !part.waits) {
        beside.pop();
        beside.push(words.whole_length(part.length));
    }
    parts.extend(beside);
    parts.join(", ")
}

/// What Enter alone goes to, by its title.
pub(super) fn chosen_step(app: &App, steps: &Steps) -> Option<String> {
    let player = &app.screen.playing()?.player;
    let row = steps.rows.get(steps.chosen)?;
    Some(app.words.listed(row, player.session(), player.timeline()))
}

/// The rows that have numbers, in order.
pub(super) fn numbered_steps(steps: &Steps) -> Vec<usize> {
    let rows = steps.rows.iter().enumerate();
    rows.filter(|(_, row)| row.part().is_some())
        .map(|(index, _)| index)
        .collect()
}

/// A lighter version of the position one is in, or how to get into another one.
pub(super) fn lighter(app: &App, lighter: &Lighter) -> Vec<String> {
    let (words, all) = (app.words, &lighter.positions);
    let Some(position) = all.get(lighter.shown) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    if lighter.is_here() {
        lines.push(format!("{}:", words.midway.lighter));
        lines.push(format!("{}.", position.title));
        let lighter = position.lighter.iter();
        lines.extend(lighter.map(|line| format!("{}: {line}", words.settle.lighter)));
    } else {
        push_lines(&mut lines, &position_text(words, position));
        lines.extend(position.cautions.iter().map(ToString::to_string));
    }
    lines.extend(position.instead.iter().map(ToString::to_string));
    lines.extend(positions_among(words, all, lighter.shown));
    lines
}

/// Where attention rests now, if it has moved: "Attention: the feet. The feet, where they rest."
pub(super) fn anchor(words: &Words, old: Anchor, new: Anchor) -> Option<String> {
    if old == new {
        return None;
    }
    let attention = with_capital(words.anchors.attention);
    let (name, line) = (words.anchor(new), words.anchor_line(new, 0));
    Some(format!("{attention}: {name}. {line}"))
}

/// Whether a session paces the breath again, or not any more, and that was not so before.
pub(super) fn own_pace(words: &Words, old: &Choices, new: &Choices) -> Option<String> {
    let paced = |choices: &Choices| choices.anchor == Anchor::Breath && !choices.own_pace;
    match (old.is_at_own_pace(), new.is_at_own_pace()) {
        (false, true) => Some(words.aloud.own_pace.to_owned()),
        (true, false) if paced(new) => Some(words.aloud.paced_again.to_owned()),
        _ => None,
    }
}
