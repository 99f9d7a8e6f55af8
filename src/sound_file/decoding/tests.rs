//! Sound files as people make them, and as nobody should.

#![expect(clippy::disallowed_methods, reason = "tests read fixtures")]

use super::*;
use crate::score::Channels;

const TONE_HERTZ: u32 = 440;

fn fixture(name: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sounds");
    std::fs::read(folder.join(name)).unwrap()
}

/// A WAV file with this heading, whatever it holds.
#[derive(Clone, Copy)]
struct Wav {
    packing: u16,
    sides: u16,
    rate: u32,
    bits: u16,
    /// What it says that it holds, in bytes; what it does hold by default.
    claims: Option<u32>,
}

const PLAIN: Wav = Wav {
    packing: 1,
    sides: 1,
    rate: 8_000,
    bits: 16,
    claims: None,
};

impl Wav {
    fn with(self, content: &[u8]) -> Vec<u8> {
        let frame = self.sides.saturating_mul(self.bits / 8);
        let claims = self.claims.unwrap_or(content.len() as u32);
        let mut file = b"RIFF".to_vec();
        file.extend(claims.saturating_add(36).to_le_bytes());
        file.extend(b"WAVEfmt ");
        file.extend(16_u32.to_le_bytes());
        file.extend(self.packing.to_le_bytes());
        file.extend(self.sides.to_le_bytes());
        file.extend(self.rate.to_le_bytes());
        file.extend(self.rate.saturating_mul(u32::from(frame)).to_le_bytes());
        file.extend(frame.to_le_bytes());
        file.extend(self.bits.to_le_bytes());
        file.extend(b"data");
        file.extend(claims.to_le_bytes());
        file.extend(content);
        file
    }
}

fn samples(many: usize, sample: i16) -> Vec<u8> {
    sample.to_le_bytes().repeat(many)
}

/// How often a second the sound goes from below to above.
fn waves(clip: &Clip) -> f64 {
    let ups = clip
        .samples()
        .windows(2)
        .filter(|pair| pair[0] < 0 && pair[1] >= 0);
    ups.count() as f64 * f64::from(clip.rate()) / clip.length_in_frames() as f64
}

#[test]
fn every_kind_of_file_sounds_as_it_was_recorded() {
    for name in ["tone.wav", "tone.flac", "tone.ogg", "tone.mp3", "alaw.wav"] {
        let decoded = decode(&fixture(name), Purpose::Line).unwrap();
        assert!(!decoded.has_gaps, "{name}");
        let clip = decoded.clip;
        assert_eq!(
            (clip.rate(), clip.channels()),
            (8_000, Channels::Mono),
            "{name}"
        );
        let length = clip.length_in_frames();
        assert!((2_400..=3_000).contains(&length), "{name}: {length}");
        assert!((0.2..0.3).contains(&clip.peak()), "{name}: {}", clip.peak());
        let off = (waves(&clip) - f64::from(TONE_HERTZ)).abs();
        assert!(off < 90.0, "{name}: {}", waves(&clip));
    }
    let of = |name| decode(&fixture(name), Purpose::Line).unwrap().clip;
    assert_eq!(of("tone.wav"), of("tone.flac"));
    let stereo = of("stereo.ogg");
    assert_eq!(stereo.channels(), Channels::Stereo);
}

#[test]
fn every_depth_and_number_of_sides_is_brought_to_one_form() {
    let half = [
        (1, 8, vec![0xC0_u8]),
        (1, 16, 16_384_i16.to_le_bytes().to_vec()),
        (1, 24, vec![0, 0, 0x40]),
        (1, 32, (1_i32 << 30).to_le_bytes().to_vec()),
        (3, 32, 0.5_f32.to_le_bytes().to_vec()),
        (3, 64, 0.5_f64.to_le_bytes().to_vec()),
    ];
    for (packing, bits, sample) in half {
        for sides in [1, 2, 6, 8] {
            let wav = Wav {
                packing,
                sides,
                bits,
                ..PLAIN
            };
            let file = wav.with(&sample.repeat(100 * usize::from(sides)));
            let clip = decode(&file, Purpose::Line).unwrap().clip;
            assert_eq!(
                clip,
                Clip::mono(8_000, [16_384; 100]),
                "{bits} bits, {sides} sides"
            );
        }
    }
}

