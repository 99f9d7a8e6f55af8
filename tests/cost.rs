//! What a session costs while it plays: nothing is allocated, and a frame is one write at most.
//!
//! It stands apart from the other tests because counting takes an allocator of its own. Time is not
//! measured here: what follows from the clock of the session is the same on every machine.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::use_debug,
    reason = "it cannot go on without, and shows its figures to whoever asks"
)]

#[cfg(feature = "sound")]
#[path = "cost/sound.rs"]
mod sound;

use std::hint::black_box;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use allocation_counter::measure;
use clap::ValueEnum;
use ratatui::layout::Size;
use softly::app::{App, Content, Msg, Origin, entry_from_text, next_change, update};
use softly::kept::Kept;
use softly::session::Session;
use softly::settings::{Colours, Detail, Picture, Settings};
use softly::shell::backend::SoftBackend;
use softly::shell::canvas::Canvas;
use softly::time::{Ms, Now};
use softly::timeline::Choices;
use softly::view::picture::USUAL_ASPECT;
use softly::view::theme::{Charset, Depth};
use softly::view::{self, Able, Look};
use softly::words::ENGLISH;

const BREATHING: &str = include_str!("fixtures/valid/breathing.toml");
/// Until then the buffers have become as large as they need to be: more than one breath.
const WARM: Ms = Ms::seconds(14);

/// A session that plays on a terminal which swallows everything.
struct Played {
    app: App,
    canvas: Canvas<io::Sink>,
    now: Now,
}

/// What some time of it cost.
#[derive(Debug)]
struct Cost {
    frames: u64,
    writes: u64,
    most_writes: u64,
    bytes: u64,
    allocations: u64,
}

impl Played {
    fn start(session: Arc<Session>, able: Able, settings: Settings, size: (u16, u16)) -> Self {
        let look = Look::new(able, &settings, size, USUAL_ASPECT);
        let mut app = App::new(look, &ENGLISH, settings);
        // Somebody who keeps something is not to pay for it with every frame.
        app.kept = Kept::read(concat!(
            "favourites = [\"legs-resting\", \"a-few-sighs\"]\n",
            "programme = \"finding-softness\"\nweek = 2\n",
        ));
        assert_eq!(app.kept.favourites.len(), 2);
        app.kept.settings = settings;
        let now = Now::after(Duration::from_secs(10));
        app.open(session, Choices::default());
        update(&mut app, Msg::Begin, now);
        assert!(app.screen.playing().is_some());
        let (width, height) = size;
        let size = Size { width, height };
        let canvas = Canvas::new(SoftBackend::new(io::sink(), size), size);
        let mut played = Self { app, canvas, now };
        played.draw();
        played
    }

    fn draw(&mut self) {
        let area = self.canvas.area();
        let (app, now) = (&self.app, self.now);
        let drawn = self.canvas.draw(|cells| view::draw(app, now, area, cells));
        drawn.unwrap();
    }

    /// Plays on as the loop does: to the next change, the message, the picture.
    fn play(&mut self, time: Ms) -> Cost {
        let end = self.now + time;
        let before = self.canvas.backend().sent();
        let (mut frames, mut most_writes) = (0, 0);
        let counted = measure(|| {
            while let Some(due) = next_change(&self.app, self.now) {
                if due > end {
                    break;
                }
                self.now = due;
                update(&mut self.app, Msg::Due, due);
                let before = self.canvas.backend().sent().writes;
                self.draw();
                frames += 1;
                most_writes = most_writes.max(self.canvas.backend().sent().writes - before);
            }
        });
        let after = self.canvas.backend().sent();
        Cost {
            frames,
            writes: after.writes - before.writes,
            most_writes,
            bytes: after.bytes - before.bytes,
            allocations: counted.count_total,
        }
    }
}

fn session(text: &str) -> Arc<Session> {
    match entry_from_text("breathing", text, Origin::BuiltIn).content {
        Content::Session(session) => session,
        other => panic!("{other:?}"),
    }
}

fn assert_costs_little(what: &str, played: &mut Played, time: Ms) -> Cost {
    played.play(WARM);
    let cost = played.play(time);
    println!("{what}: {cost:?}");
    assert!(cost.frames > 0, "{what}: nothing was drawn");
    assert_eq!(cost.allocations, 0, "{what}: {cost:?}");
    assert!(cost.most_writes <= 1, "{what}: {cost:?}");
    cost
}

#[test]
fn what_is_allocated_is_counted() {
    let counted = measure(|| drop(black_box(Box::new(black_box(7)))));
    assert_eq!(counted.count_total, 1);
}

#[test]
fn a_frame_of_any_picture_allocates_nothing_and_is_one_write_at_most() {
    for picture in Picture::value_variants() {
        for size in [(80, 24), (200, 60)] {
            let settings = Settings {
                picture: *picture,
                ..Settings::default()
            };
            let breathing = session(BREATHING);
            let mut played = Played::start(breathing, Able::default(), settings, size);
            let what = format!("{picture:?} {size:?}");
            let breath = Ms::seconds(10);
            let cost = assert_costs_little(&what, &mut played, breath);
            assert!(cost.writes > 0 && cost.bytes > 0, "{what}: {cost:?}");
        }
    }
}

#[test]
fn a_frame_in_any_colours_allocates_nothing() {
    let depths = [Depth::True, Depth::Indexed, Depth::Ansi, Depth::Mono];
    for depth in depths {
        for colours in Colours::value_variants() {
            for (charset, detail) in [
                (Charset::Unicode, Detail::Light),
                (Charset::Ascii, Detail::Full),
            ] {
                let settings = Settings {
                    colours: *colours,
                    detail,
                    ..Settings::default()
                };
                let able = Able {
                    depth,
                    charset,
                    ..Able::default()
                };
                let mut played = Played::start(session(BREATHING), able, settings, (40, 12));
                let what = format!("{depth:?} {colours:?} {charset:?}");
                assert_costs_little(&what, &mut played, Ms::seconds(10));
            }
        }
    }
}

#[test]
fn a_whole_session_with_all_its_words_allocates_nothing() {
    let app = App::new(Look::default(), &ENGLISH, Settings::default());
    for name in ["first-soft-breaths", "legs-resting", "a-few-sighs"] {
        let session = app.session(name).unwrap();
        let able = Able::default();
        let mut played = Played::start(session, able, Settings::default(), (60, 16));
        let length = played
            .app
            .screen
            .playing()
            .unwrap()
            .player
            .timeline()
            .length();
        // Up to just before the closing words, which are made once.
        assert_costs_little(name, &mut played, length - WARM);
        assert!(played.app.screen.playing().is_some());
    }
}
