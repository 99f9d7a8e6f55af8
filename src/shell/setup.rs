//! What the environment says and what was asked for, brought together. A flag goes first.

use super::background::Background;
use super::environment::Environment;
use super::terminal;
use crate::cli::{ColorOption, PictureOption, ScreenOptions, ThemeOption};
use crate::diagnostic;
use crate::view::picture::USUAL_ASPECT;
use crate::view::theme::{Charset, Depth, Mode, Richness, Theme};
use crate::view::{Look, Motion};

/// Whether to print lines instead of drawing pictures.
pub fn wants_lines(environment: &Environment, options: &ScreenOptions) -> bool {
    options.plain || environment.accessible || !environment.is_interactive()
}

/// How the screen is drawn.
pub fn look(environment: &Environment, options: &ScreenOptions) -> Look {
    let depth = match options.color {
        None | Some(ColorOption::Auto) => environment.depth,
        Some(ColorOption::True) => Depth::True,
        Some(ColorOption::Indexed) => Depth::Indexed,
        Some(ColorOption::Ansi) => Depth::Ansi,
        Some(ColorOption::Never) => Depth::Mono,
    };
    let mode = match (options.theme, environment.background) {
        (Some(ThemeOption::Light), _) | (None, Some(Background::Light)) => Mode::Light,
        (Some(ThemeOption::Dark) | None, _) => Mode::Dark,
    };
    let richness = match options.picture {
        Some(PictureOption::Light) => Richness::Light,
        None if environment.remote => Richness::Light,
        Some(PictureOption::Full) | None => Richness::Full,
    };
    let motion = match options.motion {
        Some(motion) => motion.into(),
        None if environment.reduce_motion => Motion::Reduced,
        None => Motion::Full,
    };
    Look {
        size: terminal::size().unwrap_or((80, 24)),
        theme: Theme::new(depth, environment.charset, mode, richness),
        motion,
        aspect: aspect(),
        chosen_mode: options.theme.is_some(),
    }
}

/// How tall a cell is against its width, where the terminal tells something believable.
fn aspect() -> f32 {
    let told = terminal::size()
        .zip(terminal::pixels())
        .map(|((columns, rows), (wide, high))| {
            (f32::from(high) / f32::from(rows)) / (f32::from(wide) / f32::from(columns))
        });
    told.filter(|aspect| (1.2..=3.5).contains(aspect))
        .unwrap_or(USUAL_ASPECT)
}

/// How findings about a file are written for people here.
pub fn diagnostic_look(environment: &Environment) -> diagnostic::Look {
    let columns = terminal::size().map_or(80, |(columns, _)| usize::from(columns));
    diagnostic::Look {
        colour: environment.output_is_terminal && environment.depth != Depth::Mono,
        unicode: environment.charset == Charset::Unicode,
        width: columns.clamp(40, 120),
    }
}
