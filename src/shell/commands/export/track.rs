//! From what was asked for to a file: the session, its voice, the track, the file.

use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use super::place::{Place, place};
use super::progress::Progress;
use super::voice::{lines, mix, voiced};
use crate::cli::{Export, ScreenOptions, Switch};
use crate::score::{Mixdown, Score, Volume};
use crate::session::{Gate, Session};
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::export::{Broken, RATE, write};
use crate::shell::interrupted::Interrupted;
use crate::shell::save::{Growing, Unsaved, folder_of};
use crate::shell::{find, keep, out, setup};
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::{Choices, compile};
use crate::track::{asides, tags};
use crate::words::Words;

/// What goes into a track.
struct Made {
    session: Arc<Session>,
    choices: Choices,
    mixdown: Mixdown,
    /// How many lines have a voice, of how many; none where nobody wants one.
    spoken: Option<(usize, usize)>,
}

/// Why there is no track.
pub(super) enum Failed {
    /// What stood in the way has been said.
    Told(Exit),
    /// What is to be said, and how softly ends.
    Because(String, Exit),
}

impl From<Exit> for Failed {
    fn from(exit: Exit) -> Self {
        Self::Told(exit)
    }
}

impl Failed {
    /// Something could not be done.
    pub(super) fn because(what: String) -> Self {
        Self::Because(what, Exit::CouldNot)
    }
}

/// Writes a track, and returns what is to be said about it. What stood in the way has been said.
pub(super) fn export(
    environment: &Environment,
    screen: &ScreenOptions,
    words: &'static Words,
    asked: &Export,
) -> Result<Vec<String>, Exit> {
    let mut progress = Progress::new(environment, words);
    let ended = track(environment, screen, words, asked, &mut progress);
    // Its line goes before anything else is said.
    drop(progress);
    ended.map_err(|failed| match failed {
        Failed::Told(exit) => exit,
        Failed::Because(what, exit) => {
            out::complain(&what);
            exit
        }
    })
}

fn track(
    environment: &Environment,
    screen: &ScreenOptions,
    words: &'static Words,
    asked: &Export,
    progress: &mut Progress,
) -> Result<Vec<String>, Failed> {
    let wording = setup::wording(screen, &keep::read());
    let session = find::session(&asked.session, environment, words)?.worded(wording);
    let choices = find::choices(&session, &asked.choices, words)?;
    let shown = session.shown_title();
    if session.gate == Gate::Therapist && !asked.with_therapist {
        return Err(Failed::because((words.commands.sessions.not_chosen)(shown)));
    }
    let title = title(asked.title.as_deref(), words)?;
    let named = asked.audio.as_deref().unwrap_or(Path::new("."));
    let place = place(named, title.as_ref().unwrap_or(shown), asked.force, words)?;
    let stop = Interrupted::watch().map_err(|error| not_written(&error, &place.path, words))?;
    // Begun before the voice is made, which takes a while: now is the time to say that it cannot be.
    let growing = Growing::beside(&place.path).map_err(|unsaved| match unsaved {
        Unsaved::System(error) => not_written(&error, &place.path, words),
        _ => not_allowed(&place.path, words),
    })?;
    let made = made(Arc::new(session), choices, words, asked, &stop, progress)?;
    let mut writing = Writing {
        words,
        place: &place,
        replace: asked.force,
        stop: &stop,
        progress,
    };
    let bytes = writing.write(&made, title.as_ref(), growing)?;
    let title = title.as_ref().unwrap_or(made.session.shown_title());
    Ok(about(&made, title, &place.path, bytes, words))
}

/// What is said about a track that is there.
fn about(made: &Made, title: &str, path: &Path, bytes: u64, words: &Words) -> Vec<String> {
    let length = |frames: u64| Ms(frames * 1000 / u64::from(RATE));
    let mixdown = &made.mixdown;
    let whole = length(mixdown.length_in_frames());
    let mut said = vec![(words.export.written)(
        title,
        &path.to_string_lossy(),
        whole,
        bytes,
    )];
    let opening = mixdown.frame_of(Ms::ZERO);
    if opening > 0 {
        said.push((words.export.settling)(length(opening)));
    }
    match made.spoken {
        Some((0, _)) => said.push(words.export.without_voice.to_owned()),
        Some((spoken, all)) if spoken < all => {
            said.push((words.export.some_unspoken)(spoken, all));
        }
        _ => {}
    }
    said
}

