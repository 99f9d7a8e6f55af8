//! The list: every function of libasound that playing through cpal can reach.
//!
//! libasound's own structures are never looked into here, so a pointer to any
//! of them is a [`Ptr`]. A function with nothing to forward to must answer
//! something that its caller takes for a failure or for "no": [`MISSING`] where
//! negative numbers are errors, and zero or null elsewhere.
//!
//! If a new version of cpal needs a function that is not in the list, linking
//! fails and names it; add its line, with the types from ALSA's documentation.
//! The same happens to builds that keep unused code (`-C link-dead-code`), since
//! the `alsa` crate mentions hundreds of functions that playing never reaches.

use std::ffi::{c_char, c_int, c_long, c_uint, c_ulong, c_ushort, c_void};
use std::ptr::{null, null_mut};

use crate::forward::forward;

/// A pointer to something that only libasound knows.
type Ptr = *mut c_void;
/// A pointer through which libasound hands out a [`Ptr`].
type PtrOut = *mut Ptr;
/// Text that ends in a NUL.
type Text = *const c_char;
/// A number of frames, or the place to put one.
type Frames = c_ulong;
/// A number of frames, or a negative error code.
type FramesOrError = c_long;

/// The error code for a function that is not there.
const MISSING: c_int = -libc::ENOSYS;
/// The same, for functions that answer with a number of frames.
const MISSING_FRAMES: FramesOrError = -(libc::ENOSYS as FramesOrError);

// Configuration, and the lists of cards and devices.
forward! {
    snd_config_update() -> c_int, MISSING;
    snd_config_update_free_global() -> c_int, MISSING;
    snd_card_next(*mut c_int) -> c_int, MISSING;
    snd_device_name_hint(c_int, Text, *mut PtrOut) -> c_int, MISSING;
    snd_device_name_get_hint(*const c_void, Text) -> *mut c_char, null_mut();
    snd_device_name_free_hint(PtrOut) -> c_int, MISSING;
    snd_ctl_open(PtrOut, Text, c_int) -> c_int, MISSING;
    snd_ctl_close(Ptr) -> c_int, MISSING;
    snd_ctl_card_info(Ptr, Ptr) -> c_int, MISSING;
    snd_ctl_card_info_malloc(PtrOut) -> c_int, MISSING;
    snd_ctl_card_info_free(Ptr) -> (), ();
    snd_ctl_card_info_get_name(*const c_void) -> Text, null();
    snd_ctl_pcm_info(Ptr, Ptr) -> c_int, MISSING;
    snd_ctl_pcm_next_device(Ptr, *mut c_int) -> c_int, MISSING;
}

// A stream of samples: opening it, running it, and asking how it is.
forward! {
    snd_pcm_open(PtrOut, Text, c_int, c_int) -> c_int, MISSING;
    snd_pcm_close(Ptr) -> c_int, MISSING;
    snd_pcm_prepare(Ptr) -> c_int, MISSING;
    snd_pcm_start(Ptr) -> c_int, MISSING;
    snd_pcm_drop(Ptr) -> c_int, MISSING;
    snd_pcm_drain(Ptr) -> c_int, MISSING;
    snd_pcm_pause(Ptr, c_int) -> c_int, MISSING;
    snd_pcm_resume(Ptr) -> c_int, MISSING;
    snd_pcm_writei(Ptr, *const c_void, Frames) -> FramesOrError, MISSING_FRAMES;
    snd_pcm_readi(Ptr, *mut c_void, Frames) -> FramesOrError, MISSING_FRAMES;
    snd_pcm_state(Ptr) -> c_int, 0;
    snd_pcm_avail_delay(Ptr, *mut FramesOrError, *mut FramesOrError) -> c_int, MISSING;
    snd_pcm_bytes_to_frames(Ptr, isize) -> FramesOrError, MISSING_FRAMES;
    snd_pcm_get_params(Ptr, *mut Frames, *mut Frames) -> c_int, MISSING;
    snd_pcm_format_physical_width(c_int) -> c_int, MISSING;
    snd_pcm_poll_descriptors(Ptr, *mut libc::pollfd, c_uint) -> c_int, MISSING;
    snd_pcm_poll_descriptors_count(Ptr) -> c_int, MISSING;
    snd_pcm_poll_descriptors_revents(Ptr, *mut libc::pollfd, c_uint, *mut c_ushort)
        -> c_int, MISSING;
}

// What a stream is called and which way it runs.
forward! {
    snd_pcm_info(Ptr, Ptr) -> c_int, MISSING;
    snd_pcm_info_malloc(PtrOut) -> c_int, MISSING;
    snd_pcm_info_free(Ptr) -> (), ();
    snd_pcm_info_get_name(*const c_void) -> Text, null();
    snd_pcm_info_get_stream(*const c_void) -> c_int, 0;
    snd_pcm_info_set_device(Ptr, c_uint) -> (), ();
    snd_pcm_info_set_subdevice(Ptr, c_uint) -> (), ();
    snd_pcm_info_set_stream(Ptr, c_int) -> (), ();
}

