//! What a person sets once for every session: the picture, the colours, motion, sound.
//!
//! Everything is left to softly until somebody chooses. A [`Setting`] is one line of the settings, a
//! [`Chosen`] one of its choices, so that the screen, the file and the command line all go through
//! the same table. Nothing here knows what the terminal can do.

mod sounds;

pub use sounds::{SoundPart, Spoken};

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::score::{Bed, Bell, Timbre, Volume};

/// What the breath looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Picture {
    /// Six glassy petals that open and turn
    #[default]
    Bloom,
    /// Water that rises and falls
    Tide,
    /// A glowing ball that widens
    Orb,
    /// A bar that opens from its middle
    Gauge,
    /// The body from the side, with the diaphragm and the pelvic floor
    Body,
    /// No picture: the words alone
    Words,
}

/// Which colours everything has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Colours {
    /// Dark or light, as the terminal is
    #[default]
    Auto,
    /// Light on dark
    Dark,
    /// Dark on light
    Light,
    /// Dim amber on black, for the night
    Night,
    /// Black and white, as far apart as can be
    Contrast,
    /// The sixteen colours of the terminal itself, on its own background
    Terminal,
}

/// How much moves. The times of words never change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Moves {
    /// As the environment asks, or else fully
    #[default]
    Auto,
    /// The picture moves with the breath
    Full,
    /// The picture changes once a phase
    Reduced,
    /// There is no picture
    None,
}

/// How much is sent to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Detail {
    /// Few flat colours over a connection, all of them otherwise
    #[default]
    Auto,
    /// All the colours there are
    Full,
    /// Few flat colours, for slow lines
    Light,
}

/// Whether there is sound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Heard {
    /// Sound follows the breath
    #[default]
    On,
    /// No sound
    Off,
}

/// How much lines of text say while a session plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Announce {
    /// Every phase of the breath, every part and every line
    #[default]
    Phase,
    /// Every part and every line
    Part,
    /// Nothing but what one has to know
    None,
}

/// Whether the last practice is found again the next time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Remembers {
    /// Nothing is written down about what is practised
    #[default]
    Nothing,
    /// The name of the last practice, so that it stands first
    Last,
}

/// Everything that is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What the breath looks like.
    pub picture: Picture,
    /// Which colours everything has.
    pub colours: Colours,
    /// How much moves.
    pub moves: Moves,
    /// How much is sent to the terminal.
    pub detail: Detail,
    /// Whether there is sound.
    pub heard: Heard,
    /// How much lines of text say.
    pub announce: Announce,
    /// Whether the last practice is found again.
    pub remembers: Remembers,
    /// What a breath sounds like; as the session has it where nothing is chosen.
    pub timbre: Option<Timbre>,
    /// What the bells are; as the session has them where nothing is chosen.
    pub bell: Option<Bell>,
    /// What lies below everything; as the session has it where nothing is chosen.
    pub bed: Option<Bed>,
    /// Whether lines are spoken.
    pub spoken: Spoken,
    /// How loud each part is, in the order of [`SoundPart::ALL`].
    pub volumes: [Volume; SoundPart::ALL.len()],
}

/// One of the things that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// What the breath looks like.
    Picture,
    /// Which colours everything has.
    Colours,
    /// How much moves.
    Moves,
    /// How much is sent to the terminal.
    Detail,
    /// Whether there is sound.
    Heard,
    /// How much lines of text say.
    Announce,
    /// Whether the last practice is found again.
    Remembers,
    /// What a breath sounds like.
    Timbre,
    /// What the bells are.
    Bell,
    /// What lies below everything.
    Bed,
    /// Whether lines are spoken.
    Spoken,
    /// How loud a part is.
    Volume(SoundPart),
}

/// One of the choices that a setting has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// What the breath looks like.
    Picture(Picture),
    /// Which colours everything has.
    Colours(Colours),
    /// How much moves.
    Moves(Moves),
    /// How much is sent to the terminal.
    Detail(Detail),
    /// Whether there is sound.
    Heard(Heard),
    /// How much lines of text say.
    Announce(Announce),
    /// Whether the last practice is found again.
    Remembers(Remembers),
    /// What a breath sounds like.
    Timbre(Option<Timbre>),
    /// What the bells are.
    Bell(Option<Bell>),
    /// What lies below everything.
    Bed(Option<Bed>),
    /// Whether lines are spoken.
    Spoken(Spoken),
    /// How loud a part is.
    Volume(SoundPart, Volume),
}

