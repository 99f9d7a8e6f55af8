//! The commands, one per file. Each says on its own what it found, and returns how softly ends.

mod cards;
mod check;
mod doctor;
mod explain;
mod export;
mod forget;
mod generate;
mod list;
mod new;
mod notes;
mod play;
mod programme;
mod record;
mod settings;
mod show;
mod words;

use std::ffi::OsString;
use std::io;

use clap::Parser;

use super::environment::Environment;
use super::exit::Exit;
use super::{keep, out, setup};
use crate::cli::{Cli, Command};
use crate::words::Words;

/// Reads the command line and does what it asks for.
pub fn main(arguments: impl Iterator<Item = OsString>) -> Exit {
    let environment = Environment::read();
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let wrong = error.use_stderr();
            // Nobody is left to be told if this fails.
            let _ = error.print();
            return if wrong { Exit::CouldNot } else { Exit::Fine };
        }
    };
    let environment = setup::as_asked(environment, &cli.screen);
    let words = setup::language(&environment, &cli.screen, &keep::read()).words();
    let done = match &cli.command {
        None => play::library(&environment, &cli.screen, words),
        Some(Command::Play(play)) => play::session(&environment, &cli.screen, words, play),
        Some(Command::Export(asked)) => export::export(&environment, &cli.screen, words, asked),
        Some(Command::List { json }) => list::list(words, *json),
        Some(Command::Show(options)) => show::show(&environment, &cli.screen, words, options),
        Some(Command::Cards(asked)) => cards::cards(&environment, &cli.screen, words, asked),
        Some(Command::Check(check)) => check::check(&environment, check),
        Some(Command::Record(asked)) => record::record(&environment, &cli.screen, words, asked),
        Some(Command::New { file }) => new::new(file.as_deref()),
        Some(Command::Programme(options)) => {
            programme::programme(&environment, &cli.screen, words, options)
        }
        Some(Command::Settings(options)) => settings::settings(&cli.screen, words, options),
        Some(Command::Words { chosen }) => words::words(&cli.screen, words, *chosen),
        Some(Command::Forget { yes }) => forget::forget(&cli.screen, words, *yes),
        Some(Command::Schema { programme }) => generate::schema(*programme),
        Some(Command::Explain { rules, json }) => explain::explain(&environment, rules, *json),
        Some(Command::Notes) => notes::notes(&environment, &cli.screen, words),
        Some(Command::Doctor) => doctor::doctor(&environment),
        Some(Command::Completions { shell }) => generate::completions(*shell),
        Some(Command::Man) => generate::man(),
    };
    done.unwrap_or_else(|error| failed(&error, words))
}

fn failed(error: &io::Error, words: &Words) -> Exit {
    if out::is_closed(error) {
        return Exit::Fine;
    }
    out::complain(&(words.commands.outside)(&error.to_string()));
    Exit::CouldNot
}
