//! What is read over other screens: when to stop, the other safety pages, the cards.

use softly::language::Language;
use softly::pages::{Page, Set};
use softly::wording::Wording;

use super::*;

/// A screen by its name, and the keys that lead to it.
fn scenes() -> Vec<(&'static str, Vec<Key>)> {
    let w = Key::Char('w');
    let c = Key::Char('c');
    vec![
        ("when-to-stop", vec![w]),
        ("when-to-stop-further", vec![w, Key::PageDown]),
        ("when-to-get-help", vec![w, Key::Right]),
        ("cards", vec![c, Key::Down, Key::Down]),
        ("cards-last", vec![c, Key::End]),
        ("card", vec![c, Key::Enter]),
    ]
}

fn opened(look: Look, size: (u16, u16), keys: &[Key]) -> App {
    let keys: Vec<_> = keys.iter().map(|key| (0.0, *key)).collect();
    app(look, size, &keys)
}

#[test]
fn every_page_to_read_is_as_it_was_when_somebody_last_looked() {
    for (name, keys) in scenes() {
        for size in SIZES {
            for (mode, look) in looks().into_iter().take(3) {
                is_as_before(name, size, mode, &opened(look, size, &keys), 0.0);
            }
        }
    }
}

#[test]
fn every_page_to_read_can_be_drawn_at_any_size() {
    let sizes = (0..=40).map(|n| (n * 3 % 97, n));
    for size in sizes.chain([(1, 1), (300, 2), (2, 90)]) {
        for (name, keys) in scenes() {
            let mut app = opened(Look::default(), size, &keys);
            for key in [Key::End, Key::PageDown, Key::PageDown, Key::Up, Key::Right] {
                assert_eq!(frame(&app, 0.0).area.width, size.0, "{name}");
                update(&mut app, Msg::Key(key), at(0.0));
            }
        }
    }
}

/// Everything that can be read on a page of an app, scrolled from its beginning to its end.
fn read_through(app: &mut App) -> String {
    let mut rows: Vec<String> = Vec::new();
    for _ in 0..300 {
        for row in text(&frame(app, 0.0), false).lines() {
            if rows.last().is_none_or(|last| last != row) {
                rows.push(row.to_owned());
            }
        }
        update(app, Msg::Key(Key::Down), at(0.0));
    }
    rows.join(" ")
}

/// The long words of a page, which are found wherever a row is broken.
fn words(page: &Page) -> Vec<String> {
    let texts = page.blocks().map(|block| block.text().to_string());
    let texts: Vec<String> = texts.chain([page.title.to_string()]).collect();
    let words = texts.iter().flat_map(|text| text.split_whitespace());
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let fits = |word: &&str| (5..=16).contains(&word.len());
    words.filter(fits).map(ToOwned::to_owned).collect()
}

#[test]
fn all_of_every_page_can_be_read_in_the_smallest_window() {
    for (set, way) in [
        (Set::Safety, vec![Key::Char('w')]),
        (Set::Cards, vec![Key::Char('c'), Key::Enter]),
    ] {
        let mut app = opened(Look::default(), (20, 6), &way);
        for page in set.pages(Language::English) {
            let read = read_through(&mut app);
            for word in words(page) {
                assert!(read.contains(&word), "{} without {word}: {read}", page.id);
            }
            assert!(read.contains("Not yet"), "{}", page.id);
            update(&mut app, Msg::Key(Key::Right), at(0.0));
        }
    }
}

#[test]
fn when_to_stop_begins_with_the_first_reasons_at_every_size() {
    let page = softly::pages::when_to_stop(Language::English).expect("it comes with softly");
    let first = page.parts[0].list[0].split(' ').next().unwrap_or_default();
    for size in SIZES {
        let shown = text(
            &frame(&opened(Look::default(), size, &[Key::Char('w')]), 0.0),
            false,
        );
        assert!(shown.contains(&*page.title), "{size:?}: {shown}");
        assert!(shown.contains(first), "{size:?}: {shown}");
    }
}

#[test]
fn pages_are_read_in_the_words_that_were_chosen() {
    let page = softly::pages::when_to_stop(Language::English).expect("it comes with softly");
    let Some((neutral, anatomical)) = page.rewording.lines().next() else {
        return;
    };
    for (wording, here, not) in [
        (Wording::Neutral, neutral, anatomical),
        (Wording::Anatomical, anatomical, neutral),
    ] {
        let mut app = opened(Look::default(), (120, 90), &[Key::Char('w')]);
        app.wording = wording;
        let shown = text(&frame(&app, 0.0), false);
        assert!(
            shown.contains(&**here) && !shown.contains(&**not),
            "{shown}"
        );
    }
}
