//! Which part of a scan names the pelvic region, which nobody is led to without having asked.
//!
//! The list errs on the side of asking: a part that is asked for needlessly costs one key.

/// Words for the pelvic region, in the languages sessions are most likely to be written in.
const WORDS: [&str; 46] = [
    "pelvic",
    "pelvis",
    "perineum",
    "perineal",
    "perine",
    "genital",
    "vulva",
    "vagina",
    "vaginal",
    "labia",
    "clitoris",
    "penis",
    "scrotum",
    "testicle",
    "prostate",
    "anus",
    "anal",
    "rectum",
    "back passage",
    "urethra",
    "pubic",
    "private parts",
    "between the legs",
    "womb",
    "cervix",
    // German
    "becken",
    "damm",
    "scheide",
    "schambein",
    "intim",
    // Spanish, Portuguese, Italian
    "pélvic",
    "pelvico",
    "pelvi",
    "perineo",
    "períneo",
    "bacino",
    "vagina",
    // French
    "pelvien",
    "périnée",
    "bassin",
    "vulve",
    // Dutch, Polish, Swedish
    "bekken",
    "krocz",
    "miednic",
    "bäcken",
    "underliv",
];

/// Whether the name of a part means the pelvic region, or the base of it.
pub(super) fn names_the_pelvic_region(part: &str) -> bool {
    let part = part.to_lowercase();
    // Some editors write é as an e and a mark that goes on top of it.
    let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}');
    let bare: String = part.chars().filter(|c| !is_mark(*c)).collect();
    let named = |name: &str| WORDS.iter().any(|word| begins_a_word(name, word));
    named(&part) || named(&bare)
}

/// Whether some word of `text` begins with `start`; German puts words together, so ones that stand
/// in the middle of another count too where they are long enough to mean nothing else.
fn begins_a_word(text: &str, start: &str) -> bool {
    text.match_indices(start).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric()) || start.len() > 5
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pelvic_region_is_known_by_many_names() {
        for part in [
            "pelvic floor",
            "Base of the pelvis",
            "the perineum",
            "Beckenboden",
            "suelo pélvico",
            "plancher pelvien",
            "périnée",
            "bekkenbodem",
            "genitals",
            "back passage",
            "Pelvis",
            "pe\u{301}rine\u{301}e",
            "suelo pe\u{301}lvico",
        ] {
            assert!(names_the_pelvic_region(part), "{part}");
        }
        for part in [
            "feet",
            "hands",
            "jaw",
            "belly",
            "hips and seat",
            "shoulders",
            "sit-bones",
            "tailbone",
            "ear canal",
            "Bauch",
            "thighs",
            "lower back",
            "whole body",
        ] {
            assert!(!names_the_pelvic_region(part), "{part}");
        }
    }
}
