//! Drawing: what the app shows, as cells in a buffer.
//!
//! Everything here is a pure function of what it is given. Nothing in this folder may ask the time,
//! the environment or the terminal, remember an earlier frame, or write a byte.

pub mod picture;
pub mod theme;
