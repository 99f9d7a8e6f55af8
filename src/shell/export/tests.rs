//! The formats, read again by hand.
