//! What the environment says and what was asked for, brought together. A flag goes first.

use super::background::Background;
use super::environment::Environment;
use super::terminal;
use crate::cli::{ColorOption, ScreenOptions};
use crate::diagnostic::Format;
use crate::kept::Kept;
use crate::language::Language;
use crate::page;
use crate::settings::{Heard, Settings};
use crate::view::picture::USUAL_ASPECT;
use crate::view::theme::{Charset, Depth};
use crate::view::{Able, Look};
use crate::wording::Wording;

/// The environment with what the command line asked for in its place.
pub fn as_asked(environment: Environment, options: &ScreenOptions) -> Environment {
    Environment {
        accessible: environment.accessible || options.plain,
        depth: asked_depth(&environment, options),
        ..environment
    }
}

fn asked_depth(environment: &Environment, options: &ScreenOptions) -> Depth {
    match options.color {
        None | Some(ColorOption::Auto) => environment.depth,
        Some(ColorOption::True) => Depth::True,
        Some(ColorOption::Indexed) => Depth::Indexed,
        Some(ColorOption::Ansi) => Depth::Ansi,
        Some(ColorOption::Never) => Depth::Mono,
    }
}

/// Which words are used for the pelvic region: as asked for now, or else as chosen before.
pub fn wording(options: &ScreenOptions, kept: &Kept) -> Wording {
    options.words.map_or(kept.wording, Wording::from)
}

/// What softly speaks: as asked for now, or else as the environment says.
pub fn language(environment: &Environment, options: &ScreenOptions, _kept: &Kept) -> Language {
    options
        .language
        .map_or(environment.language, Language::from)
}

/// Whether to print lines instead of drawing pictures.
pub fn wants_lines(environment: &Environment, options: &ScreenOptions) -> bool {
    options.plain || environment.accessible || !environment.is_interactive()
}

/// What holds of all that can be set: as asked for now, or else as chosen before.
pub fn settings(options: &ScreenOptions, kept: &Kept) -> Settings {
    let chosen = kept.settings;
    Settings {
        picture: options.picture.unwrap_or(chosen.picture),
        colours: options.theme.unwrap_or(chosen.colours),
        moves: options.motion.unwrap_or(chosen.moves),
        detail: options.detail.unwrap_or(chosen.detail),
        announce: options.announce.unwrap_or(chosen.announce),
        heard: if options.no_sound {
            Heard::Off
        } else {
            chosen.heard
        },
        ..chosen
    }
}

/// How the screen is drawn.
pub fn look(environment: &Environment, options: &ScreenOptions, settings: &Settings) -> Look {
    let able = Able {
        depth: asked_depth(environment, options),
        charset: environment.charset,
        light: environment
            .background
            .map(|ground| ground == Background::Light),
        remote: environment.remote,
        still: environment.reduce_motion,
    };
    Look::new(
        able,
        settings,
        terminal::size().unwrap_or((80, 24)),
        aspect(),
    )
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

/// How a page of text is written here.
pub fn page_look(environment: &Environment) -> page::Look {
    let columns = terminal::size().map_or(80, |(columns, _)| usize::from(columns));
    page::Look {
        colour: environment.output_is_terminal && environment.depth != Depth::Mono,
        unicode: environment.charset == Charset::Unicode,
        width: columns.clamp(40, 200),
    }
}

/// How findings about a file are drawn for people here.
pub fn diagnostic_look(environment: &Environment) -> page::Look {
    let look = page_look(environment);
    page::Look {
        width: look.width.min(120),
        ..look
    }
}

/// How findings about a file are written for people here: drawn, or told where that is asked for.
pub fn findings(environment: &Environment) -> Format {
    if environment.accessible {
        Format::Plain
    } else {
        Format::Human(diagnostic_look(environment))
    }
}
