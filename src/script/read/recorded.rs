//! Reads recordings, each under the words that are spoken in it:
//! `recordings = { "There is no hurry." = "voice/01.flac" }`.

use super::by_line::ByLine;
use crate::script::limits::RECORDED;
use crate::script::names::file;
use crate::script::parsed::Recorded;
use crate::script::reader::Given;

const RECORDINGS: ByLine = ByLine {
    noun: "recordings",
    most: RECORDED,
    heading: "[recordings]",
    wanted: "lines with their sound files, in curly brackets",
    example: "recordings = { \"There is no hurry.\" = \"voice/01.flac\" }",
    like: "\"voice/01.flac\"",
};

/// Lines that somebody has recorded.
pub(in crate::script) fn recorded(given: Given<'_, '_>) -> Option<Vec<Recorded>> {
    let read = RECORDINGS.read(given, file)?;
    let recorded = |(line, file)| Recorded { line, file };
    Some(read.into_iter().map(recorded).collect())
}
