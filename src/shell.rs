//! The doing part: the only folder that touches clock, files, environment, terminal and devices.
//!
//! It turns what happens outside into messages and instants, hands them to the pure core, and does
//! what the core answers. No rule about practice, time or words lives here.
#![expect(
    clippy::disallowed_methods,
    reason = "this folder is the far side of the purity fence"
)]

pub mod awake;
pub mod backend;
pub mod background;
pub mod canvas;
pub mod clips;
pub mod clock;
pub mod commands;
#[cfg(unix)]
mod decode;
mod effects;
pub mod environment;
pub mod events;
pub mod exit;
#[cfg(feature = "sound")]
pub mod export;
pub mod fault;
pub mod files;
pub mod find;
#[cfg(feature = "sound")]
mod interrupted;
pub mod keep;
pub mod lines;
#[cfg(feature = "sound")]
mod microphone;
mod notes;
pub mod out;
#[cfg(feature = "sound")]
mod record;
pub mod run;
pub mod save;
pub mod setup;
#[cfg(unix)]
mod signals;
pub mod sound;
pub mod sounds_beside;
mod speaks;
pub mod terminal;
#[cfg(feature = "sound")]
pub mod voice;
pub mod wait;
