//! How the screen is drawn: its size, colours, picture and motion.
//!
//! It follows from what the terminal is able to show and from what the person set, and is made anew
//! whenever either changes. It must not find either out by itself.

use super::picture;
use super::theme::{Charset, Depth, Mode, Richness, Theme};
use crate::settings::{Colours, Detail, Moves, Picture, Settings};

/// How the screen is drawn.
#[derive(Clone, Debug)]
pub struct Look {
    /// Columns and rows.
    pub size: (u16, u16),
    /// Colours and characters.
    pub theme: Theme,
    /// What the breath looks like.
    pub picture: Picture,
    /// How much moves.
    pub motion: Motion,
    /// How tall a cell is against its width.
    pub aspect: f32,
    /// What the terminal can show.
    pub able: Able,
    /// The colours that were chosen.
    pub colours: Colours,
}

/// What the terminal can show, and what its surroundings ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Able {
    /// How many colours there are.
    pub depth: Depth,
    /// Which characters can be relied upon.
    pub charset: Charset,
    /// Whether the background is light, if the terminal has told.
    pub light: Option<bool>,
    /// Whether the terminal is at the other end of a connection.
    pub remote: bool,
    /// Whether little motion is asked for.
    pub still: bool,
}

/// How much moves on screen. The times of words never change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    /// The picture moves with the breath.
    #[default]
    Full,
    /// The picture changes once a phase.
    Reduced,
    /// There is no picture.
    None,
}

impl Look {
    /// How the screen is drawn on a terminal that is able to so much, as a person set it.
    pub fn new(able: Able, settings: &Settings, size: (u16, u16), aspect: f32) -> Self {
        Self {
            size,
            theme: theme(able, settings.colours, settings.detail),
            picture: settings.picture,
            motion: motion(able, settings.moves),
            aspect,
            able,
            colours: settings.colours,
        }
    }

    /// Takes over what the person set.
    pub fn set(&mut self, settings: &Settings) {
        *self = Self::new(self.able, settings, self.size, self.aspect);
    }

    /// Takes over what the terminal told about its background, which counts as far as the colours
    /// that were chosen leave it open.
    pub fn set_light(&mut self, light: bool) {
        self.able.light = Some(light);
        self.theme = self
            .theme
            .in_mode(mode(self.colours, self.able.depth, light));
    }

    /// Whether it matters what the terminal's background is like.
    pub fn follows_background(&self) -> bool {
        let on = |light| mode(self.colours, self.able.depth, light);
        on(true) != on(false)
    }

    /// Whether there is a picture at all.
    pub fn has_picture(&self) -> bool {
        self.motion != Motion::None && self.picture != Picture::Words
    }
}

/// What the chosen colours are on a background that is light, or is not.
const fn mode(colours: Colours, depth: Depth, light: bool) -> Mode {
    match (colours, light) {
        // Without colours, a light ground stays light.
        (Colours::Night, true) if matches!(depth, Depth::Mono) => Mode::Light,
        (Colours::Dark, _) | (Colours::Auto | Colours::Terminal, false) => Mode::Dark,
        (Colours::Light, _) | (Colours::Auto | Colours::Terminal, true) => Mode::Light,
        (Colours::Night, _) => Mode::Night,
        (Colours::Contrast, false) => Mode::ContrastDark,
        (Colours::Contrast, true) => Mode::ContrastLight,
    }
}

fn theme(able: Able, colours: Colours, detail: Detail) -> Theme {
    let mode = mode(colours, able.depth, able.light == Some(true));
    let depth = match (colours, able.depth) {
        // However many colours there are, only the first sixteen are the terminal's own.
        (Colours::Terminal, Depth::True | Depth::Indexed) => Depth::Ansi,
        (_, depth) => depth,
    };
    let richness = match detail {
        Detail::Auto if able.remote => Richness::Light,
        Detail::Auto | Detail::Full => Richness::Full,
        Detail::Light => Richness::Light,
    };
    Theme::new(depth, able.charset, mode, richness)
}

const fn motion(able: Able, moves: Moves) -> Motion {
    match moves {
        Moves::Auto if able.still => Motion::Reduced,
        Moves::Auto | Moves::Full => Motion::Full,
        Moves::Reduced => Motion::Reduced,
        Moves::None => Motion::None,
    }
}

