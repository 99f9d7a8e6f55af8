//! Words of the settings: what each is called, and what each of its choices does.
//!
//! What a choice does is said as what one will see or hear, not as how it is done.

use super::{Words, sounds};
use crate::settings::{
    Announce, Chosen, Colours, Detail, Heard, Moves, Picture, Remembers, Setting,
};
use crate::wording::Wording;

/// A name in a word or two, and what it is or does in a sentence.
pub type Told = (&'static str, &'static str);

/// The words in one language.
#[derive(Debug)]
pub struct SettingWords {
    /// Heading of the settings.
    pub heading: &'static str,
    /// A setting.
    pub setting: fn(Setting) -> Told,
    /// One of its choices.
    pub choice: fn(Chosen) -> Told,
    /// Which words are used for the pelvic region.
    pub wording: Told,
    /// One of the two.
    pub words: fn(Wording) -> Told,
    /// Where it is kept, in more words and in fewer.
    pub kept: &'static [&'static str],
    /// The same, where it cannot be kept for longer.
    pub kept_for_now: &'static [&'static str],
}

pub(super) const ENGLISH: SettingWords = SettingWords {
    heading: "Settings",
    setting: english_setting,
    choice: english_choice,
    wording: (
        "Words",
        "For the pelvic region, in whatever is opened from now on.",
    ),
    words: |wording| match wording {
        Wording::Neutral => ("neutral", "Sit-bones, base of the pelvis."),
        Wording::Anatomical => ("anatomical", "The names from anatomy."),
    },
    kept: &[
        "For every session, kept in one small file. softly forget shows and deletes it.",
        "Kept in one small file: softly forget shows it.",
        "softly forget shows what is kept",
    ],
    kept_for_now: &[
        "These hold only until softly closes: nothing is written down.",
        "kept only until softly closes",
        "only for now",
    ],
};

fn english_setting(setting: Setting) -> Told {
    match setting {
        Setting::Picture => ("Picture", "What the breath looks like."),
        Setting::Colours => ("Colours", "Light words on dark, or dark ones on light."),
        Setting::Moves => ("Motion", "How much moves. Words always come on time."),
        Setting::Detail => ("Detail", "How many colours are sent to the terminal."),
        Setting::Heard => ("Sound", "All of it, at once. Each part has a key."),
        Setting::Announce => ("Lines", "How much is said where softly speaks in lines."),
        Setting::Remembers => ("Remember", "What is written down about practice."),
        Setting::Timbre | Setting::Bell | Setting::Bed | Setting::Spoken | Setting::Volume(_) => {
            sounds::english_setting(setting)
        }
    }
}

fn english_choice(chosen: Chosen) -> Told {
    match chosen {
        Chosen::Picture(picture) => match picture {
            Picture::Bloom => ("bloom", "Six petals that open and turn."),
            Picture::Tide => ("tide", "Water that rises and falls."),
            Picture::Orb => ("orb", "A ball of light that widens."),
            Picture::Gauge => ("gauge", "A bar that opens from its middle."),
            Picture::Body => ("body", "The body from the side, breathing."),
            Picture::Words => ("words", "No picture: the words alone."),
        },
        Chosen::Colours(colours) => match colours {
            Colours::Auto => ("auto", "As the terminal is."),
            Colours::Dark => ("dark", "Light words on a dark ground."),
            Colours::Light => ("light", "Dark words on a light ground."),
            Colours::Night => ("night", "Dim amber on black."),
            Colours::Contrast => ("contrast", "Black and white, nothing faint."),
            Colours::Terminal => ("terminal", "The colours of the terminal."),
        },
        Chosen::Moves(moves) => match moves {
            Moves::Auto => ("auto", "As this machine asks, or else full."),
            Moves::Full => ("full", "The picture moves with the breath."),
            Moves::Reduced => ("reduced", "The picture changes once a phase."),
            Moves::None => ("none", "No picture. Only the words change."),
        },
        Chosen::Detail(detail) => match detail {
            Detail::Auto => ("auto", "Fewer over a connection."),
            Detail::Full => ("full", "All the colours there are."),
            Detail::Light => ("light", "Few flat ones, for slow lines."),
        },
        Chosen::Heard(heard) => match heard {
            Heard::On => ("on", "Sound follows the breath."),
            Heard::Off => ("off", "No sound. The screen has the breath."),
        },
        Chosen::Announce(announce) => match announce {
            Announce::Phase => ("phases", "Every phase, every part, every line."),
            Announce::Part => ("parts", "Every part and every line."),
            Announce::None => ("little", "Only what one has to know."),
        },
        Chosen::Remembers(remembers) => match remembers {
            Remembers::Nothing => ("nothing", "Nothing is written down."),
            Remembers::Last => ("last one", "Its name, so the list opens there."),
        },
        Chosen::Timbre(_)
        | Chosen::Bell(_)
        | Chosen::Bed(_)
        | Chosen::Spoken(_)
        | Chosen::Volume(..) => sounds::english_choice(chosen),
    }
}

impl Words {
    /// What a setting is called.
    pub fn setting(&self, setting: Setting) -> Told {
        (self.settings.setting)(setting)
    }

    /// What one of its choices is called, and what it does.
    pub fn choice(&self, chosen: Chosen) -> Told {
        (self.settings.choice)(chosen)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::language::Language;

    #[test]
    fn the_choices_of_a_setting_are_called_differently_and_do_something_else() {
        for words in Language::ALL.map(Language::words) {
            for setting in Setting::ALL {
                let (mut names, mut does) = (HashSet::new(), HashSet::new());
                for choice in setting.choices() {
                    let (name, what) = words.choice(choice);
                    assert!(names.insert(name) && does.insert(what), "{choice:?}");
                    assert!(what.ends_with('.'), "{what}");
                }
            }
        }
    }
}
