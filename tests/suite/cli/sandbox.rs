//! The program, run where nothing of the tester's own reaches it: a home of its own, an empty
//! environment, a deadline. What a person would see comes back as one text.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the outside of the program is made of clocks, threads and files"
)]

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long a command may take before it counts as hanging.
const DEADLINE: Duration = Duration::from_secs(30);

/// A home with a folder to work in.
pub(crate) struct Sandbox {
    home: TempDir,
    variables: Vec<(&'static str, &'static str)>,
}

/// What a command wrote, and how it ended.
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: Option<i32>,
}

impl Sandbox {
    /// A sandbox in which nothing has been made yet.
    pub(crate) fn new() -> Self {
        let home = TempDir::new().unwrap();
        std::fs::create_dir_all(home.path().join("work")).unwrap();
        Self {
            home,
            variables: Vec::new(),
        }
    }

    /// With one more variable in the otherwise bare environment.
    pub(crate) fn variable(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.push((name, value));
        self
    }

    /// A path in the folder in which commands run.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join("work").join(name)
    }

    /// Makes a file in the folder in which commands run.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), content).unwrap();
    }

    /// Makes a file in the folder whose sessions join the library.
    pub(crate) fn own(&self, name: &str, content: impl AsRef<[u8]>) {
        let folder = self.home.path().join("share/softly/sessions");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(name), content).unwrap();
    }

    /// What is in a file of the home, if it is there.
    pub(crate) fn read_home(&self, name: &str) -> Option<String> {
        std::fs::read_to_string(self.home.path().join(name)).ok()
    }

    /// Makes a file in the home, with the folders it lies in.
    pub(crate) fn write_home(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.home.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    /// Runs softly, and writes down everything a person would see.
    #[track_caller]
    pub(crate) fn softly(&self, arguments: &[&str]) -> String {
        self.run(arguments).to_string()
    }

    /// Runs softly.
    #[track_caller]
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = self.command(Path::new(program()));
        command.args(arguments);
        self.finish(command.spawn().unwrap())
    }

    /// Runs a line of shell, in which `$SOFTLY` is the program.
    #[track_caller]
    pub(crate) fn shell(&self, line: &str) -> Ran {
        let mut command = self.command(Path::new("/bin/bash"));
        command.env("SOFTLY", program()).args(["-c", line]);
        self.finish(command.spawn().unwrap())
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("HOME", self.home.path())
            .env("XDG_DATA_HOME", self.home.path().join("share"))
            .env("PATH", "/usr/bin:/bin")
            .env("TERM", "xterm-256color")
            .env("LC_ALL", "C.UTF-8")
            .envs(self.variables.iter().copied())
            .current_dir(self.path(""))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    #[track_caller]
    fn finish(&self, mut child: Child) -> Ran {
        let stdout = read_all(child.stdout.take().unwrap());
        let stderr = read_all(child.stderr.take().unwrap());
        let end = Instant::now() + DEADLINE;
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if Instant::now() > end {
                child.kill().unwrap();
                child.wait().unwrap();
                panic!("it hangs");
            }
            thread::sleep(Duration::from_millis(2));
        };
        let text = |reader: thread::JoinHandle<Vec<u8>>| {
            let bytes = reader.join().unwrap();
            let home = self.home.path().to_string_lossy();
            String::from_utf8(bytes).unwrap().replace(&*home, "~")
        };
        Ran {
            stdout: text(stdout),
            stderr: text(stderr),
            code: status.code(),
        }
    }
}

impl std::fmt::Display for Ran {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.stdout)?;
        if !self.stderr.is_empty() {
            write!(f, "--- stderr\n{}", self.stderr)?;
        }
        match self.code {
            Some(code) => writeln!(f, "--- exit {code}"),
            None => f.write_str("--- killed\n"),
        }
    }
}

/// The program under test.
fn program() -> &'static str {
    env!("CARGO_BIN_EXE_softly")
}

/// Reads to the end beside whatever else goes on, so that no pipe fills up.
fn read_all(mut from: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).unwrap();
        bytes
    })
}
