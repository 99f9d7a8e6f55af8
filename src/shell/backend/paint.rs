//! The pen: which colours and marks the terminal has set, and the shortest way to others.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::motion::number;

/// What the terminal draws with, as far as that is certain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pen {
    front: Option<Color>,
    ground: Option<Color>,
    marks: Option<Modifier>,
}

/// Marks that can be seen on a space, and that take the colour in front.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK);

const MARKS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, b'1'),
    (Modifier::DIM, b'2'),
    (Modifier::ITALIC, b'3'),
    (Modifier::UNDERLINED, b'4'),
    (Modifier::SLOW_BLINK, b'5'),
    (Modifier::RAPID_BLINK, b'6'),
    (Modifier::REVERSED, b'7'),
    (Modifier::HIDDEN, b'8'),
    (Modifier::CROSSED_OUT, b'9'),
];

impl Pen {
    /// Makes ready for a cell. A blank one needs no colour in front.
    pub(super) fn set_for(&mut self, out: &mut Vec<u8>, cell: &Cell) {
        let blank = cell.symbol() == " " && !cell.modifier.intersects(SEEN_ON_BLANK);
        let (front, marks) = match (self.front, self.marks) {
            (Some(front), Some(marks)) if blank && !marks.intersects(SEEN_ON_BLANK) => {
                (front, marks)
            }
            _ => (cell.fg, cell.modifier),
        };
        self.set(out, front, cell.bg, marks);
    }

    /// Whether a cell takes fewer changes with its two colours swapped.
    pub(super) fn prefers_inverse(&self, cell: &Cell) -> bool {
        let changes = |front, ground| {
            u8::from(self.front != Some(front)) + u8::from(self.ground != Some(ground))
        };
        // The terminal's own background has no equal among the colours in front.
        cell.bg != Color::Reset
            && cell.modifier.is_empty()
            && changes(cell.bg, cell.fg) < changes(cell.fg, cell.bg)
    }

    /// Sets colours and marks, all in one sequence, and only what differs.
    pub(super) fn set(&mut self, out: &mut Vec<u8>, front: Color, ground: Color, marks: Modifier) {
        let start = out.len();
        out.extend_from_slice(b"\x1b[");
        let parameters = out.len();
        if self.marks != Some(marks) {
            out.extend_from_slice(b"0;");
            for (mark, digit) in MARKS {
                if marks.contains(mark) {
                    out.extend_from_slice(&[digit, b';']);
                }
            }
            self.front = Some(Color::Reset);
            self.ground = Some(Color::Reset);
            self.marks = Some(marks);
        }
        if self.front != Some(front) {
            color(out, front, 30);
            self.front = Some(front);
        }
        if self.ground != Some(ground) {
            color(out, ground, 40);
            self.ground = Some(ground);
        }
        if out.len() == parameters {
            out.truncate(start);
        } else if let Some(last) = out.last_mut() {
            *last = b'm';
        }
    }
}

/// Writes the parameters of a colour, each with a semicolon behind it. The base is 30 in front, 40
/// on the ground.
fn color(out: &mut Vec<u8>, color: Color, base: u16) {
    let named = match color {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Rgb(r, g, b) => {
            return parameters(out, &[base + 8, 2, r.into(), g.into(), b.into()]);
        }
        Color::Indexed(index) => return parameters(out, &[base + 8, 5, index.into()]),
    };
    parameters(out, &[base + named]);
}

fn parameters(out: &mut Vec<u8>, all: &[u16]) {
    for &one in all {
        number(out, one);
        out.push(b';');
    }
}

/// The block that looks the same when front and ground change places.
pub(super) fn inverse(symbol: &str) -> Option<&'static str> {
    let [0xe2, 0x96, last] = symbol.as_bytes() else {
        return None;
    };
    Some(match last {
        0x80 => "▄",
        0x84 => "▀",
        0x8c => "▐",
        0x90 => "▌",
        0x96 => "▜",
        0x97 => "▛",
        0x98 => "▟",
        0x99 => "▝",
        0x9a => "▞",
        0x9b => "▗",
        0x9c => "▖",
        0x9d => "▙",
        0x9e => "▚",
        0x9f => "▘",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(pen: &mut Pen, cell: &Cell) -> String {
        let mut out = Vec::new();
        pen.set_for(&mut out, cell);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn only_what_differs_is_said() {
        let mut pen = Pen::default();
        let mut cell = Cell::new("x");
        cell.set_fg(Color::Rgb(1, 20, 255))
            .set_bg(Color::Indexed(30));
        assert_eq!(written(&mut pen, &cell), "\x1b[0;38;2;1;20;255;48;5;30m");
        assert_eq!(written(&mut pen, &cell), "");
        cell.set_bg(Color::Reset);
        assert_eq!(written(&mut pen, &cell), "\x1b[49m");
        cell.modifier = Modifier::BOLD;
        assert_eq!(written(&mut pen, &cell), "\x1b[0;1;38;2;1;20;255m");
    }

    #[test]
    fn a_blank_cell_needs_no_colour_in_front() {
        let mut pen = Pen::default();
        let mut cell = Cell::new("x");
        cell.set_fg(Color::Red);
        written(&mut pen, &cell);
        assert_eq!(written(&mut pen, &Cell::new(" ")), "");
        assert_eq!(written(&mut pen, &cell), "");
    }

    #[test]
    fn inverting_twice_gives_the_same_block() {
        for symbol in [
            "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟",
        ] {
            let once = inverse(symbol).unwrap();
            assert_ne!(once, symbol);
            assert_eq!(inverse(once), Some(symbol));
        }
        assert!(
            ["█", "▏", "x", " ", "é"]
                .iter()
                .all(|symbol| inverse(symbol).is_none())
        );
    }
}
