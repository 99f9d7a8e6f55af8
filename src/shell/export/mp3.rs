//! MP3 at a quality, about 128 kbit/s, with ID3 tags and chapters.
//!
//! At a quality every frame stands alone, without a reservoir of bits that goes from one to the next.
//! So a piece can be made by itself, once its encoder has heard what came just before it, and all
//! pieces together are the very bytes that one encoder would have written.

use std::io::{self, Seek, SeekFrom, Write};

use id3::frame::{Chapter as Chap, Comment, TableOfContents};
use id3::{Encoder, Frame, Tag, TagLike, Version};
use rusty_mp3::encode::Mp3Encode;
use rusty_mp3::encode::lametag::{
    ENCODER_DELAY, TagInfo, TagStats, frames_for, padding_for, tag_frame, tag_header,
};
use rusty_mp3::header::FrameHeader;
use rusty_mp3::{encoder_header, vbr_quality_index};

use super::pieces::{in_order, tell};
use super::{Broken, News, PIECE};
use crate::score::Mixdown;
use crate::track::Tags;

/// Samples of one side in a frame.
const FRAME: usize = 1152;
/// How many frames an encoder hears before those that count. Its memory is one frame long; more do not
/// cost much.
const HEARD_BEFORE: u64 = 4;
/// Between 0, the best, and 9, the smallest.
const QUALITY: f32 = 5.0;
/// What the frame before the first is written at: its head only.
const NOMINAL_KILOBITS: u32 = 128;
/// A table of contents has room for so many chapters.
const MOST_CHAPTERS: usize = 255;

/// Writes a track.
pub(super) fn write(
    mixdown: &Mixdown,
    tags: &Tags,
    out: &mut (impl Write + Seek),
    news: News<'_>,
) -> Result<(), Broken> {
    let length = mixdown.length_in_frames();
    let header = encoder_header(mixdown.rate(), 2, NOMINAL_KILOBITS).map_err(io::Error::other)?;
    out.write_all(&id3(tags, mixdown)?)?;
    // What stands first can only be known last: room for it now.
    let first = out.stream_position()?;
    let about = tag_header(&header);
    let mut stats = TagStats::new(about.frame_size());
    let info = TagInfo {
        vbr: true,
        delay: ENCODER_DELAY,
        padding: padding_for(length, ENCODER_DELAY, FRAME) as usize,
    };
    out.write_all(&tag_frame(&about, &stats, &info))?;

    let all = frames_for(length, ENCODER_DELAY, FRAME);
    let in_a_piece = (PIECE / FRAME) as u64;
    let count = all.div_ceil(in_a_piece);
    let make = |piece: u64| {
        let from = piece * in_a_piece;
        encoded(mixdown, &header, from, (from + in_a_piece).min(all))
    };
    in_order(count, make, |piece, frames| {
        for frame in frames? {
            stats.add_frame(&frame);
            out.write_all(&frame)?;
        }
        tell(news, ((piece + 1) * PIECE as u64).min(length))
    })?;
    out.seek(SeekFrom::Start(first))?;
    out.write_all(&tag_frame(&about, &stats, &info))?;
    out.seek(SeekFrom::End(0))?;
    Ok(())
}

/// The frames from number `from` up to `until`.
fn encoded(
    mixdown: &Mixdown,
    header: &FrameHeader,
    from: u64,
    until: u64,
) -> Result<Vec<Vec<u8>>, Broken> {
    let before = from.saturating_sub(HEARD_BEFORE);
    let mut sound = vec![[0.0; 2]; (until - before) as usize * FRAME];
    mixdown.fill(before * FRAME as u64, &mut sound);
    let mut encoder = Mp3Encode::new();
    let quality = Some(vbr_quality_index(QUALITY));
    let mut sides = [[0.0; FRAME]; 2];
    let mut frames = Vec::with_capacity((until - from) as usize);
    for (number, frame) in (before..).zip(sound.as_chunks::<FRAME>().0) {
        for (n, [left, right]) in frame.iter().enumerate() {
            (sides[0][n], sides[1][n]) = (*left, *right);
        }
        let bytes = encoder.encode_frame(header, &sides, quality);
        let bytes = bytes.map_err(io::Error::other)?;
        if number >= from {
            frames.push(bytes);
        }
    }
    Ok(frames)
}

/// The tag before the sound, in the version that every player reads.
fn id3(tags: &Tags, mixdown: &Mixdown) -> io::Result<Vec<u8>> {
    let mut tag = Tag::new();
    tag.set_title(&*tags.title);
    if let Some(artist) = &tags.artist {
        tag.set_artist(&**artist);
    }
    tag.add_frame(Comment {
        lang: tags.language.to_owned(),
        description: String::new(),
        text: tags.comment.to_string(),
    });
    let chapters = &tags.chapters[..tags.chapters.len().min(MOST_CHAPTERS)];
    let milliseconds = |frames: u64| (frames * 1000 / u64::from(mixdown.rate())) as u32;
    let ends = chapters.iter().skip(1).map(|chapter| chapter.onset);
    let ends = ends.chain([mixdown.length_in_frames()]);
    let name = |number: usize| format!("ch{number}");
    tag.add_frame(TableOfContents {
        element_id: "toc".to_owned(),
        top_level: true,
        ordered: true,
        elements: (0..chapters.len()).map(name).collect(),
        frames: Vec::new(),
    });
    for (number, (chapter, end)) in chapters.iter().zip(ends).enumerate() {
        tag.add_frame(Chap {
            element_id: name(number),
            start_time: milliseconds(chapter.onset),
            end_time: milliseconds(end),
            // No places in bytes: the times count.
            start_offset: u32::MAX,
            end_offset: u32::MAX,
            frames: vec![Frame::text("TIT2", &*chapter.title)],
        });
    }
    let mut bytes = Vec::new();
    let encoder = Encoder::new().version(Version::Id3v23);
    encoder.encode(&tag, &mut bytes).map_err(io::Error::other)?;
    Ok(bytes)
}
