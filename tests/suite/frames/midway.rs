//! What is seen in the middle of a session: another anchor, the steps, a lighter version, a dark
//! screen; and what is there to choose before it.

use softly::timeline::Choices;

use super::*;

/// A screen by its name: the keys that lead to it from the set-up, and when it is looked at.
fn scenes() -> Vec<Scene> {
    let play = |keys: &[(f64, Key)]| [&[(-1.0, Key::Enter)], keys].concat();
    let (anchor, fade) = (Key::Char('a'), Key::Char('f'));
    let (steps, lighter) = (Key::Char('i'), Key::Char('x'));
    let elsewhere = [(62.0, anchor), (62.5, anchor)];
    vec![
        ("choices", vec![(0.0, Key::Tab)], 0.0),
        ("anchor", play(&elsewhere), 65.0),
        ("anchor-named", play(&elsewhere), 80.0),
        ("steps", play(&[(70.0, steps), (71.0, Key::Down)]), 72.0),
        ("steps-last", play(&[(70.0, steps), (71.0, Key::End)]), 72.0),
        ("lighter", play(&[(70.0, lighter)]), 71.0),
        (
            "lighter-other",
            play(&[(70.0, lighter), (71.0, Key::Right)]),
            72.0,
        ),
        ("going-dark", play(&[(70.0, fade)]), 72.0),
        ("dark", play(&[(70.0, fade)]), 90.0),
        ("stopped", play(&[(70.0, Key::Esc)]), 71.0),
    ]
}

/// An app at the set-up of a session with a pace, after some keys.
fn legs(look: Look, size: (u16, u16), keys: &[(f64, Key)]) -> App {
    let mut app = app(look, size, &[]);
    let session = app.session("legs-resting").expect("it comes with softly");
    app.settle(session, Choices::default());
    for (seconds, key) in keys {
        update(&mut app, Msg::Key(*key), at(*seconds));
    }
    app
}

#[test]
fn every_choice_on_the_way_is_as_it_was_when_somebody_last_looked() {
    for (name, keys, now) in scenes() {
        for size in SIZES {
            for (mode, look) in looks().into_iter().take(3) {
                is_as_before(name, size, mode, &legs(look, size, &keys), now);
            }
        }
    }
}

#[test]
fn every_choice_on_the_way_can_be_drawn_at_any_size() {
    let sizes = (0..=40).map(|n| (n * 3 % 97, n));
    for size in sizes.chain([(1, 1), (300, 2), (2, 90)]) {
        for (name, keys, now) in scenes() {
            let frame = frame(&legs(Look::default(), size, &keys), now);
            assert_eq!(frame.area.width, size.0, "{name}");
        }
    }
}

#[test]
fn a_screen_that_goes_dark_loses_its_light_little_by_little() {
    let (_, keys, _) = scenes().remove(7);
    let app = legs(Look::default(), (80, 24), &keys);
    let light = |now: f64| -> u64 {
        let light = |colour| match colour {
            ratatui::style::Color::Rgb(r, g, b) => u64::from(r) + u64::from(g) + u64::from(b),
            other => panic!("{other:?} cannot be darker"),
        };
        let frame = frame(&app, now);
        frame.content.iter().map(|cell| light(cell.bg)).sum()
    };
    let ground = |now: f64| frame(&app, now)[(0, 0)].bg;
    assert_eq!(ground(72.9), ground(70.0), "first there is time to read");
    let grounds: Vec<u64> = (0..60).map(|n| light(73.0 + f64::from(n) * 0.1)).collect();
    assert_eq!(light(79.0), 0);
    assert!(grounds[59] < grounds[40] && grounds[40] < grounds[0]);
}
