//! Colours by role, and the palettes of the breath picture.
//!
//! A [`Theme`] is built once from what the terminal can show and what the person chose. It must not
//! find either out by itself. `Color::Reset` is only ever a background: in front it would draw in a
//! colour nobody chose.

mod oklab;

use ratatui::style::{Color, Modifier, Style};

use oklab::{Rgb, mix};

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

/// Whether light lies on dark, or dark on light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
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

/// Background, halo, edge, body and core of the picture, evenly spaced.
type Stops = [Rgb; 5];

const DARK: Stops = [
    Rgb::hex(0x0f_14_19),
    Rgb::hex(0x1d_3a_4a),
    Rgb::hex(0x2f_7f_93),
    Rgb::hex(0x5f_b3_b3),
    Rgb::hex(0xd8_f3_dc),
];
const LIGHT: Stops = [
    Rgb::hex(0xfa_f7_f2),
    Rgb::hex(0xdf_eb_ed),
    Rgb::hex(0x4b_98_aa),
    Rgb::hex(0x25_7b_94),
    Rgb::hex(0x0d_56_70),
];
/// One, two, three, and four or more petals over each other.
const DARK_CLASSES: [u32; CLASSES] = [0x0f_14_19, 0x3c_8c_9b, 0x5d_b1_b2, 0x9b_d1_c7, 0xd8_f3_dc];
const LIGHT_CLASSES: [u32; CLASSES] = [0xfa_f7_f2, 0x47_94_a7, 0x25_7b_94, 0x19_69_82, 0x0d_56_70];

impl Theme {
    /// The theme for what the terminal can show and the person chose.
    pub fn new(depth: Depth, charset: Charset, mode: Mode, richness: Richness) -> Self {
        let [background, text, dim, accent] = roles(depth, mode);
        let palette = match (charset, depth) {
            (Charset::Ascii, _) => Palette::Density(accent.remove_modifier(Modifier::BOLD)),
            (_, Depth::True) if richness == Richness::Full => Palette::Rich(levels(stops(mode))),
            (_, Depth::Mono) => Palette::Shades(text),
            _ => Palette::Classes(classes(depth, mode)),
        };
        Self {
            depth,
            charset,
            mode,
            richness,
            background,
            text,
            dim,
            accent,
            person: person(depth, mode).unwrap_or(accent),
            prop: prop(depth, mode).unwrap_or(dim),
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

    /// Whether light lies on dark, or dark on light.
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

    /// The same theme on the other background.
    #[must_use]
    pub fn in_mode(&self, mode: Mode) -> Self {
        Self::new(self.depth, self.charset, mode, self.richness)
    }

    /// What the breath picture is painted with.
    pub const fn palette(&self) -> &Palette {
        &self.palette
    }
}

const fn stops(mode: Mode) -> &'static Stops {
    match mode {
        Mode::Dark => &DARK,
        Mode::Light => &LIGHT,
    }
}

const fn shown(Rgb(r, g, b): Rgb) -> Color {
    Color::Rgb(r, g, b)
}

/// Background, text, dim and accent.
fn roles(depth: Depth, mode: Mode) -> [Style; 4] {
    // With sixteen colours or none, the person's own text colour is the one that is sure to be
    // legible on the person's own background, so it is left alone.
    let own = Style::new();
    let on = |color| Style::new().fg(color);
    match (depth, mode) {
        (Depth::True, _) => {
            let [text, dim, accent] = words(mode).map(|rgb| on(shown(rgb)));
            [Style::new().bg(shown(stops(mode)[0])), text, dim, accent]
        }
        (Depth::Indexed, _) => {
            let [background, text, dim, accent] = match mode {
                Mode::Dark => [233, 254, 246, 116],
                Mode::Light => [231, 236, 241, 24],
            };
            let [text, dim, accent] = [text, dim, accent].map(|i| on(Color::Indexed(i)));
            [
                Style::new().bg(Color::Indexed(background)),
                text,
                dim,
                accent,
            ]
        }
        (Depth::Ansi, Mode::Dark) => [own, own, on(Color::Gray), on(Color::LightCyan)],
        (Depth::Ansi, Mode::Light) => [own, own, on(Color::DarkGray), on(Color::Blue)],
        (Depth::Mono, _) => [own, own, own, own.add_modifier(Modifier::BOLD)],
    }
}

/// The colour of a person in a drawing, where it is not the accent.
fn person(depth: Depth, mode: Mode) -> Option<Style> {
    match (depth, mode) {
        (Depth::True, Mode::Light) => Some(Style::new().fg(shown(Rgb::hex(0x0d_56_70)))),
        _ => None,
    }
}

/// What the person rests on steps back further than words may, but can still be made out.
fn prop(depth: Depth, mode: Mode) -> Option<Style> {
    let color = match (depth, mode) {
        (Depth::True, Mode::Dark) => shown(Rgb::hex(0x59_69_78)),
        (Depth::True, Mode::Light) => shown(Rgb::hex(0x85_91_9a)),
        (Depth::Indexed, Mode::Dark) => Color::Indexed(241),
        (Depth::Indexed, Mode::Light) => Color::Indexed(246),
        (Depth::Ansi | Depth::Mono, _) => return None,
    };
    Some(Style::new().fg(color))
}

/// The truecolor text, dim text and accent.
const fn words(mode: Mode) -> [Rgb; 3] {
    match mode {
        Mode::Dark => [
            Rgb::hex(0xe6_ed_f3),
            Rgb::hex(0x84_92_a0),
            Rgb::hex(0x8f_d3_c8),
        ],
        Mode::Light => [
            Rgb::hex(0x22_30_3a),
            Rgb::hex(0x5d_6b_76),
            Rgb::hex(0x1f_6f_8b),
        ],
    }
}

fn levels(stops: &Stops) -> [Color; LEVELS] {
    std::array::from_fn(|level| shown(level_of(stops, level)))
}

fn level_of(stops: &Stops, level: usize) -> Rgb {
    let along = level as f32 / (LEVELS - 1) as f32 * (stops.len() - 1) as f32;
    let stop = (along as usize).min(stops.len() - 2);
    mix(stops[stop], stops[stop + 1], along - stop as f32)
}

fn classes(depth: Depth, mode: Mode) -> [Color; CLASSES] {
    use Color::{Blue, Cyan, LightCyan, Reset, White};
    match (depth, mode) {
        (Depth::True, Mode::Dark) => DARK_CLASSES.map(|code| shown(Rgb::hex(code))),
        (Depth::True, Mode::Light) => LIGHT_CLASSES.map(|code| shown(Rgb::hex(code))),
        // Picked by eye: the nearest of the 256 to a gradient jumps between hues.
        (Depth::Indexed, Mode::Dark) => [233, 30, 73, 152, 195].map(Color::Indexed),
        (Depth::Indexed, Mode::Light) => [231, 73, 31, 24, 24].map(Color::Indexed),
        (_, Mode::Dark) => [Reset, Blue, Cyan, LightCyan, White],
        // Bright cyan cannot be seen on white.
        (_, Mode::Light) => [Reset, Cyan, Blue, Blue, Blue],
    }
}

#[cfg(test)]
mod tests;
