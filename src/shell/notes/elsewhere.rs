//! Where there are no sockets that only one user can open, a session cannot be followed.

use std::io;
use std::sync::mpsc::{self, Receiver};

use crate::app::{App, Msg};
use crate::shell::wait::Waker;
use crate::time::Now;

/// A session that can be followed: none can.
#[derive(Debug)]
pub(crate) struct Share(std::convert::Infallible);

impl Share {
    /// Says that it is not possible.
    pub(crate) fn open() -> io::Result<Self> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Tells what has changed.
    pub(crate) fn tell(&mut self, _app: &App, _now: Now) {
        match self.0 {}
    }
}

/// It is not possible.
pub(crate) fn is_possible() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Follows nothing: nobody will ever send.
pub(crate) fn follow(_waker: Waker) -> Receiver<Msg> {
    mpsc::channel().1
}
