//! What the bytes mean that a terminal sends: keys, pastes and answers.
//!
//! A plain machine fed with bytes; it reads nothing and never waits. The shell has it and not
//! a library's reader because that one blocks, clock and signals and all, in the middle of an
//! unfinished sequence (Alt with `[` is one), and takes a late answer for typing.

mod sequence;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::time::Duration;

use super::wait::Event;
use crate::key::Key;

/// Longer sequences than this are followed to their end, but not kept.
const MOST_KEPT: usize = 64;
/// What ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// Where in a sequence the bytes so far have led.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Between two keys.
    #[default]
    Ground,
    /// In a character of several bytes, of which so many are still to come.
    Character(usize),
    /// After an escape, which may be the key itself.
    Escape,
    /// After `ESC [`.
    Control,
    /// After `ESC [ [`, with which the Linux console begins its function keys.
    Console,
    /// In a mouse event of the older kind, which has so many bytes more: softly does not ask for
    /// it, and would take them for typing.
    OldMouse(usize),
    /// After `ESC O`.
    Single,
    /// In a string such as an answer to a question, up to its terminator.
    Text {
        /// Whether it is of the kind that carries colours.
        colour: bool,
    },
    /// After an escape in such a string, which may be its terminator.
    TextEscape {
        /// As for the string.
        colour: bool,
    },
    /// In a paste, with so many bytes of its end seen.
    Paste(usize),
}

/// Makes events of bytes.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    state: State,
    kept: Vec<u8>,
}

impl Decoder {
    /// Takes in bytes and puts what they mean at the end of `out`.
    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut VecDeque<Event>) {
        for &byte in bytes {
            self.step(byte, out);
        }
    }

    /// How long to wait for the rest before [`Decoder::give_up`]; `None` if nothing is open.
    pub(super) fn patience(&self) -> Option<Duration> {
        let milliseconds = match self.state {
            State::Ground => return None,
            State::Escape => 30,
            State::Character(_)
            | State::Control
            | State::Console
            | State::OldMouse(_)
            | State::Single => 200,
            State::Text { .. } | State::TextEscape { .. } => 500,
            State::Paste(_) => 1000,
        };
        Some(Duration::from_millis(milliseconds))
    }

    /// Takes what is open for complete, because the rest has not come.
    pub(super) fn give_up(&mut self, out: &mut VecDeque<Event>) {
        match self.state {
            State::Ground | State::OldMouse(_) => {}
            State::Escape => out.push_back(Event::Key(Key::Esc)),
            State::Paste(_) => out.push_back(Event::Paste),
            _ => out.push_back(Event::Key(Key::Other)),
        }
        self.open(State::Ground);
    }

    fn open(&mut self, state: State) {
        self.state = state;
        self.kept.clear();
    }

    fn keep(&mut self, byte: u8) {
        if self.kept.len() < MOST_KEPT {
            self.kept.push(byte);
        }
    }

    fn step(&mut self, byte: u8, out: &mut VecDeque<Event>) {
        match self.state {
            State::Ground => self.ground(byte, out),
            State::Character(left) => self.character(byte, left, out),
            State::Escape => self.escape(byte, out),
            State::Control => self.control(byte, out),
            State::Console => self.finish(Some(Event::Key(Key::Other)), out),
            State::OldMouse(left) => match (byte, left) {
                (..0x20, _) => self.abandon(byte, out),
                (_, 1) => self.finish(None, out),
                _ => self.state = State::OldMouse(left - 1),
            },
            State::Single => match byte {
                0x20..=0x7e => self.finish(Some(Event::Key(sequence::single(byte))), out),
                _ => self.abandon(byte, out),
            },
            State::Text { colour } => self.text(byte, colour, out),
            State::TextEscape { colour } if byte == b'\\' => self.text_ends(colour, out),
            State::TextEscape { .. } => {
                self.open(State::Escape);
                self.escape(byte, out);
            }
            State::Paste(seen) => self.paste(byte, seen, out),
        }
    }

    fn ground(&mut self, byte: u8, out: &mut VecDeque<Event>) {
        match byte {
            0x1b => self.open(State::Escape),
            0xc2..=0xf4 => {
                let left = 1 + usize::from(byte >= 0xe0) + usize::from(byte >= 0xf0);
                self.open(State::Character(left));
                self.keep(byte);
            }
            _ => out.push_back(Event::Key(sequence::plain(byte))),
        }
    }

    fn character(&mut self, byte: u8, left: usize, out: &mut VecDeque<Event>) {
        if !(0x80..=0xbf).contains(&byte) {
            return self.abandon(byte, out);
        }
        self.keep(byte);
        if left > 1 {
            self.state = State::Character(left - 1);
            return;
        }
        let character = std::str::from_utf8(&self.kept)
            .ok()
            .and_then(|text| text.chars().next());
        let key = character.map_or(Key::Other, Key::Char);
        self.finish(Some(Event::Key(key)), out);
    }

    fn escape(&mut self, byte: u8, out: &mut VecDeque<Event>) {
        match byte {
            b'[' => self.open(State::Control),
            b'O' => self.open(State::Single),
            b']' => self.open(State::Text { colour: true }),
            b'P' | b'X' | b'^' | b'_' => self.open(State::Text { colour: false }),
            0x1b => out.push_back(Event::Key(Key::Esc)),
            0x20..=0x7f => self.finish(Some(Event::Key(Key::Other)), out),
            _ => {
                self.finish(Some(Event::Key(Key::Esc)), out);
                self.ground(byte, out);
            }
        }
    }

    fn control(&mut self, byte: u8, out: &mut VecDeque<Event>) {
        match byte {
            0x20..=0x3f => self.keep(byte),
            b'[' if self.kept.is_empty() => self.state = State::Console,
            b'M' if self.kept.is_empty() => self.state = State::OldMouse(3),
            b'~' if self.kept == b"200" => self.open(State::Paste(0)),
            0x40..=0x7e => {
                let event = sequence::control(&self.kept, byte);
                self.finish(event, out);
            }
            _ => self.abandon(byte, out),
        }
    }

    fn text(&mut self, byte: u8, colour: bool, out: &mut VecDeque<Event>) {
        match byte {
            0x07 => self.text_ends(colour, out),
            0x1b => self.state = State::TextEscape { colour },
            0x00..=0x1f => self.abandon(byte, out),
            _ => self.keep(byte),
        }
    }

    fn text_ends(&mut self, colour: bool, out: &mut VecDeque<Event>) {
        let event = colour.then(|| sequence::answer(&self.kept)).flatten();
        self.finish(event, out);
    }

    fn paste(&mut self, byte: u8, seen: usize, out: &mut VecDeque<Event>) {
        let seen = match byte {
            _ if byte == PASTE_END[seen] => seen + 1,
            0x1b => 1,
            _ => 0,
        };
        if seen == PASTE_END.len() {
            self.finish(Some(Event::Paste), out);
        } else {
            self.state = State::Paste(seen);
        }
    }

    fn finish(&mut self, event: Option<Event>, out: &mut VecDeque<Event>) {
        self.open(State::Ground);
        out.extend(event);
    }

    /// A byte that has no place here begins something new: a pressed Ctrl-C is never lost in
    /// somebody's unfinished sequence.
    fn abandon(&mut self, byte: u8, out: &mut VecDeque<Event>) {
        self.open(State::Ground);
        self.ground(byte, out);
    }
}
