//! A session as a track: what is spoken around it, and what the command that writes it says.
//!
//! Names of commands, options and endings of files stay as they are typed, in every language.

use crate::time::Ms;

/// The words in one language. The functions write whole sentences.
#[derive(Debug)]
pub struct ExportWords {
    /// What is spoken around a session, and written into its file.
    pub track: TrackWords,
    /// This softly was built without sound.
    pub silent_build: &'static str,
    /// A file's name has no ending.
    pub no_ending: fn(&str) -> String,
    /// A file's name has an ending, that is not one of those that are written.
    pub other_ending: fn(&str) -> String,
    /// There is such a file already.
    pub is_there: fn(&str) -> String,
    /// There is something of that name that is no file.
    pub not_a_file: fn(&str) -> String,
    /// The folder of a file is not there.
    pub no_folder: fn(&str) -> String,
    /// Nothing may be written in the folder of a file.
    pub not_allowed: fn(&str) -> String,
    /// There is no room left on the disk.
    pub full: fn(&str) -> String,
    /// It could not be written, and what the system says.
    pub not_written: fn(&str, &str) -> String,
    /// A title has a character that cannot be written.
    pub unfit_title: fn(&str) -> String,
    /// A voice was asked for, and there is none.
    pub no_voice: &'static str,
    /// There is no voice, so the track goes without.
    pub without_voice: &'static str,
    /// So many lines of so many are spoken.
    pub some_unspoken: fn(usize, usize) -> String,
    /// While the lines are made.
    pub making_voice: &'static str,
    /// How far it is in percent, and how long it still takes, if that is known.
    pub progress: fn(u64, Option<Ms>) -> String,
    /// Somebody broke it off.
    pub stopped: &'static str,
    /// What was written: the title, the file, how long it is, and its bytes.
    pub written: fn(&str, &str, Ms, u64) -> String,
    /// So long is for settling in.
    pub settling: fn(Ms) -> String,
}

/// What is spoken around a session, and written into its file.
#[derive(Debug)]
pub struct TrackWords {
    /// How to pause and stop.
    pub pause_any_time: &'static str,
    /// Time to settle.
    pub take_your_time: &'static str,
    /// How the sound goes with the breath.
    pub breath: &'static str,
    /// It begins soon.
    pub begins: &'static str,
    /// Where a session would wait.
    pub stay_longer: &'static str,
    /// The chapter before the session.
    pub settling: &'static str,
    /// The chapter after it.
    pub afterwards: &'static str,
    /// What softly is, and is not; written into the file.
    pub comment: &'static str,
}
