//! Plays a short practice through the default device, to hear what softly sounds like.
//!
//! `cargo run --example listen` plays it once, `-- long` and `-- walk` something longer, and with
//! `hum` as a last word lines are hummed instead of spoken. Enter pauses and goes on, `n` goes to the
//! next part, `+` and `-` lengthen and shorten the breath, `b` lets the breath be silent or not,
//! `say` and words says them, `hush` lets them fade, and `q` leaves; each with Enter.
//!
//! What it prints is read by tests: times are seconds of the machine's monotonic clock.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::use_debug,
    reason = "it is a small program of its own"
)]

mod session;

use std::io::BufRead;
use std::ops::ControlFlow;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use softly::player::{Player, Transport, Why};
use softly::score::{Clip, Ensemble, Mix, Volume};
use softly::shell::clips::{self, Wanted};
use softly::shell::clock::Clock;
use softly::shell::sound::{Gather, Saying, Sound};
use softly::text::Clean;
use softly::time::{Ms, Now};
use softly::timeline::{Choices, Pace};

use session::Practice;

/// How long the last bell is given to ring.
const RING: Ms = Ms::seconds(3);
/// How long a line lasts where lines are hummed.
const HUM_SECONDS: usize = 1;

enum Event {
    Sound,
    Line(String),
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let practice = match words.first().map(String::as_str) {
        Some("long") => Practice::Long,
        Some("walk") => Practice::Walk,
        _ => Practice::Short,
    };
    let gather: Gather = if words.last().is_some_and(|word| word == "hum") {
        hum
    } else {
        |wanted, news| clips::gather(wanted, news)
    };
    let (events, happens) = mpsc::channel();
    let typed = events.clone();
    thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            let _ = typed.send(Event::Line(line));
        }
    });
    let clock = Clock::start(1.0);
    println!("clock {:.6}", monotonic());
    let sound = Sound::start_with(clock, gather, move || {
        let _ = events.send(Event::Sound);
    });
    let player = Player::start(practice.session(), Choices::default(), false, clock.now());
    let mut listening = Listening {
        clock,
        sound,
        player,
        mix: Mix::default(),
    };
    listening.follow();
    while let Some(wait) = listening.wait() {
        match happens.recv_timeout(wait) {
            Ok(Event::Sound) => println!("sound: {:?}", listening.sound.status()),
            Ok(Event::Line(line)) if line == "q" => break,
            Ok(Event::Line(line)) => listening.take(&line),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
        }
    }
    let asked = Instant::now();
    listening.sound.stop(Duration::from_millis(150));
    println!("stopped after {} ms", asked.elapsed().as_millis());
    // A driver may hold more than it tells; this program is in no hurry to cut it off.
    thread::sleep(Duration::from_millis(400));
}

/// Somebody who listens.
struct Listening {
    clock: Clock,
    sound: Sound,
    player: Player,
    mix: Mix,
}

impl Listening {
    /// Lets what is to be heard be heard, and says what that is.
    fn follow(&self) {
        let hearing = self.player.hearing(false, self.mix);
        match hearing.transport {
            Transport::Playing { since, from, .. } => {
                let since = since.since_start().as_secs_f64();
                let pace = self.player.choices().pace.percent();
                println!("plays {} since {since:.6} pace {pace}", from.0);
            }
            Transport::Paused { at, .. } => {
                let now = self.clock.now().since_start().as_secs_f64();
                println!("paused {} since {now:.6}", at.0);
            }
        }
        self.sound.follow(hearing);
    }

    /// How long until it is over, if it is not.
    fn wait(&self) -> Option<Duration> {
        let transport = self.player.transport();
        let now = self.clock.now();
        let end = self.player.timeline().length() + RING;
        let place = transport.ringing_on(now);
        let left = if transport.is_playing() {
            end.0.saturating_sub(place.0)
        } else {
            3_600_000
        };
        (left > 0).then_some(Duration::from_millis(left))
    }

    fn take(&mut self, line: &str) {
        let now = self.clock.now();
        match line {
            "" if self.player.transport().is_playing() => self.player.pause(now, Why::Asked),
            "" => self.player.go_on(now),
            "n" => self.player.skip(now),
            "+" => self.pace(self.player.choices().pace.longer(), now),
            "-" => self.pace(self.player.choices().pace.shorter(), now),
            "b" => {
                self.mix.breath_volume = match self.mix.breath_volume {
                    Volume::SILENT => Volume::FULL,
                    _ => Volume::SILENT,
                };
            }
            "hush" => return self.sound.say(None),
            line => {
                if let Some(words) = line.strip_prefix("say ") {
                    let lines = words.split('/').map(|line| Clean::from_shown(line.trim()));
                    self.sound.say(Some(Saying {
                        session: None,
                        lines: lines.collect(),
                        since: now,
                        language: Clean::from_shown("en"),
                        volume: Volume::FULL,
                    }));
                }
                return;
            }
        }
        self.follow();
    }

    fn pace(&mut self, pace: Pace, now: Now) {
        let choices = Choices {
            pace,
            ..self.player.choices().clone()
        };
        self.player.choose(choices, now);
    }
}

/// A hum for every line, each ready a moment after the one before.
fn hum(wanted: &Wanted, news: &mut dyn FnMut(&Ensemble) -> ControlFlow<()>) -> Ensemble {
    const RATE: u32 = 24_000;
    let mut ensemble = Ensemble {
        mix: wanted.mix,
        ..Ensemble::default()
    };
    for line in &wanted.lines {
        thread::sleep(Duration::from_millis(100));
        let sample = |n: usize| (9000.0 * (n as f64 * 0.05).sin()) as i16;
        let samples: Vec<i16> = (0..HUM_SECONDS * RATE as usize).map(sample).collect();
        ensemble
            .lines
            .insert(line.clone(), Clip::mono(RATE, samples));
        if news(&ensemble).is_break() {
            break;
        }
    }
    ensemble
}

/// What the machine's monotonic clock shows, in seconds.
fn monotonic() -> f64 {
    #[cfg(unix)]
    {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
        time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
    }
    #[cfg(not(unix))]
    0.0
}
