//! Runs another program for as long as it is allowed to, gives it some text, and takes what it writes.
//!
//! There is no shell in between, and nothing of what is said stands on a command line. The program
//! gets a small environment, and its complaints are not heard. Whatever happens it is gone
//! afterwards.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::Why;

/// More than this no line of speech is, in bytes: more than a minute at the highest rate.
pub(super) const MOST_BYTES: u64 = 8 * 1024 * 1024;
/// What a speech program needs to know of the environment to find its own files.
const KEPT: [&str; 13] = [
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TMPDIR",
    "ESPEAK_DATA_PATH",
    "SystemRoot",
    "SystemDrive",
    "TEMP",
    "TMP",
    "LOCALAPPDATA",
    "USERPROFILE",
];
/// How often it is looked whether a program that says no more has ended.
const LOOK: Duration = Duration::from_millis(2);

/// A program that runs. Letting go of it ends it.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to kill.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a program writes when it is given some text, as long as it ends well and in time.
pub(super) fn answer(
    program: &Path,
    arguments: &[OsString],
    text: &str,
    patience: Duration,
) -> Result<Vec<u8>, Why> {
    let until = Instant::now() + patience;
    let mut running = start(program, arguments)?;
    let input = running.0.stdin.take();
    let output = running.0.stdout.take().ok_or(Why::Failed)?;
    let (written, read) = mpsc::channel();
    // Ends with the program, at the latest when that is killed.
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let result = output.take(MOST_BYTES + 1).read_to_end(&mut bytes);
        let _ = written.send(result.map(|_| bytes));
    });
    if let Some(mut input) = input {
        // A line is shorter than what a pipe holds: this does not wait. Whoever does not read fails
        // in another way.
        let _ = input.write_all(text.as_bytes());
    }
    let left = until.saturating_duration_since(Instant::now());
    let bytes = read.recv_timeout(left).map_err(|_| Why::TooSlow)?;
    let bytes = bytes.map_err(|_| Why::Failed)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Why::TooMuch);
    }
    ended_well(&mut running, until).map(|()| bytes)
}

fn start(program: &Path, arguments: &[OsString]) -> Result<Running, Why> {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env_clear()
        .envs(
            KEPT.iter()
                .filter_map(|name| Some((name, std::env::var_os(name)?))),
        )
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    // Nothing is found in the folder that softly happens to be started in.
    if let Some(folder) = program.parent() {
        command.current_dir(folder);
    }
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        const NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(NO_WINDOW);
    }
    let running = Running(command.spawn().map_err(|_| Why::Failed)?);
    yield_to_others(&running.0);
    Ok(running)
}

/// What is rendered ahead has time: the picture and the sound go first.
#[cfg(unix)]
fn yield_to_others(child: &Child) {
    const KIND: i32 = 10;
    let id = i32::try_from(child.id()).ok();
    if let Some(id) = id.and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::setpriority_process(Some(id), KIND);
    }
}

#[cfg(not(unix))]
fn yield_to_others(_: &Child) {}

fn ended_well(running: &mut Running, until: Instant) -> Result<(), Why> {
    loop {
        match running.0.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(_)) | Err(_) => return Err(Why::Failed),
            Ok(None) if Instant::now() >= until => return Err(Why::TooSlow),
            Ok(None) => thread::sleep(LOOK),
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(60);

    fn shell(script: &str, text: &str, patience: Duration) -> Result<Vec<u8>, Why> {
        let arguments = [OsString::from("-c"), OsString::from(script)];
        answer(Path::new("/bin/sh"), &arguments, text, patience)
    }

    #[test]
    fn what_is_said_goes_in_and_what_is_written_comes_out() {
        let there = shell("cat; echo complaint >&2", "-q $(id) `id`", LONG);
        assert_eq!(there, Ok(b"-q $(id) `id`".to_vec()));
    }

    #[test]
    fn whoever_fails_or_is_not_there_has_no_answer() {
        assert_eq!(shell("cat; exit 3", "x", LONG), Err(Why::Failed));
        let nowhere = Path::new("/nowhere/at-all");
        assert_eq!(answer(nowhere, &[], "x", LONG), Err(Why::Failed));
    }

    #[test]
    fn whoever_takes_too_long_is_ended() {
        let short = Duration::from_millis(100);
        let started = Instant::now();
        assert_eq!(shell("exec sleep 60", "", short), Err(Why::TooSlow));
        let closed = shell("exec >&-; exec sleep 60", "", short);
        assert_eq!(closed, Err(Why::TooSlow));
        assert!(started.elapsed() < Duration::from_secs(20));
    }

    #[test]
    fn whoever_never_stops_is_not_listened_to_for_ever() {
        let endless = shell("exec cat /dev/zero", "", LONG);
        assert_eq!(endless, Err(Why::TooMuch));
    }

    #[test]
    fn it_knows_little_of_the_environment() {
        let there = shell("env", "", LONG).map(|bytes| String::from_utf8(bytes).unwrap());
        let there = there.unwrap();
        let names = there.lines().filter_map(|line| line.split('=').next());
        let own = ["PWD", "OLDPWD", "SHLVL", "_"];
        for name in names {
            assert!(KEPT.contains(&name) || own.contains(&name), "{name}");
        }
        assert!(std::env::var_os("CARGO_MANIFEST_DIR").is_some());
    }
}
