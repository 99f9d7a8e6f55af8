//! A sound server of its own, with a device that swallows everything, and what was heard of it.

use std::io::Read;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::arrivals::Arrivals;
use super::heard::{Heard, RATE, monotonic};

/// How much of what is heard is read at a time: 5 ms.
const PART: usize = RATE / 200 * 4;

/// A server of `pulseaudio`, with one device and no hardware behind it.
pub(crate) struct Server {
    folder: tempfile::TempDir,
    server: Child,
}

impl Server {
    /// Whether there is one to start, and what lets ALSA's programs play through it.
    pub(crate) fn can_be_started() -> bool {
        let there = |program| {
            let asked = Command::new(program).arg("--version").output();
            asked.is_ok_and(|answer| answer.status.success())
        };
        let folders = std::fs::read_dir("/usr/lib")
            .into_iter()
            .flatten()
            .flatten();
        let mut plugins = folders.map(|folder| folder.path().join("alsa-lib"));
        there("pulseaudio")
            && there("parec")
            && plugins.any(|folder| folder.join("libasound_module_pcm_pulse.so").exists())
    }

    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("native");
        let server = Command::new("pulseaudio")
            .args([
                "-n",
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--use-pid-file=no",
            ])
            .args(["--disallow-module-loading", "--log-level=error"])
            .arg(format!(
                "--load=module-null-sink sink_name=ear format=float32le rate={RATE} channels=2"
            ))
            .arg(format!(
                "--load=module-native-protocol-unix auth-anonymous=1 socket={}",
                socket.display()
            ))
            .env("HOME", folder.path())
            .env("XDG_RUNTIME_DIR", folder.path())
            .env("XDG_CONFIG_HOME", folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let patience = Instant::now() + Duration::from_secs(30);
        while !socket.exists() {
            assert!(Instant::now() < patience, "the sound server does not start");
            thread::sleep(Duration::from_millis(20));
        }
        Self { folder, server }
    }

    fn address(&self) -> String {
        format!("unix:{}", self.folder.path().join("native").display())
    }

    /// Settings of ALSA that lead to this server.
    pub(crate) fn settings(&self) -> PathBuf {
        let path = self.folder.path().join("asound.conf");
        let address = self.address();
        let settings = format!(
            "</usr/share/alsa/alsa.conf>\npcm.!default {{ type pulse server \"{address}\" }}\n"
        );
        std::fs::write(&path, settings).unwrap();
        path
    }

    /// Begins to record what its device plays.
    pub(crate) fn record(&self) -> Recording {
        let mut recorder = Command::new("parec")
            .args(["--raw", "--device=ear.monitor", "--format=float32le"])
            .args(["--channels=2", "--latency-msec=5"])
            .arg(format!("--rate={RATE}"))
            .env("PULSE_SERVER", self.address())
            .env("HOME", self.folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut out = recorder.stdout.take().unwrap();
        let heard = thread::spawn(move || {
            let (mut left, mut part, mut filled) = (Vec::new(), [0; PART], 0);
            let mut arrivals = Arrivals::default();
            while let Ok(count @ 1..) = out.read(&mut part[filled..]) {
                filled += count;
                let whole = filled / 8 * 8;
                let frames = part[..whole].chunks_exact(8);
                left.extend(frames.map(|f| f32::from_le_bytes([f[0], f[1], f[2], f[3]])));
                part.copy_within(whole..filled, 0);
                filled -= whole;
                arrivals.note(monotonic(), left.len());
            }
            let played = arrivals.played();
            Heard { left, played }
        });
        Recording { recorder, heard }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// What is being heard.
pub(crate) struct Recording {
    recorder: Child,
    heard: thread::JoinHandle<Heard>,
}

impl Recording {
    /// Ends, and gives what was heard.
    pub(crate) fn end(mut self) -> Heard {
        let _ = self.recorder.kill();
        let _ = self.recorder.wait();
        self.heard.join().unwrap()
    }
}
