//! `softly notes`: follows a session of the clinic in a second terminal.

use std::io;

use crate::app::{App, Notes, Screen};
use crate::cli::ScreenOptions;
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::{keep, notes, out, run, setup};
use crate::words::Words;

/// Opens the notes, or says why they cannot be shown here.
pub(super) fn notes(
    environment: &Environment,
    screen: &ScreenOptions,
    words: &'static Words,
) -> io::Result<Exit> {
    if let Err(error) = notes::is_possible() {
        out::complain(&(words.commands.no_notes)(&error.to_string()));
        return Ok(Exit::CouldNot);
    }
    if setup::wants_lines(environment, screen) {
        out::complain(words.commands.notes_need_a_screen);
        return Ok(Exit::CouldNot);
    }
    let settings = setup::settings(screen, &keep::read());
    let look = setup::look(environment, screen, &settings);
    let mut app = App::new(look, words, settings);
    app.screen = Screen::Notes(Notes::default());
    run::run(environment, screen, app, Vec::new())
}
