//! What `softly play` is asked: which session, how long, and what is to be heard of it.

use clap::Args;

use super::{ChoiceOptions, SoundOptions, Switch};
use crate::settings::{Settings, Spoken};

pub(super) const EXAMPLES: &str = "\
Examples:
  softly play first-soft-breaths
  softly play childs-pose-supported --position side-lying
  softly play childs-pose-supported --eyes-closed
  softly play legs-resting --minutes 5 --own-pace
  softly play legs-resting --bed rain --bells chime
  softly play letting-go.toml --no-sound";

/// What to play, and how.
#[derive(Debug, Args)]
pub struct Play {
    /// A session's name, or a session file
    #[arg(value_name = "NAME|FILE")]
    pub session: String,
    /// The length and the breath.
    #[command(flatten)]
    pub choices: ChoiceOptions,
    /// Everything said aloud, and any key pauses
    #[arg(long)]
    pub eyes_closed: bool,
    /// Begin without waiting at the set-up
    #[arg(long)]
    pub now: bool,
    /// My therapist and I chose this: past the page that asks for that
    #[arg(long)]
    pub with_therapist: bool,
    /// What is heard.
    #[command(flatten)]
    pub sounds: SoundOptions,
}

impl SoundOptions {
    /// The settings, with what was asked for in place of what is set.
    #[must_use]
    pub fn over(&self, settings: Settings) -> Settings {
        let spoken = self.voice.map(|voice| match voice {
            Switch::On => Spoken::On,
            Switch::Off => Spoken::Off,
        });
        let asked = [
            self.breath_volume,
            self.bells_volume,
            self.bed_volume,
            self.voice_volume,
        ];
        let mut volumes = settings.volumes;
        for (volume, asked) in volumes.iter_mut().zip(asked) {
            *volume = asked.unwrap_or(*volume);
        }
        Settings {
            timbre: self.breath.or(settings.timbre),
            bell: self.bells.or(settings.bell),
            bed: self.bed.or(settings.bed),
            spoken: spoken.unwrap_or(settings.spoken),
            volumes,
            ..settings
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::{Cli, Command};
    use crate::score::{Bed, Timbre, Volume};
    use crate::settings::SoundPart;

    #[test]
    fn what_is_asked_for_goes_before_what_is_set_and_the_rest_stays() {
        let set = Settings {
            timbre: Some(Timbre::Pad),
            bed: Some(Bed::Sea),
            ..Settings::default()
        };
        let typed =
            "softly play legs-resting --bed none --voice off --bells-volume 3 --eyes-closed";
        let cli = Cli::try_parse_from(typed.split(' ')).unwrap();
        let Some(Command::Play(play)) = cli.command else {
            panic!("not play")
        };
        assert!(play.eyes_closed);
        let heard = play.sounds.over(set);
        assert_eq!((heard.timbre, heard.bell), (Some(Timbre::Pad), None));
        assert_eq!((heard.bed, heard.spoken), (Some(Bed::None), Spoken::Off));
        assert_eq!(heard.volume(SoundPart::Bells), Volume::of(3));
        assert_eq!(heard.volume(SoundPart::Voice), Volume::FULL);
    }
}
