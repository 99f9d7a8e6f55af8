//! Moving the cursor with as few bytes as may be.
//!
//! Only movements that every terminal knows, and none that depend on how the line discipline treats
//! carriage returns and line feeds.

use ratatui::layout::{Position, Size};

/// Moves the cursor from where it stands, if that is certain, to a target.
pub(super) fn go(out: &mut Vec<u8>, from: Option<Position>, to: Position) {
    let absolute = 4 + digits(to.y + 1) + digits(to.x + 1);
    match from {
        Some(from) if relative_cost(from, to) < absolute => {
            step(out, from.y, to.y, *b"AB");
            if to.x < from.x && from.x - to.x <= 3 {
                out.extend(std::iter::repeat_n(0x08, usize::from(from.x - to.x)));
            } else {
                step(out, from.x, to.x, *b"DC");
            }
        }
        _ => {
            out.extend_from_slice(b"\x1b[");
            if to != Position::ORIGIN {
                number(out, to.y + 1);
                out.push(b';');
                number(out, to.x + 1);
            }
            out.push(b'H');
        }
    }
}

/// Where the cursor stands after a symbol was written, if every terminal agrees about that.
pub(super) fn advance(symbol: &str, at: Position, size: Size) -> Option<Position> {
    // At the end of a line the cursor waits, neither here nor there.
    let next = at.x + 1;
    (is_certain(symbol) && next < size.width).then_some(Position { x: next, y: at.y })
}

/// Whether every terminal agrees that a symbol is one column wide: ASCII, box drawing, blocks and
/// braille.
pub(in crate::shell) fn is_certain(symbol: &str) -> bool {
    match symbol.as_bytes() {
        [byte] => (0x20..0x7f).contains(byte),
        [0xe2, 0x94..=0x96 | 0xa0..=0xa3, _] => true,
        _ => false,
    }
}

fn relative_cost(from: Position, to: Position) -> usize {
    let along = |from: u16, to: u16| match from.abs_diff(to) {
        0 => 0,
        1 => 3,
        distance => 3 + digits(distance),
    };
    let across = if to.x < from.x && from.x - to.x <= 3 {
        usize::from(from.x - to.x)
    } else {
        along(from.x, to.x)
    };
    along(from.y, to.y) + across
}

/// Steps along one direction; the letters are those for back and forth.
fn step(out: &mut Vec<u8>, from: u16, to: u16, [back, forth]: [u8; 2]) {
    let distance = from.abs_diff(to);
    if distance > 0 {
        out.extend_from_slice(b"\x1b[");
        if distance > 1 {
            number(out, distance);
        }
        out.push(if to < from { back } else { forth });
    }
}

const fn digits(n: u16) -> usize {
    match n {
        0..10 => 1,
        10..100 => 2,
        100..1000 => 3,
        1000..10_000 => 4,
        _ => 5,
    }
}

/// Writes a number.
pub(super) fn number(out: &mut Vec<u8>, n: u16) {
    if n >= 10 {
        number(out, n / 10);
    }
    out.push(b'0' + (n % 10) as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(from: Option<(u16, u16)>, to: (u16, u16)) -> String {
        let mut out = Vec::new();
        go(&mut out, from.map(Position::from), Position::from(to));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_shortest_way_is_taken() {
        let table = [
            (None, (0, 0), "\x1b[H"),
            (None, (9, 4), "\x1b[5;10H"),
            (Some((3, 4)), (4, 4), "\x1b[C"),
            (Some((3, 4)), (40, 4), "\x1b[37C"),
            (Some((9, 4)), (7, 4), "\x08\x08"),
            (Some((90, 4)), (50, 4), "\x1b[40D"),
            (Some((9, 4)), (9, 5), "\x1b[B"),
            (Some((90, 14)), (89, 13), "\x1b[A\x08"),
            (Some((9, 4)), (70, 20), "\x1b[21;71H"),
        ];
        for (from, to, expected) in table {
            assert_eq!(bytes(from, to), expected, "{from:?} {to:?}");
        }
    }

    #[test]
    fn numbers_of_any_size_are_written_in_full() {
        for n in [0, 9, 10, 99, 100, 999, 1000, 65535] {
            let mut out = Vec::new();
            number(&mut out, n);
            assert_eq!(String::from_utf8(out).unwrap(), n.to_string());
            assert_eq!(n.to_string().len(), digits(n));
        }
    }

    #[test]
    fn the_place_after_a_doubtful_symbol_is_not_trusted() {
        let size = Size::new(80, 24);
        let after = |symbol| advance(symbol, Position::ORIGIN, size);
        assert!(after("a").is_some() && after("▚").is_some() && after("─").is_some());
        assert!(after("☺").is_none() && after("日").is_none() && after("…").is_none());
        assert!(advance("a", Position::new(79, 0), size).is_none());
    }
}
