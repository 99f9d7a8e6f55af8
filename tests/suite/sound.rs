//! Real playback: through the device's driver into a pipe that is read as fast as a device plays.
//!
//! What arrives is compared with the score, sample by sample, and with the clock.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::use_debug,
    reason = "it is all a test"
)]
#![cfg(all(feature = "sound", target_os = "linux"))]

mod arrivals;
mod by_ear;
mod card;
mod heard;
mod listening;
mod server;
#[path = "../../examples/listen/session.rs"]
mod session;

use std::path::Path;
use std::thread;
use std::time::Duration;

use card::{Card, TO_THE_END};
use heard::{Heard, Stretch, monotonic};
use listening::Listening;
use session::Practice;

/// How far the sound may be from the clock, in seconds.
const CLOSE: f64 = 0.040;
/// A machine that has other things to do may be late once, and once more.
const TRIES: usize = 3;
/// Places near each other: keeping to the clock may fall into one of them.
const NEARBY: [f64; 3] = [0.0, 0.13, 0.26];

/// Whether libasound is here to play through. Where tests are run for a release it has to be.
pub(crate) fn there_is_a_driver() -> bool {
    let there =
        libasound_at_run_time::available() && Path::new("/usr/share/alsa/alsa.conf").exists();
    if !there {
        assert!(
            std::env::var_os("CI").is_none(),
            "libasound2 and its data must be installed"
        );
        eprintln!("SKIPPED: no libasound on this machine, so nothing was played");
    }
    there
}

/// Does something again if it came late, which a machine may be to blame for; what else is wrong is
/// wrong at once.
fn in_time(mut attempt: impl FnMut() -> Vec<String>) {
    let mut late = Vec::new();
    for _ in 0..TRIES {
        late = attempt();
        if late.is_empty() {
            return;
        }
        println!("late: {late:?}");
    }
    panic!("late {TRIES} times: {late:?}");
}

/// Which of these seconds of the score came too late or too early; all must be there.
fn late(heard: &Heard, stretch: &Stretch, seconds: &[f64]) -> Vec<String> {
    let mut late = Vec::new();
    for second in seconds {
        let near = NEARBY.map(|near| heard.late(stretch, second + near));
        let found: Vec<f64> = near.into_iter().flatten().collect();
        println!("{second:>4} s: {found:.3?}");
        assert!(!found.is_empty(), "{second} s is not as it was written");
        if !found.iter().any(|by| by.abs() < CLOSE) {
            late.push(format!("{second} s by {found:.3?}"));
        }
    }
    late
}

fn sleep_until(monotonic_seconds: f64) {
    let left = (monotonic_seconds - monotonic()).max(0.0);
    thread::sleep(Duration::from_secs_f64(left));
}

#[test]
fn a_practice_is_heard_as_it_was_written_and_when_the_clock_says() {
    if !there_is_a_driver() {
        return;
    }
    in_time(|| {
        let card = Card::new();
        let plays = card.play(TO_THE_END);
        let mut listening = Listening::start(Practice::Short, &card.settings());
        listening.until("sound: Playing");
        listening.until("stopped");
        let stretch = listening.stretches.remove(0);
        listening.end();
        let played = plays.join().unwrap();
        // The first bell's ringing, both breaths in and out, and the last bell.
        late(&played, &stretch, &[1.0, 2.5, 5.0, 8.5, 11.0, 16.0])
    });
}

