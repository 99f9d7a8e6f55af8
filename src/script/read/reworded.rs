//! Reads lines in other words, each under the line it stands for:
//! `anatomical = { "Some width low down." = "Some width around the pelvic floor." }`.

use super::by_line::ByLine;
use crate::script::choose::line;
use crate::script::limits::REWORDED;
use crate::script::parsed::Reworded;
use crate::script::reader::Given;

const ANATOMICAL: ByLine = ByLine {
    noun: "lines in other words",
    most: REWORDED,
    heading: "[anatomical]",
    wanted: "lines in curly brackets, two and two",
    example: "anatomical = { \"Some width low down.\" = \"Some width around the pelvic floor.\" }",
    like: "\"Some width around the pelvic floor.\"",
};

/// Lines in other words.
pub(in crate::script) fn reworded(given: Given<'_, '_>) -> Option<Vec<Reworded>> {
    let read = ANATOMICAL.read(given, line)?;
    let reworded = |(neutral, line)| Reworded { neutral, line };
    Some(read.into_iter().map(reworded).collect())
}
