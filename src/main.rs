//! softly, the program: it hands its command line to the library and ends as that says.

use std::process::ExitCode;

fn main() -> ExitCode {
    softly::shell::commands::main(std::env::args_os()).into()
}
