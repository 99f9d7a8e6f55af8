//! What a key costs in a list of ten thousand sessions: moving, and typing what is searched for.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use softly::app::{App, Entry, Msg, Origin, entry_from_text, update};
use softly::key::Key;
use softly::settings::Settings;
use softly::time::Now;
use softly::view::{Look, draw};
use softly::words::ENGLISH;

const SESSIONS: usize = 10_000;

/// As many sessions of a person's own, like the ones that come with softly.
fn shelf() -> Vec<Entry> {
    let files = softly::library::built_in(softly::language::Language::English);
    let named = |(number, file): (usize, &softly::library::BuiltIn)| {
        entry_from_text(&format!("{}-{number}", file.id), file.text, Origin::Own)
    };
    let endless = files.iter().cycle().take(SESSIONS).enumerate();
    endless.map(named).collect()
}

/// The list, and the keys pressed in it; then one more key, and the frame after it.
fn keys(c: &mut Criterion, shelf: &[Entry], name: &str, before: &str, key: Key) {
    let area = Rect::new(0, 0, 80, 24);
    let now = Now::after(Duration::from_secs(1));
    let opened = || {
        let mut app = App::new(Look::default(), &ENGLISH, Settings::default());
        app.shelf = shelf.to_vec();
        for letter in before.chars() {
            update(&mut app, Msg::Key(Key::Char(letter)), now);
        }
        (app, Buffer::empty(area))
    };
    c.bench_function(name, |b| {
        b.iter_batched_ref(
            opened,
            |(app, cells)| {
                update(app, Msg::Key(key), now);
                draw(black_box(app), now, area, cells);
            },
            BatchSize::LargeInput,
        );
    });
}

fn list(c: &mut Criterion) {
    let shelf = shelf();
    keys(c, &shelf, "down", "", Key::Down);
    keys(c, &shelf, "to the end", "", Key::End);
    keys(c, &shelf, "the first letter", "/", Key::Char('r'));
    keys(c, &shelf, "the fifth letter", "/rest", Key::Char('i'));
    keys(c, &shelf, "a second word", "/resting on ", Key::Char('p'));
}

criterion_group! {
    name = lists;
    config = Criterion::default().sample_size(20);
    targets = list
}
criterion_main!(lists);
