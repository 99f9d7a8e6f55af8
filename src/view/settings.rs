//! The settings: each with what is chosen, what its choices do, and a small picture of how it looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::list::{List, Row};
use super::write::{self, Flow};
use super::{footer, layout, page, picture};
use crate::app::{App, AtSettings, Place, SettingGroup, SettingRow};
use crate::session::Phase;
use crate::wording::Wording;
use crate::words::Told;

/// How full the small picture is drawn: open enough to be seen whole.
const SAMPLE_LEVEL: f64 = 0.7;

/// Draws the settings.
pub(super) fn draw(app: &App, settings: &AtSettings, area: Rect, cells: &mut Buffer) {
    let (theme, words) = (&app.look.theme, &app.words.settings);
    let parts = layout(app, area);
    let is_kept = is_kept(app);
    let list = list(app, settings, area);
    let place = list.place().unwrap_or_default();
    let aside = if is_kept { &place } else { for_now(app) };
    let heading = match settings.group {
        SettingGroup::All => words.heading,
        SettingGroup::ByEar => app.words.sounds.all.0,
    };
    footer::header(app, heading, aside, parts.header, cells);
    let kept = if is_kept {
        words.kept
    } else {
        words.kept_for_now
    };
    let charset = theme.charset();
    let fits = |text: &&&str| write::width(text, charset) <= parts.intro.width;
    if let Some(kept) = kept.iter().find(fits) {
        write::left(cells, parts.intro, kept, theme.dim(), charset);
    }
    list.draw(app, cells, |index, chosen, line, cells| {
        if let Some(row) = settings.group.rows().nth(index) {
            draw_row(app, row, chosen, line, cells);
        }
    });
    if let Some(row) = settings.row() {
        let headless = parts.header.is_empty() && !is_kept;
        draw_details(app, row, headless, parts.details, cells);
    }
    footer::draw(app, Place::Settings, parts.footer, cells);
}

/// That it is not kept, in the fewest words.
fn for_now(app: &App) -> &'static str {
    app.words
        .settings
        .kept_for_now
        .last()
        .copied()
        .unwrap_or_default()
}

/// Whether what is set is found again the next time.
fn is_kept(app: &App) -> bool {
    app.keeps && !app.private
}

fn layout(app: &App, area: Rect) -> layout::Library {
    // Where there is no header to say that nothing is kept, it is said below what a choice does.
    let headless = layout::page(area).header.is_empty();
    layout::settings(area, if headless && !is_kept(app) { 3 } else { 2 })
}

/// What is set, row by row.
pub(super) fn list(app: &App, settings: &AtSettings, area: Rect) -> List {
    let rows = (0..settings.group.rows().count()).map(Row::Entry).collect();
    List::new(rows, settings.cursor, layout(app, area).list)
}

/// A row's own name, and what is chosen for it.
fn told(app: &App, row: SettingRow) -> (Told, Told) {
    let words = app.words;
    match row {
        SettingRow::Of(setting) => {
            let chosen = app.settings.chosen(setting);
            (words.setting(setting), words.choice(chosen))
        }
        SettingRow::ByEar => (words.sounds.all, ("", "")),
        SettingRow::Wording => (words.settings.wording, (words.settings.words)(app.wording)),
    }
}

/// All choices of a row, and which of them holds.
fn choices(app: &App, row: SettingRow) -> Vec<(Told, bool)> {
    let words = app.words;
    match row {
        SettingRow::Of(setting) => {
            let chosen = app.settings.chosen(setting);
            let told = |choice| (words.choice(choice), choice == chosen);
            if setting.is_scale() {
                return vec![told(chosen)];
            }
            setting.choices().into_iter().map(told).collect()
        }
        SettingRow::ByEar => Vec::new(),
        SettingRow::Wording => [Wording::Neutral, Wording::Anatomical]
            .map(|wording| ((words.settings.words)(wording), wording == app.wording))
            .into(),
    }
}

