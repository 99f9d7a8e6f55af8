//! Tests of the theme: what can be read, and what can be told apart.

mod sixteen;
mod vision;

use super::oklab::Rgb;
use super::paints::{classes, level_of, stops};
use super::*;
use vision::Eyes;

const MODES: [Mode; 5] = [
    Mode::Dark,
    Mode::Light,
    Mode::Night,
    Mode::ContrastDark,
    Mode::ContrastLight,
];
/// The depths at which it is certain what a colour looks like.
const FIXED: [Depth; 2] = [Depth::True, Depth::Indexed];

fn every_theme() -> impl Iterator<Item = Theme> {
    let depths = [Depth::True, Depth::Indexed, Depth::Ansi, Depth::Mono];
    depths.into_iter().flat_map(|depth| {
        MODES.into_iter().flat_map(move |mode| {
            [Charset::Unicode, Charset::Ascii]
                .into_iter()
                .flat_map(move |charset| {
                    [Richness::Full, Richness::Light]
                        .map(|richness| Theme::new(depth, charset, mode, richness))
                })
        })
    })
}

/// The colour of an index, for the cube and the greys.
fn of_256(index: u8) -> Rgb {
    if index >= 232 {
        let grey = 8 + 10 * (index - 232);
        return Rgb(grey, grey, grey);
    }
    let channel = |digit: u8| [0, 95, 135, 175, 215, 255][usize::from(digit)];
    let i = index - 16;
    Rgb(channel(i / 36), channel(i / 6 % 6), channel(i % 6))
}

fn rgb(color: Option<Color>) -> Rgb {
    match color {
        Some(Color::Rgb(r, g, b)) => Rgb(r, g, b),
        Some(Color::Indexed(index)) => of_256(index),
        other => panic!("{other:?} has no fixed colour"),
    }
}

/// The contrasts of text, dim text and accent with the ground.
fn words(theme: &Theme, rgb: impl Fn(Option<Color>) -> Rgb) -> [f32; 3] {
    let ground = rgb(theme.background().bg);
    [theme.text(), theme.dim(), theme.accent()]
        .map(|style| Eyes::Usual.contrast(rgb(style.fg), ground))
}

/// What the same contrasts are to be at least.
fn least(mode: Mode) -> [f32; 3] {
    match mode {
        Mode::Dark | Mode::Light => [12.0, 4.9, 5.0],
        // As little light as can still be read with ease.
        Mode::Night => [6.0, 4.5, 6.0],
        Mode::ContrastDark | Mode::ContrastLight => [15.0, 7.0, 7.0],
    }
}

fn theme(depth: Depth, mode: Mode) -> Theme {
    Theme::new(depth, Charset::Unicode, mode, Richness::Full)
}

#[test]
fn every_word_can_be_read() {
    for depth in FIXED {
        for mode in MODES {
            let measured = words(&theme(depth, mode), rgb);
            println!("{depth:?} {mode:?}: text, dim, accent {measured:.1?}");
            let enough = measured.iter().zip(least(mode)).all(|(is, due)| *is >= due);
            assert!(enough, "{depth:?} {mode:?} {measured:.2?}");
        }
    }
}

#[test]
fn the_measured_contrasts_of_the_words_hold() {
    let expected = [
        (Mode::Dark, [15.7, 5.8, 10.9]),
        (Mode::Light, [12.7, 5.1, 5.3]),
        (Mode::Night, [6.8, 4.7, 6.6]),
        (Mode::ContrastDark, [21.0, 13.6, 14.0]),
        (Mode::ContrastLight, [21.0, 11.4, 9.1]),
    ];
    for (mode, ratios) in expected {
        let measured = words(&theme(Depth::True, mode), rgb);
        for (is, due) in measured.into_iter().zip(ratios) {
            assert!((is - due).abs() < 0.1, "{mode:?}: {is} is not {due}");
        }
    }
}

#[test]
fn a_drawn_person_stands_out_from_what_it_rests_on_and_both_from_the_background() {
    for depth in [Depth::True, Depth::Indexed] {
        for mode in MODES {
            let theme = Theme::new(depth, Charset::Unicode, mode, Richness::Full);
            let ground = rgb(theme.background().bg);
            let contrast = |a, b| Eyes::Usual.contrast(a, b);
            let (person, prop) = (rgb(theme.person().fg), rgb(theme.prop().fg));
            for (ratio, least) in [
                (contrast(person, ground), 5.0),
                (contrast(prop, ground), 3.0),
                (contrast(person, prop), 2.0),
            ] {
                assert!(ratio >= least, "{depth:?} {mode:?}: {ratio}");
            }
        }
    }
}

