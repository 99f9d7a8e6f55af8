//! The files in `sounds/` are what the code plays, to the last bit.
#![cfg(feature = "sound")]
#![expect(clippy::disallowed_methods, reason = "tests read files")]

#[path = "../../examples/sounds/scenes.rs"]
#[expect(dead_code, reason = "the examples use more of it")]
mod scenes;

use std::path::Path;

use flac_codec::decode::{FlacSampleReader, Metadata};
use scenes::{RATE, Scene, beds, bells, breaths};

/// Everything in the file of a scene.
fn committed(scene: &Scene) -> Vec<i16> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sounds");
    let file = folder.join(format!("{}.flac", scene.name));
    let file = std::fs::File::open(file).expect("every sound has a file");
    let mut reader = FlacSampleReader::new(file).expect("it is FLAC");
    assert_eq!(
        (reader.sample_rate(), usize::from(reader.channel_count())),
        (RATE, scene.sides),
        "{}",
        scene.name
    );
    let mut read = Vec::new();
    reader.read_to_end(&mut read).expect("it is whole");
    read.into_iter().map(|sample| sample as i16).collect()
}

#[test]
fn every_sound_in_the_folder_is_what_the_code_plays() {
    const HALF: usize = RATE as usize / 2;
    for scene in bells().iter().chain(&beds()).chain(&breaths()) {
        let file = committed(scene);
        assert_eq!(file.len(), scene.sides * scene.length, "{}", scene.name);
        // Any frame is a function of its number, so some of each are enough.
        for from in (0..scene.length).step_by(scene.length / 4) {
            let part = scene.samples(from, HALF);
            let from = scene.sides * from;
            let same = part == file[from..from + part.len()];
            assert!(
                same,
                "{} differs: `cargo run --release --example sounds` writes it anew",
                scene.name
            );
        }
    }
}
