//! From what somebody typed to a session: a name on the shelf, or a file.

use std::path::Path;
use std::sync::Arc;

use super::environment::Environment;
use super::exit::Exit;
use super::files::{id_of, own_entries, own_file, read_session};
use super::out;
use super::setup;
use crate::app::{Content, Entry, Toggle, built_in_entries};
use crate::cli::ChoiceOptions;
use crate::diagnostic::{Source, quoted, render};
use crate::nearest::nearest;
use crate::script::{Checked, Decoded, limits};
use crate::session::Session;
use crate::text::Clean;
use crate::timeline::{Choices, LengthRange, lengths};
use crate::words::{SessionCommandWords, Words};

/// Every session there is.
pub fn shelf(words: &Words) -> Vec<Entry> {
    let mut entries = built_in_entries(words.language);
    entries.extend(own_entries(words));
    entries
}

/// Finds a session by what was typed. What stands in the way has been said when it fails.
///
/// The built-in names come first, so that a file that borrows one cannot stand in for it. What is
/// written as a file, and is one, comes next, so that the whole shelf need not be read for it. Then
/// the person's own names: of files, and those that their texts give themselves. Titles come last.
pub fn session(
    typed: &str,
    environment: &Environment,
    words: &Words,
) -> Result<Arc<Session>, Exit> {
    let path = Path::new(typed);
    let written_as_a_file = is_written_as_a_file(path);
    let mut entries = built_in_entries(words.language);
    let by_name = entries.iter().position(|entry| &*entry.id == typed);
    if by_name.is_none() && written_as_a_file && path.exists() {
        return from_file(path, environment, words);
    }
    let built_in = entries.len();
    let found = by_name.or_else(|| {
        entries.extend(own_entries(words));
        own_name(&entries[built_in..], typed)
            .map(|index| built_in + index)
            .or_else(|| entries.iter().position(|entry| is_called(entry, typed)))
    });
    let Some(entry) = found.map(|index| entries.swap_remove(index)) else {
        // A title may hold a dot or a stroke, too, but the ending of a file holds no space.
        let ending = path.extension().map(|ending| ending.to_string_lossy());
        let titled = ending.is_some_and(|ending| ending.contains(' '));
        if path.exists() || (written_as_a_file && !titled) {
            return from_file(path, environment, words);
        }
        return Err(unknown_name(typed, &entries, words));
    };
    match entry.content {
        Content::Session(session) => Ok(session),
        Content::Problems(_) | Content::Unreadable(_) => {
            from_file(&own_file(&entry.id), environment, words)
        }
    }
}

/// One of the person's own files by its name, or else by the name its text gives itself.
fn own_name(entries: &[Entry], typed: &str) -> Option<usize> {
    let by_file = entries.iter().position(|entry| &*entry.id == typed);
    by_file.or_else(|| {
        let by_itself = |entry: &Entry| entry.session().is_some_and(|s| &*s.id == typed);
        entries.iter().position(by_itself)
    })
}

/// Whether a session has this title, in capitals or not: its own, or the one that lists show.
fn is_called(entry: &Entry, typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    entry.session().is_some_and(|session| {
        let titles = [Some(&session.title), session.menu_title.as_ref()];
        let mut titles = titles.into_iter().flatten();
        titles.any(|title| title.to_lowercase() == typed)
    })
}

/// Whether what was typed looks like the name of a file: with a folder before it or an ending.
pub fn is_written_as_a_file(path: &Path) -> bool {
    path.components().count() > 1 || path.extension().is_some()
}

fn from_file(path: &Path, environment: &Environment, words: &Words) -> Result<Arc<Session>, Exit> {
    let name = path.to_string_lossy();
    let (decoded, checked) = checked(path, words)?;
    if checked.is_programme {
        let hint = (words.commands.sessions.is_programme)(&name);
        out::complain(&format!("{name}: {hint}"));
        return Err(Exit::CouldNot);
    }
    if let Some(session) = checked.session {
        return Ok(Arc::new(session));
    }
    Err(tell_what_to_mend(
        &name,
        &decoded,
        &checked,
        environment,
        words,
    ))
}

