//! The doing part: the only folder that touches clock, files, environment, terminal and devices.
//!
//! It turns what happens outside into messages and instants, hands them to the pure core, and does
//! what the core answers. No rule about practice, time or words lives here.
#![expect(
    clippy::disallowed_methods,
    reason = "this folder is the far side of the purity fence"
)]

pub mod awake;
pub mod background;
pub mod backend;
pub mod canvas;
pub mod clock;
#[cfg(unix)]
mod decode;
pub mod environment;
pub mod fault;
#[cfg(unix)]
mod signals;
pub mod terminal;
pub mod wait;
pub mod sound;
