//! The exit codes, in one place.

use std::process::ExitCode;

/// How softly ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Fine,
    /// A session file needs mending.
    Problems,
    /// What was asked for could not be done: a missing file, a wrong option.
    CouldNot,
    /// A signal asked softly to leave, with the code that says which.
    Code(u8),
}

impl Exit {
    /// The number a shell sees.
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Problems => 1,
            Self::CouldNot => 2,
            Self::Code(code) => code,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_the_documented_ones() {
        let table = [
            (Exit::Fine, 0),
            (Exit::Problems, 1),
            (Exit::CouldNot, 2),
            (Exit::Code(143), 143),
        ];
        for (exit, code) in table {
            assert_eq!(exit.code(), code);
        }
    }
}
