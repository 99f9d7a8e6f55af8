//! `softly completions`, `softly man` and `softly schema`, generated from the command line, the
//! keymap and the table of the format.

use std::io;

use clap::CommandFactory;
use clap_mangen::roff::{Roff, roman};

use crate::app::{Place, bindings};
use crate::cli::Cli;
use crate::script::schema::{json_schema, programme_schema};
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
    for (heading, place) in KEYS {
        keys(heading, place).to_writer(&mut page)?;
    }
    out::print(&String::from_utf8_lossy(&page))?;
    Ok(Exit::Fine)
}

/// Prints the JSON Schema of a session file, or of a programme.
pub(super) fn schema(programme: bool) -> io::Result<Exit> {
    let schema = if programme {
        programme_schema()
    } else {
        json_schema()
    };
    out::line(&serde_json::to_string_pretty(&schema)?)?;
    Ok(Exit::Fine)
}

/// The places whose keys are worth looking up, as sections of the manual page.
const KEYS: [(&str, Place); 10] = [
    ("KEYS IN THE LIST", Place::Library),
    ("KEYS WHILE SEARCHING THE LIST", Place::Search),
    ("KEYS IN THE SETTINGS", Place::Settings),
    ("KEYS IN A PROGRAMME", Place::Programme),
    (
        "KEYS ON THE PAGE BEFORE A THERAPY SESSION",
        Place::Therapist,
    ),
    ("KEYS AT THE SET-UP", Place::Settle),
    ("KEYS IN A SESSION", Place::Playing),
    ("KEYS IN THE STEPS OF A SESSION", Place::Steps),
    ("KEYS IN A LIGHTER VERSION", Place::Lighter),
    ("KEYS WHILE READING WHEN TO STOP", Place::Safety),
];

/// The keys of a place, as a section of the manual page.
fn keys(heading: &str, place: Place) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    for binding in bindings(place) {
        let names: Vec<&str> = binding
            .keys
            .iter()
            .map(|key| ENGLISH.keys.name(*key, false))
            .collect();
        let (_, meaning) = (ENGLISH.actions)(binding.action);
        roff.control("TP", []);
        roff.text([roman(names.join(", "))]);
        roff.text([roman(meaning)]);
    }
    roff
}
