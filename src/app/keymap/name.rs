//! What keys are called, in footers, help, README and manual page.

use crate::key::Key::{
    self, Backspace, Char, Ctrl, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Up,
};

/// How a key is written in footers and help.
pub fn key_name(key: Key, unicode: bool) -> &'static str {
    match key {
        Char(' ') => "space",
        Char(c) => printable(c),
        Ctrl('c') => "ctrl-c",
        Ctrl('d') => "ctrl-d",
        Ctrl('z') => "ctrl-z",
        Ctrl(_) | Key::Other => "",
        Enter => "enter",
        Esc => "esc",
        Backspace => "backspace",
        Key::Tab => "tab",
        Left if unicode => "←",
        Right if unicode => "→",
        Up if unicode => "↑",
        Down if unicode => "↓",
        Left => "left",
        Right => "right",
        Up => "up",
        Down => "down",
        PageUp => "page up",
        PageDown => "page down",
        Home => "home",
        End => "end",
    }
}

/// One printable ASCII character as text that lives as long as the program.
fn printable(c: char) -> &'static str {
    static ASCII: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    (c as usize)
        .checked_sub('!' as usize)
        .and_then(|at| ASCII.get(at..=at))
        .unwrap_or("")
}
