//! The integration tests, in one binary.

mod built_in;
mod fixtures;
mod frames;
mod mutations;
#[cfg(unix)]
mod pty;
mod sound;
