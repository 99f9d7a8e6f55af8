//! The doing part: the only folder that touches clock, files, environment, terminal and devices.
//!
//! It turns what happens outside into messages and instants, hands them to the pure core, and does
//! what the core answers. No rule about practice, time or words lives here.
#![expect(
    clippy::disallowed_methods,
    reason = "this folder is the far side of the purity fence"
)]

pub mod clock;
pub mod sound;
