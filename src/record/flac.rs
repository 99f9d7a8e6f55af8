//! A clip as the bytes of a FLAC file: half the size of the same sound without compression, and
//! nothing of it is lost.

use std::io::Cursor;

use flac_codec::encode::{FlacSampleWriter, Options};

use crate::score::{Channels, Clip};

/// The bytes of the file; why it could not be made where that is so.
pub fn flac(clip: &Clip) -> Result<Vec<u8>, String> {
    let told = |error: flac_codec::Error| error.to_string();
    let channels = match clip.channels() {
        Channels::Mono => 1,
        Channels::Stereo => 2,
    };
    let samples: Vec<i32> = clip
        .samples()
        .iter()
        .map(|sample| i32::from(*sample))
        .collect();
    let mut bytes = Cursor::new(Vec::new());
    let count = Some(samples.len() as u64);
    let options = Options::default();
    let mut writer = FlacSampleWriter::new(&mut bytes, options, clip.rate(), 16, channels, count)
        .map_err(told)?;
    writer.write(&samples).map_err(told)?;
    writer.finalize().map_err(told)?;
    Ok(bytes.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use flac_codec::decode::FlacSampleReader;

    #[test]
    fn nothing_is_lost() {
        let wave = |n: i32| ((f64::from(n) * 0.05).sin() * 9_000.0) as i16;
        let samples: Vec<i16> = (0..48_123).map(wave).collect();
        let bytes = flac(&Clip::mono(44_100, samples.clone())).unwrap();
        assert!(bytes.starts_with(b"fLaC") && bytes.len() < samples.len() * 2);
        let mut reader = FlacSampleReader::new(Cursor::new(bytes)).unwrap();
        let mut read = Vec::new();
        reader.read_to_end(&mut read).unwrap();
        assert!(
            read.iter()
                .copied()
                .eq(samples.iter().map(|sample| i32::from(*sample)))
        );
    }
}
