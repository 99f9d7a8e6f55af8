//! Whether somebody wants a long command to stop: Ctrl-C, or a signal that means the same.
//!
//! The first one is only noted, so that what was begun can be cleared away; a second one ends the
//! program at once.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Knows whether to stop.
#[derive(Clone, Debug, Default)]
pub(super) struct Interrupted(Arc<AtomicUsize>);

impl Interrupted {
    /// Watches from now on until the program ends.
    #[cfg(unix)]
    pub(super) fn watch() -> io::Result<Self> {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        let came = Self::default();
        for signal in [SIGHUP, SIGINT, SIGTERM] {
            let again = Arc::default();
            signal_hook::flag::register_conditional_default(signal, Arc::clone(&again))?;
            signal_hook::flag::register(signal, again)?;
            let number = usize::try_from(signal).unwrap_or_default();
            signal_hook::flag::register_usize(signal, Arc::clone(&came.0), number)?;
        }
        Ok(came)
    }

    /// Elsewhere nothing is noted: the system ends the program.
    #[cfg(not(unix))]
    pub(super) fn watch() -> io::Result<Self> {
        Ok(Self::default())
    }

    /// The exit code of what came, once something has come.
    pub(super) fn code(&self) -> Option<u8> {
        match self.0.load(Ordering::SeqCst) {
            0 => None,
            signal => Some(128 + signal as u8),
        }
    }
}
