//! What a program in a terminal has shown so far, followed by a thread of its own.
//!
//! It answers the one question that every terminal answers; it judges nothing.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How every terminal is asked what it is.
const ASKED: &[u8] = b"\x1b[c";

/// What the program has shown so far, and a bell for when there is more.
pub(super) struct Seen {
    so_far: Mutex<SoFar>,
    more: Condvar,
    pub(super) closing: AtomicBool,
}

pub(super) struct SoFar {
    pub(super) parser: vt100::Parser,
    pub(super) bytes: usize,
    pub(super) escapes: usize,
    pub(super) answered: bool,
    /// Whether there was a picture before the terminal was first asked about itself.
    pub(super) drawn_before_asked: Option<bool>,
    pub(super) ended: bool,
}

impl Seen {
    pub(super) fn new(columns: u16, rows: u16) -> Self {
        let (height, width) = (NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap());
        Self {
            so_far: Mutex::new(SoFar {
                parser: vt100::Parser::new(height, width, 100),
                bytes: 0,
                escapes: 0,
                answered: false,
                drawn_before_asked: None,
                ended: false,
            }),
            more: Condvar::new(),
            closing: AtomicBool::new(false),
        }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, SoFar> {
        self.so_far.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn wait<'a>(
        &self,
        so_far: MutexGuard<'a, SoFar>,
        left: Duration,
    ) -> MutexGuard<'a, SoFar> {
        let waited = self.more.wait_timeout(so_far, left);
        waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// Reads until the last program has closed the terminal, or the terminal is to be closed.
    pub(super) fn follow(&self, mut reader: Box<dyn Read + Send>, writer: &Writer) {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            if self.closing.load(Ordering::SeqCst) {
                break;
            }
            let mut so_far = self.lock();
            let asked = bytes[..count].windows(3).position(|asked| asked == ASKED);
            if let Some(asked) = asked {
                so_far.parser.process(&bytes[..asked]);
                let drawn = !so_far.parser.screen().contents().trim().is_empty();
                so_far.drawn_before_asked.get_or_insert(drawn);
            }
            so_far.parser.process(&bytes[asked.unwrap_or(0)..count]);
            so_far.bytes += count;
            let escapes = bytes[..count].iter().filter(|byte| **byte == 0x1b);
            so_far.escapes += escapes.count();
            drop(so_far);
            self.more.notify_all();
            // Every terminal says what it is when asked, and this one says no more.
            if asked.is_some() {
                type_into(writer, b"\x1b[?62;22c");
                self.lock().answered = true;
                self.more.notify_all();
            }
        }
        self.lock().ended = true;
        self.more.notify_all();
    }
}

/// Where one types, until the terminal is closed.
pub(super) type Writer = Arc<Mutex<Option<Box<dyn Write + Send>>>>;

/// Types.
pub(super) fn type_into(writer: &Writer, bytes: &[u8]) {
    let mut writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
    let writer = writer.as_mut().unwrap();
    writer.write_all(bytes).unwrap();
    writer.flush().unwrap();
}
