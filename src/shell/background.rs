//! Whether the terminal writes on a dark or a light background, and how to ask it.
//!
//! Asking never waits: the question goes out after the first picture, and the answer comes in
//! among the keys whenever it comes, as `wait::Event::Background`.

/// How bright the terminal's background is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Background {
    /// Dark, or unknown: most terminals are.
    #[default]
    Dark,
    /// Light, as paper is.
    Light,
}

/// The question for the background colour, and after it one that every terminal answers, so that
/// one knows when no answer to the first will come.
pub(super) const QUESTION: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";

impl Background {
    /// Reads the text of an answer, such as `11;rgb:1e1e/1e1e/2e2e`.
    #[cfg_attr(windows, allow(dead_code, reason = "nothing is asked there"))]
    pub(super) fn from_answer(text: &[u8]) -> Option<Self> {
        let colour = std::str::from_utf8(text).ok()?.strip_prefix("11;")?;
        let channels = colour
            .strip_prefix("rgb:")
            .or_else(|| colour.strip_prefix("rgba:"))?;
        let mut channels = channels.split('/').map(channel);
        let (red, green, blue) = (channels.next()??, channels.next()??, channels.next()??);
        let brightness = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        Some(if brightness > 0.5 {
            Self::Light
        } else {
            Self::Dark
        })
    }

    /// Reads the variable `COLORFGBG`, such as `15;0` or `0;default;15`.
    pub(super) fn from_colorfgbg(text: &str) -> Option<Self> {
        match text.rsplit(';').next()?.parse::<u8>().ok()? {
            7 | 9..=15 => Some(Self::Light),
            0..=6 | 8 => Some(Self::Dark),
            _ => None,
        }
    }
}

/// One channel of one to four hexadecimal digits, from 0 to 1.
#[cfg_attr(windows, allow(dead_code, reason = "nothing is asked there"))]
fn channel(digits: &str) -> Option<f64> {
    if !(1..=4).contains(&digits.len()) {
        return None;
    }
    let value = u16::from_str_radix(digits, 16).ok()?;
    let most = (1_u32 << (4 * digits.len())) - 1;
    Some(f64::from(value) / f64::from(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_in_every_length_that_terminals_use() {
        let table: [(&[u8], Option<Background>); 8] = [
            (b"11;rgb:1e1e/1e1e/2e2e", Some(Background::Dark)),
            (b"11;rgb:ffff/ffff/ffff", Some(Background::Light)),
            (b"11;rgb:fa/f7/f2", Some(Background::Light)),
            (b"11;rgb:f/f/f", Some(Background::Light)),
            (b"11;rgba:0000/0000/0000/ffff", Some(Background::Dark)),
            (b"10;rgb:ffff/ffff/ffff", None),
            (b"11;rgb:q", None),
            (b"11;rgb:1/2", None),
        ];
        for (text, background) in table {
            assert_eq!(Background::from_answer(text), background);
        }
    }

    #[test]
    fn the_hint_in_the_environment_is_its_last_number() {
        let table = [
            ("15;0", Some(Background::Dark)),
            ("0;default;15", Some(Background::Light)),
            ("0;7", Some(Background::Light)),
            ("15;8", Some(Background::Dark)),
            ("default", None),
            ("", None),
        ];
        for (text, background) in table {
            assert_eq!(Background::from_colorfgbg(text), background, "{text}");
        }
    }
}
