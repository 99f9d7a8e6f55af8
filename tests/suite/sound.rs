//! Real playback: through the device's driver into a pipe that is read as fast as a device plays.
//!
//! What arrives is compared with the score, sample by sample, and with the clock.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "it is all a test"
)]
#![cfg(all(feature = "sound", target_os = "linux"))]

mod card;
#[path = "../../examples/listen/session.rs"]
mod session;

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use card::{Card, RATE, TO_THE_END};
use softly::score::{Ensemble, Score};

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

/// The example, built if it has not been.
fn listen() -> PathBuf {
    let built = std::env::current_exe().unwrap();
    let path = built
        .parent()
        .unwrap()
        .with_file_name("examples")
        .join("listen");
    if !path.exists() {
        let build = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--example", "listen"])
            .status();
        assert!(
            build.unwrap().success() && path.exists(),
            "build the example listen first"
        );
    }
    path
}

/// A practice being listened to, and its lines with when they came.
struct Listening {
    child: Child,
    lines: Receiver<(Instant, String)>,
}

impl Listening {
    fn start(settings: &Path) -> Self {
        let mut child = Command::new(listen())
            .env("ALSA_CONFIG_PATH", settings)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (line, lines) = mpsc::channel();
        thread::spawn(move || {
            for text in out.lines().map_while(Result::ok) {
                let _ = line.send((Instant::now(), text));
            }
        });
        Self { child, lines }
    }

    fn until(&self, start: &str) -> (Instant, String) {
        loop {
            let line = self.lines.recv_timeout(Duration::from_secs(30)).unwrap();
            if line.1.starts_with(start) {
                return line;
            }
        }
    }

    fn types(&mut self, line: &str) {
        writeln!(self.child.stdin.as_mut().unwrap(), "{line}").unwrap();
    }

    /// Waits for its end; it must have had nothing to complain about.
    fn end(self) {
        let output = self.child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", output.status);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}

#[test]
fn a_practice_is_heard_as_it_was_written_and_when_the_clock_says() {
    if !there_is_a_driver() {
        return;
    }
    let score = Score::new(session::timeline(), &Ensemble::default(), RATE as u32);
    let card = Card::new();
    let plays = card.play(TO_THE_END);
    let listening = Listening::start(&card.settings());
    let (begun, _) = listening.until("begins");
    listening.until("sound: Playing");
    listening.until("stopped");
    listening.end();
    let played = plays.join().unwrap();

    // The first bell's ringing, both breaths in and out, and the last bell.
    for second in [1.0, 2.5, 5.0, 8.5, 11.0, 16.0] {
        played.holds(&score, second, begun);
    }
}

#[test]
fn a_device_that_goes_and_comes_back_plays_on_where_the_clock_is() {
    if !there_is_a_driver() {
        return;
    }
    let score = Score::new(session::timeline(), &Ensemble::default(), RATE as u32);
    let card = Card::removable();
    let plays = card.play(Duration::from_millis(3500));
    let listening = Listening::start(&card.settings());
    let (begun, _) = listening.until("begins");
    let played = plays.join().unwrap();
    played.holds(&score, 2.5, begun);
    listening.until("sound: Lost");
    let plays = card.play(TO_THE_END);
    listening.until("sound: Playing");
    listening.until("stopped");
    listening.end();
    let played = plays.join().unwrap();
    for second in [8.5, 11.0, 16.0] {
        played.holds(&score, second, begun);
    }
}

#[test]
fn a_pause_is_silent_and_leaving_fades() {
    if !there_is_a_driver() {
        return;
    }
    let card = Card::new();
    let plays = card.play(TO_THE_END);
    let mut listening = Listening::start(&card.settings());
    let (begun, _) = listening.until("begins");
    thread::sleep((begun + Duration::from_millis(3200)).saturating_duration_since(Instant::now()));
    listening.types("");
    let (paused, _) = listening.until("paused");
    thread::sleep(Duration::from_millis(800));
    listening.types("");
    let (resumed, _) = listening.until("plays");
    thread::sleep(Duration::from_millis(1500));
    listening.types("q");
    let (_, stopped) = listening.until("stopped after ");
    listening.end();
    let played = plays.join().unwrap();

    let frame = |at: Instant, after: f64| {
        ((at.saturating_duration_since(played.first).as_secs_f64() + after) * RATE as f64) as usize
    };
    let loudest = |from: usize, until: usize| {
        let part = &played.left[from..until.min(played.left.len())];
        part.iter().fold(0.0_f32, |peak, x| peak.max(x.abs()))
    };
    assert!(loudest(frame(paused, -0.3), frame(paused, 0.0)) > 0.01);
    assert!(loudest(frame(paused, 0.2), frame(resumed, 0.0)) == 0.0);
    assert!(loudest(frame(resumed, 0.3), frame(resumed, 1.4)) > 0.01);
    let largest = played.left.windows(2).map(|pair| (pair[1] - pair[0]).abs());
    assert!(largest.fold(0.0, f32::max) < 0.045, "a click");
    let end = played.left.len();
    assert!(loudest(end - 256, end) < 0.001, "cut off instead of faded");
    let milliseconds: u64 = stopped
        .trim_start_matches("stopped after ")
        .trim_end_matches(" ms")
        .parse()
        .unwrap();
    assert!(milliseconds <= 170, "{stopped}");
}

#[test]
fn without_a_device_a_practice_goes_on_and_nothing_is_printed_over_it() {
    if !there_is_a_driver() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("asound.conf");
    std::fs::write(&settings, "pcm.!default { type hw card 77 }\n").unwrap();
    let mut listening = Listening::start(&settings);
    listening.until("sound: Absent");
    listening.types("q");
    listening.until("stopped");
    listening.end();
}
