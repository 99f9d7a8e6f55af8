//! Every sound of softly by itself, as a session plays it: bells, beds, and one breath of each timbre.

use std::sync::Arc;

use softly::score::{Bed, Bell, Ensemble, Mix, Score, Timbre, Volume};
use softly::script;
use softly::timeline::{Choices, compile};

/// Frames in a second.
pub(crate) const RATE: u32 = 48_000;

/// A sound by itself: a stretch of the score of a small session.
pub(crate) struct Scene {
    /// What its files are called.
    pub(crate) name: &'static str,
    /// What it is, in a few words.
    pub(crate) title: &'static str,
    /// What plays it.
    pub(crate) score: Score,
    /// The frame at which it begins.
    pub(crate) from: u64,
    /// How many frames it has.
    pub(crate) length: usize,
    /// How many sides its file has: a bed is the same kind of noise on either.
    pub(crate) sides: usize,
}

impl Scene {
    /// All of it.
    pub(crate) fn frames(&self) -> Vec<[f32; 2]> {
        self.part(0, self.length)
    }

    /// So many frames of it, from one on.
    pub(crate) fn part(&self, from: usize, length: usize) -> Vec<[f32; 2]> {
        let mut frames = vec![[0.0; 2]; length.min(self.length - from)];
        self.score.fill(self.from + from as u64, &mut frames);
        frames
    }

    /// The same as whole numbers of 16 bits, as its file has them.
    pub(crate) fn samples(&self, from: usize, length: usize) -> Vec<i16> {
        let whole = |x: &f32| (x * f32::from(i16::MAX)).round() as i16;
        let frames = self.part(from, length);
        let sides = frames.iter().map(|frame| &frame[..self.sides]);
        sides.flatten().map(whole).collect()
    }
}

/// Every bell as it is heard at the end of a session.
pub(crate) fn bells() -> Vec<Scene> {
    let all = [
        (Bell::Bowl, "bowl", "a small singing bowl"),
        (Bell::Gong, "gong", "a low gong"),
        (Bell::Chime, "chime", "a light chime"),
        (Bell::Notes, "notes", "two soft notes"),
    ];
    let scene = |(bell, name, title)| {
        let mix = Mix {
            bell: Some(bell),
            ..Mix::default()
        };
        let score = score("sounds = { step = \"none\" }", "rest = 10", mix);
        Scene {
            name,
            title,
            score,
            from: seconds(10.0),
            length: seconds(9.0) as usize,
            sides: 2,
        }
    };
    all.map(scene).into()
}

/// Some of every bed, from where it is all there.
pub(crate) fn beds() -> Vec<Scene> {
    let all = [
        (Bed::Rain, "rain", "rain on leaves"),
        (Bed::Sea, "sea", "the sea, some way off"),
        (Bed::Brown, "brown", "deep even noise"),
    ];
    let scene = |(bed, name, title)| {
        let mix = Mix {
            bed: Some(bed),
            bell_volume: Volume::SILENT,
            ..Mix::default()
        };
        Scene {
            name,
            title,
            score: score("", "rest = 120", mix),
            from: seconds(8.0),
            length: seconds(22.0) as usize,
            sides: 1,
        }
    };
    all.map(scene).into()
}

/// The seconds of a breath: in, a short pause with full lungs, out, and as short a one before the next.
pub(crate) const BREATH: [f64; 4] = [4.0, 1.0, 6.0, 1.0];

/// One breath of every timbre.
pub(crate) fn breaths() -> Vec<Scene> {
    let all = [
        (Timbre::Breath, "swell-air", "a breath of air"),
        (Timbre::Sea, "swell-sea", "a breath as a wave"),
        (Timbre::Pad, "swell-pad", "a breath as a warm chord"),
        (Timbre::Hum, "swell-hum", "a breath as a hum"),
    ];
    let scene = |(timbre, name, title)| Scene {
        name,
        title,
        score: breathing(timbre, 2),
        from: 0,
        length: seconds(BREATH.iter().sum()) as usize,
        sides: 2,
    };
    all.map(scene).into()
}

/// So many breaths, and nothing else.
pub(crate) fn breathing(timbre: Timbre, times: u32) -> Score {
    let mix = Mix {
        timbre: Some(timbre),
        bell_volume: Volume::SILENT,
        ..Mix::default()
    };
    let [inhale, hold, exhale, rest] = BREATH;
    let step = format!(
        "breathe = {{ in = {inhale}, hold = {hold}, out = {exhale}, rest = {rest} }}\ntimes = {times}"
    );
    score("holds = true", &step, mix)
}

/// The frame at which a second begins.
pub(crate) fn seconds(seconds: f64) -> u64 {
    (seconds * f64::from(RATE)) as u64
}

fn score(above: &str, step: &str, mix: Mix) -> Score {
    let text = format!("softly = 1\ntitle = \"Sounds\"\n{above}\n[[step]]\n{step}\n");
    let checked = script::check(&text, "sounds");
    let session = checked.session.expect("it is a session");
    let choices = Choices {
        holds: true,
        ..Choices::default()
    };
    let ensemble = Ensemble {
        mix,
        ..Ensemble::default()
    };
    Score::new(Arc::new(compile(&session, &choices)), &ensemble, RATE)
}
