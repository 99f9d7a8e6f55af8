//! Measures what softly sounds like, and writes it down as Markdown and pictures.
//!
//! `cargo run --release --example measure` prints the figures of every sound; with `sessions`, of
//! every session that comes with softly; with `pictures FOLDER` it draws every sound into a folder.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it is a small program of its own"
)]

mod ear;
mod picture;
#[expect(dead_code, reason = "what is written to files is used elsewhere")]
#[path = "../sounds/scenes.rs"]
mod scenes;
mod sessions;

use ear::{attack, centroid, decay, decibels, largest_step, level, loud, roughness};
use scenes::{BREATH, RATE, Scene, beds, bells, breathing, breaths, seconds};
use softly::score::Timbre;

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    match asked.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["sessions"] => sessions::table(),
        ["pictures", folder] => pictures(folder),
        _ => sounds(),
    }
}

/// Draws every sound into a folder.
fn pictures(folder: &str) {
    for scene in bells().into_iter().chain(beds()).chain(breaths()) {
        let file = picture::file(&scene.frames(), scene.title);
        let path = format!("{folder}/sound-{}.png", scene.name);
        std::fs::write(&path, file).expect("the folder can be written");
        println!("{path}");
    }
}

/// A table of every bell, bed and timbre.
fn sounds() {
    println!(
        "| bell | loudest 0.4 s | true peak | largest step | attack | falls 60 dB in | centroid | roughness |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for scene in bells() {
        let frames = scene.frames();
        let loud = loud(&frames, RATE);
        println!(
            "| {} | {:.1} LUFS | {:.1} dB | {:.3} | {:.0} ms | {:.1} s | {:.0} Hz | {:.2} |",
            scene.name,
            momentary(&frames),
            loud.peak,
            largest_step(&frames),
            attack(&frames, RATE),
            decay(&frames, RATE),
            centroid(&frames[..2 * RATE as usize], RATE),
            roughness(&frames[..4 * RATE as usize], RATE),
        );
    }
    println!("\n| bed | loudness | true peak | largest step | centroid | roughness |");
    println!("|---|---|---|---|---|---|");
    for scene in beds() {
        let frames = scene.frames();
        let loud = loud(&frames, RATE);
        println!(
            "| {} | {:.1} LUFS | {:.1} dB | {:.4} | {:.0} Hz | {:.2} |",
            scene.name,
            loud.integrated,
            loud.peak,
            largest_step(&frames),
            centroid(&frames, RATE),
            roughness(&frames, RATE),
        );
    }
    println!(
        "\n| timbre | loudness | true peak | largest step | centroid in | out | level in | out | at the turn | roughness in | out |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    let timbres = [Timbre::Breath, Timbre::Sea, Timbre::Pad, Timbre::Hum];
    for (scene, timbre) in breaths().iter().zip(timbres) {
        timbre_row(scene, timbre);
    }
}

/// The loudest that 0.4 s of it are, in LUFS.
fn momentary(frames: &[[f32; 2]]) -> f64 {
    let window = RATE as usize * 2 / 5;
    frames
        .windows(window)
        .step_by(window / 4)
        .map(|part| loud(part, RATE).integrated)
        .fold(f64::NEG_INFINITY, f64::max)
}

fn timbre_row(scene: &Scene, timbre: Timbre) {
    let many = breathing(timbre, 5);
    let mut long = vec![[0.0; 2]; many.length_in_frames() as usize];
    many.fill(0, &mut long);
    let loud = loud(&long, RATE);
    let frames = scene.frames();
    let part = |from: f64, length: f64| {
        let from = seconds(from) as usize;
        &frames[from..from + seconds(length) as usize]
    };
    let (inhale, exhale) = (part(0.0, BREATH[0]), part(5.0, BREATH[2]));
    println!(
        "| {} | {:.1} LUFS | {:.1} dB | {:.4} | {:.0} Hz | {:.0} Hz | {:.1} dB | {:.1} dB | {:.0} dB | {:.2} | {:.2} |",
        scene.name,
        loud.integrated,
        loud.peak,
        largest_step(&long),
        centroid(inhale, RATE),
        centroid(exhale, RATE),
        decibels(level(inhale)),
        decibels(level(exhale)),
        decibels(level(part(3.97, 0.06))),
        roughness(inhale, RATE),
        roughness(exhale, RATE),
    );
}
