//! A sound file without everything that is no sound: the tags, pictures and lists of music programs.
//!
//! Decoders would read them, and a file full of tiny tags becomes twenty times as large in memory.

use std::borrow::Cow;

use super::Kind;

/// The bytes that are about the sound, or nothing where they cannot be found.
pub(super) fn bare(bytes: &[u8], kind: Kind) -> Option<Cow<'_, [u8]>> {
    match kind {
        Kind::Mp3 => Some(Cow::Borrowed(behind_tags(bytes))),
        Kind::Wav => wav(bytes).map(Cow::Owned),
        Kind::Flac => flac(bytes).map(Cow::Owned),
        // Its comments are inside of packets, which have a limit of their own.
        Kind::Ogg => Some(Cow::Borrowed(bytes)),
    }
}

/// MP3 without what may stand before it. A tag may be followed by another.
fn behind_tags(mut bytes: &[u8]) -> &[u8] {
    while let [b'I', b'D', b'3', _, _, flags, a, b, c, d, ..] = *bytes {
        let size = [a, b, c, d]
            .iter()
            .fold(0_usize, |size, part| size << 7 | usize::from(part & 0x7F));
        let footer = if flags & 0x10 == 0 { 0 } else { 10 };
        bytes = bytes.get(10 + size + footer..).unwrap_or_default();
    }
    bytes
}

/// The format and the samples. The samples may say that they are longer than they are.
fn wav(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bare = b"RIFF\xFF\xFF\xFF\xFFWAVE".to_vec();
    let mut rest = bytes.get(bare.len()..)?;
    loop {
        let (heading, content) = rest.split_at_checked(8)?;
        let length = heading.last_chunk::<4>()?;
        let length = u32::from_le_bytes(*length) as usize;
        match &heading[..4] {
            b"data" => {
                bare.extend(heading);
                bare.extend(&content[..length.min(content.len())]);
                return Some(bare);
            }
            b"fmt " if length <= 64 => {
                bare.extend(heading);
                bare.extend(content.get(..length.next_multiple_of(2))?);
            }
            _ => {}
        }
        // What is odd is followed by a byte that fills it up.
        rest = content.get(length.checked_next_multiple_of(2)?..)?;
    }
}

/// The heading with the format, and the frames.
fn flac(bytes: &[u8]) -> Option<Vec<u8>> {
    const FORMAT: u8 = 0;
    const LAST: u8 = 0x80;
    let mut format = None;
    let mut rest = bytes.strip_prefix(b"fLaC")?;
    loop {
        let (&[kind, a, b, c], content) = rest.split_first_chunk::<4>()?;
        let length = u32::from_be_bytes([0, a, b, c]) as usize;
        let (block, behind) = content.split_at_checked(length)?;
        if kind & !LAST == FORMAT {
            format = format.or(Some(block));
        }
        if kind & LAST != 0 {
            let format = in_blocks_of_one_size(format?, behind);
            let length = u8::try_from(format.len()).ok()?;
            return Some([b"fLaC", &[LAST, 0, 0, length][..], &format, behind].concat());
        }
        rest = behind;
    }
}

/// The format of a FLAC. Where its frames are all of one size, some encoders count the last one, which
/// is shorter, as the smallest size; the decoder would then look for frames of another kind.
fn in_blocks_of_one_size<'a>(format: &'a [u8], frames: &[u8]) -> Cow<'a, [u8]> {
    let are_alike = matches!(frames, [0xFF, 0xF8, ..]);
    match format {
        [a, b, c, d, rest @ ..] if are_alike && (a, b) != (c, d) => {
            Cow::Owned([&[*c, *d, *c, *d], rest].concat())
        }
        _ => Cow::Borrowed(format),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_before_an_mp3_are_passed_over() {
        let mut tagged = b"ID3\x03\0\0\0\0\x02\x01".to_vec();
        tagged.extend([0xAA; 257]);
        tagged.extend(b"ID3\x04\0\x10\0\0\0\x03abc");
        tagged.extend([0; 10]);
        tagged.extend(b"\xFF\xFBsound");
        assert_eq!(behind_tags(&tagged), b"\xFF\xFBsound");
        assert_eq!(behind_tags(b"ID3\x03\0\0\x7F\x7F\x7F\x7Fabc"), b"");
        assert_eq!(behind_tags(b"ID3\x03"), b"ID3\x03");
    }

    #[test]
    fn lists_in_a_wav_are_passed_over_and_what_it_claims_is_kept() {
        let head = b"RIFF\x99\0\0\0WAVE";
        let list = b"LIST\x05\0\0\0INFOa\0";
        let format = b"fmt \x04\0\0\0abcd";
        let data = b"data\xF0\xFF\xFF\xFFsamples";
        let whole = [&head[..], list, format, list, data].concat();
        let bare = b"RIFF\xFF\xFF\xFF\xFFWAVEfmt \x04\0\0\0abcddata\xF0\xFF\xFF\xFFsamples";
        assert_eq!(wav(&whole).as_deref(), Some(&bare[..]));
        let behind = [&head[..], format, b"data\x02\0\0\0ab", list].concat();
        assert!(wav(&behind).unwrap().ends_with(b"data\x02\0\0\0ab"));
        assert_eq!(wav(&whole[..30]), None);
        assert_eq!(wav(&[&head[..], b"LIST\xFF\xFF\xFF\xFFab"].concat()), None);
        assert_eq!(wav(b"RIFF"), None);
    }

    #[test]
    fn pictures_in_a_flac_are_passed_over() {
        let whole = b"fLaC\x00\0\0\x02ab\x06\0\0\x03pic\x84\0\0\x01cframes";
        let bare = b"fLaC\x80\0\0\x02abframes";
        assert_eq!(flac(whole).as_deref(), Some(&bare[..]));
        assert_eq!(flac(b"fLaC\x84\0\0\x01cframes"), None);
        assert_eq!(flac(b"fLaC\x00\xFF\0\0ab"), None);
        assert_eq!(flac(b"fLaC"), None);
    }
}
