//! Bytes that somebody sent as a sound file, through the decoders.
#![no_main]

#[path = "../sounds.rs"]
mod sounds;

libfuzzer_sys::fuzz_target!(
    // Faults in a decoder are answers and no finding: the hook that ends the fuzzer at every panic
    // gives way. What gets out of `decode` still ends it.
    init: std::panic::set_hook(Box::new(|_| {})),
    |bytes: &[u8]| sounds::hold(bytes)
);
