//! The pages to read that softly comes with: cards, and when to stop.

use super::{Kind, Part, key};

/// A page.
pub static PAGE: Part = Part {
    noun: "page",
    keys: &[
        key(
            "id",
            Kind::Text,
            "\"breath-and-floor\"",
            "The short name by which it is asked for.",
        )
        .needed(),
        key(
            "title",
            Kind::Title,
            "\"Breath and floor\"",
            "What it is called.",
        )
        .needed(),
        key(
            "sources",
            Kind::Texts,
            "[\"Talasz 2011\"]",
            "Where its ideas come from.",
        ),
        key(
            "confidence",
            Kind::Text,
            "\"High: measured directly, in few people.\"",
            "How sure it is, in plain words.",
        ),
        key(
            "reviewed-by",
            Kind::Words,
            "\"\"",
            "The clinician who has reviewed it; nobody where it is empty.",
        ),
        key(
            "part",
            Kind::Many(&PAGE_PART),
            "[[page.part]]",
            "A piece of its text.",
        )
        .needed(),
        key(
            "anatomical",
            Kind::Reworded,
            "{ \"low down\" = \"in the pelvic floor\" }",
            "Lines of the page, each with the one in plain anatomical words that stands for it.",
        ),
    ],
    synonyms: &[("name", "title"), ("parts", "part")],
    elsewhere: &[],
};

/// A piece of a page.
pub static PAGE_PART: Part = Part {
    noun: "part of a page",
    keys: &[
        key(
            "heading",
            Kind::Title,
            "\"Soon\"",
            "What stands above it, where a page has several.",
        ),
        key(
            "text",
            Kind::Texts,
            "[\"You don't have to feel this.\"]",
            "Its paragraphs.",
        ),
        key("list", Kind::Texts, "[\"An entry\"]", "Entries below them."),
        key(
            "after",
            Kind::Texts,
            "[\"Stopping is always fine.\"]",
            "Paragraphs below the entries.",
        ),
    ],
    synonyms: &[
        ("title", "heading"),
        ("paragraphs", "text"),
        ("entries", "list"),
    ],
    elsewhere: &[(
        &PAGE,
        "This belongs to the page: move it above the line [[page.part]].",
    )],
};

/// A file of pages.
pub static PAGES: Part = Part {
    noun: "file of pages",
    keys: &[key(
        "page",
        Kind::Many(&PAGE),
        "[[page]]",
        "A page to read.",
    )],
    synonyms: &[],
    elsewhere: &[],
};