/// A screen with all colours that has not told its background, near by, and nothing is asked for.
impl Default for Able {
    fn default() -> Self {
        Self {
            depth: Depth::True,
            charset: Charset::Unicode,
            light: None,
            remote: false,
            still: false,
        }
    }
}

/// A dark screen of ordinary size with all colours: what tests and previews start from.
impl Default for Look {
    fn default() -> Self {
        Self::new(
            Able::default(),
            &Settings::default(),
            (80, 24),
            picture::USUAL_ASPECT,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(able: Able, settings: Settings) -> Look {
        Look::new(able, &settings, (80, 24), 2.0)
    }

    #[test]
    fn the_background_is_the_terminals_unless_somebody_chose() {
        for (colours, told, shown) in [
            (Colours::Auto, None, Mode::Dark),
            (Colours::Auto, Some(true), Mode::Light),
            (Colours::Auto, Some(false), Mode::Dark),
            (Colours::Dark, Some(true), Mode::Dark),
            (Colours::Light, Some(false), Mode::Light),
            (Colours::Night, Some(false), Mode::Night),
            (Colours::Night, Some(true), Mode::Night),
            (Colours::Contrast, None, Mode::ContrastDark),
            (Colours::Contrast, Some(true), Mode::ContrastLight),
            (Colours::Contrast, Some(false), Mode::ContrastDark),
            (Colours::Terminal, None, Mode::Dark),
            (Colours::Terminal, Some(true), Mode::Light),
        ] {
            let settings = Settings {
                colours,
                ..Settings::default()
            };
            let able = Able {
                light: told,
                ..Able::default()
            };
            assert_eq!(look(able, settings).theme.mode(), shown);
            let mut later = look(Able::default(), settings);
            if let Some(light) = told {
                later.set_light(light);
            }
            assert_eq!(later.theme.mode(), shown, "told after the first picture");
            let follows = matches!(
                colours,
                Colours::Auto | Colours::Contrast | Colours::Terminal
            );
            assert_eq!(later.follows_background(), follows, "{colours:?}");
        }
    }

    #[test]
    fn what_the_terminal_told_is_remembered_for_whoever_lets_it_decide_again() {
        let mut settings = Settings {
            colours: Colours::Dark,
            ..Settings::default()
        };
        let mut look = look(Able::default(), settings);
        look.set_light(true);
        settings.colours = Colours::Auto;
        look.set(&settings);
        assert_eq!(look.theme.mode(), Mode::Light);
    }

    #[test]
    fn without_colours_the_night_is_no_darker_than_the_terminal() {
        let settings = Settings {
            colours: Colours::Night,
            ..Settings::default()
        };
        for (depth, light, shown) in [
            (Depth::Mono, false, Mode::Night),
            (Depth::Mono, true, Mode::Light),
            (Depth::Ansi, true, Mode::Night),
        ] {
            let able = Able {
                depth,
                ..Able::default()
            };
            let mut look = look(able, settings);
            look.set_light(light);
            assert_eq!(look.theme.mode(), shown, "{depth:?} {light}");
        }
    }

    #[test]
    fn the_terminals_own_colours_are_sixteen_at_most() {
        let settings = Settings {
            colours: Colours::Terminal,
            ..Settings::default()
        };
        for (depth, shown) in [
            (Depth::True, Depth::Ansi),
            (Depth::Indexed, Depth::Ansi),
            (Depth::Ansi, Depth::Ansi),
            (Depth::Mono, Depth::Mono),
        ] {
            let able = Able {
                depth,
                ..Able::default()
            };
            let mut look = look(able, settings);
            assert_eq!(look.theme.depth(), shown);
            look.set_light(true);
            let ground = look.theme.background();
            assert_eq!((look.theme.depth(), ground.bg), (shown, None));
        }
    }

    #[test]
    fn a_connection_and_the_wish_for_stillness_count_until_somebody_chooses() {
        let able = Able {
            remote: true,
            still: true,
            ..Able::default()
        };
        let shown = look(able, Settings::default());
        let light = Theme::new(Depth::True, Charset::Unicode, Mode::Dark, Richness::Light);
        assert_eq!((shown.motion, shown.theme), (Motion::Reduced, light));
        let chosen = Settings {
            moves: Moves::Full,
            detail: Detail::Full,
            ..Settings::default()
        };
        let shown = look(able, chosen);
        assert_eq!(shown.motion, Motion::Full);
        assert_eq!(shown.theme, Look::default().theme);
    }
}
