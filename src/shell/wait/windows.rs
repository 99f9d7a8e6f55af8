//! Waiting on Windows, through crossterm, in slices short enough for other threads to get in.
//!
//! There are no signals here: the console sends Ctrl-C as a key.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::Event;
use crate::key::Key;

const SLICE: Duration = Duration::from_millis(30);

/// Waits for what comes from outside.
#[derive(Debug)]
pub struct Waiter {
    waker: Waker,
    queue: VecDeque<Event>,
    /// Whether the console is listened to.
    listens: bool,
}

/// Lets another thread end a wait. Cheap to clone, and never blocks.
#[derive(Clone, Debug)]
pub struct Waker {
    called: Arc<AtomicBool>,
}

impl Waker {
    /// Ends the present wait, or the next one, with [`Event::Woken`].
    pub fn wake(&self) {
        self.called.store(true, Ordering::SeqCst);
    }
}

impl Waiter {
    /// Watches the console from now on.
    pub fn new() -> io::Result<Self> {
        Self::watching(true)
    }

    /// Watches nothing but other threads: the console is none of its concern.
    pub fn deaf() -> io::Result<Self> {
        Self::watching(false)
    }

    #[expect(clippy::unnecessary_wraps, reason = "on Unix this can fail")]
    fn watching(listens: bool) -> io::Result<Self> {
        let called = Arc::new(AtomicBool::new(false));
        Ok(Self {
            waker: Waker { called },
            queue: VecDeque::new(),
            listens,
        })
    }

    /// Something with which other threads can end a wait.
    pub fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// The next event of those the last wait brought.
    pub fn next_event(&mut self) -> Option<Event> {
        self.queue.pop_front()
    }

    /// Waits until something comes, but at most `left`; for ever if that is `None`.
    pub fn wait(&mut self, left: Option<Duration>) -> io::Result<()> {
        let began = Instant::now();
        while self.queue.is_empty() {
            let left = left.map(|left| left.saturating_sub(began.elapsed()));
            let slice = left.map_or(SLICE, |left| left.min(SLICE));
            let mut ready = if self.listens {
                event::poll(slice)?
            } else {
                std::thread::sleep(slice);
                false
            };
            while ready {
                self.queue.extend(translated(event::read()?));
                ready = event::poll(Duration::ZERO)?;
            }
            if self.waker.called.swap(false, Ordering::SeqCst) {
                self.queue.push_back(Event::Woken);
            }
            if left.is_some_and(|left| left.is_zero()) {
                break;
            }
        }
        Ok(())
    }
}

fn translated(event: event::Event) -> Option<Event> {
    match event {
        event::Event::Key(key) if key.kind == KeyEventKind::Press => Some(Event::Key(pressed(key))),
        event::Event::Paste(_) => Some(Event::Paste),
        event::Event::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        _ => None,
    }
}

fn pressed(key: KeyEvent) -> Key {
    // AltGr arrives as Control with Alt, and types a character.
    let held = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
    match key.code {
        KeyCode::Char(character) if held == KeyModifiers::CONTROL => {
            Key::Ctrl(character.to_ascii_lowercase())
        }
        KeyCode::Char(_) if held == KeyModifiers::ALT => Key::Other,
        KeyCode::Char(character) => Key::Char(character),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Tab => Key::Tab,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => Key::Other,
    }
}
