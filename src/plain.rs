//! The app as lines of text, for screen readers, braille displays, pipes and terminals that cannot
//! do more. It is to [`crate::view`] what an ear is to an eye: app and instant in, lines out.
//!
//! A line is complete when it is printed and is never changed. Each is a sentence or two, made of
//! words and not of signs. While a session plays, what has to come on time is short.

mod aloud;
mod announce;
mod asides;
mod changes;
mod find;
mod heard;
mod keys;
mod listener;
mod lists;
mod midway;
mod opening;
mod rhythm;
mod scene;
mod settings;
mod talk;
mod teller;
mod typed;

pub use asides::asides;
pub use listener::Listener;
pub use talk::{Reply, Talk};

#[cfg(test)]
mod tests;
