//! How a program is started in a terminal: with nothing of the tester's own environment.
//!
//! It only starts; what happens then is the affair of the terminal it makes.
#![expect(
    clippy::disallowed_methods,
    reason = "the terminal is read in a thread"
)]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use portable_pty::{CommandBuilder, native_pty_system};
use tempfile::TempDir;

use super::seen::Seen;
use super::{Terminal, modes, pty_size};

/// Columns and rows at the start.
const SIZE: (u16, u16) = (80, 24);

/// How to start a program.
pub(crate) struct Setup {
    command: Vec<String>,
    variables: Vec<(String, String)>,
    kept: Option<String>,
}

impl Setup {
    /// A program by its path, with arguments, in a good terminal.
    pub(crate) fn new(program: &str, arguments: &[&str]) -> Self {
        let command = std::iter::once(&program).chain(arguments);
        let variables = [
            ("TERM", "xterm-256color"),
            ("COLORTERM", "truecolor"),
            ("LC_ALL", "C.UTF-8"),
            ("PATH", "/usr/bin:/bin"),
        ];
        Self {
            command: command.map(ToString::to_string).collect(),
            variables: variables
                .map(|(name, value)| (name.into(), value.into()))
                .into(),
            kept: None,
        }
    }

    /// With one more variable in its otherwise empty environment.
    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.into(), value.into()));
        self
    }

    /// With something in it that was chosen before.
    pub(crate) fn keeping(mut self, kept: &str) -> Self {
        self.kept = Some(kept.into());
        self
    }

    /// Starts it, with a home of its own and its standard error in a file.
    pub(crate) fn start(self) -> Terminal {
        let home = TempDir::new().unwrap();
        if let Some(kept) = &self.kept {
            keep(home.path(), kept);
        }
        let (columns, rows) = SIZE;
        let pty = native_pty_system()
            .openpty(pty_size(columns, rows))
            .unwrap();
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", "exec \"$0\" \"$@\" 2>\"$SOFTLY_TEST_STDERR\""]);
        command.args(&self.command);
        command.cwd(home.path());
        command.env_clear();
        command.env("HOME", home.path());
        command.env("SOFTLY_TEST_STDERR", home.path().join("stderr"));
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        let found = modes(&*pty.master);
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let seen = Arc::new(Seen::new(columns, rows));
        let reader = pty.master.try_clone_reader().unwrap();
        let follower = Arc::clone(&seen);
        let writer = Arc::new(Mutex::new(Some(pty.master.take_writer().unwrap())));
        let answering = Arc::clone(&writer);
        Terminal {
            tty: pty.master.tty_name().unwrap(),
            writer,
            reader: Some(std::thread::spawn(move || {
                follower.follow(reader, &answering);
            })),
            master: Some(pty.master),
            child,
            seen,
            found,
            home,
        }
    }
}

/// Where softly keeps what was chosen.
pub(super) fn kept_file(home: &Path) -> PathBuf {
    home.join(".local/share/softly/kept.toml")
}

/// Writes down a choice as if it had been made before, or elsewhere.
pub(super) fn keep(home: &Path, kept: &str) {
    let file = kept_file(home);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, kept).unwrap();
}
