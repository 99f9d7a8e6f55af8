//! `softly programme`: weeks of practice, shown, and followed at one's own pace.
//!
//! What is written is the name of the programme, the week, and whether a therapist chose it with
//! the person. Nothing moves on by itself, and nothing is counted.

mod find;
mod list;

use std::io;
use std::path::Path;
use std::sync::Arc;

use self::list::{Shown, Where};
use crate::app::{
    Entry, Followed, Origin, ProgrammeEntry, built_in_entries, built_in_programmes,
    programme_named, session_named,
};
use crate::cli::{ProgrammeOptions, ProgrammeStep, ScreenOptions};
use crate::diagnostic::quoted;
use crate::kept::{Following, Kept};
use crate::programme::Programme;
use crate::programme::rows::{self, Invited, Row};
use crate::session::Session;
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::files::{self, own_file, own_files};
use crate::shell::setup::page_look;
use crate::shell::{keep, out};
use crate::text::Clean;
use crate::weeks::{self, Weeks};
use crate::words::{ProgrammeCommandWords, Words};

/// Everything there is to look a programme up in.
struct Desk<'a> {
    environment: &'a Environment,
    words: &'static Words,
    programmes: Vec<ProgrammeEntry>,
    sessions: Vec<Entry>,
    kept: Kept,
    /// Whether what is chosen may be written down.
    keeps: bool,
    json: bool,
}

/// Shows programmes, or does what was asked about the one that is followed.
pub(super) fn programme(
    environment: &Environment,
    screen: &ScreenOptions,
    words: &'static Words,
    options: &ProgrammeOptions,
) -> io::Result<Exit> {
    let own = own_files(words);
    let mut programmes = built_in_programmes(words.language);
    programmes.extend(own.programmes);
    let mut sessions = built_in_entries(words.language);
    sessions.extend(own.sessions);
    let mut kept = keep::read();
    if let Some(following) = &mut kept.following {
        following.nearest_week(&programmes);
    }
    let desk = Desk {
        environment,
        words,
        programmes,
        sessions,
        kept,
        keeps: !screen.writes_nothing(),
        json: options.json,
    };
    match (&options.step, &options.programme) {
        (Some(step), _) => desk.take(step),
        (None, Some(name)) => desk.show(name, options.week),
        (None, None) => desk.here(),
    }
}

