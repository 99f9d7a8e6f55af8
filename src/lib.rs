//! softly: guided breathing and supported rest for people with pelvic floor tension.
//!
//! A pure core and one folder, `shell`, that alone touches clock, files, environment, terminal and
//! devices. ARCHITECTURE.md is the map.

pub mod advice;
pub mod app;
pub mod cli;
pub mod diagnostic;
pub mod kept;
pub mod key;
pub mod language;
pub mod library;
pub mod mouse;
pub mod nearest;
pub mod notes;
pub mod outline;
pub mod page;
pub mod pages;
pub mod plain;
pub mod player;
pub mod programme;
#[cfg(feature = "sound")]
pub mod record;
pub mod score;
pub mod script;
pub mod session;
pub mod settings;
pub mod shell;
pub mod sound_file;
pub mod text;
pub mod time;
pub mod timeline;
#[cfg(feature = "sound")]
pub mod track;
pub mod view;
pub mod weeks;
pub mod wording;
pub mod words;
