//! The sound files of a session as clips.
//!
//! Each is decoded on a thread of its own, which may break or be slow without harm: a fault there
//! says nothing (see `shell::fault`), and one that does not come to an end is left to itself.

use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::{WhyNot, read};
use crate::score::Clip;
use crate::shell::fault;
use crate::sound_file::{Decoded, Purpose, Unfit, decode};

/// Nothing takes longer that is any good, even on a slow machine.
const LONGEST: Duration = Duration::from_secs(60);
/// What the threads are called.
const NAME: &str = "sound file";

/// The sound that a session in `folder` calls `name`, decoded. It may take seconds: keep it off the
/// threads of the screen and of sound.
pub fn clip(folder: &Path, name: &str, purpose: Purpose) -> Result<Clip, WhyNot> {
    decoded(folder, name, purpose).map(|decoded| decoded.clip)
}

/// The same, with what there is to say about it.
pub fn decoded(folder: &Path, name: &str, purpose: Purpose) -> Result<Decoded, WhyNot> {
    let bytes = read(folder, name)?;
    within(LONGEST, move || decode(&bytes, purpose))
}

pub(super) fn within(
    longest: Duration,
    decode: impl FnOnce() -> Result<Decoded, Unfit> + Send + 'static,
) -> Result<Decoded, WhyNot> {
    fault::hush(NAME);
    let (answer, answered) = mpsc::sync_channel(1);
    let thread = thread::Builder::new().name(NAME.to_owned());
    thread.spawn(move || {
        let _ = answer.send(decode());
    })?;
    match answered.recv_timeout(longest) {
        Ok(decoded) => decoded.map_err(WhyNot::Unfit),
        Err(mpsc::RecvTimeoutError::Timeout) => Err(WhyNot::TookTooLong),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(WhyNot::Unfit(Unfit::Damaged)),
    }
}