/// What is in a file. What keeps it from being read has been said when it fails: it may be gone by
/// now, or its name not be printable, and so not be made from what was printed.
pub fn checked(path: &Path, words: &Words) -> Result<(Decoded, Checked), Exit> {
    let decoded = read_session(path).map_err(|unread| {
        out::complain(&unread.about(path, words));
        Exit::CouldNot
    })?;
    let mut checked = decoded.check(&id_of(path));
    checked.session = checked.session.map(|session| session.in_folder_of(path));
    Ok((decoded, checked))
}

/// Says everything that there is to mend in a file, and how much that is.
pub fn tell_what_to_mend(
    name: &str,
    decoded: &Decoded,
    checked: &Checked,
    environment: &Environment,
    words: &Words,
) -> Exit {
    let source = Source {
        name,
        text: &decoded.text,
    };
    out::error_text(&render(
        setup::findings(environment),
        source,
        &checked.diagnostics,
    ));
    out::complain(&to_mend(name, checked, words));
    Exit::Problems
}

/// How much there is to mend in a file, in one sentence or two.
pub fn to_mend(name: &str, checked: &Checked, words: &Words) -> String {
    let errors = checked.diagnostics.iter().filter(|found| found.is_error());
    let words = &words.commands;
    match errors.count() {
        // Errors come before remarks, so what was left out after so many is more of them.
        limits::FINDINGS if checked.left_out > 0 => {
            (words.more_to_mend)(name, limits::FINDINGS, checked.is_programme)
        }
        count => (words.to_mend)(name, count, checked.is_programme),
    }
}

fn unknown_name(typed: &str, entries: &[Entry], words: &Words) -> Exit {
    let all = entries.iter();
    let near = nearest(
        typed,
        all.map(|entry| (&entry.id, &*entry.id, &**entry.title())),
    );
    let words = &words.commands;
    let hint = match near {
        Some(id) => (words.did_you_mean)(id),
        None => words.sessions.how_to_list.to_owned(),
    };
    let unknown = (words.sessions.unknown)(&quoted(typed));
    out::complain(&format!("{unknown} {hint}"));
    Exit::CouldNot
}

/// What was chosen on the command line for a session. What stands in the way has been said when
/// it fails.
pub fn choices(session: &Session, options: &ChoiceOptions, words: &Words) -> Result<Choices, Exit> {
    let words = &words.commands.sessions;
    let mut choices = Choices {
        own_pace: options.own_pace,
        ..Choices::default()
    };
    for toggle in Toggle::ALL {
        let (asked, option) = options.asked(toggle);
        if asked && !toggle.is_offered(session) {
            out::complain(&(words.has_nothing)(&session.id, toggle, option));
            return Err(Exit::CouldNot);
        }
        toggle.set(&mut choices, asked);
    }
    if let Some(wanted) = &options.position {
        let Some(position) = session.positions.iter().find(|p| *p.id == **wanted) else {
            let all: Vec<&str> = session.positions.iter().map(|p| &*p.id).collect();
            let all = all.join(", ");
            out::complain(&(words.no_position)(&session.id, &quoted(wanted), &all));
            return Err(Exit::CouldNot);
        };
        choices.position = Some(Clean::clone(&position.id));
    }
    if let Some(minutes) = options.minutes {
        let range = lengths(session, &choices);
        if !range.minutes().contains(&minutes) {
            out::complain(&on_offer(&session.id, &range, words));
            return Err(Exit::CouldNot);
        }
        choices.minutes = Some(minutes);
    }
    Ok(choices)
}

/// Which lengths a session can be made instead.
fn on_offer(id: &str, range: &LengthRange, words: &SessionCommandWords) -> String {
    let (least, most) = (*range.minutes().start(), *range.minutes().end());
    if least < most {
        (words.lengths)(id, least, most, range.written)
    } else {
        (words.one_length)(id, range.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Ms;
    use crate::words::ENGLISH;

    #[test]
    fn lengths_on_offer_are_never_an_empty_range() {
        let offer = |shortest, written, longest| {
            let range = LengthRange {
                shortest: Ms::seconds(shortest),
                written: Ms::seconds(written),
                longest: Ms::seconds(longest),
            };
            on_offer("evening", &range, &ENGLISH.commands.sessions)
        };
        assert_eq!(
            offer(100, 180, 600),
            "evening can be made 2 to 10 minutes long; as written it takes 3:00."
        );
        for (shortest, written, longest) in [(30, 30, 30), (60, 60, 60), (20, 50, 70)] {
            assert!(offer(shortest, written, longest).contains("cannot be made another"));
        }
    }
}
