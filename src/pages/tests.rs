//! The pages that softly comes with: nothing wrong with them, in plain and kind words.

use super::*;
use crate::advice::words::{Purpose, look};
use crate::diagnostic::Rule;

/// The words of a page that are counted and looked at: its title, and what stands below it.
fn texts(page: &Page) -> Vec<&Clean> {
    let blocks = page.blocks().map(Block::text);
    std::iter::once(&page.title).chain(blocks).collect()
}

#[test]
fn nothing_is_wrong_with_the_built_in_pages() {
    for language in Language::ALL {
        for set in [Set::Cards, Set::Safety] {
            let (_, found) = read_pages(file(set, language));
            assert_eq!(found, [], "{language:?}");
        }
        assert_eq!(all(language).count(), 14, "each page once");
        assert_eq!(&*when_to_stop(language).unwrap().id, WHEN_TO_STOP);
        for page in all(language) {
            assert!(page.blocks().count() > 1, "{}", page.id);
        }
    }
    assert_eq!(
        Set::Cards.names().collect::<Vec<_>>(),
        [
            "breath-and-floor",
            "easy-not-big",
            "nothing-felt-is-fine",
            "why-holding-happens",
            "you-choose-the-anchor",
            "bowel",
            "bladder",
            "everyday-holding",
            "about-squeezing",
            "what-a-pelvic-pt-can-do",
            "yes-no-and-not-today",
            "when-to-get-help",
        ]
    );
    assert!(Set::Safety.names().eq(IN_TURN));
}

#[test]
fn every_language_has_the_same_pages() {
    let shape = |page: &Page| {
        let counted = |part: &Part| {
            let lists = [&part.text, &part.list, &part.after];
            (part.heading.is_some(), lists.map(Vec::len))
        };
        let parts: Vec<_> = page.parts.iter().map(counted).collect();
        let reworded = page.rewording.lines().count();
        (page.id.clone(), parts, page.sources.len(), reworded)
    };
    let english: Vec<_> = all(Language::English).map(shape).collect();
    for language in Language::ALL {
        let other: Vec<_> = all(language).map(shape).collect();
        assert_eq!(other, english, "{language:?}");
        for (page, english) in all(language).zip(all(Language::English)) {
            let same = page.blocks().zip(english.blocks());
            let same = same.filter(|(one, other)| one.text() == other.text());
            let untold = language == Language::English || same.count() == 0;
            assert!(untold, "{} is not in {language:?}", page.id);
        }
    }
}

/// The words of a card, counted as they are read. German has longer words and fewer of them.
#[test]
fn a_card_is_read_in_a_minute() {
    for page in Language::ALL
        .iter()
        .flat_map(|each| read(Set::Cards, *each))
    {
        let words = page.blocks().map(|block| block.text().split(' ').count());
        let words: usize = words.sum();
        assert!(words <= 150, "{}: {words} words", page.id);
    }
}

#[test]
fn every_card_says_how_sure_it_is_and_nobody_has_reviewed_one_yet() {
    for language in Language::ALL {
        for page in read(Set::Cards, language) {
            assert!(page.confidence.is_some(), "{}", page.id);
            assert!(!page.sources.is_empty(), "{}", page.id);
        }
        for page in all(language) {
            assert_eq!(page.reviewed_by, None, "{}", page.id);
        }
    }
}

#[test]
fn the_words_of_the_pages_keep_to_the_guide() {
    for language in Language::ALL {
        for page in read(Set::Cards, language) {
            let anatomical = page.rewording.lines().map(|(_, text)| text);
            for text in texts(page).into_iter().chain(anatomical) {
                let mut found = look(text, Purpose::About, None, language);
                // A card says who took part in a study.
                found.retain(|found| found.rule != Rule::Naming);
                assert_eq!(found, [], "{}: {text}", page.id);
            }
        }
        // Here plain words may save somebody trouble.
        for page in read(Set::Safety, language) {
            for text in texts(page) {
                let found = look(text, Purpose::Safety, None, language);
                assert_eq!(found, [], "{}: {text}", page.id);
            }
        }
        for text in all(language).flat_map(texts) {
            let quotes = match language {
                Language::English => &['’', '‘', '“', '”', '„'][..],
                Language::German => &['’', '‘', '"', '”'],
            };
            assert!(!text.contains(quotes), "{text}");
            for sentence in text.split(['.', '?', '!']) {
                let words = sentence.split_whitespace().count();
                assert!(words <= 20, "{words} words: {sentence}");
            }
        }
    }
}

#[test]
fn every_line_in_other_words_is_on_its_page() {
    for page in Language::ALL.into_iter().flat_map(all) {
        let texts = texts(page);
        for (neutral, anatomical) in page.rewording.lines() {
            assert!(texts.contains(&neutral), "{}: {neutral}", page.id);
            let worded = page.worded(Wording::Anatomical);
            let said = worded.blocks().any(|block| block.text() == anatomical);
            assert!(said || worded.title == *anatomical, "{anatomical}");
        }
        assert_eq!(page.worded(Wording::Neutral).as_ref(), page);
    }
}

#[test]
fn entries_stand_close_and_paragraphs_apart() {
    let text = Clean::from_shown("x");
    let (heading, paragraph, entry) = (
        Block::Heading(&text),
        Block::Text(&text),
        Block::Entry(&text),
    );
    let table = [
        (heading, paragraph, false),
        (heading, entry, false),
        (paragraph, paragraph, true),
        (paragraph, entry, false),
        (paragraph, heading, true),
        (entry, entry, false),
        (entry, paragraph, true),
        (entry, heading, true),
    ];
    for (above, below, apart) in table {
        assert_eq!(below.stands_apart_from(above), apart, "{above:?} {below:?}");
    }
}
