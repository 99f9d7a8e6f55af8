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

use flacenc::component::BitRepr;
use flacenc::error::Verify;
use scenes::{RATE, Scene, beds, bells, breaths};

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
fn flac(scene: &Scene) -> Result<Vec<u8>, Box<dyn Error>> {
    let samples = scene.samples(0, scene.length);
    let samples: Vec<i32> = samples.into_iter().map(i32::from).collect();
    let config = flacenc::config::Encoder::default()
        .into_verified()
        .map_err(|(_, wrong)| wrong)?;
    let source = flacenc::source::MemSource::from_samples(&samples, scene.sides, 16, RATE as usize);
    let stream = flacenc::encode_with_fixed_block_size(&config, source, config.block_size)
        .map_err(|wrong| format!("{wrong:?}"))?;
    let mut sink = flacenc::bitsink::ByteSink::new();
    stream
        .write(&mut sink)
        .map_err(|wrong| format!("{wrong:?}"))?;
    Ok(sink.as_slice().to_vec())
}