impl Desk<'_> {
    fn told(&self) -> &'static ProgrammeCommandWords {
        &self.words.commands.programme
    }

    /// The week one is in, or the list.
    fn here(&self) -> io::Result<Exit> {
        if self.json {
            return self.list_for_programs();
        }
        if let Some(followed) = self.followed() {
            self.week(&followed)?;
            if followed.week < followed.programme.weeks.len() {
                out::line(self.told().how_to_move_on)?;
            }
            return Ok(Exit::Fine);
        }
        if let Some(following) = &self.kept.following {
            out::line(&format!("{}\n", self.why_not_shown(following)))?;
        }
        out::print(&self.table())?;
        Ok(Exit::Fine)
    }

    /// Why a programme that is followed cannot be shown, and what one can do.
    fn why_not_shown(&self, following: &Following) -> String {
        let name = quoted(&following.programme);
        match programme_named(&self.programmes, &following.programme) {
            Some(entry) => (self.told().broken)(&name, &entry.id),
            None => (self.told().gone)(&name),
        }
    }

    fn followed(&self) -> Option<Followed<'_>> {
        Followed::of(self.kept.following.as_ref()?, &self.programmes)
    }

    /// Shows a programme, or one week of it.
    fn show(&self, name: &str, week: Option<usize>) -> io::Result<Exit> {
        let programme = match self.find(name) {
            Ok(programme) => programme,
            Err(exit) => return Ok(exit),
        };
        if let Some(week) = week
            && !(1..=programme.weeks.len()).contains(&week)
        {
            return Ok(self.no_such_week(&programme));
        }
        let is_this = |followed: &Followed<'_>| Arc::ptr_eq(followed.programme, &programme);
        let follows = self.followed().is_some_and(|followed| is_this(&followed));
        let following = self.kept.following.as_ref().filter(|_| follows);
        if self.json {
            let shown = Shown {
                programme: &programme,
                following: following.map(Where::new),
            };
            out::line(&serde_json::to_string_pretty(&shown)?)?;
            return Ok(Exit::Fine);
        }
        self.page(&programme, following, week)?;
        Ok(Exit::Fine)
    }

    fn page(
        &self,
        programme: &Programme,
        following: Option<&Following>,
        week: Option<usize>,
    ) -> io::Result<()> {
        let find = |id: &str| self.session(id);
        let page = Weeks {
            words: self.words,
            programme,
            find: &find,
            following,
            week,
        };
        let marks = !self.environment.accessible;
        out::print(&weeks::draw(&page, page_look(self.environment), marks))
    }

    fn session(&self, id: &str) -> Option<Arc<Session>> {
        session_named(&self.sessions, id).cloned()
    }

    /// Shows the week one is in.
    fn week(&self, followed: &Followed<'_>) -> io::Result<()> {
        let following = self.kept.following.as_ref();
        self.page(followed.programme, following, Some(followed.week))?;
        out::line("")?;
        let week = followed.programme.week(followed.week);
        if week.with_therapist && !followed.with_therapist {
            out::line(&(self.told().how_to_choose)(followed.id))?;
        }
        let find = |id: &str| self.session(id);
        let rows = rows::rows(week, followed.with_therapist, find);
        let first = rows.iter().find_map(|row| match row {
            Row::Session(invited) if invited.session.is_some() => Some(play(invited)),
            _ => None,
        });
        if let Some(first) = first {
            out::line(&(self.told().to_begin)(&first))?;
        }
        if week.cards.is_empty() {
            return Ok(());
        }
        let cards: Vec<&str> = week.cards.iter().map(|card| &**card).collect();
        let command = format!("softly cards {}", cards.join(" "));
        out::line(&(self.told().to_read)(&command))
    }

    /// Does something about the programme that is followed.
    fn take(self, step: &ProgrammeStep) -> io::Result<Exit> {
        if let ProgrammeStep::Follow {
            programme,
            with_therapist,
        } = step
        {
            return self.follow(programme, *with_therapist);
        }
        if matches!(step, ProgrammeStep::Leave) {
            return self.leave();
        }
        let Some(followed) = self.followed() else {
            let why = self.kept.following.as_ref().map_or_else(
                || self.told().none_yet.to_owned(),
                |following| self.why_not_shown(following),
            );
            out::complain(&why);
            return Ok(Exit::CouldNot);
        };
        let (now, last) = (followed.week, followed.programme.weeks.len());
        let week = match step {
            ProgrammeStep::Next if now == last => return self.stays(self.words.programme.last),
            ProgrammeStep::Next => now + 1,
            ProgrammeStep::Back if now == 1 => return self.stays(self.told().first_week),
            ProgrammeStep::Back => now - 1,
            ProgrammeStep::Week { week } if (1..=last).contains(week) => *week,
            _ => return Ok(self.no_such_week(followed.programme)),
        };
        let following = Following {
            programme: followed.id.clone(),
            week,
            with_therapist: followed.with_therapist,
        };
        self.keep(Some(following))
    }

    /// Says why nothing moves.
    fn stays(&self, why: &str) -> io::Result<Exit> {
        if self.json {
            return self.list_for_programs();
        }
        out::line(why)?;
        Ok(Exit::Fine)
    }

    /// What has to be done first with a file that somebody would like to follow.
    fn how_to_follow_a_file(&self, name: &str) -> String {
        let folder = files::own_folder().unwrap_or_default();
        let path = Path::new(name);
        let id = files::id_of(path);
        let taken = self
            .programmes
            .iter()
            .any(|entry| *entry.id == *id && entry.origin == Origin::BuiltIn);
        let there = path.canonicalize().ok();
        let is_own = there.and_then(|path| Some(path.parent()? == folder.canonicalize().ok()?));
        match (is_own == Some(true), taken) {
            (true, true) => (self.told().rename)(name, &id),
            (true, false) => (self.told().by_name)(name, &id),
            (false, _) => (self.told().from_folder)(name, &folder.to_string_lossy()),
        }
    }

    /// Follows a programme from its first week; one that is followed already stays in its week.
    fn follow(self, name: &str, with_therapist: bool) -> io::Result<Exit> {
        let Some(entry) = programme_named(&self.programmes, name) else {
            if Path::new(name).exists() {
                out::complain(&self.how_to_follow_a_file(name));
                return Ok(Exit::CouldNot);
            }
            return Ok(self.unknown(name));
        };
        let Some(programme) = entry.programme() else {
            return Ok(self.broken(&own_file(&entry.id)));
        };
        let here = self
            .followed()
            .filter(|followed| Arc::ptr_eq(followed.programme, programme));
        let following = Following {
            programme: entry.id.clone(),
            week: here.map_or(1, |here| here.week),
            with_therapist: with_therapist || here.is_some_and(|here| here.with_therapist),
        };
        self.keep(Some(following))
    }

    fn no_such_week(&self, programme: &Programme) -> Exit {
        let weeks = self.words.weeks(programme.weeks.len());
        out::complain(&(self.told().no_such_week)(&programme.title, &weeks));
        Exit::CouldNot
    }

    fn leave(self) -> io::Result<Exit> {
        let Some(following) = &self.kept.following else {
            out::line(self.told().none)?;
            return Ok(Exit::Fine);
        };
        let title = self.followed().map_or_else(
            || following.programme.to_string(),
            |followed| followed.programme.title.to_string(),
        );
        let said = (self.told().let_go)(&title);
        let tells = !self.json;
        let exit = self.keep(None)?;
        if tells && exit == Exit::Fine {
            out::line(&Clean::from_shown(&said))?;
        }
        Ok(exit)
    }

    /// Writes down what is followed now, and shows the week.
    fn keep(mut self, following: Option<Following>) -> io::Result<Exit> {
        let told = self.told();
        self.kept.following = following;
        let written = if self.keeps {
            keep::write(&self.kept)
        } else {
            Ok(())
        };
        if self.json {
            self.list_for_programs()?;
        } else if let Some(followed) = self.followed() {
            self.week(&followed)?;
        }
        if let Err(error) = written {
            out::complain(&(told.not_written)(&error.to_string()));
            return Ok(Exit::CouldNot);
        }
        if !self.keeps && !self.json {
            out::line(told.private)?;
        }
        Ok(Exit::Fine)
    }
}

/// The command that plays a session as it is meant.
fn play(invited: &Invited<'_>) -> String {
    let choices = invited.choices();
    let options = [
        (choices.without_optional, " --without-optional"),
        (choices.own_pace, " --own-pace"),
    ];
    let options = options.into_iter().filter(|(is, _)| *is);
    let options: String = options.map(|(_, option)| option).collect();
    format!("softly play {}{options}", invited.id)
}
