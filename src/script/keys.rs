//! The names that can stand before an equals sign, by the part of the file they belong to, and
//! what somebody meant who wrote another one.
//!
//! A name of the format that this version cannot use yet is listed as `later`; to make it work,
//! move it to `ready` and read it in `read`. Reading a name that is not in `ready` fails a test.

use super::suggest;

/// A part of the file that has names of its own.
#[derive(Debug)]
pub(super) struct Part {
    /// What it is called in messages: "a step", without the article.
    pub(super) noun: &'static str,
    /// The names that are read.
    pub(super) ready: &'static [&'static str],
    /// The names that belong to the format, but are not read yet.
    pub(super) later: &'static [&'static str],
    /// What people write, and what they mean by it.
    synonyms: &'static [(&'static str, &'static str)],
    /// Other parts whose names turn up here by mistake, and where those names go.
    elsewhere: &'static [(&'static Part, &'static str)],
}

/// The whole session: everything above the first `[[step]]`.
pub(super) static SESSION: Part = Part {
    noun: "session",
    ready: &[
        "softly",
        "title",
        "id",
        "by",
        "about",
        "sources",
        "reviewed-by",
        "position",
        "cautions",
        "stop-if",
        "holds",
        "shortest",
        "longest",
        "step",
    ],
    later: &[
        "menu-title",
        "language",
        "reviewed-on",
        "gate",
        "check-in",
        "sounds",
        "own-position",
    ],
    synonyms: &[
        ("name", "title"),
        ("heading", "title"),
        ("author", "by"),
        ("writer", "by"),
        ("therapist", "by"),
        ("from", "by"),
        ("description", "about"),
        ("summary", "about"),
        ("purpose", "about"),
        ("intro", "about"),
        ("warning", "cautions"),
        ("care", "cautions"),
        ("warnings", "cautions"),
        ("contraindications", "cautions"),
        ("reference", "sources"),
        ("references", "sources"),
        ("source", "sources"),
        ("pose", "position"),
        ("reviewer", "reviewed-by"),
        ("reviewed", "reviewed-by"),
        ("stop", "stop-if"),
        ("stop-when", "stop-if"),
        ("hold", "holds"),
        ("min", "shortest"),
        ("minimum", "shortest"),
        ("max", "longest"),
        ("maximum", "longest"),
        ("version", "softly"),
        ("format", "softly"),
        ("lang", "language"),
        ("music", "sounds"),
        ("stage", "step"),
        ("steps", "step"),
        ("part", "step"),
        ("block", "step"),
        ("section", "step"),
        ("phase", "step"),
    ],
    elsewhere: &[(
        &STEP,
        "This belongs to a step: move it below a line that says [[step]].",
    )],
};

/// A step.
pub(super) static STEP: Part = Part {
    noun: "step",
    ready: &[
        "title", "say", "at", "fixed", "rest", "breathe", "ramp-to", "for", "times", "cues",
        "ground",
    ],
    later: &[
        "scan",
        "each",
        "stretch",
        "sides",
        "swap",
        "contract",
        "wait",
        "external",
        "repeat",
        "steps",
        "skip-last",
        "voice",
        "position",
        "optional",
        "note",
    ],
    synonyms: &[
        ("name", "title"),
        ("heading", "title"),
        ("text", "say"),
        ("line", "say"),
        ("prompt", "say"),
        ("words", "say"),
        ("message", "say"),
        ("duration", "for"),
        ("length", "for"),
        ("time", "for"),
        ("minutes", "for"),
        ("seconds", "for"),
        ("mins", "for"),
        ("min", "for"),
        ("secs", "for"),
        ("sec", "for"),
        ("reps", "times"),
        ("count", "times"),
        ("rounds", "times"),
        ("breaths", "times"),
        ("cycles", "times"),
        ("pause", "rest"),
        ("quiet", "rest"),
        ("silence", "rest"),
        ("breath", "breathe"),
        ("breathing", "breathe"),
        ("pattern", "breathe"),
        ("ramp", "ramp-to"),
        ("to", "ramp-to"),
        ("sense", "ground"),
        ("notice", "ground"),
        ("grounding", "ground"),
        ("kegel", "contract"),
        ("squeeze", "contract"),
        ("loop", "repeat"),
        ("body-scan", "scan"),
        ("audio", "voice"),
        ("comment", "note"),
        ("pose", "position"),
    ],
    elsewhere: &[
        (
            &SESSION,
            "This belongs to the whole session: move it above the first [[step]].",
        ),
        (
            &BREATH,
            "This belongs inside the breath, for example breathe = { in = 4, out = 6 }.",
        ),
    ],
};

/// One breath: `{ in = 4, out = 6 }`.
pub(super) static BREATH: Part = Part {
    noun: "breath",
    ready: &["in", "hold", "out", "rest"],
    later: &["sip"],
    synonyms: &[
        ("inhale", "in"),
        ("breathe-in", "in"),
        ("breath-in", "in"),
        ("inspire", "in"),
        ("exhale", "out"),
        ("breathe-out", "out"),
        ("breath-out", "out"),
        ("expire", "out"),
        ("hold-in", "hold"),
        ("retain", "hold"),
        ("hold-out", "rest"),
        ("hold-after", "rest"),
        ("pause", "rest"),
        ("empty", "rest"),
    ],
    elsewhere: &[(
        &STEP,
        "This belongs to the step: move it out of the curly brackets, to a line of its own.",
    )],
};

