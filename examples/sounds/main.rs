//! Writes every sound of softly as a file into `sounds/`, as it is heard.
//!
//! `cargo run --release --example sounds`. The files are what the code computes, to the last bit; a
//! test holds them to it.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it is a small program of its own"
)]

#[expect(dead_code, reason = "what is measured is used elsewhere")]
mod scenes;

use std::error::Error;
use std::path::Path;

use scenes::{RATE, Scene, beds, bells, breaths};
use softly::score::Clip;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sounds");
    for scene in bells().into_iter().chain(beds()).chain(breaths()) {
        let file = flac(&scene)?;
        std::fs::write(folder.join(format!("{}.flac", scene.name)), &file)?;
        println!(
            "{}.flac, {}: {} kB",
            scene.name,
            scene.title,
            file.len() / 1000
        );
    }
    Ok(())
}

/// A scene as a file.
fn flac(scene: &Scene) -> Result<Vec<u8>, String> {
    let samples = scene.samples(0, scene.length);
    let clip = if scene.sides == 1 {
        Clip::mono(RATE, samples)
    } else {
        Clip::stereo(RATE, samples)
    };
    softly::record::flac(&clip)
}
