//! The console's modes on Windows, through crossterm.
//!
//! There is no job control here, and nothing is asked: an answer would come in as typing.

use std::io::{self, Write};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode, size as console_size};

/// As on Unix; crossterm itself remembers the modes as found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    Remember,
    Known,
}

pub(super) fn take(_before: Before) -> io::Result<()> {
    // This also switches the reading of escape sequences on where the console has it.
    let _ = crossterm::ansi_support::supports_ansi();
    enable_raw_mode()
}

pub(super) fn give_back() {
    let _ = disable_raw_mode();
}

pub(super) fn stop_job() -> io::Result<()> {
    Ok(())
}

pub(super) fn drop_answer() {}

pub(super) fn write_all(bytes: &[u8]) -> io::Result<()> {
    // The console tells about its mouse in a way of its own, which nothing here listens to.
    if [super::QUESTION, super::MOUSE, super::NO_MOUSE].contains(&bytes) {
        return Ok(());
    }
    let mut console = io::stdout().lock();
    console.write_all(bytes)?;
    console.flush()
}

pub(super) fn is_gone(_error: &io::Error) -> bool {
    false
}

pub(super) fn size() -> Option<(u16, u16)> {
    console_size().ok()
}

pub(super) fn pixels() -> Option<(u16, u16)> {
    None
}
