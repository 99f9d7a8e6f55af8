//! WAV: every sample as it is, between a head that says how many there are and chunks that say what
//! they are: tags (`LIST INFO`), where the parts begin (`cue `) and what they are called
//! (`LIST adtl`). Texts are in UTF-8.

use std::io::{self, Write};

use super::pieces::samples;
use super::{Broken, News};
use crate::score::Mixdown;
use crate::track::{Chapter, Tags};

const SIDES: u16 = 2;
const BYTES_IN_A_FRAME: u16 = SIDES * 2;

/// Writes a track.
pub(super) fn write(
    mixdown: &Mixdown,
    tags: &Tags,
    out: &mut impl Write,
    news: News<'_>,
) -> Result<(), Broken> {
    let sound = mixdown.length_in_frames() * u64::from(BYTES_IN_A_FRAME);
    let about = about(tags);
    out.write_all(&head(mixdown.rate(), sound, about.len())?)?;
    let mut bytes = Vec::new();
    samples(mixdown, news, |samples| {
        bytes.clear();
        bytes.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
        Ok(out.write_all(&bytes)?)
    })?;
    Ok(out.write_all(&about)?)
}

/// Everything before the first sample.
fn head(rate: u32, sound: u64, about: usize) -> io::Result<Vec<u8>> {
    let too_long = |_| io::Error::other("a .wav file holds about six hours; .flac holds more");
    let after_head = u32::try_from(36 + sound + about as u64).map_err(too_long)?;
    let mut head = Vec::with_capacity(44);
    head.extend(*b"RIFF");
    head.extend(after_head.to_le_bytes());
    head.extend(*b"WAVEfmt ");
    head.extend(16_u32.to_le_bytes());
    for number in [1, SIDES] {
        head.extend(number.to_le_bytes());
    }
    head.extend(rate.to_le_bytes());
    head.extend((rate * u32::from(BYTES_IN_A_FRAME)).to_le_bytes());
    for number in [BYTES_IN_A_FRAME, 16] {
        head.extend(number.to_le_bytes());
    }
    head.extend(*b"data");
    head.extend((sound as u32).to_le_bytes());
    Ok(head)
}

/// Everything after the last sample.
fn about(tags: &Tags) -> Vec<u8> {
    let mut info = b"INFO".to_vec();
    let texts = [
        (*b"INAM", Some(&tags.title)),
        (*b"IART", tags.artist.as_ref()),
        (*b"ICMT", Some(&tags.comment)),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            push(&mut info, name, &zero_terminated(text));
        }
    }
    let mut about = Vec::new();
    push(&mut about, *b"LIST", &info);
    if !tags.chapters.is_empty() {
        push(&mut about, *b"cue ", &cues(&tags.chapters));
        push(&mut about, *b"LIST", &labels(&tags.chapters));
    }
    about
}

fn cues(chapters: &[Chapter]) -> Vec<u8> {
    let mut cues = (chapters.len() as u32).to_le_bytes().to_vec();
    for (number, chapter) in (1_u32..).zip(chapters) {
        let onset = chapter.onset as u32;
        cues.extend(number.to_le_bytes());
        cues.extend(onset.to_le_bytes());
        cues.extend(*b"data");
        for number in [0, 0, onset] {
            cues.extend(number.to_le_bytes());
        }
    }
    cues
}

fn labels(chapters: &[Chapter]) -> Vec<u8> {
    let mut labels = b"adtl".to_vec();
    for (number, chapter) in (1_u32..).zip(chapters) {
        let mut label = number.to_le_bytes().to_vec();
        label.extend(zero_terminated(&chapter.title));
        push(&mut labels, *b"labl", &label);
    }
    labels
}

fn zero_terminated(text: &str) -> Vec<u8> {
    text.bytes().chain([0]).collect()
}

/// A chunk: its name, its length, what is in it, and a byte more where that is odd.
fn push(chunks: &mut Vec<u8>, name: [u8; 4], content: &[u8]) {
    chunks.extend(name);
    chunks.extend((content.len() as u32).to_le_bytes());
    chunks.extend(content);
    if content.len() % 2 == 1 {
        chunks.push(0);
    }
}
