//! The integration tests, in one binary.

mod built_in;
mod fixtures;
mod mutations;
mod sound;