impl Setting {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 15] = [
        Self::Picture,
        Self::Colours,
        Self::Moves,
        Self::Detail,
        Self::Heard,
        Self::Announce,
        Self::Remembers,
        Self::Timbre,
        Self::Volume(SoundPart::Breath),
        Self::Bell,
        Self::Volume(SoundPart::Bells),
        Self::Bed,
        Self::Volume(SoundPart::Bed),
        Self::Spoken,
        Self::Volume(SoundPart::Voice),
    ];

    /// The name it has in the file of what a person chose.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::Colours => "theme",
            Self::Moves => "motion",
            Self::Detail => "detail",
            Self::Heard => "sound",
            Self::Announce => "announce",
            Self::Remembers => "remember",
            Self::Timbre => "breath",
            Self::Bell => "bells",
            Self::Bed => "bed",
            Self::Spoken => "voice",
            Self::Volume(SoundPart::Breath) => "breath-volume",
            Self::Volume(SoundPart::Bells) => "bells-volume",
            Self::Volume(SoundPart::Bed) => "bed-volume",
            Self::Volume(SoundPart::Voice) => "voice-volume",
        }
    }

    /// Its choices; the first is what holds until somebody chooses.
    pub fn choices(self) -> Vec<Chosen> {
        fn all<T: ValueEnum + Copy>(choice: fn(T) -> Chosen) -> Vec<Chosen> {
            T::value_variants()
                .iter()
                .map(|value| choice(*value))
                .collect()
        }
        /// As the session has it, and then every choice there is.
        fn or_all<T: ValueEnum + Copy>(choice: fn(Option<T>) -> Chosen) -> Vec<Chosen> {
            let values = T::value_variants().iter().copied().map(Some);
            std::iter::once(None).chain(values).map(choice).collect()
        }
        match self {
            Self::Picture => all(Chosen::Picture),
            Self::Colours => all(Chosen::Colours),
            Self::Moves => all(Chosen::Moves),
            Self::Detail => all(Chosen::Detail),
            Self::Heard => all(Chosen::Heard),
            Self::Announce => all(Chosen::Announce),
            Self::Remembers => all(Chosen::Remembers),
            Self::Timbre => or_all(Chosen::Timbre),
            Self::Bell => or_all(Chosen::Bell),
            Self::Bed => or_all(Chosen::Bed),
            Self::Spoken => all(Chosen::Spoken),
            Self::Volume(part) => sounds::volumes()
                .map(|volume| Chosen::Volume(part, volume))
                .collect(),
        }
    }

    /// Whether its choices are steps of one scale, which has two ends.
    pub const fn is_scale(self) -> bool {
        matches!(self, Self::Volume(_))
    }

    /// The part of what is heard that it is about, if it is about one.
    pub const fn part(self) -> Option<SoundPart> {
        match self {
            Self::Timbre => Some(SoundPart::Breath),
            Self::Bell => Some(SoundPart::Bells),
            Self::Bed => Some(SoundPart::Bed),
            Self::Spoken => Some(SoundPart::Voice),
            Self::Volume(part) => Some(part),
            Self::Picture
            | Self::Colours
            | Self::Moves
            | Self::Detail
            | Self::Heard
            | Self::Announce
            | Self::Remembers => None,
        }
    }

    /// The choice with a name, if there is one.
    pub fn choice(self, name: &str) -> Option<Chosen> {
        let mut choices = self.choices().into_iter();
        choices.find(|choice| choice.name() == name)
    }
}

impl Chosen {
    /// What it is a choice of.
    pub const fn setting(self) -> Setting {
        match self {
            Self::Picture(_) => Setting::Picture,
            Self::Colours(_) => Setting::Colours,
            Self::Moves(_) => Setting::Moves,
            Self::Detail(_) => Setting::Detail,
            Self::Heard(_) => Setting::Heard,
            Self::Announce(_) => Setting::Announce,
            Self::Remembers(_) => Setting::Remembers,
            Self::Timbre(_) => Setting::Timbre,
            Self::Bell(_) => Setting::Bell,
            Self::Bed(_) => Setting::Bed,
            Self::Spoken(_) => Setting::Spoken,
            Self::Volume(part, _) => Setting::Volume(part),
        }
    }

