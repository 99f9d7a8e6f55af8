//! Weeks of practice: a programme, its weeks, and what a week invites to.

use super::step::STEP;
use super::{Kind, Part, key};
use crate::script::limits::INVITED_TIMES;
use crate::session::Strand;

/// The whole programme: everything above the first `[[week]]`.
pub static PROGRAMME: Part = Part {
    noun: "programme",
    keys: &[
        key(
            "softly-programme",
            Kind::Number(1, 1),
            "1",
            "The first line of every programme. It says that this is one, and in which format.",
        )
        .needed(),
        key(
            "title",
            Kind::Title,
            "\"Four quiet weeks\"",
            "What the programme is called.",
        )
        .needed(),
        key(
            "id",
            Kind::Text,
            "\"four-quiet-weeks\"",
            "A short name with small letters, digits and hyphens. Without it, the file's own name counts.",
        ),
        key(
            "by",
            Kind::Text,
            "\"Jane Doe, pelvic health physiotherapist\"",
            "Who wrote it.",
        ),
        key(
            "language",
            Kind::Language,
            "\"en\"",
            "The language of its words, by its short code. English without this line.",
        ),
        key(
            "about",
            Kind::Text,
            "\"Four weeks of rest, at your own pace.\"",
            "What it is for, in a line or two.",
        ),
        key(
            "strands",
            Kind::Several(&Strand::NAMES),
            "[\"downtraining\", \"breathwork\"]",
            "The strands of pelvic-floor care that it belongs to.",
        ),
        key(
            "sources",
            Kind::Texts,
            "[\"Talasz 2011, doi 10.1007/s00192-010-1240-z\"]",
            "Where its ideas come from.",
        ),
        key(
            "reviewed-by",
            Kind::Words,
            "\"\"",
            "The clinician who has read it. Empty or left out, it is shown as not yet reviewed.",
        ),
        key(
            "reviewed-on",
            Kind::Date,
            "2026-11-22",
            "The day of that review: year, month, day.",
        ),
        key(
            "week",
            Kind::Many(&WEEK),
            "[[week]]",
            "The weeks, in order. Each begins with a line that says [[week]].",
        )
        .needed(),
    ],
    synonyms: &[
        ("softly", "softly-programme"),
        ("softly-program", "softly-programme"),
        ("programme", "softly-programme"),
        ("program", "softly-programme"),
        ("version", "softly-programme"),
        ("format", "softly-programme"),
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
        ("reference", "sources"),
        ("references", "sources"),
        ("source", "sources"),
        ("reviewer", "reviewed-by"),
        ("reviewed", "reviewed-by"),
        ("review-date", "reviewed-on"),
        ("reviewed-at", "reviewed-on"),
        ("lang", "language"),
        ("locale", "language"),
        ("strand", "strands"),
        ("tags", "strands"),
        ("weeks", "week"),
        ("stage", "week"),
        ("phase", "week"),
        ("part", "week"),
    ],
    elsewhere: &[
        (
            &WEEK,
            "This belongs to a week: move it below a line that says [[week]].",
        ),
        (
            &STEP,
            "This belongs to a session, which has a file of its own. A programme names sessions.",
        ),
    ],
};

/// One week: everything below a `[[week]]`.
pub static WEEK: Part = Part {
    noun: "week",
    keys: &[
        key(
            "title",
            Kind::Title,
            "\"Meeting the breath\"",
            "What the week is called.",
        )
        .needed(),
        key(
            "about",
            Kind::Text,
            "\"Short practices, lying or sitting.\"",
            "What this week is for, in a line or two.",
        ),
        key(
            "gate",
            Kind::Choice(&["none", "therapist"]),
            "\"therapist\"",
            "Whether it is meant to be chosen together with a therapist. Until that is so, it shows what stands after `otherwise`.",
        ),
        key(
            "invite",
            Kind::Many(&INVITATION),
            "[{ session = \"legs-resting\", times = 2 }]",
            "What the week invites to: a list, each in curly brackets.",
        )
        .needed(),
        key(
            "otherwise",
            Kind::Many(&INVITATION),
            "[{ session = \"legs-resting\", times = 2 }]",
            "What it invites to for as long as no therapist has chosen it, too. Goes with `gate`.",
        ),
        key(
            "cards",
            Kind::Texts,
            "[\"breath-and-floor\"]",
            "The cards to read, by their names.",
        ),
        key(
            "ask",
            Kind::Text,
            "\"Which place was easiest to notice?\"",
            "A question for oneself. No answer is kept.",
        ),
    ],
    synonyms: &[
        ("name", "title"),
        ("heading", "title"),
        ("description", "about"),
        ("summary", "about"),
        ("intro", "about"),
        ("purpose", "about"),
        ("invites", "invite"),
        ("invitation", "invite"),
        ("invitations", "invite"),
        ("sessions", "invite"),
        ("practices", "invite"),
        ("else", "otherwise"),
        ("fallback", "otherwise"),
        ("instead", "otherwise"),
        ("without-therapist", "otherwise"),
        ("card", "cards"),
        ("read", "cards"),
        ("reading", "cards"),
        ("question", "ask"),
        ("check-in", "ask"),
    ],
    elsewhere: &[
        (
            &INVITATION,
            "This belongs to an invitation: invite = [{ session = \"legs-resting\", times = 2 }]",
        ),
        (
            &PROGRAMME,
            "This belongs to the whole programme: move it above the first [[week]].",
        ),
    ],
};

/// Something that a week invites to.
pub static INVITATION: Part = Part {
    noun: "invitation",
    keys: &[
        key(
            "session",
            Kind::Texts,
            "\"legs-resting\"",
            "A session, by its name. With a list of them, any will do.",
        ),
        key(
            "say",
            Kind::Text,
            "\"A favourite, once or twice.\"",
            "An invitation in words alone, in place of a session.",
        ),
        key(
            "external",
            Kind::Text,
            "\"The bridge, as we practised it.\"",
            "The therapist's own exercise, as text, in place of a session.",
        ),
        key(
            "times",
            Kind::Often(1, INVITED_TIMES),
            "\"2-3\"",
            "How often, as an invitation. softly counts nothing.",
        ),
        key(
            "when",
            Kind::Text,
            "\"when it comes to mind\"",
            "When, in a few words.",
        ),
        key(
            "note",
            Kind::Text,
            "\"Any version of the position is fine.\"",
            "One more line about it.",
        ),
        key(
            "shorter",
            Kind::Flag,
            "true",
            "The session opens without its optional parts.",
        ),
        key(
            "own-pace",
            Kind::Flag,
            "true",
            "The session opens at the person's own pace.",
        ),
    ],
    synonyms: &[
        ("sessions", "session"),
        ("practice", "session"),
        ("play", "session"),
        ("id", "session"),
        ("text", "say"),
        ("words", "say"),
        ("exercise", "external"),
        ("own-exercise", "external"),
        ("count", "times"),
        ("often", "times"),
        ("how-often", "times"),
        ("repeat", "times"),
        ("remark", "note"),
        ("short", "shorter"),
        ("half", "shorter"),
        ("without-optional", "shorter"),
        ("pace", "own-pace"),
    ],
    elsewhere: &[
        (
            &WEEK,
            "This belongs to the week: move it out of the curly brackets, to a line of its own.",
        ),
        (
            &PROGRAMME,
            "This belongs to the whole programme: move it above the first [[week]].",
        ),
    ],
};
