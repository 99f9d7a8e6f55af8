//! Prints every drawing of a position, to look at all of them at once.
//!
//! `cargo run --example drawings` prints them in blocks and in plain letters, for 30 columns and 10
//! rows; `cargo run --example drawings 60 20` for another room.
#![expect(
    clippy::disallowed_methods,
    reason = "it is a small program of its own"
)]

use std::io::{self, Write};

use softly::language::Language;
use softly::script::Positions;
use softly::view::drawing::{Drawn, Ink, size};
use softly::view::picture::USUAL_ASPECT;

/// The least room that drawings are made for.
const LEAST: (u16, u16) = (30, 10);

fn main() -> io::Result<()> {
    let mut numbers = std::env::args().skip(1).flat_map(|number| number.parse());
    let room = numbers.next().zip(numbers.next()).unwrap_or(LEAST);
    let mut out = io::stdout().lock();
    let known = Positions::built_in(Language::English);
    for position in known.names().filter_map(|name| known.get(name)) {
        let Some(drawing) = &position.drawing else {
            continue;
        };
        writeln!(out, "{}", position.title)?;
        let (columns, rows) = size(drawing, room, USUAL_ASPECT);
        let drawn = Drawn::new(drawing, (columns, rows), USUAL_ASPECT);
        for unicode in [true, false] {
            for row in 0..rows {
                for column in 0..columns {
                    match drawn.glyph(column, row, unicode, true) {
                        (glyph, Ink::Person) => write!(out, "\x1b[36m{glyph}\x1b[0m")?,
                        (glyph, Ink::Prop) => write!(out, "\x1b[2m{glyph}\x1b[0m")?,
                        (glyph, Ink::None) => write!(out, "{glyph}")?,
                    }
                }
                writeln!(out)?;
            }
            writeln!(out)?;
        }
    }
    Ok(())
}
