//! What can be read while a line is recorded, in windows of any size.

use super::super::theme::{Depth, Mode, Richness};
use super::*;

const KEYS: &[(&str, &str)] = &[("space", "ends it"), ("b", "breaks off"), ("q", "leaves")];

fn theme(charset: Charset) -> Theme {
    Theme::new(Depth::True, charset, Mode::Dark, Richness::Full)
}

fn page() -> Page {
    Page {
        heading: "Line 2 of 14 · about 5 minutes left".to_owned(),
        before: Some("Let the jaw be loose.".to_owned()),
        line: "Nothing to do now, and nowhere to be.".to_owned(),
        after: Some("A little width across the base.".to_owned()),
        news: "Not recorded yet.".to_owned(),
    }
}

fn level(voice: f32, fit: Fit) -> Level {
    Level {
        peak: voice + 10.0,
        voice,
        fit,
        is_cut: false,
    }
}

/// The rows of a screen.
fn drawn(shown: &Recording<'_>, columns: u16, rows: u16) -> Vec<String> {
    let area = Rect::new(0, 0, columns, rows);
    let mut cells = Buffer::empty(area);
    draw_recording(shown, area, &mut cells);
    let row = |y: u16| {
        (0..columns)
            .map(|x| cells[(x, y)].symbol())
            .collect::<String>()
    };
    (0..rows).map(|y| row(y).trim_end().to_owned()).collect()
}

fn recording<'a>(theme: &'a Theme, page: &'a Page, level: Option<Level>) -> Recording<'a> {
    Recording {
        theme,
        intro: None,
        page,
        keys: KEYS,
        listens: level.is_some(),
        level: level.map(|level| (level, 65)),
    }
}

#[test]
fn the_line_is_whole_in_every_window_and_keys_are_never_cut() {
    let page = page();
    for charset in [Charset::Unicode, Charset::Ascii] {
        let theme = theme(charset);
        for (columns, rows) in [(40, 12), (30, 10), (20, 6), (60, 8), (80, 9)] {
            for level in [None, Some(level(-30.0, Fit::Good))] {
                let screen = drawn(&recording(&theme, &page, level), columns, rows);
                let words = screen.join(" ");
                let words: Vec<&str> = words.split_whitespace().collect();
                let words = words.join(" ");
                assert!(words.contains(&page.line), "{columns}x{rows}: {screen:#?}");
                let last = screen.last().map(String::as_str).unwrap_or_default();
                assert!(last.trim().starts_with("space ends it"), "{screen:#?}");
                assert!(
                    ["ends it", "breaks off", "leaves"]
                        .iter()
                        .any(|end| last.ends_with(end)),
                    "{last}"
                );
            }
        }
    }
}

#[test]
fn there_is_no_window_in_which_it_breaks() {
    let (theme, page) = (theme(Charset::Unicode), page());
    let intro = [
        "Your voice will be in sound files.".to_owned(),
        "And more.".to_owned(),
    ];
    for columns in 0..90 {
        for rows in [0, 1, 2, 3, 5, 8, 16, 30] {
            drawn(&recording(&theme, &page, None), columns, rows);
            drawn(
                &recording(&theme, &page, Some(level(0.0, Fit::Loud))),
                columns,
                rows,
            );
            let shown = Recording {
                intro: Some(&intro),
                ..recording(&theme, &page, None)
            };
            drawn(&shown, columns, rows);
        }
    }
}

#[test]
fn in_a_large_window_the_line_is_large_with_the_others_around_it() {
    let (theme, page) = (theme(Charset::Unicode), page());
    let screen = drawn(&recording(&theme, &page, None), 80, 24);
    assert!(screen[0].ends_with("about 5 minutes left"), "{screen:#?}");
    let blocks = screen.iter().filter(|row| row.contains('█')).count();
    assert!(blocks >= 6, "{screen:#?}");
    let at = |text: &str| screen.iter().position(|row| row.contains(text));
    assert!(at("Let the jaw") < screen.iter().position(|row| row.contains('█')));
    assert!(at("A little width") > screen.iter().rposition(|row| row.contains('█')));
    assert!(at("Not recorded yet.") > at("A little width"));
}

#[test]
fn the_meter_grows_with_the_voice_and_says_what_to_do() {
    let (theme, page) = (theme(Charset::Unicode), page());
    let mut before = 0;
    for (voice, fit, said) in [
        (-55.0, Fit::Quiet, "quiet: nearer"),
        (-30.0, Fit::Good, "good"),
        (-5.0, Fit::Loud, "loud: further away"),
    ] {
        let screen = drawn(&recording(&theme, &page, Some(level(voice, fit))), 80, 24);
        let meter = screen.iter().find(|row| row.contains("● 1:05")).unwrap();
        let full = meter.matches('━').count();
        assert!(full > before, "{meter}");
        before = full;
        assert!(screen.iter().any(|row| row.trim() == said), "{screen:#?}");
    }
    let cut = Level {
        is_cut: true,
        ..level(-30.0, Fit::Good)
    };
    let screen = drawn(&recording(&theme, &page, Some(cut)), 80, 24);
    assert!(screen.iter().any(|row| row.contains("too loud in places")));
}
