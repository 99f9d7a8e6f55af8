//! What is seen of the settings: over a list, over a session, where they cannot be kept.

use softly::app::App;

use super::*;

const DOWN: Key = Key::Down;

/// A screen by its name, and the keys that lead to it.
fn scenes() -> Vec<(&'static str, Vec<Key>)> {
    let s = Key::Char('s');
    vec![
        ("settings", vec![s]),
        ("settings-orb", vec![s, Key::Right]),
        ("settings-motion-none", vec![s, DOWN, DOWN, Key::Left]),
        ("settings-last", vec![s, Key::End]),
    ]
}

fn opened(look: Look, size: (u16, u16), keys: &[Key]) -> App {
    let keys: Vec<_> = keys.iter().map(|key| (0.0, *key)).collect();
    app(look, size, &keys)
}

#[test]
fn the_settings_are_as_they_were_when_somebody_last_looked() {
    for (name, keys) in scenes() {
        for size in SIZES {
            for (mode, look) in looks().into_iter().take(3) {
                is_as_before(name, size, mode, &opened(look, size, &keys), 0.0);
            }
        }
    }
}

#[test]
fn the_settings_can_be_drawn_at_any_size() {
    let sizes = (0..=40).map(|n| (n * 3 % 97, n));
    for size in sizes.chain([(1, 1), (300, 2), (2, 90)]) {
        for (name, keys) in scenes() {
            let app = opened(Look::default(), size, &keys);
            assert_eq!(frame(&app, 0.0).area.width, size.0, "{name}");
        }
    }
}

#[test]
fn what_is_not_kept_is_said_at_every_size() {
    for (size, said) in
        SIZES
            .into_iter()
            .zip(["until softly closes", "only for now", "only for now"])
    {
        for private in [false, true] {
            let mut app = opened(Look::default(), size, &[Key::Char('s')]);
            app.private = private;
            let shown = text(&frame(&app, 0.0), false);
            assert_eq!(shown.contains(said), private, "{size:?}: {shown}");
            assert_eq!(
                shown.contains("softly forget"),
                !private && size == (80, 24)
            );
        }
    }
}

#[test]
fn every_setting_is_come_to_and_told_in_the_smallest_window() {
    let mut app = opened(Look::default(), (20, 6), &[Key::Char('s')]);
    let mut seen = String::new();
    for _ in 0..20 {
        seen += &text(&frame(&app, 0.0), false);
        update(&mut app, Msg::Key(DOWN), at(0.0));
    }
    for name in [
        "Picture", "Colours", "Motion", "Detail", "Sound", "Remember", "Words",
    ] {
        assert!(seen.contains(&format!("› {name}")), "{name}");
    }
}
