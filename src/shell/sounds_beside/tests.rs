//! Sound files as sessions come with them, and what somebody could put in their place.

use std::fs;

use tempfile::TempDir;

use super::*;
#[cfg(feature = "sound")]
use crate::sound_file::Purpose;

const WAV: &[u8] = b"RIFF\x24\0\0\0WAVEfmt ";

/// A folder with a session's sounds in it, inside another one that holds a secret.
fn folder() -> (TempDir, PathBuf) {
    let outside = TempDir::new().unwrap();
    let folder = outside.path().join("session");
    fs::create_dir_all(folder.join("sounds.wav")).unwrap();
    fs::create_dir_all(folder.join("sounds")).unwrap();
    fs::write(outside.path().join("secret.wav"), WAV).unwrap();
    for (name, content) in [
        ("bell.wav", WAV),
        ("sounds/Sea at night.OGG", b"OggS\0\x02"),
        ("welcome.flac", b"fLaC\0\0\0\x22"),
        ("tagged.mp3", b"ID3\x04"),
        ("bare.mp3", b"\xFF\xFB\x90\x64"),
        ("wrong.wav", b"ID3\x04"),
        ("film.wav", b"RIFF\x24\0\0\0AVI LIST"),
        ("layer-two.mp3", b"\xFF\xFD\x90\x64"),
        ("letter.ogg", b"PK\x03\x04word/"),
        ("empty.wav", b""),
        ("run.sh", WAV),
    ] {
        fs::write(folder.join(name), content).unwrap();
    }
    (outside, folder)
}

#[test]
fn a_sound_beside_the_session_is_found_and_recognised() {
    let (_outside, folder) = folder();
    for (name, kind) in [
        ("bell.wav", Kind::Wav),
        ("./bell.wav", Kind::Wav),
        ("sounds/Sea at night.OGG", Kind::Ogg),
        ("welcome.flac", Kind::Flac),
        ("tagged.mp3", Kind::Mp3),
        ("bare.mp3", Kind::Mp3),
    ] {
        let sound = look_at(&folder, name).unwrap();
        assert_eq!(sound.kind, kind, "{name}");
        assert!(sound.path.is_absolute() && sound.bytes > 0, "{name}");
    }
}

#[test]
fn what_is_no_sound_of_the_session_is_refused_in_plain_words() {
    let (outside, folder) = folder();
    let secret = outside.path().join("secret.wav");
    let large = File::create(folder.join("large.wav")).unwrap();
    large.set_len(MOST_BYTES + 1).unwrap();
    for (name, words) in [
        ("nowhere.wav", "no such file"),
        ("bell.wav/inside.wav", "no such file"),
        ("../secret.wav", "not in the folder"),
        ("sounds/../bell.wav", "not in the folder"),
        (secret.to_str().unwrap(), "not in the folder"),
        ("sounds.wav", "a folder or a device"),
        ("large.wav", "33 megabytes; it may have 32"),
        ("run.sh", "not that of a sound"),
        ("bell", "not that of a sound"),
        ("", "not that of a sound"),
        ("wrong.wav", "than its name says: mp3"),
        ("film.wav", "does not hold a sound"),
        ("layer-two.mp3", "does not hold a sound"),
        ("letter.ogg", "does not hold a sound"),
        ("empty.wav", "does not hold a sound"),
        ("bell\0.wav", "could not be read"),
    ] {
        let why = look_at(&folder, name).unwrap_err();
        assert!(why.to_string().contains(words), "{name:?}: {why}");
        let found = why.finding(name, 3..9);
        assert_eq!((found.span, found.message), (3..9, why.to_string()));
        assert!(found.help[0].ends_with('.') && !found.label.is_empty());
        let missing = matches!(why, WhyNot::Missing);
        assert_eq!(found.rule == Rule::MissingFile, missing, "{name}");
    }
    let advice = look_at(&folder, "wrong.wav")
        .unwrap_err()
        .finding("wrong.wav", 0..1);
    assert!(advice.help[0].contains("\"wrong.mp3\""), "{advice:?}");
    let gone = look_at(&folder.join("nowhere"), "bell.wav");
    assert!(matches!(gone, Err(WhyNot::Missing)));
}

