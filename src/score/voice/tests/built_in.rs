//! Every session that comes with softly, in every language and at every pace: no word is said while
//! the breath turns.

use super::*;
use crate::language::Language;
use crate::library;
use crate::script;
use crate::timeline::{Anchor, Pace};

/// The slowest, the usual and the fastest pace.
fn paces() -> [Pace; 3] {
    let end = |next: fn(Pace) -> Pace| {
        let mut pace = Pace::default();
        for _ in 0..50 {
            pace = next(pace);
        }
        pace
    };
    [end(Pace::shorter), Pace::default(), end(Pace::longer)]
}

/// How often lines are told in each way.
#[derive(Default)]
struct Count([usize; 5]);

impl Count {
    fn add(&mut self, voice: &Voice) {
        for line in voice.placed() {
            self.0[line.how as usize] += 1;
        }
    }
}

/// Nothing at all sounds around a turn, whatever the voice says of itself.
fn is_silent_around_turns(timeline: &Timeline, voice: &Voice) -> bool {
    let paced = timeline.segments().iter().filter(|segment| {
        !matches!(
            segment.activity,
            crate::timeline::Activity::Quiet | crate::timeline::Activity::OwnPace
        )
    });
    let frame = |at| Score::frame_at(at, voice.rate);
    paced.map(|segment| segment.onset).all(|turn| {
        let from = frame(turn - Ms(240));
        let length = (frame(turn + Ms(340)) - from) as usize;
        peak(&heard(voice, from, length)) == 0.0
    })
}

#[test]
fn no_line_is_said_while_the_breath_turns() {
    let mut told = String::new();
    for language in Language::ALL {
        for script in library::built_in(language) {
            let session = script::check(script.text, script.id).session.unwrap();
            let mut count = Count::default();
            let mut voice: Option<Voice> = None;
            for pace in paces() {
                let choices = Choices {
                    pace,
                    holds: true,
                    squeezes: true,
                    asked_parts: true,
                    ..Choices::default()
                };
                let timeline = compile(&session, &choices);
                let placed = Voice::new(&timeline, &aloud(&timeline), 8000);
                assert_eq!(placed.collisions(&timeline), 0, "{}", script.id);
                assert!(is_silent_around_turns(&timeline, &placed), "{}", script.id);
                if pace == Pace::default() {
                    count.add(&placed);
                }
                voice = Some(placed);
            }
            assert!(voice.is_some());
            let [whole, moved, cut, signalled, unsaid] = count.0;
            assert_eq!(unsaid, 0, "{}", script.id);
            let id = format!("{} {}", language.code(), script.id);
            writeln!(told, "{id:32} {whole:3} {moved:3} {cut:3} {signalled:3}").unwrap();
        }
    }
    println!("{told}");
}

#[test]
fn with_another_anchor_everything_is_said_whole() {
    for script in library::built_in(Language::English) {
        let session = script::check(script.text, script.id).session.unwrap();
        let choices = Choices {
            anchor: Anchor::Feet,
            ..Choices::default()
        };
        let timeline = compile(&session, &choices);
        let voice = Voice::new(&timeline, &aloud(&timeline), 8000);
        let lines = timeline.lines().len() + timeline.anchor_lines().len();
        assert_eq!(voice.placed().len(), lines, "{}", script.id);
        let whole = |line: &&Placed| line.how == How::Whole;
        let count = voice.placed().iter().filter(whole).count();
        assert_eq!(count, lines, "{}", script.id);
    }
}
