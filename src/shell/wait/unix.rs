//! Waiting on Unix: one `poll` over the terminal and a pair of sockets.
//!
//! It reads the terminal only after `poll` has said that there is something, and only once, so
//! that no read can ever block.

use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::stdio::stdin;

use super::Event;
use crate::shell::decode::Decoder;
use crate::shell::signals::{Caught, Signals};
use crate::shell::terminal;

/// Waits for what comes from outside.
#[derive(Debug)]
pub struct Waiter {
    wakes: UnixStream,
    waker: Waker,
    signals: Signals,
    decoder: Decoder,
    last_byte: Instant,
    queue: VecDeque<Event>,
    /// Whether the standard input is listened to.
    listens: bool,
}

/// Lets another thread end a wait. Cheap to clone, and never blocks.
#[derive(Clone, Debug)]
pub struct Waker {
    called: Arc<AtomicBool>,
    wake: Arc<UnixStream>,
}

impl Waker {
    /// Ends the present wait, or the next one, with [`Event::Woken`].
    pub fn wake(&self) {
        if !self.called.swap(true, Ordering::SeqCst) {
            // If the socket is full, then a byte is in it that will do as well.
            let _ = (&*self.wake).write(&[0]);
        }
    }
}

impl Waiter {
    /// Watches signals and the standard input from now on. Make one, in the thread that waits.
    pub fn new() -> io::Result<Self> {
        Self::watching(true)
    }

    /// Watches signals only: the standard input is none of its concern.
    pub fn deaf() -> io::Result<Self> {
        Self::watching(false)
    }

    fn watching(listens: bool) -> io::Result<Self> {
        let (wakes, wake) = UnixStream::pair()?;
        wakes.set_nonblocking(true)?;
        wake.set_nonblocking(true)?;
        let signals = Signals::watch(&wake)?;
        let waker = Waker {
            called: Arc::new(AtomicBool::new(false)),
            wake: Arc::new(wake),
        };
        be_woken_in_time();
        Ok(Self {
            wakes,
            waker,
            signals,
            decoder: Decoder::default(),
            last_byte: Instant::now(),
            queue: VecDeque::with_capacity(64),
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

    /// Waits until something comes, but at most `left` in real time; for ever if that is `None`.
    ///
    /// It may return early with nothing, as after a signal; ask the clock again.
    pub fn wait(&mut self, left: Option<Duration>) -> io::Result<()> {
        if !self.queue.is_empty() {
            return Ok(());
        }
        let timeout = shorter(left, self.patience_left());
        let timeout = timeout.and_then(|timeout| Timespec::try_from(timeout).ok());
        let stdin = stdin();
        let mut watched = [
            PollFd::new(&self.wakes, PollFlags::IN),
            PollFd::new(&stdin, PollFlags::IN),
        ];
        let watched = if self.listens {
            &mut watched[..]
        } else {
            &mut watched[..1]
        };
        match poll(watched, timeout.as_ref()) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let woken = watched[0].revents();
        let terminal = watched.get(1).map_or(PollFlags::empty(), PollFd::revents);
        if !woken.is_empty() {
            self.take_wakes();
        }
        if terminal.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            self.queue.push_back(Event::Gone);
        } else if terminal.contains(PollFlags::IN) {
            self.take_bytes()?;
        } else if self.patience_left().is_some_and(|left| left.is_zero()) {
            self.decoder.give_up(&mut self.queue);
        }
        Ok(())
    }

    fn patience_left(&self) -> Option<Duration> {
        let patience = self.decoder.patience()?;
        Some(patience.saturating_sub(self.last_byte.elapsed()))
    }

    fn take_wakes(&mut self) {
        let mut bytes = [0; 64];
        while matches!(self.wakes.read(&mut bytes), Ok(count) if count > 0) {}
        for caught in self.signals.take() {
            match caught {
                Caught::Signal(signal) => self.queue.push_back(Event::Signal(signal)),
                Caught::Resized => {
                    let size = terminal::size();
                    self.queue
                        .extend(size.map(|(columns, rows)| Event::Resize(columns, rows)));
                }
            }
        }
        if self.waker.called.swap(false, Ordering::SeqCst) {
            self.queue.push_back(Event::Woken);
        }
    }

    fn take_bytes(&mut self) -> io::Result<()> {
        let mut bytes = [0; 4096];
        match rustix::io::read(stdin(), &mut bytes) {
            Ok(0) | Err(Errno::IO | Errno::BADF) => self.queue.push_back(Event::Gone),
            Ok(count) => {
                self.decoder.feed(&bytes[..count], &mut self.queue);
                self.last_byte = Instant::now();
            }
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(error) => return Err(error.into()),
        }
        if self.queue.contains(&Event::Answered) {
            terminal::question_answered();
        }
        Ok(())
    }
}

fn shorter(one: Option<Duration>, other: Option<Duration>) -> Option<Duration> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// Linux lets a wait run over by 50 microseconds to save wake-ups. softly has few of them.
fn be_woken_in_time() {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let _ = rustix::thread::set_current_timer_slack(std::num::NonZeroU64::new(1));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_waker_wakes_from_another_thread_and_only_once() {
        let mut waiter = Waiter::new().unwrap();
        let waker = waiter.waker();
        let thread = std::thread::spawn(move || {
            waker.wake();
            waker.wake();
        });
        thread.join().unwrap();
        // Signals that another test sends itself may be among them.
        for times in [1, 0] {
            waiter.take_wakes();
            let woken = |event: &Event| *event == Event::Woken;
            assert_eq!(waiter.queue.drain(..).filter(woken).count(), times);
        }
    }

    #[test]
    fn the_shorter_of_two_waits_counts() {
        let (short, long) = (Duration::from_millis(1), Duration::from_millis(2));
        assert_eq!(shorter(None, None), None);
        assert_eq!(shorter(Some(long), None), Some(long));
        assert_eq!(shorter(Some(long), Some(short)), Some(short));
    }
}
