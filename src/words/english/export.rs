//! English: a session as a track.

use crate::time::Ms;
use crate::words::export::{ExportWords, TrackWords};

pub(super) const EXPORT: ExportWords = ExportWords {
    track: TrackWords {
        pause_any_time: "You can pause this track, or stop it, whenever you like.",
        take_your_time: "There's time to settle. If you'd like more of it, pause here.",
        breath: "The sound rises as the breath comes in, and falls as it goes.",
        begins: "In a moment it begins, by itself.",
        stay_longer: "If you'd like longer here, pause the track.",
        settling: "Settling in",
        afterwards: "Afterwards",
        comment: "Guided practice by softly. It supports practice beside a pelvic-health \
                  therapist; it treats nothing and diagnoses nothing. If something hurts or feels \
                  wrong, stopping is the right thing.",
    },
    silent_build: "this softly was built without sound, so it cannot write a track. Built with \
                   cargo build --release it can.",
    no_ending: |file| {
        format!(
            "{file}: the ending of the name says what to write: .mp3 plays on every phone, .flac \
             and .wav keep every detail."
        )
    },
    other_ending: |ending| {
        format!(
            ".{ending} is not one that softly writes: .mp3 plays on every phone, .flac and .wav \
             keep every detail."
        )
    },
    is_there: |file| {
        format!("{file} is there already, and stays as it is. --force writes over it.")
    },
    not_a_file: |file| format!("{file} is a device or a pipe, not a file."),
    no_folder: |folder| format!("there is no folder called {folder}."),
    not_allowed: |folder| format!("you are not allowed to write in {folder}."),
    full: |file| {
        format!("the disk is full, so {file} was not written, and nothing was left behind.")
    },
    not_written: |file, error| format!("{file} could not be written ({error})."),
    unfit_title: |what| format!("the title has {what} in it, which players cannot show."),
    no_voice: "nothing here can speak the lines, and nobody has recorded them. softly doctor says \
               what helps; --voice off writes a track without a voice.",
    without_voice: "Nothing here can speak, and the lines are not recorded. So there is no voice.",
    some_unspoken: |spoken, all| {
        format!("Of {all} lines {spoken} are spoken; a quiet signal stands for the others.")
    },
    making_voice: "The lines are being spoken …",
    progress: |percent, left| match left {
        Some(left) => format!("{percent} %, {} left", seconds(left)),
        None => format!("{percent} %"),
    },
    stopped: "stopped, and nothing was left behind.",
    written: |title, file, length, bytes| {
        format!("{title} is in {file}: {length}, {}.", size(bytes))
    },
    settling: |length| format!("The first {length} are for settling in."),
};

fn seconds(left: Ms) -> String {
    match left.0.div_ceil(1000) {
        0 | 1 => "a second".to_owned(),
        seconds @ 2..=90 => format!("{seconds} seconds"),
        seconds => format!("{} minutes", seconds.div_ceil(60)),
    }
}

fn size(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}
