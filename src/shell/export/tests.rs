//! Tracks in every format, read again by decoders that other people wrote.

use std::io::Cursor;
use std::sync::Arc;

use id3::TagLike;

use super::*;
use crate::score::{Asides, Clip, Ensemble, Score, dithered};
use crate::session::StepKind;
use crate::session::sample::{breaths, clean, rest, session, step};
use crate::sound_file::{Purpose, decode};
use crate::timeline::{Choices, compile};
use crate::track::Chapter;

/// A breath and some rest: fifteen seconds, so that it is made in several pieces.
fn mixdown() -> Mixdown {
    let steps = vec![
        step(StepKind::Breathe(breaths(1, [2, 0, 2]))),
        step(rest(2)),
    ];
    let timeline = Arc::new(compile(&session(steps), &Choices::default()));
    let ensemble = Ensemble::default();
    let score = Score::new(timeline, &ensemble, RATE);
    let mixdown = Mixdown::new(score, &Asides::default(), &ensemble);
    assert!(mixdown.length_in_frames() > 2 * PIECE as u64);
    mixdown
}

fn tags() -> Tags {
    let chapter = |seconds: u64, title| Chapter {
        onset: seconds * u64::from(RATE),
        title: clean(title),
    };
    Tags {
        title: clean("Rest – für dich"),
        artist: Some(clean("Jane Doe, PT")),
        comment: clean("Supports practice; treats and diagnoses nothing."),
        language: "eng",
        chapters: vec![chapter(0, "Breathing"), chapter(4, "Rest")],
    }
}

fn written(format: Format) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let mut last = 0;
    let mixdown = mixdown();
    write(format, &mixdown, &tags(), &mut out, &mut |done| {
        assert!(done > last, "{done} after {last}");
        last = done;
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(last, mixdown.length_in_frames());
    out.into_inner()
}

fn decoded(bytes: &[u8]) -> Clip {
    decode(bytes, Purpose::Bed).unwrap().clip
}

/// Every sample that a file has to hold, left and right in turn.
fn expected() -> Vec<i16> {
    let mixdown = mixdown();
    let mut sound = vec![[0.0; 2]; mixdown.length_in_frames() as usize];
    mixdown.fill(0, &mut sound);
    dithered(0, &sound)
}

#[test]
fn wav_and_flac_hold_every_sample() {
    for format in [Format::Wav, Format::Flac] {
        let clip = decoded(&written(format));
        assert_eq!(clip.rate(), RATE);
        assert!(clip.samples() == expected(), "{format:?}");
    }
}

#[test]
fn mp3_sounds_as_the_session_does_and_lies_where_it_lay() {
    let clip = decoded(&written(Format::Mp3));
    let expected = expected();
    assert_eq!(clip.rate(), RATE);
    let decoder_delay = 2 * (528 + 529);
    let second = 2 * RATE as usize;
    // The breath: in its first seconds it is louder than anything that was lost.
    let mut best = (f64::NEG_INFINITY, 0);
    for offset in [0, decoder_delay, decoder_delay + 2304] {
        let (mut of, mut off) = (0.0, 0.0);
        for (n, sample) in expected
            .iter()
            .enumerate()
            .take(4 * second)
            .skip(second / 2)
        {
            let there = clip.samples().get(n + offset).copied().unwrap_or_default();
            of += f64::from(*sample).powi(2);
            off += (f64::from(*sample) - f64::from(there)).powi(2);
        }
        let ratio = 10.0 * (of / off).log10();
        if ratio > best.0 {
            best = (ratio, offset);
        }
    }
    assert!(best.0 > 6.0, "{best:?}");
}

#[test]
fn the_pieces_of_an_mp3_are_those_that_one_encoder_would_write() {
    let mixdown = mixdown();
    let length = mixdown.length_in_frames() as usize;
    let header = rusty_mp3::encoder_header(RATE, 2, 128).unwrap();
    let mut sound = vec![[0.0; 2]; length.next_multiple_of(1152)];
    mixdown.fill(0, &mut sound);
    let mut encoder = rusty_mp3::encode::Mp3Encode::new();
    let quality = Some(rusty_mp3::vbr_quality_index(5.0));
    let mut one = Vec::new();
    for frame in sound.chunks(1152) {
        let side = |side: usize| frame.iter().map(|frame| frame[side]).collect::<Vec<f32>>();
        one.extend(
            encoder
                .encode_frame(&header, &[side(0), side(1)], quality)
                .unwrap(),
        );
    }
    let pieces = written(Format::Mp3);
    let place = pieces
        .windows(64)
        .position(|bytes| bytes == &one[..64])
        .unwrap();
    let common = one.len().min(pieces.len() - place);
    assert!(common > 100_000 && pieces[place..place + common] == one[..common]);
}

#[test]
fn the_same_track_is_the_same_bytes() {
    for format in Format::ALL {
        assert!(written(format) == written(format), "{format:?}");
    }
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|bytes| bytes == part)
}