#[test]
fn a_single_petal_stands_out_from_the_background() {
    let least = |mode| match mode {
        Mode::Dark => 4.0,
        Mode::Light | Mode::Night => 3.0,
        Mode::ContrastDark | Mode::ContrastLight => 7.0,
    };
    // A single petal at the rim of the open bloom is its faintest.
    let faintest = (crate::view::picture::FAINTEST_PETAL * (LEVELS - 1) as f32).round() as usize;
    for mode in MODES {
        for depth in FIXED {
            let [ground, petal, ..] = classes(depth, mode).unwrap().map(|color| rgb(Some(color)));
            let ratio = Eyes::Usual.contrast(petal, ground);
            println!("{depth:?} {mode:?}: {ratio:.1}");
            assert!(ratio >= least(mode), "{depth:?} {mode:?}: {ratio}");
        }
        if let Some(stops) = stops(mode) {
            let ratio = Eyes::Usual.contrast(level_of(stops, faintest), level_of(stops, 0));
            println!("{mode:?} in many levels: {ratio:.1}");
            assert!(ratio >= least(mode), "{mode:?}: {ratio}");
        }
    }
}

#[test]
fn the_picture_only_ever_moves_away_from_the_background_for_all_eyes() {
    let grows_light = |mode| matches!(mode, Mode::Dark | Mode::Night | Mode::ContrastDark);
    for eyes in Eyes::ALL {
        for mode in MODES {
            let away = |from: Rgb, to: Rgb| {
                let (from, to) = (eyes.luminance(from), eyes.luminance(to));
                if grows_light(mode) {
                    to > from
                } else {
                    to < from
                }
            };
            let levels = stops(mode).map(|stops| (0..LEVELS).map(move |i| level_of(stops, i)));
            let levels: Vec<Rgb> = levels.into_iter().flatten().collect();
            let moves = levels.windows(2).all(|pair| away(pair[0], pair[1]));
            assert!(moves, "{eyes:?} {mode:?}");
            for depth in FIXED {
                let mut classes = classes(depth, mode).unwrap().map(|c| rgb(Some(c))).to_vec();
                let least = if depth == Depth::True { CLASSES } else { 4 };
                // Two classes of one colour are one.
                classes.dedup();
                assert!(classes.len() >= least, "{depth:?} {mode:?}");
                for pair in classes.windows(2) {
                    let ratio = eyes.contrast(pair[0], pair[1]);
                    let apart = away(pair[0], pair[1]) && ratio >= 1.05;
                    assert!(apart, "{eyes:?} {depth:?} {mode:?} {pair:?}");
                }
            }
        }
    }
}

#[test]
fn the_night_has_little_light_and_next_to_no_blue() {
    for depth in FIXED {
        let theme = theme(depth, Mode::Night);
        let mut colours = vec![theme.background().bg, theme.text().fg];
        colours.extend([theme.dim().fg, theme.accent().fg]);
        match theme.palette() {
            Palette::Rich(levels) => colours.extend(levels.map(Some)),
            Palette::Classes(classes) => colours.extend(classes.map(Some)),
            other => panic!("{other:?} has no fixed colours"),
        }
        for colour in colours.into_iter().map(rgb) {
            assert!(Eyes::Usual.luminance(colour) < 0.32, "{colour:?}");
            let [red, _, blue] = colour.light();
            assert!(blue <= 0.01 && blue <= 0.1 * red, "{colour:?}");
        }
        let ground = rgb(theme.background().bg);
        assert!(Eyes::Usual.luminance(ground) < 0.003);
    }
}

#[test]
fn with_the_terminals_own_colours_the_ground_is_left_alone() {
    for mode in [Mode::Dark, Mode::Light] {
        let theme = theme(Depth::Ansi, mode);
        assert_eq!(theme.background(), Style::new());
        assert_eq!(theme.text(), Style::new());
    }
}

#[test]
fn an_accent_differs_from_text_in_colour_or_in_weight() {
    for theme in every_theme() {
        let (accent, text) = (theme.accent(), theme.text());
        let heavy = accent.add_modifier.contains(Modifier::BOLD);
        assert_eq!(accent.fg == text.fg, heavy, "{theme:?}");
    }
}

#[test]
fn the_first_level_is_the_background_itself() {
    for theme in every_theme() {
        let first = match theme.palette() {
            Palette::Rich(levels) => levels[0],
            Palette::Classes(classes) => classes[0],
            Palette::Shades(_) | Palette::Density(_) => continue,
        };
        assert_eq!(first, theme.background().bg.unwrap_or(Color::Reset));
    }
}

#[test]
fn the_terminals_own_colour_is_never_painted_with() {
    for theme in every_theme() {
        for style in [theme.text(), theme.dim(), theme.accent()] {
            assert_ne!(style.fg, Some(Color::Reset));
        }
        match theme.palette() {
            Palette::Rich(levels) => assert!(!levels.contains(&Color::Reset)),
            Palette::Classes(classes) => assert!(!classes[1..].contains(&Color::Reset)),
            Palette::Shades(style) | Palette::Density(style) => {
                assert_ne!(style.fg, Some(Color::Reset));
            }
        }
    }
}

#[test]
fn without_colour_there_is_none() {
    for theme in every_theme().filter(|theme| theme.depth() == Depth::Mono) {
        for style in [
            theme.background(),
            theme.text(),
            theme.dim(),
            theme.accent(),
        ] {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }
}
