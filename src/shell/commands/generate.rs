//! `softly completions` and `softly man`, generated from the command line and the keymap.

use std::io;

use clap::CommandFactory;
use clap_mangen::roff::{Roff, roman};

use crate::app::{Place, bindings, key_name};
use crate::cli::Cli;
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
