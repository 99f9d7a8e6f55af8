//! The integration tests, in one binary.

mod advice;
mod built_in;
#[cfg(unix)]
mod cli;
mod corpus;
mod docs;
mod drawings;
mod fixtures;
mod frames;
mod languages;
mod library;
mod mend;
mod mutations;
#[cfg(unix)]
mod pty;
mod reading_level;
mod repository;
mod schema;
mod sound;
mod sounds;
mod transcripts;
mod voice;
