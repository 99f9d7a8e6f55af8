//! The options of `softly export`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::ChoiceOptions;
use crate::score::{Bed, Bell, Timbre, Volume};

pub(super) const EXAMPLES: &str = "\
Examples:
  softly export legs-resting --audio legs-resting.mp3       for a phone
  softly export legs-resting --audio Music --minutes 15     named by its title, in that folder
  softly export letting-go.toml --audio letting-go.flac --bed rain --voice off

The ending of the name says what is written: .mp3 plays on every phone, .flac and .wav keep every
detail. Nothing is written but that file, and nothing about you is in it.";

/// What to take along, and as what.
#[derive(Debug, Args)]
pub struct Export {
    /// A session's name, or a session file
    #[arg(value_name = "NAME|FILE")]
    pub session: String,
    /// Write it as a track: a file that ends in .mp3, .flac or .wav, or a folder for an .mp3
    #[arg(long, value_name = "FILE", required = true)]
    pub audio: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long)]
    pub force: bool,
    /// What the track is called, in place of the session's neutral title
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Begin at once, without what is said before it about the position
    #[arg(long)]
    pub no_opening: bool,
    /// My therapist and I chose this: also a session that asks for that
    #[arg(long)]
    pub with_therapist: bool,
    /// The length and the breath.
    #[command(flatten)]
    pub choices: ChoiceOptions,
    /// What is heard.
    #[command(flatten)]
    pub sounds: SoundOptions,
}

/// What is heard in a track.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Sounds")]
pub struct SoundOptions {
    /// Whether lines are spoken
    #[arg(long, value_enum, value_name = "ON|OFF")]
    pub voice: Option<Switch>,
    /// What a breath sounds like
    #[arg(long, value_enum)]
    pub breath: Option<Timbre>,
    /// What the bells are
    #[arg(long, value_enum)]
    pub bells: Option<Bell>,
    /// What lies below everything
    #[arg(long, value_enum)]
    pub bed: Option<Bed>,
    /// How loud lines are spoken, from 0 to 10
    #[arg(long, value_name = "N", value_parser = volume)]
    pub voice_volume: Option<Volume>,
    /// How loud the breath is, from 0 to 10
    #[arg(long, value_name = "N", value_parser = volume)]
    pub breath_volume: Option<Volume>,
    /// How loud the bells are, from 0 to 10
    #[arg(long, value_name = "N", value_parser = volume)]
    pub bells_volume: Option<Volume>,
    /// How loud the bed is, from 0 to 10
    #[arg(long, value_name = "N", value_parser = volume)]
    pub bed_volume: Option<Volume>,
}

/// Something that is on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// With it
    On,
    /// Without it
    Off,
}

fn volume(typed: &str) -> Result<Volume, &'static str> {
    const STEPS: &str = "volumes are whole numbers from 0, which is silence, to 10";
    let steps: u8 = typed.parse().map_err(|_| STEPS)?;
    if steps > Volume::FULL.steps() {
        return Err(STEPS);
    }
    Ok(Volume::of(steps))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_volume_is_a_number_from_nothing_to_ten() {
        assert_eq!(volume("0"), Ok(Volume::SILENT));
        assert_eq!(volume("10"), Ok(Volume::FULL));
        for typed in ["11", "-1", "loud", ""] {
            assert!(volume(typed).is_err(), "{typed}");
        }
    }
}
