//! The integration tests, in one binary.

mod built_in;
#[cfg(unix)]
mod cli;
mod fixtures;
mod frames;
mod mend;
mod mutations;
#[cfg(unix)]
mod pty;
mod repository;
mod sound;
mod transcripts;
