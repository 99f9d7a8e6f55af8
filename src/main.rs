//! softly, the program: see `shell` for what it does, and the library for how.
fn main() {}
