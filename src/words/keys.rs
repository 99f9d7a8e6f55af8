//! What keys are called in footers, help and lines of text.

use crate::key::Key;

/// The names of keys in one language. Letters and signs are called what they are.
#[derive(Debug)]
pub struct KeyWords {
    /// The space bar.
    pub space: &'static str,
    /// Enter.
    pub enter: &'static str,
    /// Escape.
    pub esc: &'static str,
    /// Backspace.
    pub backspace: &'static str,
    /// Tab.
    pub tab: &'static str,
    /// The control key with c, with d and with z.
    pub ctrl: [&'static str; 3],
    /// The arrows left, right, up and down, where they cannot be drawn.
    pub arrows: [&'static str; 4],
    /// Page up, and page down.
    pub pages: [&'static str; 2],
    /// Home, and end.
    pub ends: [&'static str; 2],
}

impl KeyWords {
    /// How a key is written.
    pub fn name(&self, key: Key, unicode: bool) -> &'static str {
        let [left, right, up, down] = if unicode {
            ["←", "→", "↑", "↓"]
        } else {
            self.arrows
        };
        match key {
            Key::Char(' ') => self.space,
            Key::Char(c) => printable(c),
            Key::Ctrl('c') => self.ctrl[0],
            Key::Ctrl('d') => self.ctrl[1],
            Key::Ctrl('z') => self.ctrl[2],
            Key::Ctrl(_) | Key::Other => "",
            Key::Enter => self.enter,
            Key::Esc => self.esc,
            Key::Backspace => self.backspace,
            Key::Tab => self.tab,
            Key::Left => left,
            Key::Right => right,
            Key::Up => up,
            Key::Down => down,
            Key::PageUp => self.pages[0],
            Key::PageDown => self.pages[1],
            Key::Home => self.ends[0],
            Key::End => self.ends[1],
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Place, bindings};
    use crate::language::Language;

    #[test]
    fn every_key_has_a_name_in_every_language() {
        for language in Language::ALL {
            let keys = &language.words().keys;
            let bound = Place::ALL.into_iter().flat_map(bindings);
            for key in bound.flat_map(|binding| binding.keys) {
                for unicode in [true, false] {
                    let name = keys.name(*key, unicode);
                    assert!(!name.is_empty(), "{key:?}");
                    assert!(unicode || !"←→↑↓".contains(name), "{name}");
                }
            }
            assert_eq!(keys.name(Key::Char('+'), true), "+");
            assert_eq!(keys.name(Key::Char('~'), true), "~");
            assert_eq!(keys.name(Key::Char('é'), true), "");
        }
    }
}
