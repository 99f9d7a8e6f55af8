//! What a bed is made of: bands of noise that never come back in the same order, slow waves that
//! some of them follow, and drops. Made once for a sample rate.

use crate::score::curve::{scattered_share, smooth};
use crate::score::noise::{Band, Loop, Woven};

use super::drops::Drops;

/// Over how many frames the height of the waves is drawn as a straight line.
pub(super) const STRAIGHT: u64 = 64;

/// A band of a bed.
pub(super) struct Layer {
    pub(super) band: Band,
    /// How loud it is, root mean square against full scale.
    pub(super) gain: f32,
    /// How much of it comes and goes with the waves, from 0 to 1.
    pub(super) follows: f32,
}

/// Waves that follow each other, each of a height of its own.
pub(super) struct Train {
    pub(super) seconds: f64,
    pub(super) seed: u32,
}

/// What a bed is made of.
pub(super) struct Recipe {
    pub(super) layers: &'static [Layer],
    pub(super) trains: &'static [Train],
    /// How far into a wave it is highest.
    pub(super) crest: f32,
    pub(super) drops: bool,
}

/// A bed, ready to be read at any frame.
pub(crate) struct Made {
    pub(super) layers: Vec<(Woven, &'static Layer)>,
    recipe: &'static Recipe,
    pub(super) drops: Option<Drops>,
    rate: u32,
}

impl Made {
    pub(super) fn new(recipe: &'static Recipe, rate: u32) -> Self {
        let woven = |layer: &'static Layer| {
            let seed = layer.band.seed;
            (Woven::new(Loop::new(&layer.band, rate), seed, rate), layer)
        };
        Self {
            layers: recipe.layers.iter().map(woven).collect(),
            drops: recipe.drops.then(|| Drops::new(rate)),
            recipe,
            rate,
        }
    }

    /// Adds what sounds from frame `from` on.
    pub(super) fn add(&self, from: u64, out: &mut [[f32; 2]]) {
        let until = from + out.len() as u64;
        let mut start = from;
        while start < until {
            let line = start / STRAIGHT;
            let end = ((line + 1) * STRAIGHT).min(until);
            let heights = [line, line + 1].map(|line| self.height(line));
            let part = &mut out[(start - from) as usize..(end - from) as usize];
            for (woven, layer) in &self.layers {
                add_layer(woven, layer, heights, start, part);
            }
            start = end;
        }
        if let Some(drops) = &self.drops {
            drops.add(from, out);
        }
    }

    /// How high the waves stand where a straight line begins: around 1, from 0 to 2.
    fn height(&self, line: u64) -> f32 {
        if self.recipe.trains.is_empty() {
            return 1.0;
        }
        let seconds = (line * STRAIGHT) as f64 / f64::from(self.rate);
        let crest = self.recipe.crest;
        let heights = self.recipe.trains.iter().map(|train| {
            let waves = seconds / train.seconds;
            let wave = waves as u64;
            let through = (waves - wave as f64) as f32;
            let hump = smooth(through / crest) * smooth((1.0 - through) / (1.0 - crest));
            hump * (0.35 + 1.3 * scattered_share(train.seed, wave))
        });
        // A wave is half as high on average as at its crest.
        2.0 * heights.sum::<f32>() / self.recipe.trains.len() as f32
    }
}

fn add_layer(
    woven: &Woven,
    layer: &Layer,
    [start, end]: [f32; 2],
    from: u64,
    out: &mut [[f32; 2]],
) {
    let slope = (end - start) / STRAIGHT as f32;
    let mut band = woven.from(from);
    for (frame, n) in out.iter_mut().zip(from % STRAIGHT..) {
        let height = start + slope * n as f32;
        let gain = layer.gain * (1.0 - layer.follows + layer.follows * height);
        let [left, right] = band.next();
        frame[0] += gain * left;
        frame[1] += gain * right;
    }
}
