//! A text as it was meant, with the way back to the text as it is written.
//!
//! Everything after this reads the meant text; what is found there is carried back, so that every
//! place points into what the person sees.

use std::borrow::Cow;
use std::ops::Range;

use super::kind::Kind;
use super::scan;
use crate::diagnostic::Diagnostic;
use crate::script::read::single_brackets;

/// A change of the written text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// What is replaced, in bytes of the written text.
    pub(super) span: Range<usize>,
    /// What is meant instead.
    pub(super) meant: &'static str,
    /// Of which kind the change is.
    pub(super) kind: Kind,
}

/// A text as it was meant.
pub(in crate::script) struct Meant<'t> {
    written: &'t str,
    text: Cow<'t, str>,
    edits: Vec<Edit>,
    /// Where the meant part of each edit lies in `text`.
    places: Vec<Range<usize>>,
}

impl<'t> Meant<'t> {
    /// Reads a text as it was meant.
    pub(in crate::script) fn new(written: &'t str) -> Self {
        let edits = scan::edits(written);
        if edits.is_empty() {
            return Self {
                written,
                text: Cow::Borrowed(written),
                edits,
                places: Vec::new(),
            };
        }
        let mut text = String::with_capacity(written.len());
        let mut places = Vec::with_capacity(edits.len());
        let mut at = 0;
        for edit in &edits {
            text.push_str(&written[at..edit.span.start]);
            let start = text.len();
            text.push_str(edit.meant);
            places.push(start..text.len());
            at = edit.span.end;
        }
        text.push_str(&written[at..]);
        Self {
            written,
            text: Cow::Owned(text),
            edits,
            places,
        }
    }

    /// The text as it was meant.
    pub(in crate::script) fn text(&self) -> &str {
        &self.text
    }

    /// What was changed to get there, in the order of the text.
    pub(super) fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// One finding for each kind of change, and one for each heading.
    pub(in crate::script) fn findings(&self) -> Vec<Diagnostic> {
        let of = |kind: Kind| {
            let mut edits = self.edits.iter().filter(|edit| edit.kind == kind);
            let Range { start, end } = edits.next()?.span;
            let first = self.written[start..end]
                .trim_end_matches(['\n', '\r'])
                .len();
            Some(kind.finding(start..start + first.max(1), 1 + edits.count()))
        };
        let headings = self.edits.iter().filter(|edit| edit.kind == Kind::Heading);
        let noun = |edit: &Edit| edit.meant.trim_matches(['[', ']']);
        let headings = headings.map(|edit| single_brackets(noun(edit), edit.span.clone()));
        Kind::COUNTED
            .into_iter()
            .filter_map(of)
            .chain(headings)
            .collect()
    }

    /// Carries the places of a finding over from the meant text to the written one.
    pub(in crate::script) fn carry_back(&self, found: &mut Diagnostic) {
        if self.edits.is_empty() {
            return;
        }
        let spans = found.also.iter_mut().map(|(span, _)| span);
        let fix = found.fix.iter_mut().map(|fix| &mut fix.span);
        for span in spans.chain(fix).chain([&mut found.span]) {
            *span = self.back(span);
        }
    }

    /// The written stretch that a meant one comes from.
    pub(in crate::script) fn back(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.start_of(span.start);
        start..self.end_of(span.end).max(start)
    }

    /// Where a stretch that starts at a place of the meant text starts in the written one.
    fn start_of(&self, at: usize) -> usize {
        let after = self.places.partition_point(|place| place.start <= at);
        let Some(index) = after.checked_sub(1) else {
            return at;
        };
        let (place, edit) = (&self.places[index], &self.edits[index]);
        if at < place.end {
            edit.span.start
        } else {
            edit.span.end + (at - place.end)
        }
    }

    /// Where a stretch that ends at a place of the meant text ends in the written one.
    fn end_of(&self, at: usize) -> usize {
        let index = self.places.partition_point(|place| place.end < at);
        match self.places.get(index) {
            None => (self.written.len() + at).saturating_sub(self.text.len()),
            Some(place) if at > place.start => self.edits[index].span.end,
            Some(place) => self.edits[index].span.start - (place.start - at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_to_what_is_written() {
        let written = "say =\u{a0}“It’s »fine«”\nin\u{200b} = ４５\n";
        let meant = Meant::new(written);
        assert_eq!(meant.text(), "say = \"It’s »fine«\"\nin = 45\n");
        for (part, from) in [
            ("say", "say"),
            ("\"It’s »fine«\"", "“It’s »fine«”"),
            ("fine", "fine"),
            ("in", "in"),
            ("45", "４５"),
            ("5", "５"),
            ("\n", "\n"),
            ("= 45\n", "= ４５\n"),
        ] {
            let at = meant.text().rfind(part).unwrap();
            let back = meant.back(&(at..at + part.len()));
            assert_eq!(&written[back], from, "{part}");
        }
        let end = meant.text().len();
        assert_eq!(meant.back(&(end..end)), written.len()..written.len());
    }

    #[test]
    fn every_place_leads_somewhere_that_can_be_shown() {
        let written = "```\n“a” = «\u{a0}b\u{a0}»\u{2028}ｘ = ½ # \u{a0}\n４ = 1,5\n```";
        let meant = Meant::new(written);
        let places: Vec<_> = (0..=meant.text().len())
            .filter(|at| meant.text().is_char_boundary(*at))
            .collect();
        for start in &places {
            for end in places.iter().filter(|end| *end >= start) {
                let back = meant.back(&(*start..*end));
                assert!(
                    written.get(back.clone()).is_some(),
                    "{start}..{end}: {back:?}"
                );
            }
        }
    }
}
