//! A program in a real pseudo-terminal, and the screen that a person would see.
//!
//! Every wait is for something to happen, with a generous deadline, and never for a time to pass:
//! the tests are quick on an idle machine and right on a busy one.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the outside of the program is made of clocks, threads and files"
)]

mod seen;
mod setup;

pub(crate) use setup::Setup;

use std::fs::OpenOptions;
use std::io::Write;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, MasterPty, PtySize};
use rustix::fs::OFlags;
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};
use seen::{Seen, Writer, type_into};
use std::os::unix::fs::OpenOptionsExt;
use tempfile::TempDir;

/// How long anything may take before the test fails.
const DEADLINE: Duration = Duration::from_secs(30);

/// A terminal with a program running in it.
pub(crate) struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Writer,
    reader: Option<JoinHandle<()>>,
    seen: Arc<Seen>,
    tty: PathBuf,
    found: String,
    home: TempDir,
}

impl Terminal {
    /// Waits until the screen is as wanted.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + DEADLINE;
        let mut so_far = self.seen.lock();
        while !wanted(so_far.parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            let contents = so_far.parser.screen().contents();
            assert!(!left.is_zero(), "{what}: never seen, but\n{contents}");
            so_far = self.seen.wait(so_far, left);
        }
    }

    /// Waits until a text is on the screen.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the program has the terminal and has drawn something.
    #[track_caller]
    pub(crate) fn wait_for_picture(&self) {
        self.wait_until("a picture", |screen| {
            screen.alternate_screen() && !screen.contents().trim().is_empty()
        });
    }

    /// Waits until the program has asked the terminal about itself, and was answered.
    #[track_caller]
    pub(crate) fn wait_until_answered(&self) {
        let end = Instant::now() + DEADLINE;
        let mut so_far = self.seen.lock();
        while !so_far.answered {
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "nothing was ever asked");
            so_far = self.seen.wait(so_far, left);
        }
    }

    /// Whether there was a picture before the program first asked the terminal about itself; none if
    /// it never did.
    pub(crate) fn drawn_before_asked(&self) -> Option<bool> {
        self.seen.lock().drawn_before_asked
    }

    /// Waits until a shell, or whoever started the program, has its own screen back.
    #[track_caller]
    pub(crate) fn wait_for_shell(&self) {
        self.wait_until("the shell's own screen", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor()
        });
    }

    /// Waits until nothing has been written for so long.
    #[track_caller]
    pub(crate) fn wait_until_quiet_for(&self, quiet: Duration) {
        let end = Instant::now() + DEADLINE;
        let mut so_far = self.seen.lock();
        loop {
            let (bytes, since) = (so_far.bytes, Instant::now());
            while so_far.bytes == bytes {
                let left = quiet.saturating_sub(since.elapsed());
                if left.is_zero() {
                    return;
                }
                so_far = self.seen.wait(so_far, left);
            }
            assert!(Instant::now() < end, "never quiet for {quiet:?}");
        }
    }

    /// How many bytes the program has written.
    pub(crate) fn bytes(&self) -> usize {
        self.seen.lock().bytes
    }

    /// How many of them were escape bytes.
    pub(crate) fn escapes(&self) -> usize {
        self.seen.lock().escapes
    }

    /// The text on the screen.
    pub(crate) fn contents(&self) -> String {
        self.seen.lock().parser.screen().contents()
    }

    /// What softly keeps in the home of the program, if anything.
    pub(crate) fn kept(&self) -> Option<String> {
        std::fs::read_to_string(setup::kept_file(self.home.path())).ok()
    }

    /// Chooses something elsewhere while the program runs.
    pub(crate) fn keep(&self, kept: &str) {
        setup::keep(self.home.path(), kept);
    }

    /// Types.
    pub(crate) fn send(&self, keys: &str) {
        type_into(&self.writer, keys.as_bytes());
    }

    /// Pastes, as a terminal does when asked to mark pastes.
    pub(crate) fn paste(&self, text: &str) {
        self.send(&format!("\x1b[200~{text}\x1b[201~"));
    }

    /// The process that was started.
    pub(crate) fn pid(&self) -> Pid {
        Pid::from_raw(self.child.process_id().unwrap().cast_signed()).unwrap()
    }

    /// The first process of the job in the foreground.
    pub(crate) fn foreground(&self) -> Pid {
        let leader = self.master.as_ref().unwrap().process_group_leader();
        Pid::from_raw(leader.unwrap()).unwrap()
    }

    /// Sends a signal to it.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// Makes the terminal another size.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        let (height, width) = (NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap());
        let mut so_far = self.seen.lock();
        so_far.parser.screen_mut().set_size(height, width);
        drop(so_far);
        let master = self.master.as_ref().unwrap();
        master.resize(pty_size(columns, rows)).unwrap();
    }

    /// Closes the terminal, as if its window were closed. Nothing more is typed into it.
    pub(crate) fn close(&mut self) {
        let options = &mut OpenOptions::new();
        options
            .write(true)
            .custom_flags(OFlags::NOCTTY.bits().cast_signed());
        let mut tty = options.open(&self.tty).unwrap();
        // The writer types a line end and an end of file when dropped, unless there is none.
        let mut modes = tcgetattr(&tty).unwrap();
        modes.special_codes[SpecialCodeIndex::VEOF] = 0;
        tcsetattr(&tty, OptionalActions::Now, &modes).unwrap();
        self.seen.closing.store(true, Ordering::SeqCst);
        tty.write_all(b"\0").unwrap();
        drop(tty);
        self.reader.take().unwrap().join().unwrap();
        *self.writer.lock().unwrap() = None;
        self.master = None;
    }

    /// Waits for the program to end, until all it wrote is on the screen, and gives its code.
    #[track_caller]
    pub(crate) fn wait_exit(&mut self) -> u32 {
        let end = Instant::now() + DEADLINE;
        let mut so_far = self.seen.lock();
        while !so_far.ended {
            let left = end.saturating_duration_since(Instant::now());
            let contents = so_far.parser.screen().contents();
            assert!(!left.is_zero(), "it does not end:\n{contents}");
            so_far = self.seen.wait(so_far, left);
        }
        drop(so_far);
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it does not end");
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Waits until the process is in a state, by its letter in `/proc`: `T` is stopped.
    #[cfg(target_os = "linux")]
    #[track_caller]
    pub(crate) fn wait_for_state(&self, wanted: char) {
        let end = Instant::now() + DEADLINE;
        let path = format!("/proc/{}/stat", self.pid().as_raw_nonzero());
        loop {
            let line = std::fs::read_to_string(&path).unwrap();
            let state = line
                .rsplit_once(") ")
                .and_then(|(_, rest)| rest.chars().next());
            if state == Some(wanted) {
                return;
            }
            assert!(Instant::now() < end, "{state:?} and never {wanted}");
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// What the program wrote to its standard error.
    pub(crate) fn stderr(&self) -> String {
        std::fs::read_to_string(self.home.path().join("stderr")).unwrap()
    }

    /// Fails unless the terminal is exactly as it was before the program started.
    #[track_caller]
    pub(crate) fn assert_as_found(&self) {
        assert_eq!(modes(&**self.master.as_ref().unwrap()), self.found);
        let so_far = self.seen.lock();
        let screen = so_far.parser.screen();
        assert!(!screen.alternate_screen(), "the other screen is left on");
        assert!(!screen.hide_cursor(), "the cursor is left hidden");
        assert!(!screen.bracketed_paste(), "marked pastes are left on");
        let mouse = screen.mouse_protocol_mode();
        assert_eq!(
            mouse,
            vt100::MouseProtocolMode::None,
            "the mouse is not given back"
        );
        let plain = vt100::Color::Default;
        assert_eq!((screen.fgcolor(), screen.bgcolor()), (plain, plain));
        assert_eq!(screen.contents().trim(), "", "something is left behind");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = kill_process(self.pid(), Signal::KILL);
        let _ = self.child.wait();
    }
}

fn pty_size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        ..PtySize::default()
    }
}

/// All modes of a terminal, in a form to compare.
fn modes(master: &dyn MasterPty) -> String {
    let modes = master.get_termios().unwrap();
    format!(
        "{:?} {:?} {:?} {:?} {:?}",
        modes.input_flags,
        modes.output_flags,
        modes.control_flags,
        modes.local_flags,
        modes.control_chars
    )
}
