//! FLAC: every sample, in half the room, with tags and chapters as Vorbis comments.
//!
//! Predictors of the simplest kind are used: the better ones take twice the time and save a twentieth.

use std::io::{self, Seek, Write};

use flac_codec::Error;
use flac_codec::encode::{FlacSampleWriter, Options};

use super::pieces::samples;
use super::{Broken, News};
use crate::score::Mixdown;
use crate::time::Ms;
use crate::track::Tags;

/// Writes a track.
pub(super) fn write(
    mixdown: &Mixdown,
    tags: &Tags,
    out: &mut (impl Write + Seek),
    news: News<'_>,
) -> Result<(), Broken> {
    let (rate, all) = (mixdown.rate(), 2 * mixdown.length_in_frames());
    let options = options(tags, rate).map_err(io::Error::other)?;
    let mut flac = FlacSampleWriter::new(out, options, rate, 16, 2, Some(all)).map_err(system)?;
    let mut wide = Vec::new();
    samples(mixdown, news, |samples| {
        wide.clear();
        wide.extend(samples.iter().map(|sample| i32::from(*sample)));
        flac.write(&wide).map_err(system)
    })?;
    flac.finalize().map_err(system)
}

fn options(tags: &Tags, rate: u32) -> Result<Options, flac_codec::encode::OptionsError> {
    let mut options = Options::default()
        .max_lpc_order(None)?
        .fast_channel_correlation(true)
        .padding(1024)?
        .tag("TITLE", &tags.title)
        .tag("COMMENT", &tags.comment);
    if let Some(artist) = &tags.artist {
        options = options.tag("ARTIST", artist);
    }
    for (number, chapter) in (1..).zip(&tags.chapters) {
        let onset = clock(Ms(chapter.onset * 1000 / u64::from(rate)));
        options = options
            .tag(&format!("CHAPTER{number:03}"), onset)
            .tag(&format!("CHAPTER{number:03}NAME"), &chapter.title);
    }
    Ok(options)
}

/// A time as chapters have it: `00:01:12.500`.
fn clock(at: Ms) -> String {
    let (seconds, rest) = (at.0 / 1000, at.0 % 1000);
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    format!("{hours:02}:{minutes:02}:{:02}.{rest:03}", seconds % 60)
}

fn system(error: Error) -> Broken {
    Broken::System(match error {
        Error::Io(error) => error,
        other => io::Error::other(other),
    })
}
