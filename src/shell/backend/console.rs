//! What the text console of Linux shows in place of signs that its fonts do not have.
//!
//! Those fonts have at most 512 shapes: halves and shades of a cell are among them, quarters and
//! eighths are not. The nearest half stands for them, so that a picture is coarser there and not a
//! field of question marks. Every sign here is as wide as the one it stands for.

/// What stands for a sign.
pub(super) fn symbol(symbol: &str) -> &str {
    match symbol {
        "▘" | "▝" => "▀",
        "▖" | "▗" | "▂" | "▃" | "▅" => "▄",
        "▞" | "▎" | "▍" | "▋" => "▌",
        "▚" => "▐",
        "▛" | "▜" | "▙" | "▟" | "▊" | "▉" | "▇" | "▆" => "█",
        "▏" | "▁" => " ",
        "●" | "★" | "◆" => "•",
        "◦" | "☆" => "○",
        "›" => ">",
        "‹" => "<",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn nothing_changes_its_width_and_words_stay_as_they_are() {
        let signs = "▘▝▖▗▞▚▛▜▙▟▏▎▍▌▋▊▉█▁▂▃▄▅▆▇▀░▒▓●○★☆◦◆›‹…·→←↑↓";
        for sign in signs.split("").filter(|sign| !sign.is_empty()) {
            assert_eq!(symbol(sign).width(), sign.width(), "{sign}");
            assert_eq!(symbol(symbol(sign)), symbol(sign), "{sign}");
        }
        for word in ["a", "ä", "息", "…", "█", "▀", " "] {
            assert_eq!(symbol(word), word);
        }
    }
}
