//! `softly record`: the lines of a session file in somebody's own voice. What is for authors is in
//! English, whatever softly speaks.

use std::io;

use crate::cli::{Record, ScreenOptions};
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::out;
use crate::words::Words;

/// What a build without sound says.
#[cfg(not(feature = "sound"))]
pub(super) fn record(
    _: &Environment,
    _: &ScreenOptions,
    _: &'static Words,
    _: &Record,
) -> io::Result<Exit> {
    out::complain("this build of softly is silent: it can neither play nor record.");
    Ok(Exit::CouldNot)
}

#[cfg(feature = "sound")]
pub(super) use with_sound::record;

#[cfg(feature = "sound")]
mod with_sound {
    use std::collections::HashSet;
    use std::path::{Path, PathBuf};

    use super::{Environment, Exit, Record, ScreenOptions, Words, io, out};
    use crate::diagnostic::quoted;
    use crate::library;
    use crate::record::{Flow, Unwritable, ending, intro, spoken};
    use crate::session::Session;
    use crate::shell::microphone::{self, NoMicrophone};
    use crate::shell::record::{Place, Sitting, Unsaveable, lines, screen};
    use crate::shell::wait::Waiter;
    use crate::shell::{files, find, keep, setup};
    use crate::text::{Clean, show};
    use crate::words::ENGLISH;

    /// Records the lines of a file, or lists the microphones.
    pub(in crate::shell::commands) fn record(
        environment: &Environment,
        options: &ScreenOptions,
        words: &'static Words,
        asked: &Record,
    ) -> io::Result<Exit> {
        if asked.list_devices {
            return list();
        }
        let Some(file) = &asked.file else {
            return list();
        };
        let (path, session, place) = match open(file, environment) {
            Ok(opened) => opened,
            Err(exit) => return Ok(exit),
        };
        let flow = match flow(&session, asked, &path) {
            Ok(flow) => flow,
            Err(exit) => return Ok(exit),
        };
        let microphone = match microphone::usual(asked.device.as_deref()) {
            Ok(microphone) => microphone,
            Err(why) => return Ok(none(&why)),
        };
        let waiter = Waiter::new()?;
        let intro = intro(&flow, &show(&place.shown()), &show(&microphone));
        let sitting = Sitting::new(flow, place, asked.device.clone(), waiter.waker());
        let (exit, flow) = if setup::wants_lines(environment, options) {
            lines::run(sitting, waiter, &intro)?
        } else {
            let look = setup::look(
                environment,
                options,
                &setup::settings(options, &keep::read()),
            );
            screen::run(environment, words, look, sitting, waiter, &intro)?
        };
        out::line(&Clean::from_shown(&ending(&flow, &path.to_string_lossy())))?;
        Ok(exit)
    }

    /// Lists the microphones there are.
    fn list() -> io::Result<Exit> {
        let found = match microphone::all() {
            Ok(found) if found.is_empty() => return Ok(none(&NoMicrophone::None)),
            Ok(found) => found,
            Err(why) => return Ok(none(&why)),
        };
        for listed in found {
            out::line(&Clean::from_shown(&format!(
                "{}  ({})",
                listed.name, listed.id
            )))?;
        }
        out::line("softly record FILE --device takes either name, or a part of it.")?;
        Ok(Exit::Fine)
    }

    fn none(why: &NoMicrophone) -> Exit {
        let advice = match why {
            NoMicrophone::Named(_) | NoMicrophone::None => {
                " softly record --list-devices says which there are."
            }
            NoMicrophone::Denied => " Its settings for privacy can change that.",
            _ => "",
        };
        out::complain(&format!("{why}.{advice}"));
        Exit::CouldNot
    }

    /// The file that is meant, what it means, and where recordings go. What stands in the way has
    /// been said when it fails.
    fn open(typed: &Path, environment: &Environment) -> Result<(PathBuf, Session, Place), Exit> {
        let path = path_of(typed)?;
        let name = path.to_string_lossy();
        let (decoded, checked) = find::checked(&path, &ENGLISH)?;
        if checked.is_programme {
            out::complain(&format!(
                "{name}: this is a programme. Its sessions are recorded one by one."
            ));
            return Err(Exit::CouldNot);
        }
        let Some(session) = checked.session.clone() else {
            return Err(find::tell_what_to_mend(
                &name,
                &decoded,
                &checked,
                environment,
                &ENGLISH,
            ));
        };
        match Place::of(&path, &decoded.text) {
            Ok(place) => Ok((path, session, place)),
            Err(why) => {
                let advice = match why {
                    Unsaveable::Text(Unwritable::NotToTheLetter) => {
                        format!(" softly check --fix {name} mends it.")
                    }
                    _ => String::new(),
                };
                out::complain(&format!("{name}: {why}.{advice}"));
                Err(Exit::CouldNot)
            }
        }
    }

    /// The file that was typed, or the person's own session of that name.
    fn path_of(typed: &Path) -> Result<PathBuf, Exit> {
        let name = typed.to_string_lossy();
        if typed.exists() || find::is_written_as_a_file(typed) {
            return Ok(typed.to_owned());
        }
        if library::names().any(|built_in| built_in == name) {
            let named = quoted(&name);
            out::complain(&format!(
                "\"{named}\" is one of softly's own sessions. Make it a file of yours first: softly show {name} --source > my-{name}.toml"
            ));
            return Err(Exit::CouldNot);
        }
        let own = files::own_file(&name);
        Ok(if own.exists() { own } else { typed.to_owned() })
    }

    fn flow(session: &Session, asked: &Record, path: &Path) -> Result<Flow, Exit> {
        let name = path.to_string_lossy();
        let lines = spoken(session);
        if lines.is_empty() {
            out::complain(&format!(
                "{name}: there are no lines in this session to record."
            ));
            return Err(Exit::CouldNot);
        }
        let count = lines.len();
        let from = asked.line.map(|line| line as usize);
        if from.is_some_and(|line| line > count) {
            out::complain(&format!("{name}: there are {count} lines to record."));
            return Err(Exit::CouldNot);
        }
        let recorded: HashSet<&str> = session.recordings.iter().map(|it| &*it.line).collect();
        let from = from.map(|line| line - 1);
        Ok(Flow::new(lines, |line| recorded.contains(line), from))
    }
}
