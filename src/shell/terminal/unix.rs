//! The terminal's modes on Unix.
//!
//! It writes to the descriptors themselves: the standard library's handles have locks and
//! buffers, and a panicking thread may hold the one or leave text in the other.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::AsFd;
use rustix::io::Errno;
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::{stdin, stdout};
use rustix::termios::{
    OptionalActions, QueueSelector, Termios, Winsize, tcflush, tcgetattr, tcgetwinsize, tcsetattr,
};

/// How long to wait for a terminal that takes nothing, or owes an answer.
const PATIENCE: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 100_000_000,
};

/// What to do about the modes found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// They are the person's own, to be given back later.
    Remember,
    /// They may be softly's; the person's are known already.
    Known,
}

/// The modes as found.
static FOUND: Mutex<Option<Termios>> = Mutex::new(None);

/// The lock is held for a copy only, in which nothing can panic, so no panicking thread has it.
fn found() -> MutexGuard<'static, Option<Termios>> {
    FOUND.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sets the modes for taking keys as they come.
pub(super) fn take(before: Before) -> io::Result<()> {
    let modes = tcgetattr(stdin())?;
    let mut raw = modes.clone();
    if before == Before::Remember || found().is_none() {
        *found() = Some(modes);
    }
    raw.make_raw();
    set(&raw)
}

/// Sets the modes as they were found.
pub(super) fn give_back() {
    let modes = found().clone();
    if let Some(modes) = modes {
        // Only a terminal that is gone refuses this.
        let _ = set(&modes);
    }
}

fn set(modes: &Termios) -> io::Result<()> {
    loop {
        match tcsetattr(stdin(), OptionalActions::Now, modes) {
            Err(Errno::INTR) => {}
            other => return Ok(other?),
        }
    }
}

/// Stops the whole job, as Ctrl-Z does. Returns when it goes on.
///
/// The kernel stops no job on this signal that no shell could let go on again, and unlike
/// SIGTSTP softly never catches it, so that its stopping is always the kernel's own.
pub(super) fn stop_job() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TTIN)?)
}

/// Waits a little for an answer that is owed and throws it away: the shell would take it for
/// something typed.
pub(super) fn drop_answer() {
    let stdin = stdin();
    let _ = poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&PATIENCE));
    let _ = tcflush(stdin, QueueSelector::IFlush);
}

/// Writes to the terminal, whole.
pub(super) fn write_all(bytes: &[u8]) -> io::Result<()> {
    write_all_to(stdout(), bytes)
}

/// Writes to a descriptor, whole, unless for a while it takes nothing.
pub(in crate::shell) fn write_all_to(to: impl AsFd, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(&to, bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(Errno::INTR) => {}
            // Another program may have left it in the mode that does not wait.
            Err(Errno::AGAIN) => {
                let ready = poll(&mut [PollFd::new(&to, PollFlags::OUT)], Some(&PATIENCE));
                if ready == Ok(0) {
                    return Err(io::ErrorKind::TimedOut.into());
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Whether an error says that there is no terminal any more.
pub(super) fn is_gone(error: &io::Error) -> bool {
    Errno::from_io_error(error) == Some(Errno::IO)
}

pub(super) fn size() -> Option<(u16, u16)> {
    let Winsize { ws_col, ws_row, .. } = tcgetwinsize(stdout()).ok()?;
    (ws_col > 0 && ws_row > 0).then_some((ws_col, ws_row))
}

pub(super) fn pixels() -> Option<(u16, u16)> {
    let Winsize {
        ws_xpixel,
        ws_ypixel,
        ..
    } = tcgetwinsize(stdout()).ok()?;
    (ws_xpixel > 0 && ws_ypixel > 0).then_some((ws_xpixel, ws_ypixel))
}