#[test]
fn tags_and_chapters_are_in_every_file() {
    let (wav, flac, mp3) = (
        written(Format::Wav),
        written(Format::Flac),
        written(Format::Mp3),
    );
    for text in [
        "Rest – für dich",
        "Jane Doe, PT",
        "Breathing",
        "diagnoses nothing",
    ] {
        assert!(has(&wav, text.as_bytes()), "wav: {text}");
        assert!(has(&flac, text.as_bytes()), "flac: {text}");
    }
    assert!(has(&flac, b"CHAPTER002=00:00:04.000"));
    let cue = [2_u32.to_le_bytes(), (4 * RATE).to_le_bytes(), *b"data"].concat();
    assert!(has(&wav, &cue));

    let tag = id3::Tag::read_from2(Cursor::new(&mp3)).unwrap();
    assert_eq!(
        (tag.title(), tag.artist()),
        (Some("Rest – für dich"), Some("Jane Doe, PT"))
    );
    assert!(
        tag.comments()
            .any(|comment| comment.text.contains("diagnoses nothing"))
    );
    let chapters: Vec<(u32, u32)> = tag
        .chapters()
        .map(|chapter| (chapter.start_time, chapter.end_time))
        .collect();
    let end = (mixdown().length_in_frames() * 1000 / u64::from(RATE)) as u32;
    assert_eq!(chapters, [(0, 4000), (4000, end)]);
    assert_eq!(tag.tables_of_contents().count(), 1);
}

#[test]
fn the_lengths_in_a_wav_file_are_those_of_what_is_in_it() {
    let wav = written(Format::Wav);
    let number = |at: usize| u32::from_le_bytes(wav[at..at + 4].try_into().unwrap()) as usize;
    assert_eq!(number(4) + 8, wav.len());
    let mut at = 12;
    let mut names = Vec::new();
    while at < wav.len() {
        names.push(String::from_utf8_lossy(&wav[at..at + 4]).into_owned());
        at += 8 + number(at + 4).next_multiple_of(2);
    }
    assert_eq!(at, wav.len());
    assert_eq!(names, ["fmt ", "data", "LIST", "cue ", "LIST"]);
}

#[test]
fn breaking_off_ends_it_at_once() {
    for format in Format::ALL {
        let mut pieces = 0;
        let mut news = |_| {
            pieces += 1;
            ControlFlow::Break(())
        };
        let ended = write(
            format,
            &mixdown(),
            &tags(),
            &mut Cursor::new(Vec::new()),
            &mut news,
        );
        assert!(matches!(ended, Err(Broken::Off)), "{format:?}");
        assert_eq!(pieces, 1);
    }
}

/// A disk with room for so many bytes.
struct Full(Cursor<Vec<u8>>, usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.get_ref().len() + bytes.len() > self.1 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.0.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Full {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_full_disk_is_told_as_one() {
    for format in Format::ALL {
        for room in [10, 100_000] {
            let mut disk = Full(Cursor::new(Vec::new()), room);
            let ended = write(format, &mixdown(), &tags(), &mut disk, &mut |_| {
                ControlFlow::Continue(())
            });
            let Err(Broken::System(error)) = ended else {
                panic!("{format:?} with {room}: {ended:?}")
            };
            assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{format:?}");
        }
    }
}

#[test]
fn a_format_is_known_by_the_ending_of_the_name() {
    let of = |ending: &str| Format::of_ending(OsStr::new(ending));
    assert_eq!(of("MP3"), Some(Format::Mp3));
    assert_eq!(of("m4a"), None);
    for format in Format::ALL {
        assert_eq!(of(format.ending()), Some(format));
    }
}
