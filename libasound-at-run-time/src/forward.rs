//! The macro that turns one line of a list into one forwarding function.

/// Defines C functions that pass their calls on to libasound.
///
/// A line reads `name(type, type) -> type, answer_if_missing;`. Each function
/// looks itself up once; afterwards a call costs one atomic load more than a
/// call to a linked library does, so the audio thread may make it.
macro_rules! forward {
    ($($name:ident($($kind:ty),* $(,)?) -> $answer:ty, $missing:expr;)*) => {
        $(forward!(@one $name [] [a b c d] [$($kind,)*] $answer, $missing);)*
    };

    // Gives every argument a name, one at a time, until no type is left.
    (@one $name:ident [$($done:tt)*] [$arg:ident $($more:ident)*]
     [$kind:ty, $($rest:ty,)*] $answer:ty, $missing:expr) => {
        forward!(@one $name [$($done)* ($arg: $kind)] [$($more)*]
                 [$($rest,)*] $answer, $missing);
    };

    (@one $name:ident [$(($arg:ident: $kind:ty))*] [$($unused:ident)*]
     [] $answer:ty, $missing:expr) => {
        // SAFETY: no other library that goes into the program defines this
        // name; it belongs to libasound, which is not linked.
        #[unsafe(no_mangle)]
        unsafe extern "C" fn $name($($arg: $kind),*) -> $answer {
            type Real = unsafe extern "C" fn($($kind),*) -> $answer;
            static REAL: std::sync::OnceLock<Option<Real>> = std::sync::OnceLock::new();
            let real = REAL.get_or_init(|| {
                const NAME: &std::ffi::CStr = match std::ffi::CStr::from_bytes_with_nul(
                    concat!(stringify!($name), "\0").as_bytes(),
                ) {
                    Ok(name) => name,
                    Err(_) => c"",
                };
                crate::library::function(NAME).map(|address| {
                    // SAFETY: the address is that of libasound's function of
                    // this name, and the list states its C signature.
                    unsafe {
                        std::mem::transmute::<std::ptr::NonNull<std::ffi::c_void>, Real>(address)
                    }
                })
            });
            match real {
                // SAFETY: the arguments are handed on as they came, so what the
                // caller owes to libasound's function it has promised here too.
                Some(real) => unsafe { real($($arg),*) },
                None => $missing,
            }
        }
    };
}

pub(crate) use forward;
