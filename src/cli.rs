//! The command line as data. What it leads to is in `shell::commands`.

mod export;
mod play;
mod record;
mod show;

pub use export::{Export, SoundOptions, Switch};
pub use play::Play;
pub use record::Record;
pub use show::Show;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::app::Toggle;
use crate::language::Language;
use crate::settings::{Announce, Colours, Detail, Moves, Picture};
use crate::wording::Wording;

/// Guided breathing and supported rest, at your own pace.
///
/// Without a command softly opens the list of sessions. It supports practice beside a
/// pelvic-health therapist; it treats nothing and diagnoses nothing.
#[derive(Debug, Parser)]
#[command(name = "softly", version, max_term_width = 90, after_help = EXAMPLES, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do; the list of sessions without it.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How the screen is drawn.
    #[command(flatten)]
    pub screen: ScreenOptions,
}

const EXAMPLES: &str = "\
Examples:
  softly                                  choose from the list
  softly play legs-resting                go straight there
  softly play legs-resting --minutes 5    a shorter rest, by whole breaths
  softly play my-session.toml --plain     a file of your own, as lines of text
  softly check my-session.toml            what would need mending in a file
  softly cards when-to-stop               when to stop, and where to get help

Space pauses, q leaves, w shows when to stop, ? shows the keys.
No practice is recorded, nothing is sent.";

