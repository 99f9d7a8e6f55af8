//! Sound while a session plays.
//!
//! It follows what it is told and is never waited for: without a device, without the feature
//! `sound`, or on a clock that does not keep real time, a session plays the same in silence. It
//! prints nothing and decides nothing about the session.

#[cfg(feature = "sound")]
mod aloud;
#[cfg(feature = "sound")]
mod band;
#[cfg(feature = "sound")]
mod composer;
#[cfg(feature = "sound")]
mod desk;
#[cfg(feature = "sound")]
mod device;
#[cfg(feature = "sound")]
mod gathering;
#[cfg(feature = "sound")]
mod live;
#[cfg(feature = "sound")]
mod playing;
#[cfg(not(feature = "sound"))]
mod silent;
#[cfg(feature = "sound")]
mod stream;

#[cfg(feature = "sound")]
pub(in crate::shell) use device::{devices, has_library};
#[cfg(feature = "sound")]
pub use gathering::Gather;
#[cfg(feature = "sound")]
pub use live::{Live, Seat};
#[cfg(feature = "sound")]
pub use playing::Sound;
#[cfg(not(feature = "sound"))]
pub use silent::Sound;

pub use crate::player::{Hearing, Saying};
use crate::shell::clock::Clock;

/// How it stands with the sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SoundStatus {
    /// No sound is wanted, or none can be made by this build or at this speed.
    Off,
    /// A device is being opened.
    Opening,
    /// A device is open and gets what there is to hear.
    Playing,
    /// There is no device; it is looked for again from time to time.
    Absent,
    /// The device has gone; it is looked for again from time to time.
    Lost,
}

/// Whether there will be sound: this build makes it, the clock keeps real time, and there is a
/// device. Nothing is opened; it takes a moment all the same.
pub fn is_there(clock: Clock) -> bool {
    #[cfg(feature = "sound")]
    return clock.keeps_real_time() && device::is_there();
    #[cfg(not(feature = "sound"))]
    {
        let _ = clock;
        false
    }
}

/// Says what would be played on, or why nothing can be. It takes a moment.
pub fn probe() -> Result<String, String> {
    #[cfg(feature = "sound")]
    return device::probe();
    #[cfg(not(feature = "sound"))]
    Err("this build of softly is silent".to_owned())
}
