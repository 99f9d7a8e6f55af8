//! What stays true whatever a sound file holds. The fuzzer and the test suite read it both.
//!
//! A file is refused in plain words, or it is a clip within the limits. A decoder may break on it; what
//! breaks does not get out. How much memory and time it may take is for the fuzzer to watch.

use softly::score::Channels;
use softly::sound_file::{MOST_SAMPLES, MOST_SIDES, Purpose, RATES, Unfit, decode};

/// Fails if the bytes of a sound file lead to anything that must not be.
pub(super) fn hold(bytes: &[u8]) {
    for purpose in [Purpose::Line, Purpose::Bed] {
        match decode(bytes, purpose) {
            Ok(decoded) => {
                let clip = &decoded.clip;
                let frames = clip.length_in_frames() as u64;
                let most = u64::from(purpose.most_seconds()) * u64::from(clip.rate());
                assert!(RATES.contains(&clip.rate()));
                assert!(frames > 0 && frames <= most, "{frames} frames");
                assert!(clip.samples().len() <= MOST_SAMPLES);
                assert!(clip.peak() > 0.0 && clip.peak() <= 1.0);
                let sides = match clip.channels() {
                    Channels::Mono => 1,
                    Channels::Stereo => 2,
                };
                assert_eq!(clip.samples().len() as u64, sides * frames);
                if frames < 100_000 {
                    for remark in decoded.remarks(purpose) {
                        assert!(!remark.to_string().is_empty());
                    }
                    let there = clip.at(48_000);
                    assert!(there.length_in_frames() as u64 >= frames * 48_000 / 192_000);
                    assert!(there.louder(20.0).peak() < 0.708);
                }
            }
            Err(Unfit::Rate(rate)) => assert!(!RATES.contains(&rate)),
            Err(Unfit::Sides(sides)) => assert!(sides == 0 || sides > MOST_SIDES),
            Err(Unfit::TooLong(seconds)) => assert_eq!(seconds, purpose.most_seconds()),
            Err(why) => assert!(!why.advice().is_empty()),
        }
    }
}
