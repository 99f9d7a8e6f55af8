//! Tests of the theme: what can be read, and what can be told apart.

use super::oklab::contrast;
use super::*;

const MODES: [Mode; 2] = [Mode::Dark, Mode::Light];

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

#[test]
fn every_word_can_be_read() {
    for depth in [Depth::True, Depth::Indexed] {
        for mode in MODES {
            let theme = Theme::new(depth, Charset::Unicode, mode, Richness::Full);
            let ground = rgb(theme.background().bg);
            let ratio = |style: Style| contrast(rgb(style.fg), ground);
            assert!(ratio(theme.text()) >= 12.0, "{depth:?} {mode:?} text");
            assert!(
                ratio(theme.dim()) >= 4.9,
                "{depth:?} {mode:?} dim {}",
                ratio(theme.dim())
            );
            assert!(ratio(theme.accent()) >= 5.0, "{depth:?} {mode:?} accent");
        }
    }
}

#[test]
fn the_measured_contrasts_of_the_words_hold() {
    let expected = [
        (Mode::Dark, [15.7, 5.8, 10.9]),
        (Mode::Light, [12.7, 5.1, 5.3]),
    ];
    for (mode, ratios) in expected {
        for (word, ratio) in words(mode).into_iter().zip(ratios) {
            let measured = contrast(word, stops(mode)[0]);
            assert!(
                (measured - ratio).abs() < 0.1,
                "{mode:?}: {measured} is not {ratio}"
            );
        }
    }
}

#[test]
fn a_drawn_person_stands_out_from_what_it_rests_on_and_both_from_the_background() {
    for depth in [Depth::True, Depth::Indexed] {
        for mode in MODES {
            let theme = Theme::new(depth, Charset::Unicode, mode, Richness::Full);
            let ground = rgb(theme.background().bg);
            let (person, prop) = (rgb(theme.person().fg), rgb(theme.prop().fg));
            for (ratio, least) in [
                (contrast(person, ground), 5.0),
                (contrast(prop, ground), 3.0),
                (contrast(person, prop), 2.3),
            ] {
                assert!(ratio >= least, "{depth:?} {mode:?}: {ratio}");
            }
        }
    }
}

#[test]
fn a_single_petal_stands_out_from_the_background() {
    // A single petal at the rim of the open bloom is its faintest.
    let faintest = (crate::view::picture::FAINTEST_PETAL * (LEVELS - 1) as f32).round() as usize;
    for (mode, least) in [(Mode::Dark, 4.3), (Mode::Light, 3.0)] {
        let ratio = contrast(level_of(stops(mode), faintest), stops(mode)[0]);
        assert!(ratio >= least, "{mode:?}: {ratio}");
    }
    for (mode, least) in [(Mode::Dark, 4.3), (Mode::Light, 3.0)] {
        let [ground, petal, ..] = classes(Depth::True, mode).map(|color| rgb(Some(color)));
        assert!(
            contrast(petal, ground) >= least,
            "{mode:?}: {}",
            contrast(petal, ground)
        );
    }
}

#[test]
fn the_levels_only_ever_move_away_from_the_background() {
    for mode in MODES {
        let light: Vec<f32> = (0..LEVELS)
            .map(|i| level_of(stops(mode), i).luminance())
            .collect();
        let away = |pair: &[f32]| match mode {
            Mode::Dark => pair[1] > pair[0],
            Mode::Light => pair[1] < pair[0],
        };
        assert!(light.windows(2).all(away), "{mode:?}");
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
