//! Loads libasound once and finds functions in it by name.

use std::ffi::{CStr, c_int, c_void};
use std::ptr::NonNull;
use std::sync::OnceLock;

/// The name under which every distribution installs the library. The number is
/// the version of its binary interface, so no other file may stand in for it.
const FILE: &CStr = c"libasound.so.2";

/// What `dlopen` answered. The library is never closed again: streams may be
/// running in it until the process ends.
struct Library(NonNull<c_void>);

// SAFETY: the handle is only ever given to `dlsym`, which may be called from
// any thread at any time, and it stays valid because nothing closes it.
unsafe impl Send for Library {}
// SAFETY: as above.
unsafe impl Sync for Library {}

impl Library {
    /// Loads the library and silences it; nothing if it is not there.
    fn load() -> Option<Self> {
        // SAFETY: the name ends in a NUL. Loading runs the library's own
        // start-up code, which is what linking with it would have done too.
        let handle = unsafe { libc::dlopen(FILE.as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL) };
        let library = Self(NonNull::new(handle)?);
        library.silence();
        Some(library)
    }

    /// The address of the function called `name`; nothing if there is none.
    fn find(&self, name: &CStr) -> Option<NonNull<c_void>> {
        // SAFETY: the handle is open and the name ends in a NUL. Where a name
        // has several versions, this finds the one a linker would choose.
        NonNull::new(unsafe { libc::dlsym(self.0.as_ptr(), name.as_ptr()) })
    }

    /// Replaces the handlers that write to standard error. Libraries from 1.2.15
    /// on have a second one, for all messages and not only for errors.
    fn silence(&self) {
        type SetErrorHandler = unsafe extern "C" fn(extern "C" fn()) -> c_int;
        type SetLogHandler = unsafe extern "C" fn(extern "C" fn()) -> *mut c_void;

        if let Some(set) = self.find(c"snd_lib_error_set_handler") {
            // SAFETY: the C function takes one pointer to a function and
            // answers with an int. See `ignore` for what is passed to it.
            unsafe {
                let set = std::mem::transmute::<NonNull<c_void>, SetErrorHandler>(set);
                set(ignore);
            }
        }
        if let Some(set) = self.find(c"snd_lib_log_set_handler") {
            // SAFETY: the C function takes one pointer to a function and
            // answers with another. See `ignore` for what is passed to it.
            unsafe {
                let set = std::mem::transmute::<NonNull<c_void>, SetLogHandler>(set);
                set(ignore);
            }
        }
    }
}

/// Takes a message from libasound and does nothing with it.
///
/// libasound calls this with a file, a line, a message and more. It reads none
/// of them, so none is declared: with the C calling conventions of every Linux
/// target the caller both places and removes the arguments, and a function that
/// touches none of them does not care how many there were.
extern "C" fn ignore() {}

/// The library, loaded by whoever asks first.
fn library() -> Option<&'static Library> {
    static LIBRARY: OnceLock<Option<Library>> = OnceLock::new();
    LIBRARY.get_or_init(Library::load).as_ref()
}

/// Whether the library could be loaded.
pub fn is_loaded() -> bool {
    library().is_some()
}

/// The address of one of the library's functions; nothing if the library or the
/// function is missing.
pub fn function(name: &CStr) -> Option<NonNull<c_void>> {
    library()?.find(name)
}