/// The lines that go with the phases of a breath.
pub(super) static CUES: Part = Part {
    noun: "set of cues",
    ready: BREATH.ready,
    later: &[],
    synonyms: BREATH.synonyms,
    elsewhere: BREATH.elsewhere,
};

/// A position of the catalogue.
pub(super) static POSITION: Part = Part {
    noun: "position",
    ready: &[
        "id", "title", "set-up", "props", "lighter", "cautions", "way-out", "screen",
    ],
    later: &[],
    synonyms: &[
        ("name", "title"),
        ("setup", "set-up"),
        ("easier", "lighter"),
        ("out", "way-out"),
    ],
    elsewhere: &[],
};

/// The catalogue of positions.
pub(super) static CATALOGUE: Part = Part {
    noun: "catalogue of positions",
    ready: &["position"],
    later: &[],
    synonyms: &[],
    elsewhere: &[],
};

/// The things a step can do, of which it does exactly one.
pub(super) const ACTIONS: [&str; 3] = ["rest", "breathe", "ground"];

/// The things a step will be able to do.
pub(super) const LATER_ACTIONS: [&str; 6] =
    ["scan", "stretch", "contract", "wait", "external", "repeat"];

/// What a name means in a part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It is read.
    Ready,
    /// The author's own; it is left alone.
    Own,
    /// It belongs to the format, but is not read yet.
    Later(&'static str),
    /// It belongs to another part, and this is where it goes.
    Elsewhere(&'static str),
    /// It is a slip, or another word, for one that is read.
    Instead(&'static str),
    /// It is not known.
    Unknown,
}

impl Part {
    /// What somebody meant who wrote `name` here.
    pub(super) fn meaning(&self, name: &str) -> Meaning {
        if self.ready.contains(&name) {
            return Meaning::Ready;
        }
        if name.starts_with("x-") {
            return Meaning::Own;
        }
        let plain = name.trim().to_lowercase().replace(['_', ' '], "-");
        if let Some(found) = self.own(&plain) {
            return found;
        }
        let synonym = self.synonyms.iter().find(|(word, _)| *word == plain);
        if let Some(found) = synonym.and_then(|(_, meant)| self.own(meant)) {
            return found;
        }
        let elsewhere = self
            .elsewhere
            .iter()
            .find(|(part, _)| part.ready.contains(&name) || part.later.contains(&name));
        if let Some((_, place)) = elsewhere {
            return Meaning::Elsewhere(place);
        }
        let all = self.ready.iter().chain(self.later).copied();
        suggest::nearest(&plain, all)
            .and_then(|meant| self.own(meant))
            .unwrap_or(Meaning::Unknown)
    }

    fn own(&self, name: &str) -> Option<Meaning> {
        let find = |names: &'static [&'static str]| names.iter().find(|known| **known == name);
        find(self.ready)
            .map(|known| Meaning::Instead(known))
            .or_else(|| find(self.later).map(|known| Meaning::Later(known)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_leads_to_what_they_mean() {
        let table = [
            (&STEP, "for", Meaning::Ready),
            (&STEP, "For", Meaning::Instead("for")),
            (&STEP, "ramp_to", Meaning::Instead("ramp-to")),
            (&STEP, "duration", Meaning::Instead("for")),
            (&STEP, "breath", Meaning::Instead("breathe")),
            (&STEP, "kegel", Meaning::Later("contract")),
            (&STEP, "scan", Meaning::Later("scan")),
            (&STEP, "x-room", Meaning::Own),
            (&STEP, "quux", Meaning::Unknown),
            (&SESSION, "author", Meaning::Instead("by")),
            (&SESSION, "steps", Meaning::Instead("step")),
            (&SESSION, "titel", Meaning::Instead("title")),
            (&BREATH, "inhale", Meaning::Instead("in")),
            (&BREATH, "pause", Meaning::Instead("rest")),
        ];
        for (part, name, meaning) in table {
            assert_eq!(part.meaning(name), meaning, "{name} in a {}", part.noun);
        }
        for (part, name) in [
            (&STEP, "by"),
            (&SESSION, "for"),
            (&BREATH, "times"),
            (&STEP, "out"),
        ] {
            assert!(
                matches!(part.meaning(name), Meaning::Elsewhere(_)),
                "{name}"
            );
        }
    }

    #[test]
    fn every_synonym_leads_somewhere() {
        for part in [&SESSION, &STEP, &BREATH, &CUES, &POSITION] {
            for (word, meant) in part.synonyms {
                assert!(
                    part.own(meant).is_some(),
                    "{word} -> {meant} in a {}",
                    part.noun
                );
                assert!(part.own(word).is_none(), "{word} is a name itself");
            }
        }
    }
}
