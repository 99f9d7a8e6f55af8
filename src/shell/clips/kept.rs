//! Lines that were spoken once and need not be spoken again: a change of pace costs nothing, nor does
//! going back. They are kept in memory, up to a limit, and never on disk.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::score::Clip;
use crate::shell::voice::Engine;
use crate::text::Clean;

/// How much is kept, in bytes: several sessions. What comes later is spoken anew each time.
const MOST_BYTES: usize = 48 * 1024 * 1024;

/// Who spoke, in which language, and what.
type Key = (Engine, Clean, Clean);

#[derive(Default)]
struct Kept {
    clips: HashMap<Key, Clip>,
    bytes: usize,
}

static KEPT: LazyLock<Mutex<Kept>> = LazyLock::new(Mutex::default);

/// A line as it was spoken before, if it was.
pub(super) fn spoken(engine: &Engine, language: &Clean, line: &Clean) -> Option<Clip> {
    let kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let key = (engine.clone(), language.clone(), line.clone());
    kept.clips.get(&key).cloned()
}

/// Keeps a line that was spoken.
pub(super) fn keep(engine: &Engine, language: &Clean, line: &Clean, clip: &Clip) {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let bytes = size_of_val(clip.samples());
    if kept.bytes + bytes > MOST_BYTES {
        return;
    }
    let key = (engine.clone(), language.clone(), line.clone());
    if kept.clips.insert(key, clip.clone()).is_none() {
        kept.bytes += bytes;
    }
}
