//! Reads the WAV that a speech program writes into a pipe.
//!
//! Whoever writes into a pipe cannot go back to say how long it was, so lengths are not believed:
//! what is there counts. Files of others are read elsewhere, and more strictly.

use crate::score::Clip;

/// Rates that a voice can have, in frames a second.
const RATES: std::ops::RangeInclusive<u32> = 4000..=96_000;

/// How the samples are laid out.
struct Layout {
    channels: u16,
    rate: u32,
}

/// The sound in some bytes, if they are a WAV with one or two channels of 16 bits.
pub(super) fn clip(bytes: &[u8]) -> Option<Clip> {
    let is_wave = bytes.get(..4)? == b"RIFF" && bytes.get(8..12)? == b"WAVE";
    let mut rest = bytes.get(12..).filter(|_| is_wave)?;
    let mut layout = None;
    while rest.len() >= 8 {
        let (head, body) = rest.split_at(8);
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        let chunk = &body[..length.min(body.len())];
        match &head[..4] {
            b"fmt " => layout = Some(format(chunk)?),
            b"data" => return layout.map(|layout| with(&layout, chunk)),
            _ => {}
        }
        // A chunk of an odd length is followed by a byte that means nothing.
        rest = body.get(length.saturating_add(length % 2)..)?;
    }
    None
}

fn format(chunk: &[u8]) -> Option<Layout> {
    const PLAIN: u16 = 1;
    const EXTENSIBLE: u16 = 0xFFFE;
    let number = |at: usize| Some(u16::from_le_bytes([*chunk.get(at)?, *chunk.get(at + 1)?]));
    let kind = match number(0)? {
        EXTENSIBLE => number(24)?,
        kind => kind,
    };
    let layout = Layout {
        channels: number(2)?,
        rate: u32::from(number(4)?) | (u32::from(number(6)?) << 16),
    };
    let is_plain = kind == PLAIN && number(14)? == 16;
    let fits = matches!(layout.channels, 1 | 2) && RATES.contains(&layout.rate);
    (is_plain && fits).then_some(layout)
}

fn with(layout: &Layout, bytes: &[u8]) -> Clip {
    let samples: Vec<i16> = bytes
        .chunks_exact(2)
        .map(|pair| i16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    if layout.channels == 2 {
        Clip::stereo(layout.rate, samples)
    } else {
        Clip::mono(layout.rate, samples)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A WAV whose lengths are what they are said to be.
    fn wave(kind: u16, channels: u16, rate: u32, bits: u16, said: u32, samples: &[i16]) -> Vec<u8> {
        let mut bytes = b"RIFF".to_vec();
        bytes.extend(said.to_le_bytes());
        bytes.extend(b"WAVELIST\x03\0\0\0abc\0fmt \x10\0\0\0");
        bytes.extend(kind.to_le_bytes());
        bytes.extend(channels.to_le_bytes());
        bytes.extend(rate.to_le_bytes());
        bytes.extend((rate * u32::from(channels) * 2).to_le_bytes());
        bytes.extend((channels * 2).to_le_bytes());
        bytes.extend(bits.to_le_bytes());
        bytes.extend(b"data");
        bytes.extend(said.to_le_bytes());
        bytes.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
        bytes
    }

    #[test]
    fn what_is_there_counts_and_not_what_is_said() {
        let samples = [1, -2, 300, -400];
        for said in [8, 0x7fff_f000, u32::MAX] {
            let read = clip(&wave(1, 1, 22_050, 16, said, &samples));
            assert_eq!(read, Some(Clip::mono(22_050, samples)), "{said}");
        }
        let read = clip(&wave(1, 2, 48_000, 16, 8, &samples));
        assert_eq!(read, Some(Clip::stereo(48_000, samples)));
        let shorter = clip(&wave(1, 1, 22_050, 16, 4, &samples));
        assert_eq!(shorter, Some(Clip::mono(22_050, [1, -2])));
    }

    #[test]
    fn anything_else_is_no_voice() {
        let whole = wave(1, 1, 22_050, 16, 8, &[1, 2, 3, 4]);
        // Cut off anywhere it is refused, or what is left of it is read.
        for length in 0..whole.len() {
            let read = clip(&whole[..length]);
            assert_eq!(read.is_some(), length >= whole.len() - 8, "{length}");
        }
        let table = [
            (3, 1, 22_050, 32),
            (1, 6, 22_050, 16),
            (1, 1, 22_050, 8),
            (1, 1, 10, 16),
        ];
        for (kind, channels, rate, bits) in table {
            assert_eq!(
                clip(&wave(kind, channels, rate, bits, 8, &[1, 2, 3, 4])),
                None
            );
        }
        assert_eq!(clip(b"command not found: espeak\n"), None);
        assert_eq!(clip(b""), None);
    }
}
