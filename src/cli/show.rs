//! What `softly show` can be asked for.

use clap::Args;

use super::ChoiceOptions;

/// What to show, and how.
#[derive(Debug, Args)]
pub struct Show {
    /// A session's name, or a session file
    #[arg(value_name = "NAME|FILE")]
    pub session: String,
    /// As JSON, for other programs
    #[arg(long)]
    pub json: bool,
    /// One of softly's own as it is written, to save as a file of yours
    #[arg(long, conflicts_with_all = ["json", "notes"])]
    pub source: bool,
    /// With the notes for the therapist
    #[arg(long)]
    pub notes: bool,
    /// The length and the breath it would be played with.
    #[command(flatten)]
    pub choices: ChoiceOptions,
}