// A stream's state and clocks at one moment. Times are written through the
// second pointer.
forward! {
    snd_pcm_status(Ptr, Ptr) -> c_int, MISSING;
    snd_pcm_status_sizeof() -> usize, 0;
    snd_pcm_status_get_state(*const c_void) -> c_int, 0;
    snd_pcm_status_get_htstamp(*const c_void, Ptr) -> (), ();
    snd_pcm_status_get_audio_htstamp(*const c_void, Ptr) -> (), ();
    snd_pcm_status_get_trigger_htstamp(*const c_void, Ptr) -> (), ();
    snd_pcm_status_set_audio_htstamp_config(Ptr, Ptr) -> (), ();
}

// What the hardware can do and is asked to do: rate, channels, format, buffer.
forward! {
    snd_pcm_hw_params(Ptr, Ptr) -> c_int, MISSING;
    snd_pcm_hw_params_any(Ptr, Ptr) -> c_int, MISSING;
    snd_pcm_hw_params_current(Ptr, Ptr) -> c_int, MISSING;
    snd_pcm_hw_params_malloc(PtrOut) -> c_int, MISSING;
    snd_pcm_hw_params_free(Ptr) -> (), ();
    snd_pcm_hw_params_copy(Ptr, *const c_void) -> (), ();
    snd_pcm_hw_params_can_pause(*const c_void) -> c_int, 0;
    snd_pcm_hw_params_can_resume(*const c_void) -> c_int, 0;
    snd_pcm_hw_params_supports_audio_ts_type(*const c_void, c_int) -> c_int, 0;
    snd_pcm_hw_params_get_channels_min(*const c_void, *mut c_uint) -> c_int, MISSING;
    snd_pcm_hw_params_get_channels_max(*const c_void, *mut c_uint) -> c_int, MISSING;
    snd_pcm_hw_params_get_rate_min(*const c_void, *mut c_uint, *mut c_int) -> c_int, MISSING;
    snd_pcm_hw_params_get_rate_max(*const c_void, *mut c_uint, *mut c_int) -> c_int, MISSING;
    snd_pcm_hw_params_get_period_size(*const c_void, *mut Frames, *mut c_int) -> c_int, MISSING;
    snd_pcm_hw_params_get_period_size_min(*const c_void, *mut Frames, *mut c_int) -> c_int, MISSING;
    snd_pcm_hw_params_get_period_size_max(*const c_void, *mut Frames, *mut c_int) -> c_int, MISSING;
    snd_pcm_hw_params_get_buffer_size_max(*const c_void, *mut Frames) -> c_int, MISSING;
    snd_pcm_hw_params_test_channels(Ptr, Ptr, c_uint) -> c_int, MISSING;
    snd_pcm_hw_params_test_format(Ptr, Ptr, c_int) -> c_int, MISSING;
    snd_pcm_hw_params_test_rate(Ptr, Ptr, c_uint, c_int) -> c_int, MISSING;
    snd_pcm_hw_params_set_access(Ptr, Ptr, c_uint) -> c_int, MISSING;
    snd_pcm_hw_params_set_channels(Ptr, Ptr, c_uint) -> c_int, MISSING;
    snd_pcm_hw_params_set_format(Ptr, Ptr, c_int) -> c_int, MISSING;
    snd_pcm_hw_params_set_rate(Ptr, Ptr, c_uint, c_int) -> c_int, MISSING;
    snd_pcm_hw_params_set_period_size_near(Ptr, Ptr, *mut Frames, *mut c_int) -> c_int, MISSING;
    snd_pcm_hw_params_set_buffer_size_near(Ptr, Ptr, *mut Frames) -> c_int, MISSING;
}

// When a stream starts by itself and when it wakes its feeder.
forward! {
    snd_pcm_sw_params(Ptr, Ptr) -> c_int, MISSING;
    snd_pcm_sw_params_current(Ptr, Ptr) -> c_int, MISSING;
    snd_pcm_sw_params_malloc(PtrOut) -> c_int, MISSING;
    snd_pcm_sw_params_free(Ptr) -> (), ();
    snd_pcm_sw_params_set_avail_min(Ptr, Ptr, Frames) -> c_int, MISSING;
    snd_pcm_sw_params_set_start_threshold(Ptr, Ptr, Frames) -> c_int, MISSING;
    snd_pcm_sw_params_set_tstamp_mode(Ptr, Ptr, c_uint) -> c_int, MISSING;
    snd_pcm_sw_params_set_tstamp_type(Ptr, Ptr, c_uint) -> c_int, MISSING;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_that_does_not_exist_is_an_error_and_not_a_panic() {
        let mut stream = null_mut();
        // SAFETY: the pointer is valid to write to and the name ends in a NUL.
        let answer = unsafe { snd_pcm_open(&raw mut stream, c"no such stream".as_ptr(), 0, 0) };
        assert!(answer < 0);
        assert!(stream.is_null());
    }

    #[test]
    fn every_call_fails_where_the_library_is_missing() {
        // SAFETY: the call takes nothing and may be made at any time.
        let answer = unsafe { snd_config_update() };
        assert!(crate::available() || answer == MISSING);
    }

    #[test]
    fn the_size_of_a_status_fits_what_callers_set_aside() {
        // SAFETY: the call takes nothing and only answers with a constant.
        let size = unsafe { snd_pcm_status_sizeof() };
        assert!(size <= 152);
    }
}