#[test]
fn a_device_that_goes_and_comes_back_plays_on_where_the_clock_is() {
    if !there_is_a_driver() {
        return;
    }
    in_time(|| {
        let card = Card::removable();
        let plays = card.play(Duration::from_millis(3500));
        let mut listening = Listening::start(Practice::Short, &card.settings());
        let before = plays.join().unwrap();
        listening.until("sound: Lost");
        let plays = card.play(TO_THE_END);
        listening.until("sound: Playing");
        let back = monotonic();
        listening.until("stopped");
        let stretch = listening.stretches.remove(0);
        listening.end();
        let after = plays.join().unwrap();
        // A busy machine takes its time to see that a device is back.
        let whole = |second: &f64| stretch.due(*second) > back + 1.0;
        let seconds: Vec<f64> = [8.5, 11.0, 16.0].into_iter().filter(whole).collect();
        let mut all = late(&before, &stretch, &[2.5]);
        all.extend(late(&after, &stretch, &seconds));
        if !seconds.contains(&16.0) {
            all.push("it came back too late".to_owned());
        }
        all
    });
}

#[test]
fn a_pause_is_silent_and_leaving_fades() {
    if !there_is_a_driver() {
        return;
    }
    in_time(|| {
        let card = Card::new();
        let plays = card.play(TO_THE_END);
        let mut listening = Listening::start(Practice::Short, &card.settings());
        sleep_until(listening.stretches[0].due(3.2));
        let paused = listening.pause();
        thread::sleep(Duration::from_millis(800));
        let resumed = listening.change("");
        thread::sleep(Duration::from_millis(1500));
        listening.types("q");
        let fade = listening.stopped(Duration::from_secs(30));
        listening.end();
        let played = plays.join().unwrap();

        // Neither the fade nor what the device has in hand lasts so long.
        let faded = paused + 0.15;
        assert!(played.loudest(paused - 0.3, paused) > 0.01);
        assert!(played.loudest(resumed + 0.3, resumed + 1.4) > 0.01);
        assert!(played.largest_step() < 0.045, "a click");
        let end = &played.left[played.left.len() - 256..];
        assert!(end.iter().all(|x| x.abs() < 0.001), "cut off, not faded");
        let mut late = Vec::new();
        if played.loudest(faded, resumed) > 0.0 {
            late.push("something sounds in the pause".to_owned());
        }
        if fade > 170.0 {
            late.push(format!("leaving took {fade} ms"));
        }
        late
    });
}

#[test]
fn words_are_said_while_nothing_plays_and_fade_when_they_are_not_wanted() {
    if !there_is_a_driver() {
        return;
    }
    in_time(|| {
        let card = Card::new();
        let plays = card.play(TO_THE_END);
        let mut listening = Listening::start(Practice::Short, &card.settings());
        let paused = listening.pause();
        // Each is hummed for a second, with a little quiet before the next.
        listening.types("say One. / Two. / Three.");
        sleep_until(paused + 4.4);
        listening.types("hush");
        sleep_until(paused + 6.0);
        listening.types("q");
        listening.until("stopped");
        listening.end();
        let played = plays.join().unwrap();
        assert!(played.largest_step() < 0.045, "a click");
        // The bell of the beginning has faded by then.
        let began = played.sounds_from(paused + 0.15).expect("nothing is said");
        let sounds = |from: f64, until: f64| played.loudest(began + from, began + until) > 0.0;
        assert!(sounds(0.0, 0.9) && sounds(1.8, 2.6), "two lines");
        assert!(!sounds(1.02, 1.6) && !sounds(2.75, 3.35), "quiet between");
        assert!(sounds(3.45, 3.6), "the third has begun");
        let mut late = Vec::new();
        if began > paused + 0.8 {
            late.push(format!("it began after {} s", began - paused));
        }
        if played.loudest(paused + 4.4 + 0.4, paused + 6.0) > 0.0 {
            late.push("it went on".to_owned());
        }
        late
    });
}

#[test]
fn without_a_device_a_practice_goes_on_and_nothing_is_printed_over_it() {
    if !there_is_a_driver() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("asound.conf");
    std::fs::write(&settings, "pcm.!default { type hw card 77 }\n").unwrap();
    let mut listening = Listening::start(Practice::Short, &settings);
    listening.until("sound: Absent");
    listening.types("q");
    listening.until("stopped");
    listening.end();
}
