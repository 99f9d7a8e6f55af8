//! The microphone: which there are, and what one of them hears.
//!
//! It listens only while a [`Microphone`] is held, so that the light beside a camera tells the truth.
//! Opening can take long and drivers can fault, so both happen on a thread of its own. It prints
//! nothing, keeps nothing, and judges nothing that it hears.

mod device;

use std::fmt;

pub(super) use device::{Microphone, all, usual};

/// A microphone that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    /// The name by which the system knows it.
    pub(super) id: String,
    /// What it is called.
    pub(super) name: String,
}

/// What comes from a microphone.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Heard {
    /// It is open, and has so many samples in a second.
    Open(u32),
    /// Some samples, from -1 to 1, of one channel.
    Samples(Vec<f32>),
    /// It cannot be opened, or is gone. Nothing comes after this.
    Failed(NoMicrophone),
}

/// Why nothing can be heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoMicrophone {
    /// The library is not there that devices are reached through.
    Library,
    /// There is none.
    None,
    /// There is none of this name.
    Named(String),
    /// The system does not allow it.
    Denied,
    /// Another program has it.
    Busy,
    /// It was there, and has gone.
    Gone,
}

impl fmt::Display for NoMicrophone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Library => {
                "the system's sound library (libasound2) is not installed, so there is no microphone"
            }
            Self::None => "no microphone was found",
            Self::Named(name) => return write!(f, "no microphone is called \"{name}\""),
            Self::Denied => "the system does not let this window use the microphone",
            Self::Busy => "another program is using the microphone",
            Self::Gone => "the microphone has gone",
        })
    }
}
