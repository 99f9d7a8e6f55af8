//! Playing: as a picture in a terminal, as lines anywhere else.

use std::io;

use crate::app::{App, Msg};
use crate::cli::{Play, ScreenOptions};
use crate::plain::Listener;
use crate::session::Gate;
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::{find, keep, lines, out, run, setup};
use crate::words::Words;

/// Opens the list of sessions, as a picture or as lines; without a terminal, says what there is and
/// how to play it.
pub(super) fn library(
    environment: &Environment,
    screen: &ScreenOptions,
    words: &'static Words,
) -> io::Result<Exit> {
    if setup::wants_lines(environment, screen) {
        if environment.input_is_terminal && environment.output_is_terminal {
            let listener = Listener {
                answers: true,
                at_once: false,
                once: false,
            };
            return lines::run(
                environment,
                screen,
                app(environment, screen, words),
                listener,
                Vec::new(),
            );
        }
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
    let app = app(environment, screen, words);
    run::run(environment, screen, app, Vec::new())
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
    let as_lines = setup::wants_lines(environment, screen);
    let listener = Listener {
        answers: environment.input_is_terminal,
        at_once: play.now,
        once: true,
    };
    let at_gate = session.gate == Gate::Therapist && !play.with_therapist;
    if as_lines && at_gate && !listener.answers {
        // Nobody can say that it was chosen together.
        out::complain(&(words.commands.sessions.not_chosen)(session.shown_title()));
        return Ok(Exit::CouldNot);
    }
    let mut app = app(environment, screen, words);
    app.settings = play.sounds.over(app.settings);
    if play.with_therapist {
        app.settle(session, choices);
    } else {
        app.open(session, choices);
    }
    let closed = play.eyes_closed.then_some(Msg::EyesClosed(true));
    if as_lines {
        let opening = closed.into_iter().collect();
        return lines::run(environment, screen, app, listener, opening);
    }
    let begin = play.now.then_some(Msg::Begin);
    let opening = closed.into_iter().chain(begin).collect();
    run::run(environment, screen, app, opening)
}

fn app(environment: &Environment, screen: &ScreenOptions, words: &'static Words) -> App {
    let kept = keep::read();
    let settings = setup::settings(screen, &kept);
    let look = setup::look(environment, screen, &settings);
    let mut app = App::new(look, words, settings);
    app.recall(kept);
    app.clinic = screen.clinic;
    app.private = screen.writes_nothing();
    app.wording = setup::wording(screen, &app.kept);
    app
}
