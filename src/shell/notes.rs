//! The way from a session in the clinic to the notes in a second terminal: a socket in a folder that
//! only the same user can open. Nothing leaves the machine, and no session is written to a disk.

#[cfg(unix)]
mod follow;
#[cfg(unix)]
mod place;
#[cfg(unix)]
mod share;

#[cfg(unix)]
pub(super) use follow::{follow, is_possible};
#[cfg(unix)]
pub(super) use share::Share;

#[cfg(not(unix))]
mod elsewhere;
#[cfg(not(unix))]
pub(super) use elsewhere::{Share, follow, is_possible};
