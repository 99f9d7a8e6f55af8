//! The keys of a screen, straight from the keymap.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout;
use super::page::{self, Page};
use super::write::{self, Flow};
use crate::app::{Action, App, Binding, Place, Screen, bindings};
use crate::words::Words;

/// More keys than this stand in groups.
const LONG: usize = 10;
/// How wide the column of the keys is, where there is room for two.
const KEYS: u16 = 20;

/// Draws the keys of the screen below.
pub(super) fn draw(app: &App, below: &Screen, scroll: u16, area: Rect, cells: &mut Buffer) {
    let page = Page {
        place: Place::Help,
        title: app.words.help,
        chosen: &[],
        hints: &[],
        hint_style: app.look.theme.accent(),
        scroll,
    };
    let columns = layout::page(area).body.width;
    page::draw(app, &page, area, cells, |flow| {
        write_text(app, below, flow, columns);
    });
}

/// How far the keys can be scrolled.
pub(super) fn most_scroll(app: &App, below: &Screen, area: Rect) -> u16 {
    let columns = layout::page(area).body.width;
    page::most_scroll(app, area, |flow| write_text(app, below, flow, columns))
}

fn write_text(app: &App, below: &Screen, flow: &mut Flow<'_>, columns: u16) {
    let (theme, words) = (&app.look.theme, app.words);
    let offered = bindings(below.place()).filter(|binding| app.offers(below, binding.action));
    let offered: Vec<&Binding> = offered.collect();
    for kind in Kind::ALL {
        let of_kind = offered
            .iter()
            .filter(|binding| Kind::of(binding.action) == kind);
        let above = flow.rows();
        for binding in of_kind {
            write_binding(app, binding, flow, columns);
        }
        if flow.rows() > above && offered.len() > LONG {
            flow.gap();
        }
    }
    if offered.len() <= LONG {
        flow.gap();
    }
    if below.is_list() {
        flow.text(words.mouse, theme.dim());
        flow.gap();
    }
    flow.text(words.stop, theme.text());
    for line in words.what_this_is {
        flow.text(line, theme.dim());
    }
}

fn write_binding(app: &App, binding: &Binding, flow: &mut Flow<'_>, columns: u16) {
    let theme = &app.look.theme;
    let (_, meaning) = (app.words.actions)(binding.action);
    let keys = keys(app.words, binding, theme.is_unicode());
    // Long rows of keys have a row of their own, so that none runs into what it does.
    let beside = write::width(&keys, theme.charset()) < KEYS;
    if columns >= 48 && beside {
        flow.hanging(
            &format!("{keys:<width$}", width = usize::from(KEYS)),
            meaning,
            theme.accent(),
            theme.text(),
        );
    } else {
        flow.text(&keys, theme.accent());
        let indent = if columns >= 48 { KEYS } else { 2 };
        let indent = " ".repeat(usize::from(indent));
        flow.hanging(&indent, meaning, theme.accent(), theme.text());
    }
}

/// Keys that belong together, so that a long list of them is easier to look through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// What one does on this screen.
    Here,
    /// Moving in a list or a text.
    Moving,
    /// What leads to another screen, or holds on all of them.
    Elsewhere,
}

impl Kind {
    /// All of them, in the order in which they are shown.
    const ALL: [Self; 3] = [Self::Here, Self::Moving, Self::Elsewhere];

    fn of(action: Action) -> Self {
        match action {
            Action::Up
            | Action::Down
            | Action::First
            | Action::Last
            | Action::ScreenUp
            | Action::ScreenDown => Self::Moving,
            Action::Cards
            | Action::Programmes
            | Action::Settings
            | Action::OtherWords
            | Action::Mute => Self::Elsewhere,
            _ => Self::Here,
        }
    }
}

/// All keys of a binding, the one shown in the footer first.
fn keys(words: &Words, binding: &Binding, unicode: bool) -> String {
    let names: Vec<&str> = binding
        .keys
        .iter()
        .map(|key| words.keys.name(*key, unicode))
        .collect();
    names.join("  ")
}
