//! What `softly record` can be asked for.

use std::path::PathBuf;

use clap::Args;

pub(super) const EXAMPLES: &str = "\
Examples:
  softly record evening.toml                   every line that is not recorded yet
  softly record evening.toml --line 7          begin at line 7
  softly record --list-devices                 the microphones there are
  softly record evening.toml --device USB      another microphone, by a part of its name
  softly show legs-resting --source > my-legs-resting.toml
                                               one of softly's own, as a file of yours

The recordings are sound files in a folder beside the file, which names them. Whoever gets them
can know you by your voice. Nothing is sent anywhere.";

/// What to record, and with what.
#[derive(Debug, Args)]
pub struct Record {
    /// The session file
    #[arg(value_name = "FILE", required_unless_present = "list_devices")]
    pub file: Option<PathBuf>,
    /// The line to begin at; the first that is not recorded yet without
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub line: Option<u32>,
    /// The microphone, by its name or a part of it; the one the system uses without
    #[arg(long, value_name = "NAME")]
    pub device: Option<String>,
    /// List the microphones there are
    #[arg(long)]
    pub list_devices: bool,
}