#[test]
fn two_sides_stay_two_and_what_is_the_same_in_both_becomes_one() {
    let wav = Wav { sides: 2, ..PLAIN };
    let left = [samples(1, 900), samples(1, -900)].concat().repeat(50);
    let clip = decode(&wav.with(&left), Purpose::Line).unwrap().clip;
    assert_eq!(clip, Clip::stereo(8_000, [900, -900].repeat(50)));
    let same = samples(100, 900);
    let clip = decode(&wav.with(&same), Purpose::Line).unwrap().clip;
    assert_eq!(clip, Clip::mono(8_000, [900; 50]));
}

#[test]
fn what_is_no_number_is_silence_and_what_is_too_loud_is_full_scale() {
    let wav = Wav {
        packing: 3,
        bits: 32,
        ..PLAIN
    };
    let numbers = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 7.0, -7.0, 0.5];
    let content: Vec<u8> = numbers.iter().flat_map(|x| x.to_le_bytes()).collect();
    let clip = decode(&wav.with(&content), Purpose::Line).unwrap().clip;
    assert_eq!(clip.samples(), [0, 0, 0, 32_767, -32_768, 16_384]);
}

#[test]
fn headings_that_say_what_cannot_be_are_refused_in_plain_words() {
    let some = samples(4_000, 900);
    let of = |wav: Wav| decode(&wav.with(&some), Purpose::Line).unwrap_err();
    assert_eq!(of(Wav { rate: 1, ..PLAIN }), Unfit::Rate(1));
    assert_eq!(
        of(Wav {
            rate: 768_000,
            ..PLAIN
        }),
        Unfit::Rate(768_000)
    );
    for sides in [0, 9, 255, u16::MAX] {
        let why = of(Wav { sides, ..PLAIN });
        let refused = matches!(why, Unfit::Damaged | Unfit::OtherPacking | Unfit::Sides(_));
        assert!(refused, "{sides}: {why:?}");
    }
    for bits in [0, 1, 7, 12, 20, 48, u16::MAX] {
        let why = of(Wav { bits, ..PLAIN });
        assert!(
            matches!(why, Unfit::Damaged | Unfit::OtherPacking),
            "{bits}: {why:?}"
        );
    }
    for packing in [0, 2, 0x11, 0x55, 0x161] {
        let why = of(Wav { packing, ..PLAIN });
        assert!(
            matches!(why, Unfit::Damaged | Unfit::OtherPacking),
            "{packing}: {why:?}"
        );
    }
    assert_eq!(
        decode(&fixture("opus.ogg"), Purpose::Line),
        Err(Unfit::OtherPacking)
    );
    assert_eq!(
        decode(&fixture("adpcm.wav"), Purpose::Line),
        Err(Unfit::OtherPacking)
    );
}

#[test]
fn a_heading_that_claims_more_than_there_is_gets_no_room_for_it() {
    let some = samples(4_000, 900);
    for claims in [u32::MAX, u32::MAX - 1, 4_000_000_000, 1 << 31, 9_000] {
        let wav = Wav {
            claims: Some(claims),
            ..PLAIN
        };
        let clip = decode(&wav.with(&some), Purpose::Line).unwrap().clip;
        assert_eq!(clip.length_in_frames(), 4_000, "{claims}");
    }
    let nothing = decode(&PLAIN.with(&[]), Purpose::Line);
    assert_eq!(nothing, Err(Unfit::Damaged));
}

#[test]
fn hours_in_a_few_bytes_end_at_the_limit() {
    for (name, purpose, minutes) in [
        ("hour-of-nothing.flac", Purpose::Line, 2),
        ("hour-of-nothing.flac", Purpose::Bed, 10),
        ("minutes-of-nothing.ogg", Purpose::Bell, 2),
    ] {
        let why = decode(&fixture(name), purpose);
        assert_eq!(why, Err(Unfit::TooLong(minutes * 60)), "{name}");
    }
}

