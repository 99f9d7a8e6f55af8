//! Playing: as a picture in a terminal, as lines anywhere else.

use std::io;
use std::sync::Arc;

use crate::app::{App, Msg};
use crate::cli::{Play, ScreenOptions};
use crate::settings::Remembers;
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::lines::{self, Beginning};
use crate::shell::{find, keep, out, run, setup};
use crate::words::ENGLISH;

/// Opens the list of sessions; without a terminal, says what there is and how to play it.
pub(super) fn library(environment: &Environment, screen: &ScreenOptions) -> io::Result<Exit> {
    if setup::wants_lines(environment, screen) {
        for line in ENGLISH.what_this_is {
            out::line(line)?;
        }
        out::line("")?;
        let listed = super::list::list(false)?;
        if let Some(last) = keep::read().last {
            out::line(&format!(
                "softly play \"{last}\" plays the last practice again."
            ))?;
        }
        out::line("softly cards when-to-stop tells when to stop.")?;
        out::line("softly cards has short pages to read, and softly programme weeks of practice.")?;
        return Ok(listed);
    }
    run::run(environment, screen, app(environment, screen), None)
}

/// Plays one session.
pub(super) fn session(
    environment: &Environment,
    screen: &ScreenOptions,
    play: &Play,
) -> io::Result<Exit> {
    let session = match find::session(&play.session, environment) {
        Ok(session) => session,
        Err(exit) => return Ok(exit),
    };
    let choices = match find::choices(&session, &play.choices) {
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
        return lines::play(environment, settings, &session, choices, beginning, wording);
    }
    let mut app = app(environment, screen);
    if play.with_therapist {
        app.settle(session, choices);
    } else {
        app.open(session, choices);
    }
    run::run(environment, screen, app, play.now.then_some(Msg::Begin))
}

fn app(environment: &Environment, screen: &ScreenOptions) -> App {
    let kept = keep::read();
    let settings = setup::settings(screen, &kept);
    let look = setup::look(environment, screen, &settings);
    let mut app = App::new(look, &ENGLISH, settings);
    app.recall(kept);
    app.private = screen.private;
    app.wording = setup::wording(screen, &app.kept);
    app
}
