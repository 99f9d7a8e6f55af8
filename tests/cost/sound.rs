//! What playing costs on the device's own thread: time, and nothing else.

use std::sync::Arc;
use std::time::Duration;

use allocation_counter::{AllocationInfo, measure};
use softly::player::{Player, Why};
use softly::score::{Aside, Bed, Clip, Ensemble, Mix, Score, Told, Volume};
use softly::script;
use softly::shell::clock::Clock;
use softly::shell::sound::{Live, Seat};
use softly::text::Clean;
use softly::timeline::{Choices, Pace};

const RATE: u32 = 48_000;
const BREATHS: &str = "
softly = 1
title = 'Breaths'
[[step]]
breathe = { in = 4, out = 5, rest = 1 }
times = 60
say = 'In and out.'
";

/// Everything that a person can hear at once.
fn ensembles() -> [Ensemble; 2] {
    let hum: Vec<i16> = (0..24_000).map(|n| (n % 200 - 100) * 50).collect();
    let hum = Clip::mono(RATE, hum);
    let mut all = Ensemble {
        lines: [(Clean::from_shown("In and out."), hum.clone())].into(),
        step: Some(hum.clone()),
        end: Some(hum),
        ..Ensemble::default()
    };
    all.mix.voice_volume = Volume::FULL;
    let quiet = Ensemble {
        mix: Mix {
            bed: Some(Bed::Rain),
            breath_volume: Volume::of(4),
            ..Mix::default()
        },
        ..Ensemble::default()
    };
    [all, quiet]
}

fn told(number: u64) -> Told {
    let mut aside = Aside::new(RATE);
    aside.push(Clip::stereo(RATE, vec![900; 48_000]), 0);
    let aside = Arc::new(aside);
    Told { number, aside }
}

/// Lets a device ask for some buffers; gives what that allocated and freed.
fn play(live: &mut Live, loudest: &mut f32) -> AllocationInfo {
    measure(|| {
        for _ in 0..12 {
            live.play(Duration::from_millis(40), 2048, |block| {
                let peak = block
                    .iter()
                    .flatten()
                    .fold(0.0, |peak, x| x.abs().max(peak));
                *loudest = loudest.max(peak);
            });
        }
    })
}

#[test]
fn playing_and_taking_other_orders_allocates_and_frees_nothing() {
    let clock = Clock::start(1.0);
    let session = Arc::new(script::check(BREATHS, "breaths").session.unwrap());
    let mut player = Player::start(session, Choices::default(), false, clock.now());
    let seat = Arc::new(Seat::default());
    let mut live = Live::new(Arc::clone(&seat), clock, RATE);
    // Whoever hands a score over keeps it until it has been let go of, and frees it then.
    let mut scores: Vec<Arc<Score>> = Vec::new();
    let mut asides: Vec<Told> = Vec::new();
    let mut loudest = 0.0;
    for turn in 0..60_u64 {
        let ensemble = &ensembles()[turn as usize % 2];
        match turn % 6 {
            1 => player.pause(clock.now(), Why::Asked),
            2 => player.go_on(clock.now()),
            3 => {
                let pace = if turn % 4 == 3 {
                    Pace::default()
                } else {
                    Pace::default().longer()
                };
                let choices = Choices {
                    pace,
                    ..player.choices().clone()
                };
                player.choose(choices, clock.now());
            }
            4 => {
                let told = told(turn);
                asides.push(told.clone());
                seat.tell(Some(told));
            }
            5 => seat.tell(None),
            _ => {}
        }
        let hearing = player.hearing(false, ensemble.mix);
        let timeline = Arc::clone(&hearing.timeline);
        let score = Arc::new(match scores.last() {
            None => Score::new(timeline, ensemble, RATE),
            Some(score) => score.with(timeline, ensemble),
        });
        scores.retain(|score| Arc::strong_count(score) > 1);
        asides.retain(|told| Arc::strong_count(&told.aside) > 1);
        assert!(scores.len() <= 3, "scores are not let go of");
        scores.push(Arc::clone(&score));
        seat.order(Some(score), Some(&hearing));
        // Counted is what the device's thread does, not what led up to it.
        let cost = play(&mut live, &mut loudest);
        assert_eq!(cost.count_total, 0, "allocated in turn {turn}: {cost:?}");
        assert_eq!(cost.count_current, 0, "freed in turn {turn}: {cost:?}");
    }
    assert!(loudest > 0.02, "nothing was heard");
}

#[test]
fn what_is_freed_is_counted() {
    let something = std::hint::black_box(Box::new(7));
    let counted = measure(|| drop(std::hint::black_box(something)));
    assert_eq!((counted.count_total, counted.count_current), (0, -1));
}
