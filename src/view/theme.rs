//! Colours by role, and the palettes of the breath picture.
//!
//! A [`Theme`] is built once from what the terminal can show and what the person chose. It must not
//! find either out by itself. The colours themselves are in two tables, `words` and `paints`. `Color::Reset` is only ever a background: in front it would draw in a
//! colour nobody chose.

mod oklab;
mod paints;
mod words;

use ratatui::style::{Color, Modifier, Style};

/// How many colours there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Any colour.
    True,
    /// The 256 of xterm.
    Indexed,
    /// The sixteen that the person's own terminal theme defines.
    Ansi,
    /// None, because there are none or none are wanted.
    Mono,
}

/// Which characters can be relied upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// Block elements and the like.
    Unicode,
    /// Nothing but ASCII.
    Ascii,
}

/// Which colours there are, and whether light lies on dark or dark on light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
    /// Amber on black: so little light that it can be looked at in a dark room, and no blue.
    Night,
    /// White on black, and nothing faint.
    ContrastDark,
    /// Black on white, and nothing faint.
    ContrastLight,
}

/// How much of what the terminal can show the picture uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Richness {
    /// All of it.
    Full,
    /// Few flat colours: a fraction of the bytes, for slow lines.
    Light,
}

/// How many levels the rich palette has.
pub const LEVELS: usize = 48;
/// How many classes the limited palettes have, the background among them.
pub const CLASSES: usize = 5;

/// What the breath picture is painted with.
#[derive(Clone, Debug, PartialEq)]
pub enum Palette {
    /// Truecolor levels from the background to the core.
    Rich([Color; LEVELS]),
    /// Few flat colours, the background first.
    Classes([Color; CLASSES]),
    /// `░▒▓█` in the text colour.
    Shades(Style),
    /// `.:-=+*#` in one colour.
    Density(Style),
}

/// Colours by role, and the palette of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    depth: Depth,
    charset: Charset,
    mode: Mode,
    richness: Richness,
    background: Style,
    text: Style,
    dim: Style,
    accent: Style,
    person: Style,
    prop: Style,
    palette: Palette,
}

impl Theme {
    /// The theme for what the terminal can show and the person chose.
    pub fn new(depth: Depth, charset: Charset, mode: Mode, richness: Richness) -> Self {
        let [background, text, dim, accent] = words::styles(depth, mode);
        let palette = paints::palette((depth, charset, mode, richness), text, accent);
        Self {
            depth,
            charset,
            mode,
            richness,
            background,
            text,
            dim,
            accent,
            person: words::person(depth, mode).unwrap_or(accent),
            prop: words::prop(depth, mode).unwrap_or(dim),
            palette,
        }
    }

    /// How many colours there are.
    pub const fn depth(&self) -> Depth {
        self.depth
    }

    /// Which characters can be relied upon.
    pub const fn charset(&self) -> Charset {
        self.charset
    }

    /// Which colours there are.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// The ground that everything lies on; the whole screen is filled with it first.
    pub const fn background(&self) -> Style {
        self.background
    }

    /// Words to read.
    pub const fn text(&self) -> Style {
        self.text
    }

    /// Words that step back.
    pub const fn dim(&self) -> Style {
        self.dim
    }

    /// What one may press, and what matters now.
    pub const fn accent(&self) -> Style {
        self.accent
    }

    /// Words that matter most: the phase of the breath, the chosen session.
    pub const fn strong(&self) -> Style {
        self.text.add_modifier(Modifier::BOLD)
    }

    /// A person in a drawing.
    pub const fn person(&self) -> Style {
        self.person
    }

    /// What a person in a drawing rests on.
    pub const fn prop(&self) -> Style {
        self.prop
    }

    /// Whether more than ASCII can be relied upon.
    pub fn is_unicode(&self) -> bool {
        self.charset == Charset::Unicode
    }

    /// The same theme in other colours, or on the other background.
    #[must_use]
    pub fn in_mode(&self, mode: Mode) -> Self {
        Self::new(self.depth, self.charset, mode, self.richness)
    }

    /// What the breath picture is painted with.
    pub const fn palette(&self) -> &Palette {
        &self.palette
    }
}

#[cfg(test)]
mod tests;
