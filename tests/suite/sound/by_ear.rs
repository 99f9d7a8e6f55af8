//! Listening for minutes, through a sound server, and whether everything came when it was due.
//!
//! These take as long as they say and want the machine for themselves: `.ci/listen` runs them.

use std::time::Duration;

use super::heard::{Heard, Stretch};
use super::listening::Listening;
use super::server::Server;
use super::session::Practice;
use super::{sleep_until, there_is_a_driver};

/// How often it is looked whether the sound is where it is due, in seconds.
const EVERY: f64 = 1.0;
/// How far it may be from there: nearly always, and ever. The issue asks for 40 ms; a machine that
/// has other things to do may lose a buffer once.
const NEARLY_ALWAYS: f64 = 0.040;
const EVER: f64 = 0.120;
/// How far it may drift in a minute, in seconds.
const DRIFT: f64 = 0.001;
/// So little may be missing: where it moves to keep to the clock, and where something changes.
const FOUND: f64 = 0.95;
/// After a change it is given so long: a fade, and what is in hand.
const SETTLES: f64 = 0.5;
/// A score this quiet says nothing about where it is.
const QUIET: f32 = 0.004;

/// What a run came to: where the sound was, and how late it was there, in seconds.
struct Found {
    places: usize,
    late: Vec<(f64, f64)>,
    /// Where it was silent and should not have been.
    gaps: Vec<f64>,
}

/// Looks for every stretch until the one after it begins, the last one to `end`.
fn look(heard: &Heard, stretches: &[Stretch], ends: &[f64]) -> Found {
    let mut found = Found {
        places: 0,
        late: Vec::new(),
        gaps: Vec::new(),
    };
    for (stretch, end) in stretches.iter().zip(ends) {
        let mut at = stretch.since + SETTLES;
        while at + EVERY < *end {
            let second = at - stretch.due(0.0);
            if stretch.is_heard(second, QUIET) {
                found.places += 1;
                if let Some(late) = heard.late(stretch, second) {
                    found.late.push((at, late));
                } else if heard.loudest(at, at + 0.1) == 0.0 {
                    found.gaps.push(at - stretches[0].since);
                }
            }
            at += EVERY;
        }
    }
    found
}

impl Found {
    /// How much later it becomes in a second, by the line of least squares.
    fn drift(&self) -> f64 {
        let count = self.late.len() as f64;
        let mean = |of: fn(&(f64, f64)) -> f64| self.late.iter().map(of).sum::<f64>() / count;
        let (at, late) = (mean(|x| x.0), mean(|x| x.1));
        let both = self.late.iter().map(|x| (x.0 - at) * (x.1 - late));
        let spread = self.late.iter().map(|x| (x.0 - at).powi(2));
        both.sum::<f64>() / spread.sum::<f64>()
    }

    /// Gives by how much it drifts in a minute, in seconds.
    fn tell_and_judge(&self, what: &str) -> f64 {
        let mut off: Vec<f64> = self.late.iter().map(|x| x.1.abs()).collect();
        off.sort_by(f64::total_cmp);
        assert!(off.len() > 30, "{what}: next to nothing was heard");
        let share = |share: f64| off[((off.len() - 1) as f64 * share) as usize];
        let (median, most, worst) = (share(0.5), share(0.95), share(1.0));
        let drift = self.drift() * 60.0;
        println!(
            "{what}: {} of {} places found, silent at {:.1?} s; off by {:.1} ms in the middle, p95 {:.1} ms, \
             at worst {:.1} ms; drift {:+.2} ms/min",
            self.late.len(),
            self.places,
            self.gaps,
            median * 1e3,
            most * 1e3,
            worst * 1e3,
            drift * 1e3,
        );
        for minute in self.late.chunks(60) {
            let late: Vec<i32> = minute.iter().map(|x| (x.1 * 1e3).round() as i32).collect();
            println!("late by, in ms, second by second: {late:?}");
        }
        assert!(
            self.late.len() as f64 >= FOUND * self.places as f64,
            "{what}: gaps"
        );
        assert!(most <= NEARLY_ALWAYS, "{what}: p95 {most} s");
        assert!(worst <= EVER, "{what}: at worst {worst} s");
        drift
    }
}

fn there_is_a_server() -> bool {
    let there = there_is_a_driver() && Server::can_be_started();
    assert!(
        there || std::env::var_os("CI").is_none(),
        "pulseaudio, its tools and ALSA's plugin for it must be installed"
    );
    there
}

#[test]
#[ignore = "it takes five minutes; .ci/listen runs it"]
fn for_five_minutes_every_breath_is_heard_when_it_is_due() {
    if !there_is_a_server() {
        return;
    }
    let server = Server::start();
    let recording = server.record();
    let mut listening = Listening::start(Practice::Long, &server.settings());
    listening.stopped(Duration::from_secs(400));
    let stretches = std::mem::take(&mut listening.stretches);
    listening.end();
    let heard = recording.end();
    let end = stretches[0].since + 330.0;
    let drift = look(&heard, &stretches, &[end]).tell_and_judge("five minutes");
    assert!(drift.abs() < DRIFT, "drift {drift} s a minute");
}

#[test]
#[ignore = "it takes three minutes; .ci/listen runs it"]
fn pauses_and_skips_and_another_pace_leave_every_breath_where_it_is_due() {
    if !there_is_a_server() {
        return;
    }
    let server = Server::start();
    let recording = server.record();
    let mut listening = Listening::start(Practice::Walk, &server.settings());
    let start = listening.stretches[0].since;
    let mut ends = Vec::new();
    let mut pauses = Vec::new();
    for (at, typed) in [
        (12.3, ""),
        (31.7, "n"),
        (52.9, ""),
        (71.1, "+"),
        (93.4, "n"),
        (111.8, ""),
    ] {
        sleep_until(start + at);
        if typed.is_empty() {
            let paused = listening.pause();
            ends.push(paused);
            sleep_until(paused + 2.5);
            pauses.push((paused, listening.change("")));
        } else {
            ends.push(listening.change(typed));
        }
    }
    sleep_until(start + 140.0);
    listening.types("q");
    ends.push(super::heard::monotonic());
    listening.stopped(Duration::from_secs(10));
    let stretches = std::mem::take(&mut listening.stretches);
    listening.end();
    let heard = recording.end();
    for (paused, resumed) in pauses {
        let loudest = heard.loudest(paused + SETTLES, resumed);
        assert!(loudest == 0.0, "{loudest} in a pause");
    }
    assert!(heard.largest_step() < 0.045, "a click");
    // Every change puts it in its place anew, so there is no drift to speak of.
    look(&heard, &stretches, &ends).tell_and_judge("pauses, skips, a pace");
}
