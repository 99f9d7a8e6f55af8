//! ALSA's library, found when the program runs instead of when it is linked.
//!
//! The `alsa` crate calls some eighty C functions whose names begin with
//! `snd_`. Normally the linker takes them from libasound, which must then be
//! installed, with its headers, wherever the program is built, and without
//! which the finished program does not even start. This crate defines those
//! functions itself. Each looks for its namesake in `libasound.so.2` on its
//! first call and passes the call on; where the library or the function is
//! missing, it answers with an error code that the caller already handles.
//!
//! It must hold no policy: it chooses no device, tries nothing again, prints
//! nothing and never panics. The one thing it does of its own accord is to give
//! libasound a silent error handler, because libasound otherwise writes its
//! complaints to standard error, over whatever the program has drawn there.
//!
//! On anything but Linux there is only [`available`], which answers `false`.

#[cfg(target_os = "linux")]
mod forward;
#[cfg(target_os = "linux")]
mod functions;
#[cfg(target_os = "linux")]
mod library;

/// Whether ALSA's library was found on this machine.
///
/// The first call loads the library, which takes a few milliseconds; later
/// calls answer at once, and always the same. A `true` does not promise that
/// there is a device to play on.
#[must_use]
pub fn available() -> bool {
    #[cfg(target_os = "linux")]
    {
        library::is_loaded()
    }
    #[cfg(not(target_os = "linux"))]
    {
        false
    }
}
