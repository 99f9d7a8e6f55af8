//! A session as a track: what is said around it, and what is written into its file beside the sound.
//!
//! It is for ears alone: whoever listens may be lying face down, and can press nothing but the pause
//! of their player. Nothing of the person, the day or the machine is in it.

mod asides;
mod tags;

pub use asides::asides;
pub use tags::{Chapter, Tags, tags};

#[cfg(test)]
mod tests;
