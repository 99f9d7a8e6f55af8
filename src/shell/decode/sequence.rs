//! What single bytes and complete sequences stand for.
//!
//! Tables only: which bytes belong together is decided one level up.

use crate::key::Key;
use crate::mouse::Mouse;
use crate::shell::background::Background;
use crate::shell::wait::Event;

/// A byte on its own.
pub(super) fn plain(byte: u8) -> Key {
    match byte {
        b'\r' | b'\n' => Key::Enter,
        b'\t' => Key::Tab,
        0x08 | 0x7f => Key::Backspace,
        0x00 => Key::Ctrl(' '),
        0x01..=0x1a => Key::Ctrl(char::from(byte - 1 + b'a')),
        0x1b => Key::Esc,
        0x1c..=0x1f => Key::Ctrl(char::from(byte - 0x1c + b'\\')),
        0x20..=0x7e => Key::Char(char::from(byte)),
        _ => Key::Other,
    }
}

/// `ESC O` and this.
pub(super) fn single(last: u8) -> Key {
    match last {
        b'M' => Key::Enter,
        _ => arrow(last).unwrap_or(Key::Other),
    }
}

/// `ESC [`, these parameters, and the last byte. What is no key and no answer is nothing.
pub(super) fn control(parameters: &[u8], last: u8) -> Option<Event> {
    match parameters.first() {
        Some(b'<') if last == b'M' => return clicked(&parameters[1..]).map(Event::Mouse),
        Some(b'?') if last == b'c' => return Some(Event::Answered),
        Some(b'<'..=b'?') => return None,
        _ => {}
    }
    let key = match last {
        b'~' => numbered(first_number(parameters)),
        b'u' => return reported(parameters).map(Event::Key),
        // Not R, which also ends an answer about the cursor.
        b'P' | b'Q' | b'S' | b'Z' => Key::Other,
        _ => arrow(last)?,
    };
    Some(Event::Key(key))
}

/// The text of an answer about a colour.
pub(super) fn answer(text: &[u8]) -> Option<Event> {
    Background::from_answer(text).map(Event::Background)
}

fn arrow(last: u8) -> Option<Key> {
    match last {
        b'A' => Some(Key::Up),
        b'B' => Some(Key::Down),
        b'C' => Some(Key::Right),
        b'D' => Some(Key::Left),
        b'F' => Some(Key::End),
        b'H' => Some(Key::Home),
        _ => None,
    }
}

fn numbered(number: Option<u32>) -> Key {
    match number {
        Some(1 | 7) => Key::Home,
        Some(4 | 8) => Key::End,
        Some(5) => Key::PageUp,
        Some(6) => Key::PageDown,
        _ => Key::Other,
    }
}

/// A key as newer protocols report it. softly asks for none of them, but a program that ended
/// badly may have left one on, and Ctrl-C and Escape have to work then too.
fn reported(parameters: &[u8]) -> Option<Key> {
    let code = first_number(parameters)?;
    let (_, modifiers) = split_at_byte(parameters, b';');
    if modifiers.ends_with(b":3") {
        // The key was let go.
        return None;
    }
    let held = first_number(modifiers).unwrap_or(1).saturating_sub(1);
    let key = match char::from_u32(code) {
        Some('\x00'..='\x7e') if held & 4 == 0 => plain(code as u8),
        Some(character @ 'a'..='z') if held & !5 == 0 => Key::Ctrl(character),
        Some('\x7f') => Key::Backspace,
        Some(character) if held & 4 == 0 && !character.is_control() => Key::Char(character),
        _ => Key::Other,
    };
    Some(key)
}

/// The wheel or the first button of a mouse, by its number, and the cell, counted from (1, 1). Other
/// buttons, and those pressed with a key held, mean nothing here.
fn clicked(parameters: &[u8]) -> Option<Mouse> {
    let (button, cell) = split_at_byte(parameters, b';');
    let (column, row) = split_at_byte(cell, b';');
    let from_zero = |digits| u16::try_from(first_number(digits)?.checked_sub(1)?).ok();
    match button {
        b"0" => Some(Mouse::Click {
            column: from_zero(column)?,
            row: from_zero(row)?,
        }),
        b"64" => Some(Mouse::Wheel { down: false }),
        b"65" => Some(Mouse::Wheel { down: true }),
        _ => None,
    }
}

fn first_number(parameters: &[u8]) -> Option<u32> {
    let digits = parameters
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    std::str::from_utf8(&parameters[..digits])
        .ok()?
        .parse()
        .ok()
}

fn split_at_byte(bytes: &[u8], at: u8) -> (&[u8], &[u8]) {
    match bytes.iter().position(|&byte| byte == at) {
        Some(index) => (&bytes[..index], &bytes[index + 1..]),
        None => (bytes, &[]),
    }
}
