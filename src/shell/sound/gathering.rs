//! Gathering clips on a thread of its own, which may take as long as it likes.
//!
//! It asks where it is told to and decides nothing; whoever lets go of it need not wait for its end.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use super::desk::Ask;
use crate::score::Ensemble;
use crate::shell::clips::Wanted;

/// How clips are gathered: [`crate::shell::clips::gather`], or what stands in for it.
pub type Gather = fn(&Wanted, &mut dyn FnMut(&Ensemble) -> ControlFlow<()>) -> Ensemble;

/// What has come of a gathering.
#[derive(Debug)]
pub(super) struct News {
    /// Which one.
    pub(super) number: u64,
    /// Everything that it has found.
    pub(super) ensemble: Ensemble,
    /// Whether nothing more will come.
    pub(super) complete: bool,
}

/// A gathering under way; dropping it breaks it off.
#[derive(Debug)]
pub(super) struct Gathering(Arc<AtomicBool>);

impl Gathering {
    /// Begins to gather. Every clip is told of as it comes.
    pub(super) fn start(number: u64, wanted: Wanted, gather: Gather, asks: Sender<Ask>) -> Self {
        let unwanted = Arc::new(AtomicBool::new(false));
        let is_unwanted = Arc::clone(&unwanted);
        let tell = move |ensemble: &Ensemble, complete| {
            let news = News {
                number,
                ensemble: ensemble.clone(),
                complete,
            };
            if is_unwanted.load(Ordering::Relaxed) || asks.send(Ask::News(news)).is_err() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        // Where no thread can be had there are no clips, and everything plays without them.
        let _ = thread::Builder::new()
            .name("softly clips".to_owned())
            .spawn(move || {
                let ensemble = gather(&wanted, &mut |ensemble| tell(ensemble, false));
                let _ = tell(&ensemble, true);
            });
        Self(unwanted)
    }
}

impl Drop for Gathering {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
