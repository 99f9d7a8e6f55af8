//! The signals that concern a program in a terminal, as flags and a byte to wake up by.
//!
//! Nothing is decided here, and nothing is done inside a signal: the run loop reads what came.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

use super::wait::Signal;

/// What a caught signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caught {
    /// Something for the run loop to decide.
    Signal(Signal),
    /// The terminal has another size.
    Resized,
}

/// In the order in which they are looked at: what ends the program comes first.
const WATCHED: [(i32, Caught); 7] = [
    (SIGHUP, Caught::Signal(Signal::HangUp)),
    (SIGTERM, Caught::Signal(Signal::Terminate)),
    (SIGINT, Caught::Signal(Signal::Interrupt)),
    (SIGQUIT, Caught::Signal(Signal::Quit)),
    (SIGTSTP, Caught::Signal(Signal::Stop)),
    (SIGCONT, Caught::Signal(Signal::Continue)),
    (SIGWINCH, Caught::Resized),
];

/// The signals watched, each with a flag that says whether it came.
#[derive(Debug)]
pub(super) struct Signals {
    came: [(Arc<AtomicBool>, Caught); WATCHED.len()],
}

impl Signals {
    /// Watches from now on until the program ends. Each signal sends a byte to `wake`.
    pub(super) fn watch(wake: &UnixStream) -> io::Result<Self> {
        let came = WATCHED.map(|(_, caught)| (Arc::new(AtomicBool::new(false)), caught));
        for ((signal, _), (flag, _)) in WATCHED.iter().zip(&came) {
            if matches!(*signal, SIGHUP | SIGTERM | SIGINT | SIGQUIT) {
                // A second one ends the program at once: it may be stuck in a write to a terminal
                // that takes nothing.
                signal_hook::flag::register_conditional_default(*signal, Arc::clone(flag))?;
            }
            // The flag is set first, so that whoever sees the byte finds the flag.
            signal_hook::flag::register(*signal, Arc::clone(flag))?;
            signal_hook::low_level::pipe::register(*signal, wake.try_clone()?)?;
        }
        Ok(Self { came })
    }

    /// What came since this was last asked.
    pub(super) fn take(&self) -> impl Iterator<Item = Caught> + '_ {
        self.came
            .iter()
            .filter(|(flag, _)| flag.swap(false, Ordering::SeqCst))
            .map(|&(_, caught)| caught)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_signal_is_seen_once_and_wakes() {
        let (mut wakes, wake) = UnixStream::pair().unwrap();
        let signals = Signals::watch(&wake).unwrap();
        signal_hook::low_level::raise(SIGTSTP).unwrap();
        signal_hook::low_level::raise(SIGTSTP).unwrap();
        wakes.read_exact(&mut [0]).unwrap();
        let stop = Caught::Signal(Signal::Stop);
        assert_eq!(signals.take().collect::<Vec<_>>(), [stop]);
        assert_eq!(signals.take().count(), 0);
    }
}
