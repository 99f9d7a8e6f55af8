//! Whole sentences about a session, put together from the words of a language: the same wherever
//! they are shown, printed or read aloud.

use super::{CheckInWords, Words, written};
use crate::app::{Entry, Origin, Toggle, length_without_optional, parts_to_ask_for};
use crate::language::Language;
use crate::library::group_of;
use crate::pages::Page;
use crate::session::{Answers, Date, Gate, Pattern, Session};
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::Choices;

/// How a line is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// On a screen, at a glance.
    Seen,
    /// As a line of text, perhaps read aloud.
    Spoken,
}

impl Words {
    /// Why there is a page before a set-up, and what it is that needs one.
    pub fn why_a_gate(&self, session: &Session) -> Vec<&'static str> {
        let words = &self.gate;
        match session.gate {
            Gate::None => Vec::new(),
            Gate::Note => vec![words.note],
            Gate::Therapist => {
                let holds = Toggle::offered(session).filter_map(words.holds_these);
                std::iter::once(words.therapist).chain(holds).collect()
            }
        }
    }

    /// Who wrote a session, and who has reviewed it.
    pub fn credits(&self, session: &Session) -> String {
        let reviewed_by = session.reviewed_by.as_ref();
        self.made_by(session.by.as_ref(), reviewed_by, session.reviewed_on)
    }

    /// Who wrote something, and who has reviewed it and when.
    pub fn made_by(
        &self,
        by: Option<&Clean>,
        reviewed_by: Option<&Clean>,
        on: Option<Date>,
    ) -> String {
        let words = &self.library;
        let mut text = String::new();
        if let Some(by) = by {
            text = format!("{} {}. ", words.by, by.trim_end_matches('.'));
        }
        text + &self.reviewed(reviewed_by.map(|who| &**who), on)
    }

    /// How sure a page is, where its ideas come from, and who has reviewed it.
    pub fn about_page(&self, page: &Page) -> Vec<String> {
        let words = &self.pages;
        let sure = page.confidence.as_ref();
        let sure = sure.map(|sure| format!("{} {sure}", words.how_sure));
        let sources: Vec<&str> = page.sources.iter().map(|source| &**source).collect();
        let sources =
            (!sources.is_empty()).then(|| format!("{} {}", words.sources, sources.join("; ")));
        let reviewed = self.reviewed(page.reviewed_by.as_deref(), None);
        sure.into_iter().chain(sources).chain([reviewed]).collect()
    }

    /// Who has reviewed something, and when if that is known.
    pub fn reviewed(&self, who: Option<&str>, when: Option<Date>) -> String {
        let Some(who) = who else {
            return self.library.not_reviewed.to_owned();
        };
        written(|out| (self.library.reviewed)(out, who, when))
    }

    /// What the group of a session is called in the list.
    pub fn list_heading(&self, entry: &Entry) -> &'static str {
        let words = &self.library;
        match entry.origin {
            Origin::Own => words.own,
            Origin::BuiltIn => group_of(&entry.id).map_or(words.built_in, words.group),
        }
    }

    /// How to read the next page in plain mode, by its title.
    pub fn reads_on(&self, title: &str) -> String {
        written(|out| (self.pages.plain_next)(out, title))
    }

    /// The language of a session, where it is not the program's own.
    pub fn other_language(&self, session: &Session) -> Option<String> {
        self.language_beside(session.language.as_deref())
    }

    /// The language of a file, from the code it gives, where it is not the program's own.
    pub fn language_beside(&self, code: Option<&str>) -> Option<String> {
        if Language::of_file(code) == Some(self.language) {
            return None;
        }
        let code = code.unwrap_or(Language::English.code());
        Some(written(|out| (self.library.in_language)(out, code)))
    }

    /// Something that can be switched, and whether it is on.
    pub fn toggle(
        &self,
        toggle: Toggle,
        session: &Session,
        choices: &Choices,
        manner: Manner,
    ) -> String {
        let about = match toggle {
            Toggle::Holds | Toggle::Squeezes => String::new(),
            Toggle::AskedParts => {
                let names: Vec<&str> = parts_to_ask_for(session)
                    .into_iter()
                    .map(|n| &**n)
                    .collect();
                names.join(", ")
            }
            Toggle::WithoutOptional => {
                let length = length_without_optional(session, choices);
                match manner {
                    Manner::Seen => length.to_string(),
                    Manner::Spoken => self.length(length),
                }
            }
        };
        let is_on = toggle.is_on(choices);
        written(|out| (self.settle.toggle)(out, toggle, &about, is_on))
    }

    /// How long the phases of a breath are, where they are not as written.
    pub fn breath(&self, breath: Pattern) -> String {
        written(|out| (self.settle.breath)(out, breath))
    }

    /// A length, in full words.
    pub fn length(&self, length: Ms) -> String {
        written(|out| (self.plain.length)(out, length))
    }
}

impl CheckInWords {
    /// What a question can be answered with, in one line.
    pub fn answers(&self, answers: &Answers, manner: Manner) -> String {
        let between = match manner {
            Manner::Seen => " · ",
            Manner::Spoken => ", ",
        };
        match answers {
            Answers::Usual => self.usual.join(between),
            Answers::Words(words) => {
                let words: Vec<&str> = words.iter().map(|word| &**word).collect();
                words.join(between)
            }
            Answers::Numbers { low, high } => written(|out| (self.numbers)(out, low, high)),
        }
    }
}
