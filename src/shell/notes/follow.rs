//! The side of the notes: looks for a session of the same user, and hands on what it tells.

use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use super::place;
use crate::app::Msg;
use crate::notes::{LONGEST, Told};
use crate::shell::wait::Waker;

/// How often somebody looks whether a session has begun, while there is none.
const LOOKS: Duration = Duration::from_millis(500);

/// Follows whatever session there is, one after the other, beside everything else.
pub(crate) fn follow(waker: Waker) -> Receiver<Msg> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        loop {
            if let Some(mut connection) = Connection::open() {
                while let Some(told) = connection.next() {
                    if send.send(Msg::Told(told)).is_err() {
                        return;
                    }
                    waker.wake();
                }
                if send.send(Msg::Told(Told::Nothing)).is_err() {
                    return;
                }
                waker.wake();
            }
            thread::sleep(LOOKS);
        }
    });
    receive
}

/// Says why no session could be followed here, if so.
pub(crate) fn is_possible() -> io::Result<()> {
    place::folder().map(drop)
}

/// A connection to a session.
#[derive(Debug)]
struct Connection(BufReader<UnixStream>);

impl Connection {
    /// To the session that began last, if there is any.
    fn open() -> Option<Self> {
        let sockets = place::sockets().ok()?;
        let stream = sockets.iter().find_map(|socket| connect(socket))?;
        Some(Self(BufReader::new(stream)))
    }

    /// The next thing that is told; none once the session is over, or tells what cannot be read.
    fn next(&mut self) -> Option<Told> {
        let mut line = Vec::new();
        let mut limited = self.0.by_ref().take(LONGEST);
        limited.read_until(b'\n', &mut line).ok()?;
        serde_json::from_slice(&line).ok()
    }
}

/// Connects to a socket. One that nobody listens at any more is taken away: its program was killed.
fn connect(socket: &Path) -> Option<UnixStream> {
    match UnixStream::connect(socket) {
        Ok(stream) => Some(stream),
        Err(error) => {
            if error.kind() == io::ErrorKind::ConnectionRefused {
                // Somebody else may have been quicker.
                let _ = fs::remove_file(socket);
            }
            None
        }
    }
}