/// The title that was asked for, if it can be shown.
fn title(asked: Option<&str>, words: &Words) -> Result<Option<Clean>, Failed> {
    let title = asked.map(str::trim).filter(|title| !title.is_empty());
    title
        .map(Clean::check)
        .transpose()
        .map_err(|unfit| Failed::because((words.export.unfit_title)(unfit.why)))
}

/// The session with its voice, ready to be written.
fn made(
    session: Arc<Session>,
    choices: Choices,
    words: &'static Words,
    asked: &Export,
    stop: &Interrupted,
    progress: &mut Progress,
) -> Result<Made, Failed> {
    let mix = mix(&asked.sounds);
    let timeline = Arc::new(compile(&session, &choices));
    let breath = mix.breath_volume != Volume::SILENT;
    let mut asides = asides(words, &session, &choices, &timeline, breath);
    if asked.no_opening {
        asides.before.clear();
    }
    let wants_voice = asked.sounds.voice != Some(Switch::Off) && mix.voice_volume != Volume::SILENT;
    if wants_voice {
        progress.say(words.export.making_voice);
    }
    let mut ensemble = voiced(
        &session,
        mix,
        wants_voice.then_some((&asides, &*timeline)),
        words,
        stop,
    );
    if stop.code().is_some() {
        return Err(stopped(stop, words));
    }
    let mut spoken = None;
    if wants_voice {
        let lines = lines(&asides, &timeline, &session.language_of_lines());
        let all = lines.len();
        let with_a_voice = lines
            .iter()
            .filter(|line| ensemble.lines.contains_key(*line))
            .count();
        if with_a_voice == 0 {
            if asked.sounds.voice == Some(Switch::On) {
                return Err(Failed::because(words.export.no_voice.to_owned()));
            }
            ensemble.mix.voice_volume = Volume::SILENT;
        }
        spoken = Some((with_a_voice, all));
    }
    let score = Score::new(timeline, &ensemble, RATE);
    let mixdown = Mixdown::new(score, &asides, &ensemble);
    Ok(Made {
        session,
        choices,
        mixdown,
        spoken,
    })
}

/// A file that is being written.
struct Writing<'w> {
    words: &'static Words,
    place: &'w Place,
    replace: bool,
    stop: &'w Interrupted,
    progress: &'w mut Progress,
}

impl Writing<'_> {
    /// Writes it, and gives it its name. Returns how many bytes it has.
    fn write(
        &mut self,
        made: &Made,
        title: Option<&Clean>,
        mut growing: Growing,
    ) -> Result<u64, Failed> {
        let (mixdown, words) = (&made.mixdown, self.words);
        let tags = tags(words, &made.session, &made.choices, mixdown, title);
        let all = mixdown.length_in_frames();
        self.progress.is_at(0, all);
        let mut news = |done| {
            self.progress.is_at(done, all);
            match self.stop.code() {
                None => ControlFlow::Continue(()),
                Some(_) => ControlFlow::Break(()),
            }
        };
        let path = &self.place.path;
        let ended = write(
            self.place.format,
            mixdown,
            &tags,
            &mut growing.out,
            &mut news,
        );
        ended.map_err(|broken| match broken {
            Broken::Off => stopped(self.stop, words),
            Broken::System(error) => not_written(&error, path, words),
        })?;
        let named = growing.takes(path, self.replace);
        named.map_err(|error| not_written(&error, path, words))
    }
}

/// Somebody broke it off.
fn stopped(stop: &Interrupted, words: &Words) -> Failed {
    let exit = stop.code().map_or(Exit::CouldNot, Exit::Code);
    Failed::Because(words.export.stopped.to_owned(), exit)
}

fn not_allowed(path: &Path, words: &Words) -> Failed {
    let folder = folder_of(path).to_string_lossy();
    Failed::because((words.export.not_allowed)(&folder))
}

fn not_written(error: &io::Error, path: &Path, words: &Words) -> Failed {
    let (name, words) = (path.to_string_lossy(), &words.export);
    Failed::because(match error.kind() {
        io::ErrorKind::AlreadyExists => (words.is_there)(&name),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            (words.not_allowed)(&folder_of(path).to_string_lossy())
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            (words.full)(&name)
        }
        _ => (words.not_written)(&name, &error.to_string()),
    })
}