#[test]
fn a_sound_is_too_long_by_its_seconds_and_too_fine_by_its_samples() {
    let two_minutes = 8_000 * 120;
    let at_the_limit = PLAIN.with(&samples(two_minutes, 900));
    assert!(decode(&at_the_limit, Purpose::Line).is_ok());
    let longer = PLAIN.with(&samples(two_minutes + 1, 900));
    assert_eq!(decode(&longer, Purpose::Line), Err(Unfit::TooLong(120)));
    assert!(decode(&longer, Purpose::Bed).is_ok());
    let mut heard = Heard::new(Purpose::Bed);
    (heard.rate, heard.sides) = (192_000, 2);
    heard.samples = vec![9; MOST_SAMPLES];
    heard.piece = vec![0.5; 2];
    assert_eq!(heard.keep(), Err(Unfit::TooFine));
}

#[test]
fn silence_is_no_sound() {
    for quiet in [0, 4, -4] {
        let file = PLAIN.with(&samples(800, quiet));
        assert_eq!(decode(&file, Purpose::Line), Err(Unfit::Silent));
    }
    assert!(decode(&PLAIN.with(&samples(800, 5)), Purpose::Line).is_ok());
}

#[test]
fn a_file_that_breaks_off_plays_as_far_as_it_goes() {
    // The sound of an Ogg file as short as this is in one piece.
    for (name, least) in [
        ("tone.flac", 20),
        ("tone.ogg", 0),
        ("tone.mp3", 20),
        ("tone.wav", 20),
    ] {
        let whole = fixture(name);
        let all = decode(&whole, Purpose::Line)
            .unwrap()
            .clip
            .length_in_frames();
        let mut some = 0;
        for end in (0..whole.len()).step_by(9) {
            if let Ok(decoded) = decode(&whole[..end], Purpose::Line) {
                some += 1;
                assert!(decoded.clip.length_in_frames() <= all, "{name} to {end}");
            }
        }
        assert!(some >= least, "{name}: {some}");
    }
    let flac = fixture("tone.flac");
    let cut = decode(&flac[..flac.len() / 2], Purpose::Line).unwrap();
    assert!(cut.has_gaps && cut.clip.length_in_frames() > 900);
}

#[test]
fn no_changed_byte_breaks_anything() {
    for name in [
        "tone.flac",
        "tone.ogg",
        "tone.mp3",
        "stereo.ogg",
        "alaw.wav",
    ] {
        let mut file = fixture(name);
        for at in (0..file.len()).step_by(3) {
            let was = file[at];
            for other in [0xFF, was ^ 1] {
                file[at] = other;
                if let Ok(decoded) = decode(&file, Purpose::Line) {
                    let clip = decoded.clip;
                    let most = 120 * clip.rate() as usize;
                    assert!(clip.length_in_frames() <= most && RATES.contains(&clip.rate()));
                }
            }
            file[at] = was;
        }
    }
}

#[test]
fn what_is_no_sound_at_all_is_said_to_be_none() {
    for bytes in [
        &b""[..],
        b"R",
        b"RIFF\x24\0\0\0AVI LIST",
        b"PK\x03\x04word/",
        &[0; 99],
    ] {
        assert_eq!(decode(bytes, Purpose::Line), Err(Unfit::NoSound));
    }
    for bytes in [
        &b"fLaC"[..],
        b"OggS",
        b"RIFF\x24\0\0\0WAVE",
        b"\xFF\xFB\x90\x64",
        b"ID3\x03",
    ] {
        assert_eq!(decode(bytes, Purpose::Line), Err(Unfit::Damaged));
    }
}

#[test]
fn a_flac_that_counts_its_shorter_last_frame_as_the_smallest_is_heard() {
    let usual = fixture("tone.flac");
    let mut other = usual.clone();
    let smallest = u16::from_be_bytes([usual[8], usual[9]]);
    assert_eq!(usual[8..10], usual[10..12]);
    other[8..10].copy_from_slice(&(smallest / 2).to_be_bytes());
    assert_eq!(decode(&other, Purpose::Line), decode(&usual, Purpose::Line));
    assert!(decode(&other, Purpose::Line).is_ok());
}
