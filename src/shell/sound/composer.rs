//! Making scores and levelling words on a thread of its own, so that neither the device nor a pause
//! waits for it.
//!
//! It opens nothing and decides nothing. What it makes is freed where it was asked for.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::desk::Ask;
use crate::score::{Clip, Ensemble, Score, Volume};
use crate::timeline::Timeline;

/// How loud words are spoken, in LUFS, where somebody wants them as loud as they were made for.
const SPOKEN_LUFS: f64 = -23.0;

/// What is to be made.
#[derive(Debug)]
pub(super) enum Work {
    /// The score of a session.
    Score {
        timeline: Arc<Timeline>,
        ensemble: Arc<Ensemble>,
        /// Which version of the ensemble that is.
        version: u64,
        rate: u32,
    },
    /// Words for an aside: at a sample rate and as loud as they are to be.
    Words {
        /// Which saying they belong to.
        number: u64,
        clip: Clip,
        rate: u32,
        volume: Volume,
    },
}

/// What has been made.
#[derive(Debug)]
pub(super) enum Made {
    Score {
        score: Arc<Score>,
        /// Which version of the ensemble it plays.
        version: u64,
    },
    Words {
        /// Which saying they belong to.
        number: u64,
        clip: Clip,
    },
}

/// Somebody who makes them, one after the other.
#[derive(Debug)]
pub(super) struct Composer(Option<Sender<Work>>);

impl Composer {
    /// One that hands over to the sound thread.
    pub(super) fn start(asks: Sender<Ask>) -> Self {
        let (work, wanted) = mpsc::channel();
        let spawned = thread::Builder::new()
            .name("softly score".to_owned())
            .spawn(move || compose(&wanted, &asks));
        Self(spawned.is_ok().then_some(work))
    }

    /// Asks for something to be made.
    pub(super) fn ask(&self, work: Work) {
        if let Some(asked) = &self.0 {
            // Without a thread nothing is heard, which is all there is to know.
            let _ = asked.send(work);
        }
    }
}

fn compose(wanted: &Receiver<Work>, asks: &Sender<Ask>) {
    let mut last: Option<Arc<Score>> = None;
    while let Ok(work) = wanted.recv() {
        let made = match work {
            Work::Score {
                timeline,
                ensemble,
                version,
                rate,
            } => {
                let score = Arc::new(match last.filter(|last| last.rate() == rate) {
                    Some(last) => last.with(timeline, &ensemble),
                    None => Score::new(timeline, &ensemble, rate),
                });
                last = Some(Arc::clone(&score));
                Made::Score { score, version }
            }
            Work::Words {
                number,
                clip,
                rate,
                volume,
            } => Made::Words {
                number,
                clip: levelled(&clip, volume).at(rate),
            },
        };
        if asks.send(Ask::Made(made)).is_err() {
            return;
        }
    }
}

/// A clip as loud as words are spoken at a volume.
fn levelled(clip: &Clip, volume: Volume) -> Clip {
    let loudness = clip.loudness().unwrap_or(SPOKEN_LUFS);
    let quieter = 20.0 * volume.gain().log10();
    clip.louder((SPOKEN_LUFS - loudness) as f32 + quieter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_loud_as_a_person_wants_them_whatever_they_were_made_from() {
        for amplitude in [300.0, 3000.0, 30_000.0] {
            let sample = |n: i32| (amplitude * (f64::from(n) * 0.06).sin()) as i16;
            let clip = Clip::mono(22_050, (0..44_100).map(sample).collect::<Vec<_>>());
            for (volume, lufs) in [(10, -23.0), (8, -29.0)] {
                let levelled = levelled(&clip, Volume::of(volume)).loudness();
                let off = levelled.unwrap_or_default() - lufs;
                assert!(off.abs() < 0.5, "{amplitude} at {volume}: {levelled:?}");
            }
        }
    }
}
