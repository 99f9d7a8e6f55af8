//! A practice being listened to in a process of its own: the example `listen`.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use softly::score::{Ensemble, Score};
use softly::time::Ms;
use softly::timeline::{Choices, Pace, Timeline, compile};

use super::heard::{RATE, Stretch};
use super::session::Practice;

/// How long anything is waited for on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// The example, built if it has not been.
fn listen() -> PathBuf {
    if let Some(path) = std::env::var_os("SOFTLY_LISTEN") {
        return path.into();
    }
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

/// A practice being listened to.
pub(crate) struct Listening {
    child: Child,
    practice: Practice,
    lines: Receiver<String>,
    /// When its own clock stood at nothing, by the monotonic clock.
    clock: f64,
    /// Everything that was played, one stretch after the other.
    pub(crate) stretches: Vec<Stretch>,
}

impl Listening {
    pub(crate) fn start(practice: Practice, settings: &Path) -> Self {
        let mut child = Command::new(listen())
            .env("ALSA_CONFIG_PATH", settings)
            .args(match practice {
                Practice::Short => ["short", "hum"],
                Practice::Long => ["long", "hum"],
                Practice::Walk => ["walk", "hum"],
            })
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (line, lines) = mpsc::channel();
        thread::spawn(move || {
            for text in out.lines().map_while(Result::ok) {
                let _ = line.send(text);
            }
        });
        let mut listening = Self {
            child,
            practice,
            lines,
            clock: 0.0,
            stretches: Vec::new(),
        };
        listening.clock = number(&listening.until("clock "), 1);
        listening.until("plays ");
        listening
    }

    /// Waits for a line that begins so.
    pub(crate) fn until(&mut self, start: &str) -> String {
        self.within(start, PATIENCE)
    }

    fn within(&mut self, start: &str, patience: Duration) -> String {
        loop {
            let line = self.lines.recv_timeout(patience);
            let line = line.unwrap_or_else(|_| panic!("no line {start}"));
            if line.starts_with("plays ") {
                let stretch = self.stretch(&line);
                self.stretches.push(stretch);
            }
            if line.starts_with(start) {
                return line;
            }
        }
    }

    /// `plays FROM since SECONDS pace PERCENT`.
    fn stretch(&self, line: &str) -> Stretch {
        let mut pace = Pace::default();
        while f64::from(pace.percent()) < number(line, 5) {
            pace = pace.longer();
        }
        let timeline = timeline(self.practice, pace);
        Stretch {
            score: Score::new(timeline, &Ensemble::default(), RATE as u32),
            since: self.clock + number(line, 3),
            from: Ms(number(line, 1) as u64),
        }
    }

    pub(crate) fn types(&mut self, line: &str) {
        writeln!(self.child.stdin.as_mut().unwrap(), "{line}").unwrap();
    }

    /// Pauses; says when that was, by the monotonic clock.
    pub(crate) fn pause(&mut self) -> f64 {
        self.types("");
        let line = self.until("paused ");
        self.clock + number(&line, 3)
    }

    /// Does something after which it plays on elsewhere; says when that was.
    pub(crate) fn change(&mut self, typed: &str) -> f64 {
        self.types(typed);
        let line = self.until("plays ");
        self.clock + number(&line, 3)
    }

    /// Waits for its end, for so long; says how long the last fade took, in milliseconds.
    pub(crate) fn stopped(&mut self, within: Duration) -> f64 {
        number(&self.within("stopped after ", within), 2)
    }

    /// Waits for its end; it must have had nothing to complain about.
    pub(crate) fn end(self) {
        let output = self.child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", output.status);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}

/// The word of a line that stands there, as a number.
fn number(line: &str, word: usize) -> f64 {
    line.split(' ').nth(word).unwrap().parse().unwrap()
}

/// A practice laid out in time, at a pace.
fn timeline(practice: Practice, pace: Pace) -> Arc<Timeline> {
    let choices = Choices {
        pace,
        ..Choices::default()
    };
    Arc::new(compile(&practice.session(), &choices))
}
