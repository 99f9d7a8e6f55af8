//! Pieces of a track: made by several threads, handed over in order.
//!
//! Each thread makes every so many-th piece and waits with the next one until its last has been
//! taken, so that there are never more than a few of them.

use std::ops::ControlFlow;
use std::sync::mpsc::sync_channel;
use std::thread;

use super::{Broken, News, PIECE};
use crate::score::{Mixdown, dithered};

/// The most threads; beyond it the one that writes cannot keep up.
const MOST_THREADS: usize = 8;

/// Makes `count` pieces and hands each to `take`, in order.
pub(super) fn in_order<T: Send>(
    count: u64,
    make: impl Fn(u64) -> T + Sync,
    mut take: impl FnMut(u64, T) -> Result<(), Broken>,
) -> Result<(), Broken> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let threads = threads.min(MOST_THREADS) as u64;
    let make = &make;
    thread::scope(|scope| {
        let made: Vec<_> = (0..threads)
            .map(|first| {
                let (hand_over, made) = sync_channel(1);
                scope.spawn(move || {
                    let mut own = (first..count).step_by(threads as usize);
                    // Whoever takes them may have stopped.
                    let _ = own.try_for_each(|piece| hand_over.send(make(piece)));
                });
                made
            })
            .collect();
        for piece in 0..count {
            let Ok(one) = made[(piece % threads) as usize].recv() else {
                // A thread has broken; leaving the scope tells of it.
                return Err(Broken::Off);
            };
            take(piece, one)?;
        }
        Ok(())
    })
}

/// Hands every sample of a track to `take`, in order, left and right in turn.
pub(super) fn samples(
    mixdown: &Mixdown,
    news: News<'_>,
    mut take: impl FnMut(&[i16]) -> Result<(), Broken>,
) -> Result<(), Broken> {
    let length = mixdown.length_in_frames();
    let count = length.div_ceil(PIECE as u64);
    let make = |piece: u64| {
        let from = piece * PIECE as u64;
        let frames = (length - from).min(PIECE as u64);
        let mut sound = vec![[0.0; 2]; frames as usize];
        mixdown.fill(from, &mut sound);
        dithered(from, &sound)
    };
    in_order(count, make, |piece, samples| {
        take(&samples)?;
        tell(
            news,
            (piece * PIECE as u64 + samples.len() as u64 / 2).min(length),
        )
    })
}

/// Says how far it is.
pub(super) fn tell(news: News<'_>, frames: u64) -> Result<(), Broken> {
    match news(frames) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Broken::Off),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_come_in_order_whoever_makes_them() {
        for count in [0, 1, 2, 3, 17, 100] {
            let mut taken = Vec::new();
            let make = |piece: u64| piece * piece;
            in_order(count, make, |piece, made| {
                taken.push((piece, made));
                Ok(())
            })
            .unwrap();
            let expected: Vec<(u64, u64)> = (0..count).map(|n| (n, n * n)).collect();
            assert_eq!(taken, expected);
        }
    }

    #[test]
    fn whoever_takes_them_can_stop_and_nobody_goes_on() {
        let made = std::sync::atomic::AtomicU64::new(0);
        let make = |_| made.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let ended = in_order(1_000_000, make, |piece, _| match piece {
            0..3 => Ok(()),
            _ => Err(Broken::Off),
        });
        assert!(matches!(ended, Err(Broken::Off)));
        let made = made.into_inner();
        assert!(made <= 4 + 3 * MOST_THREADS as u64, "{made}");
    }
}