fn draw_row(app: &App, row: SettingRow, chosen: bool, area: Rect, cells: &mut Buffer) {
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let ((name, _), (choice, _)) = told(app, row);
    let (style, value_style) = if chosen {
        (theme.strong(), theme.accent())
    } else {
        (theme.text(), theme.dim())
    };
    let inner = write::row(cells, area, chosen, theme);
    // The signs around the chosen one say that there is more to either side.
    let between = if row == SettingRow::ByEar {
        "›".to_owned()
    } else if chosen {
        format!("‹ {choice} ›")
    } else {
        format!("{choice}  ")
    };
    let fits = write::width(name, charset) + 1 + write::width(&between, charset) <= inner.width;
    let value = if fits { &between } else { choice };
    let shown = write::right(cells, inner, value, value_style, charset);
    let taken = if shown {
        write::width(value, charset) + 1
    } else {
        0
    };
    let name_area = Rect {
        width: inner.width.saturating_sub(taken),
        ..inner
    };
    write::left(cells, name_area, name, style, charset);
}

/// What the chosen setting is, what each choice does, and how it looks; where room is short only
/// what the choice does that holds.
fn draw_details(app: &App, row: SettingRow, for_now: bool, area: Rect, cells: &mut Buffer) {
    let charset = app.look.theme.charset();
    let rows = page::rows(app, area, |flow| write_all(app, row, flow));
    let parts = layout::details(area, rows);
    if rows <= parts.text.height {
        write_all(app, row, &mut Flow::new(cells, parts.text, 0, charset));
    } else {
        let flow = &mut Flow::new(cells, parts.text, 0, charset);
        write_chosen(app, row, for_now, flow);
    }
    draw_sample(app, parts.drawing, cells);
}

fn write_all(app: &App, row: SettingRow, flow: &mut Flow<'_>) {
    let theme = &app.look.theme;
    let ((name, what), _) = told(app, row);
    flow.text(name, theme.strong());
    flow.text(what, theme.text());
    flow.gap();
    for ((name, does), holds) in choices(app, row) {
        let does = format!("{name}: {does}");
        if holds {
            flow.hanging("● ", &does, theme.accent(), theme.text());
        } else {
            flow.hanging("○ ", &does, theme.dim(), theme.dim());
        }
    }
}

fn write_chosen(app: &App, row: SettingRow, for_now: bool, flow: &mut Flow<'_>) {
    let theme = &app.look.theme;
    let does = match (row, told(app, row)) {
        (SettingRow::ByEar, ((_, what), _)) => what,
        (_, (_, (_, does))) => does,
    };
    flow.text(does, theme.text());
    if for_now {
        flow.text(self::for_now(app), theme.dim());
    }
}

/// How a breath looks as it is set now.
fn draw_sample(app: &App, area: Rect, cells: &mut Buffer) {
    let (look, theme) = (&app.look, &app.look.theme);
    if area.is_empty() {
        return;
    }
    let word = Rect {
        y: area.bottom() - 1,
        height: 1,
        ..area
    };
    let above = Rect {
        height: area.height - 1,
        ..area
    };
    if look.has_picture() {
        let palette = theme.palette();
        picture::draw(
            look.picture,
            SAMPLE_LEVEL,
            above,
            look.aspect,
            palette,
            cells,
        );
    }
    let label = app.words.phase(Phase::In);
    write::centred(cells, word, label, theme.strong(), theme.charset());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::view::Look;
    use crate::words::ENGLISH;

    #[test]
    fn what_a_choice_does_can_be_read_whole_in_the_smallest_window() {
        let app = App::new(Look::default(), &ENGLISH, Settings::default());
        let room = layout::settings(Rect::new(0, 0, 20, 6), 2).details;
        assert_eq!(room.height, 2);
        let rows = [SettingGroup::All, SettingGroup::ByEar].map(SettingGroup::rows);
        for row in rows.into_iter().flatten() {
            for ((_, does), _) in choices(&app, row) {
                let rows = page::rows(&app, room, |flow| flow.text(does, app.look.theme.text()));
                assert!(rows <= room.height, "{does}");
            }
        }
    }
}
