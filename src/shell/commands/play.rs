//! Playing: as a picture in a terminal, as lines anywhere else.

use std::io;
use std::sync::Arc;

use crate::app::{App, Msg};
use crate::cli::{Play, ScreenOptions};
use crate::settings::Remembers;
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::lines::{self, Beginning, Speaking};
use crate::shell::{find, keep, out, run, setup};
use crate::words::Words;

/// Opens the list of sessions; without a terminal, says what there is and how to play it.
pub(super) fn library(
    environment: &Environment,
    screen: &ScreenOptions,
    words: &'static Words,
) -> io::Result<Exit> {
    if setup::wants_lines(environment, screen) {
        for line in words.what_this_is {
            out::line(line)?;
        }
        out::line("")?;
        let listed = super::list::list(words, false)?;
        if let Some(last) = keep::read().last {
            out::line(&(words.commands.sessions.plays_last)(&last))?;
        }
        out::line(words.commands.sessions.how_to_stop)?;
        out::line(words.commands.sessions.more)?;
        return Ok(listed);
    }
    run::run(environment, screen, app(environment, screen, words), None)
}

/// Plays one session.
pub(super) fn session(
    environment: &Environment,
    screen: &ScreenOptions,
    words: &'static Words,
    play: &Play,
) -> io::Result<Exit> {
    let session = match find::session(&play.session, environment, words) {
        Ok(session) => session,
        Err(exit) => return Ok(exit),
    };
    let choices = match find::choices(&session, &play.choices, words) {
        Ok(choices) => choices,
        Err(exit) => return Ok(exit),
    };
    if setup::wants_lines(environment, screen) {
        let kept = keep::read();
        let settings = setup::settings(screen, &kept);
        let beginning = Beginning {
            at_once: play.now,
            with_therapist: play.with_therapist,
            is_remembered: settings.remembers == Remembers::Last && !screen.private,
        };
        let wording = setup::wording(screen, &kept);
        let session = Arc::new(session.worded(wording));
        let speaking = Speaking { words, wording };
        return lines::play(
            environment,
            settings,
            &session,
            choices,
            beginning,
            speaking,
        );
    }
    let mut app = app(environment, screen, words);
    if play.with_therapist {
        app.settle(session, choices);
    } else {
        app.open(session, choices);
    }
    run::run(environment, screen, app, play.now.then_some(Msg::Begin))
}

fn app(environment: &Environment, screen: &ScreenOptions, words: &'static Words) -> App {
    let kept = keep::read();
    let settings = setup::settings(screen, &kept);
    let look = setup::look(environment, screen, &settings);
    let mut app = App::new(look, words, settings);
    app.recall(kept);
    app.clinic = screen.clinic;
    app.private = screen.private || screen.clinic;
    app.wording = setup::wording(screen, &app.kept);
    app
}
