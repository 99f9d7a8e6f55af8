//! The side of the session: whoever connects is told what is played, and then whatever changes.
//!
//! Two threads of their own do it, one that lets people in and one that writes, so that nobody who
//! reads slowly can hold up a breath. Both sleep while nothing happens.

use std::fs;
use std::io::{self, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use super::place;
use crate::app::App;
use crate::notes::{Sharing, Told};
use crate::time::Now;

/// Somebody who does not read for so long is let go.
const PATIENCE: Duration = Duration::from_millis(500);

/// A session that can be followed, until this is dropped.
#[derive(Debug)]
pub(crate) struct Share {
    socket: PathBuf,
    post: Sender<Post>,
    sharing: Sharing,
}

/// What the writing thread is handed.
enum Post {
    Reader(UnixStream),
    Told(Told),
}

impl Share {
    /// Opens the way for others of the same user.
    pub(crate) fn open() -> io::Result<Self> {
        let socket = place::own_socket()?;
        // One that an earlier program of the same number left behind.
        if let Err(error) = fs::remove_file(&socket)
            && error.kind() != io::ErrorKind::NotFound
        {
            return Err(error);
        }
        let listener = UnixListener::bind(&socket)?;
        let (post, letters) = mpsc::channel();
        let door = post.clone();
        thread::spawn(move || let_in(&listener, &door));
        thread::spawn(move || write_to_all(&letters));
        Ok(Self {
            socket,
            post,
            sharing: Sharing::default(),
        })
    }

    /// Tells what has changed.
    pub(crate) fn tell(&mut self, app: &App, now: Now) {
        for told in self.sharing.news(app, now) {
            // The writing thread ends only with the program.
            let _ = self.post.send(Post::Told(told));
        }
    }
}

/// No session is to be found any more.
impl Drop for Share {
    fn drop(&mut self) {
        // Somebody may have taken it away already.
        let _ = fs::remove_file(&self.socket);
    }
}

fn let_in(listener: &UnixListener, door: &Sender<Post>) {
    for stream in listener.incoming().flatten() {
        if stream.set_write_timeout(Some(PATIENCE)).is_ok()
            && door.send(Post::Reader(stream)).is_err()
        {
            return;
        }
    }
}

/// Writes to everybody. Whoever comes later is first told what the others know.
fn write_to_all(letters: &Receiver<Post>) {
    let mut readers: Vec<UnixStream> = Vec::new();
    let mut known: [Option<Vec<u8>>; 2] = [None, None];
    for post in letters {
        match post {
            Post::Reader(mut reader) => {
                let mut told = known.iter().flatten();
                if told.all(|line| reader.write_all(line).is_ok()) {
                    readers.push(reader);
                }
            }
            Post::Told(told) => {
                let Ok(mut line) = serde_json::to_vec(&told) else {
                    continue;
                };
                line.push(b'\n');
                readers.retain_mut(|reader| reader.write_all(&line).is_ok());
                known = match (told, known) {
                    (Told::Place(_), [outline, _]) => [outline, Some(line)],
                    (Told::Outline(_), _) => [Some(line), None],
                    (Told::Nothing, _) => [None, None],
                };
            }
        }
    }
}