/// What softly can be asked to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Play a session by its name, or a session file
    #[command(after_help = play::EXAMPLES)]
    Play(Play),
    /// Take a session with you, as a track for any player
    #[command(after_help = export::EXAMPLES)]
    Export(Export),
    /// List the sessions there are
    List {
        /// As JSON, for other programs
        #[arg(long)]
        json: bool,
    },
    /// Show a session on a page: its steps, its pace and its words, with times
    Show(Show),
    /// Show weeks of practice, and follow them at your own pace
    #[command(after_help = PROGRAMME_EXAMPLES)]
    Programme(ProgrammeOptions),
    /// Read about breath, holding and when to stop, on short pages
    #[command(after_help = CARDS_EXAMPLES)]
    Cards(Cards),
    /// Check files of sessions and programmes, and say what would need mending
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Tell more about what softly check found, with examples
    Explain {
        /// The rules to tell about; all of them are listed without
        #[arg(value_name = "RULE")]
        rules: Vec<String>,
        /// As JSON, for other programs
        #[arg(long)]
        json: bool,
    },
    /// Record the lines of a session file in your own voice
    #[command(after_help = record::EXAMPLES)]
    Record(Record),
    /// Begin a session file of your own
    #[command(after_help = NEW_EXAMPLES)]
    New {
        /// The file to write; without it, the text is printed
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Print the JSON Schema of session files, for editors
    Schema {
        /// That of programmes
        #[arg(long)]
        programme: bool,
    },
    /// Say what is set for every session, or set it: picture, colours, motion, sound
    #[command(after_help = SETTINGS_EXAMPLES)]
    Settings(SettingsOptions),
    /// Say which words are used for the pelvic region, or choose them once for everything
    Words {
        /// The words to use from now on
        #[arg(value_enum, value_name = "WORDS")]
        chosen: Option<WordsOption>,
    },
    /// Say what softly keeps, and delete it if you like
    Forget {
        /// Delete it
        #[arg(long)]
        yes: bool,
    },
    /// Follow a session of the clinic in a second terminal: its notes, its outline, the time
    Notes,
    /// Say what works here: terminal, colours, sound, voice, folders
    Doctor,
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

const NEW_EXAMPLES: &str = "\
Examples:
  softly new evening-rest.toml      write a session that plays, with notes on everything else
  softly check evening-rest.toml    after changing it: what would need mending
  softly play evening-rest.toml     play it";

const PROGRAMME_EXAMPLES: &str = "\
Examples:
  softly programme                            the week you are in, or the programmes there are
  softly programme finding-softness           all of its weeks
  softly programme follow finding-softness    keep it, from its first week
  softly programme next                       on to the next week, whenever you like

Nothing moves on by itself, and nothing is counted.";

const SETTINGS_EXAMPLES: &str = "\
Examples:
  softly settings                     everything that is set, and what each choice does
  softly settings motion              one setting
  softly settings motion reduced      from now on the picture changes once a phase
  softly settings remember last       the list opens at the last practice";

const CARDS_EXAMPLES: &str = "\
Examples:
  softly cards                                     what there is to read
  softly cards breath-and-floor                    a card
  softly cards when-to-stop when-to-get-help       two pages, one after the other";

const CHECK_EXAMPLES: &str = "\
Examples:
  softly check evening.toml                    what would need mending, and how
  softly check --fix evening.toml              mend what can only mean one thing
  softly check --fix --dry-run evening.toml    only show what that would change

Exit status: 0 nothing to mend, 1 something to mend, 2 a file could not be read or saved.";

/// Which files to check, and what to do about them.
#[derive(Debug, Args)]
pub struct Check {
    /// The files to check; - for what comes through a pipe
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Mend what can only mean one thing; the file as it was is kept as FILE~
    #[arg(long)]
    pub fix: bool,
    /// Show what --fix would change, and change nothing
    #[arg(long, requires = "fix", conflicts_with = "format")]
    pub dry_run: bool,
    /// How to write what was found; human, or plain where the environment asks for that
    #[arg(long, value_enum)]
    pub format: Option<CheckFormat>,
    /// Count remarks and suggestions as something to mend, and show them beside mistakes too
    #[arg(long)]
    pub strict: bool,
}

/// Which programme to show, or what to do with the one that is followed.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
pub struct ProgrammeOptions {
    /// A programme's name, or a programme file
    #[arg(value_name = "NAME|FILE")]
    pub programme: Option<String>,
    /// One week of it
    #[arg(long, value_name = "N", requires = "programme", value_parser = a_week)]
    pub week: Option<usize>,
    /// As JSON, for other programs
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do; the programme is shown without it.
    #[command(subcommand)]
    pub step: Option<ProgrammeStep>,
}

/// What to do with the programme that is followed.
#[derive(Debug, Subcommand)]
pub enum ProgrammeStep {
    /// Follow a programme from its first week; one you follow already stays in its week
    Follow {
        /// The programme's name
        #[arg(value_name = "NAME")]
        programme: String,
        /// My therapist and I chose this: with the weeks that ask for that
        #[arg(long)]
        with_therapist: bool,
    },
    /// On to the next week
    Next,
    /// Back to the week before
    Back,
    /// To any week
    Week {
        /// Its number
        #[arg(value_name = "N", value_parser = a_week)]
        week: usize,
    },
    /// Stop following
    Leave,
}

/// What to set, and to what.
#[derive(Debug, Args)]
pub struct SettingsOptions {
    /// The setting; all of them are shown without
    #[arg(value_name = "SETTING")]
    pub setting: Option<String>,
    /// The choice to keep; the setting is shown without
    #[arg(value_name = "CHOICE")]
    pub choice: Option<String>,
    /// As JSON, for other programs
    #[arg(long, conflicts_with = "choice")]
    pub json: bool,
}

/// Which pages to read, and how.
#[derive(Debug, Args)]
pub struct Cards {
    /// Their names or titles; all of them are listed without
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,
    /// As JSON, for other programs
    #[arg(long)]
    pub json: bool,
}

/// What can be chosen for a practice.
#[derive(Clone, Debug, Default, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub struct ChoiceOptions {
    /// The length in whole minutes; the breath keeps its speed
    #[arg(short, long, value_name = "N", value_parser = whole_minutes, allow_negative_numbers = true)]
    pub minutes: Option<u32>,
    /// The position, by its name
    #[arg(short, long, value_name = "NAME")]
    pub position: Option<String>,
    /// Your own pace: no labels, no count
    #[arg(long)]
    pub own_pace: bool,
    /// With breath holds, in a session that has them
    #[arg(long)]
    pub holds: bool,
    /// With small squeezes, in a session that has them
    #[arg(long)]
    pub squeezes: bool,
    /// With the places in the body that are visited only when asked for
    #[arg(long)]
    pub all_parts: bool,
    /// Without the optional parts, which is shorter
    #[arg(long)]
    pub without_optional: bool,
}

impl ChoiceOptions {
    /// Whether something that can be switched was asked for, and by which option.
    pub fn asked(&self, toggle: Toggle) -> (bool, &'static str) {
        match toggle {
            Toggle::Holds => (self.holds, "--holds"),
            Toggle::Squeezes => (self.squeezes, "--squeezes"),
            Toggle::AskedParts => (self.all_parts, "--all-parts"),
            Toggle::WithoutOptional => (self.without_optional, "--without-optional"),
        }
    }
}