#[test]
#[cfg(unix)]
fn links_are_followed_inside_the_folder_and_not_out_of_it() {
    use std::os::unix::fs::symlink;
    let (outside, folder) = folder();
    for (target, link) in [
        ("bell.wav", "alias.wav"),
        ("../secret.wav", "out.wav"),
        ("/dev/zero", "endless.wav"),
        ("loop.wav", "loop.wav"),
        ("..", "up"),
    ] {
        symlink(target, folder.join(link)).unwrap();
    }
    assert!(look_at(&folder, "alias.wav").is_ok());
    for name in ["out.wav", "endless.wav", "up/secret.wav"] {
        let why = look_at(&folder, name);
        assert!(matches!(why, Err(WhyNot::Elsewhere)), "{name}: {why:?}");
    }
    assert!(matches!(
        look_at(&folder, "loop.wav"),
        Err(WhyNot::System(_))
    ));
    // The folder itself may be reached through a link.
    symlink(&folder, outside.path().join("linked")).unwrap();
    assert!(look_at(&outside.path().join("linked"), "bell.wav").is_ok());
}

#[test]
#[cfg(target_os = "linux")]
fn a_pipe_is_not_waited_for() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let (_outside, folder) = folder();
    let pipe = folder.join("pipe.wav");
    mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    assert!(matches!(
        look_at(&folder, "pipe.wav"),
        Err(WhyNot::NotAFile)
    ));
}

#[cfg(feature = "sound")]
mod heard {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::super::decoding::within;
    use super::*;
    use crate::sound_file::Remark;

    /// A second at 8 kHz in which every other sample is above and below nothing by so much.
    fn buzz(sample: i16) -> Vec<u8> {
        let content = [sample.to_le_bytes(), (-sample).to_le_bytes()]
            .concat()
            .repeat(4_000);
        let mut file = b"RIFF\xA4\x3E\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
        file.extend([8_000_u32, 16_000].map(u32::to_le_bytes).concat());
        file.extend(b"\x02\0\x10\0data\x80\x3E\0\0");
        file.extend(content);
        file
    }

    #[test]
    fn a_sound_beside_the_session_is_a_clip() {
        let (_outside, folder) = folder();
        fs::write(folder.join("sounds/low.wav"), buzz(900)).unwrap();
        let found = clip(&folder, "sounds/low.wav", Purpose::Line).unwrap();
        assert_eq!((found.rate(), found.length_in_frames()), (8_000, 8_000));
    }

    #[test]
    fn what_cannot_be_heard_is_refused_as_it_is_when_it_is_looked_at() {
        let (_outside, folder) = folder();
        fs::write(folder.join("quiet.wav"), buzz(1)).unwrap();
        for (name, words) in [
            ("nowhere.wav", "no such file"),
            ("../secret.wav", "not in the folder"),
            ("sounds.wav", "a folder or a device"),
            ("wrong.wav", "than its name says: mp3"),
            ("bell.wav", "is damaged"),
            ("welcome.flac", "is damaged"),
            ("quiet.wav", "nothing is to be heard"),
        ] {
            let why = clip(&folder, name, Purpose::Line).unwrap_err();
            assert!(why.to_string().contains(words), "{name:?}: {why}");
            let found = why.finding(name, 3..9);
            assert!(found.help[0].ends_with('.') && !found.label.is_empty());
        }
    }

    #[test]
    fn a_sound_that_could_be_better_plays_and_is_remarked_on() {
        let (_outside, folder) = folder();
        for (sample, purpose, remarks) in [
            (2_000, Purpose::Line, 0),
            (2_000, Purpose::Bell, 0),
            (30_000, Purpose::Bed, 1),
            (20, Purpose::Line, 1),
        ] {
            fs::write(folder.join("bell.wav"), buzz(sample)).unwrap();
            let found = decoded(&folder, "bell.wav", purpose).unwrap();
            let found = found.remarks(purpose);
            assert_eq!(found.len(), remarks, "{sample}: {found:?}");
            let level = |remark: &Remark| matches!(remark, Remark::Quiet(_) | Remark::Loud(_));
            assert!(found.iter().all(level), "{found:?}");
        }
    }

    #[test]
    fn a_decoder_that_breaks_or_never_ends_is_left_behind() {
        let broken = within(Duration::from_secs(60), || panic!("this is meant to be"));
        assert!(matches!(broken, Err(WhyNot::Unfit(Unfit::Damaged))));
        let (stop, stopped) = mpsc::channel::<()>();
        let endless = within(Duration::from_millis(10), move || {
            let _ = stopped.recv();
            Err(Unfit::Silent)
        });
        assert!(matches!(endless, Err(WhyNot::TookTooLong)));
        drop(stop);
    }
}
