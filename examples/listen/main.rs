//! Plays a short practice through the default device, to hear what softly sounds like.
//!
//! `cargo run --example listen` plays it once; Enter pauses and goes on, `q` and Enter leaves.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::use_debug,
    reason = "it is a small program of its own"
)]

mod session;

use std::io::BufRead;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use softly::player::{Transport, Why};
use softly::score::Mix;
use softly::shell::clock::Clock;
use softly::shell::sound::{Hearing, Sound};
use softly::time::Ms;

/// How long the last bell is given to ring.
const RING: Ms = Ms::seconds(3);

enum Event {
    Sound,
    Line(String),
}

fn main() {
    let (events, happens) = mpsc::channel();
    let typed = events.clone();
    thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            let _ = typed.send(Event::Line(line));
        }
    });
    let clock = Clock::start(1.0);
    let sound = Sound::start(clock, move || {
        let _ = events.send(Event::Sound);
    });

    let session = session::session();
    let timeline = session::timeline();
    let mut transport = Transport::playing(clock.now(), Ms::ZERO, timeline.length() + RING);
    let follow = |transport| {
        let timeline = Arc::clone(&timeline);
        sound.follow(Hearing {
            session: Arc::clone(&session),
            timeline,
            transport,
            stop: None,
            muted: false,
            mix: Mix::default(),
        });
    };
    println!("begins");
    follow(transport);
    let end = timeline.length() + RING;
    while transport.at(clock.now()) < end {
        let wait = transport
            .when(end)
            .map_or(Duration::from_secs(3600), |end| clock.now().until(end));
        match happens.recv_timeout(wait) {
            Ok(Event::Sound) => println!("sound: {:?}", sound.status()),
            Ok(Event::Line(line)) if line == "q" => break,
            Ok(Event::Line(_)) => {
                let (now, at) = (clock.now(), transport.at(clock.now()));
                transport = if transport.is_playing() {
                    Transport::Paused {
                        at,
                        why: Why::Asked,
                    }
                } else {
                    Transport::playing(now, at, end)
                };
                follow(transport);
                println!(
                    "{} {}",
                    if transport.is_playing() {
                        "plays"
                    } else {
                        "paused"
                    },
                    at.0
                );
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
        }
    }
    let asked = Instant::now();
    sound.stop(Duration::from_millis(150));
    println!("stopped after {} ms", asked.elapsed().as_millis());
    // A driver may hold more than it tells; this program is in no hurry to cut it off.
    thread::sleep(Duration::from_millis(400));
}