fn whole_minutes(typed: &str) -> Result<u32, &'static str> {
    typed
        .parse()
        .map_err(|_| "minutes are a whole number, such as 5")
}

fn a_week(typed: &str) -> Result<usize, &'static str> {
    typed
        .parse()
        .map_err(|_| "a week is told by its number, such as 2")
}

/// How the screen is drawn, and whether there is sound.
#[derive(Clone, Debug, Default, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub struct ScreenOptions {
    /// Lines of text instead of a picture, for screen readers and pipes
    #[arg(long, global = true, help_heading = "Everywhere", alias = "accessible")]
    pub plain: bool,
    /// No sound
    #[arg(long, global = true, help_heading = "Everywhere")]
    pub no_sound: bool,
    /// For a therapist beside somebody: large letters, tapping along, nothing is written
    #[arg(long, global = true, help_heading = "Everywhere")]
    pub clinic: bool,
    /// How much lines of text say while a session plays
    #[arg(long, global = true, value_enum, help_heading = "Everywhere")]
    pub announce: Option<Announce>,
    /// Write nothing, not even what you choose
    #[arg(long, global = true, help_heading = "Everywhere")]
    pub private: bool,
    /// Words for the pelvic region: neutral, or plain anatomical ones; as chosen before without
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "WORDS",
        help_heading = "Everywhere"
    )]
    pub words: Option<WordsOption>,
    /// The language of words and sessions; as the environment says without
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "LANGUAGE",
        help_heading = "Everywhere"
    )]
    pub language: Option<LanguageOption>,
    /// How much moves; the times of words never change
    #[arg(long, global = true, value_enum, help_heading = "Everywhere")]
    pub motion: Option<Moves>,
    /// The colours
    #[arg(long, global = true, value_enum, help_heading = "Everywhere")]
    pub theme: Option<Colours>,
    /// How many colours
    #[arg(long, global = true, value_enum, help_heading = "Everywhere")]
    pub color: Option<ColorOption>,
    /// What the breath looks like
    #[arg(long, global = true, value_enum, help_heading = "Everywhere")]
    pub picture: Option<Picture>,
    /// How much is sent to the terminal
    #[arg(long, global = true, value_enum, help_heading = "Everywhere")]
    pub detail: Option<Detail>,
}

impl ScreenOptions {
    /// Whether a practice leaves nothing behind, not even what is chosen on the way.
    pub const fn writes_nothing(&self) -> bool {
        self.private || self.clinic
    }
}

/// Which words are used for the pelvic region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WordsOption {
    /// Landmarks: the base of the pelvis, the sit-bones
    Neutral,
    /// The names that anatomy has for them
    Anatomical,
}

impl From<WordsOption> for Wording {
    fn from(option: WordsOption) -> Self {
        match option {
            WordsOption::Neutral => Self::Neutral,
            WordsOption::Anatomical => Self::Anatomical,
        }
    }
}

/// What softly speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LanguageOption {
    /// English
    En,
    /// Deutsch
    De,
}

impl From<LanguageOption> for Language {
    fn from(option: LanguageOption) -> Self {
        match option {
            LanguageOption::En => Self::English,
            LanguageOption::De => Self::German,
        }
    }
}

/// How many colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorOption {
    /// As the terminal and the environment say
    Auto,
    /// Any colour
    True,
    /// 256 colours
    #[value(name = "256")]
    Indexed,
    /// The sixteen colours of your own terminal theme
    #[value(name = "16")]
    Ansi,
    /// None
    Never,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people: the line, a mark under the place, what to do
    Human,
    /// Plain sentences, for screen readers and braille
    Plain,
    /// One line each
    Short,
    /// One JSON object a line
    Json,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_language_can_be_asked_for_by_its_code() {
        for language in Language::ALL {
            let cli = Cli::try_parse_from(["softly", "list", "--language", language.code()]);
            let asked = cli.unwrap().screen.language.map(Language::from);
            assert_eq!(asked, Some(language));
        }
        assert_eq!(LanguageOption::value_variants().len(), Language::ALL.len());
    }

    #[test]
    fn a_session_plays_in_one_action() {
        let cli =
            Cli::try_parse_from(["softly", "play", "legs-resting", "-m", "5", "--plain"]).unwrap();
        assert!(cli.screen.plain);
        let Some(Command::Play(play)) = cli.command else {
            panic!("not play")
        };
        assert_eq!(play.choices.minutes, Some(5));
    }
}