    /// The name it has in the file and on the command line.
    pub fn name(self) -> String {
        /// What is not chosen is as the session has it.
        fn or_auto<T: ValueEnum>(value: Option<T>) -> Option<PossibleValue> {
            value.map_or(Some(PossibleValue::new("auto")), |value| {
                value.to_possible_value()
            })
        }
        let value = match self {
            Self::Picture(value) => value.to_possible_value(),
            Self::Colours(value) => value.to_possible_value(),
            Self::Moves(value) => value.to_possible_value(),
            Self::Detail(value) => value.to_possible_value(),
            Self::Heard(value) => value.to_possible_value(),
            Self::Announce(value) => value.to_possible_value(),
            Self::Remembers(value) => value.to_possible_value(),
            Self::Timbre(value) => or_auto(value),
            Self::Bell(value) => or_auto(value),
            Self::Bed(value) => or_auto(value),
            Self::Spoken(value) => value.to_possible_value(),
            Self::Volume(_, volume) => return volume.steps().to_string(),
        };
        value.map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

impl Settings {
    /// What is chosen for a setting.
    pub const fn chosen(&self, setting: Setting) -> Chosen {
        match setting {
            Setting::Picture => Chosen::Picture(self.picture),
            Setting::Colours => Chosen::Colours(self.colours),
            Setting::Moves => Chosen::Moves(self.moves),
            Setting::Detail => Chosen::Detail(self.detail),
            Setting::Heard => Chosen::Heard(self.heard),
            Setting::Announce => Chosen::Announce(self.announce),
            Setting::Remembers => Chosen::Remembers(self.remembers),
            Setting::Timbre => Chosen::Timbre(self.timbre),
            Setting::Bell => Chosen::Bell(self.bell),
            Setting::Bed => Chosen::Bed(self.bed),
            Setting::Spoken => Chosen::Spoken(self.spoken),
            Setting::Volume(part) => Chosen::Volume(part, self.volumes[part as usize]),
        }
    }

    /// Chooses something.
    pub const fn choose(&mut self, chosen: Chosen) {
        match chosen {
            Chosen::Picture(value) => self.picture = value,
            Chosen::Colours(value) => self.colours = value,
            Chosen::Moves(value) => self.moves = value,
            Chosen::Detail(value) => self.detail = value,
            Chosen::Heard(value) => self.heard = value,
            Chosen::Announce(value) => self.announce = value,
            Chosen::Remembers(value) => self.remembers = value,
            Chosen::Timbre(value) => self.timbre = value,
            Chosen::Bell(value) => self.bell = value,
            Chosen::Bed(value) => self.bed = value,
            Chosen::Spoken(value) => self.spoken = value,
            Chosen::Volume(part, value) => self.volumes[part as usize] = value,
        }
    }

    /// How loud a part is.
    pub const fn volume(&self, part: SoundPart) -> Volume {
        self.volumes[part as usize]
    }

    /// The choice after the one that holds for a setting, or the one before it; from the last to the
    /// first again. A scale goes no further than its ends.
    pub fn next(&self, setting: Setting, forward: bool) -> Chosen {
        if let Setting::Volume(part) = setting {
            return Chosen::Volume(part, sounds::turned(self.volume(part), forward));
        }
        let (choices, chosen) = (setting.choices(), self.chosen(setting));
        let at = choices.iter().position(|choice| *choice == chosen);
        let by = if forward { 1 } else { choices.len() - 1 };
        choices[(at.unwrap_or(0) + by) % choices.len()]
    }

    /// The settings that somebody has chosen, with what they chose.
    pub fn differing(&self) -> impl Iterator<Item = Chosen> {
        let usual = Self::default();
        Setting::ALL
            .into_iter()
            .map(|setting| self.chosen(setting))
            .filter(move |chosen| *chosen != usual.chosen(chosen.setting()))
    }
}

#[cfg(test)]
mod tests;
