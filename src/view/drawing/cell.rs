//! What a cell looks like of which each quarter belongs to something: glyphs of block elements, or
//! letters with their ink in the same quarters.

use super::dots::Ink;

/// The four quarters of a cell: top left, top right, bottom left, bottom right.
pub(super) type Quarters = [Ink; 4];

/// The glyph for each set of quarters, the first quarter as the lowest bit.
const BLOCKS: [&str; 16] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
];
/// Letters that have their ink in the same quarters.
const PERSON: [&str; 16] = [
    " ", "'", "`", "\"", ",", "[", "/", "P", ".", "\\", "]", "Y", "o", "b", "d", "#",
];
/// Lighter ones, for what a person rests on.
const PROP: [&str; 16] = [
    " ", "'", "'", "\"", ".", "|", "/", ":", ".", "\\", "|", ":", "_", ":", ":", ":",
];

/// Which quarters belong to something, one bit each.
pub(super) fn mask(quarters: Quarters, ink: Ink) -> usize {
    let each = quarters.into_iter().enumerate();
    each.map(|(bit, other)| usize::from(other == ink) << bit)
        .sum()
}

/// The block element for some quarters.
pub(super) const fn block(mask: usize) -> &'static str {
    BLOCKS[mask & 15]
}

/// What lies in front in a cell: the person, wherever there is any of it.
pub(super) fn front(quarters: Quarters) -> Ink {
    let has = |ink: Ink| quarters.contains(&ink);
    match (has(Ink::Person), has(Ink::Prop)) {
        (true, _) => Ink::Person,
        (false, true) => Ink::Prop,
        (false, false) => Ink::None,
    }
}

/// What lies behind it: what it rests on where that has most of the rest, or nothing.
pub(super) fn behind(quarters: Quarters) -> Ink {
    let count = |ink: Ink| quarters.iter().filter(|other| **other == ink).count();
    let covers = front(quarters) == Ink::Person && count(Ink::Prop) > count(Ink::None);
    if covers { Ink::Prop } else { Ink::None }
}

/// The letter of a cell, and what it belongs to: what has most of it, and the person if none has.
pub(super) fn letter(quarters: Quarters) -> (&'static str, Ink) {
    let (person, prop) = (mask(quarters, Ink::Person), mask(quarters, Ink::Prop));
    if person.count_ones() >= prop.count_ones() {
        let ink = if person == 0 { Ink::None } else { Ink::Person };
        (PERSON[person], ink)
    } else {
        (PROP[prop], Ink::Prop)
    }
}
