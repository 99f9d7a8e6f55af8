//! A key press as the keymap sees it.
//!
//! Where it came from, and which bytes or records stood for it, is the shell's affair.

/// A key that was pressed. Shift is already in the character; Alt and rarer keys are [`Key::Other`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A character, as typed: `?` and not Shift with `/`.
    Char(char),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// The key that takes back a character.
    Backspace,
    /// Tab.
    Tab,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// Control with a character, which is in lower case.
    Ctrl(char),
    /// Any other key: it may wake a screen up, but has no meaning of its own.
    Other,
}
