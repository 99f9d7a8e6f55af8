//! `softly completions`, `softly man` and `softly schema`, generated from the command line, the
//! keymap and the table of the format.

use std::io;

use clap::CommandFactory;
use clap_mangen::roff::{Roff, roman};

use crate::app::{Place, bindings, key_name};
use crate::cli::Cli;
use crate::script::schema::json_schema;
use crate::shell::exit::Exit;
use crate::shell::out;
use crate::words::ENGLISH;

/// Prints completions for a shell.
pub(super) fn completions(shell: clap_complete::Shell) -> io::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "softly", &mut script);
    out::print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Fine)
}

/// Prints the manual page.
pub(super) fn man() -> io::Result<Exit> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page)?;
    keys().to_writer(&mut page)?;
    out::print(&String::from_utf8_lossy(&page))?;
    Ok(Exit::Fine)
}

/// Prints the JSON Schema of a session file.
pub(super) fn schema() -> io::Result<Exit> {
    out::line(&serde_json::to_string_pretty(&json_schema())?)?;
    Ok(Exit::Fine)
}

/// The keys while a session plays, as a section of the manual page.
fn keys() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS IN A SESSION"]);
    for binding in bindings(Place::Playing) {
        let names: Vec<&str> = binding
            .keys
            .iter()
            .map(|key| key_name(*key, false))
            .collect();
        let (_, meaning) = (ENGLISH.actions)(binding.action);
        roff.control("TP", []);
        roff.text([roman(names.join(", "))]);
        roff.text([roman(meaning)]);
    }
    roff
}
