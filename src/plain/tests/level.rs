//! How much is said: every phase, every part, or nothing but what one has to know.

use super::*;
use crate::session::sample::everything;

/// Everything that is heard from Enter on, by somebody who goes on wherever it waits.
fn heard(announce: Announce) -> String {
    let mut app = app(announce);
    let choices = Choices {
        squeezes: true,
        ..Choices::default()
    };
    app.settle(Arc::new(everything()), choices);
    let mut ear = Ear::new(app, FOR_ONE);
    let before = ear.heard.len();
    ear.types("");
    while !ear.talk.is_done() {
        ear.waits(600.0);
        if !ear.talk.is_done() {
            ear.types("");
        }
    }
    ear.heard[before..].join("\n")
}

#[test]
fn by_part_the_breath_is_not_called() {
    insta::assert_snapshot!(heard(Announce::Part));
}

#[test]
fn with_nothing_announced_one_hears_what_one_has_to_know() {
    insta::assert_snapshot!(heard(Announce::None));
}

#[test]
fn each_says_less_than_the_one_before_it() {
    let all = [Announce::Phase, Announce::Part, Announce::None];
    let lines = all.map(|announce| heard(announce).lines().count());
    assert!(lines.is_sorted_by(|more, fewer| more > fewer), "{lines:?}");
    for announce in all {
        assert!(heard(announce).contains("Thank you for being here."));
    }
}
