//! A picture of a sound: which frequencies it has when, and below that how loud it is.

use crate::ear::{decibels, level, middle, spectrum};
use crate::scenes::RATE;

const WIDTH: usize = 720;
const HEIGHT: usize = 300;
/// Where the drawing begins, beside and below the words.
const LEFT: usize = 44;
const TOP: usize = 16;
/// How high the spectrum is, and the loudness below it.
const SPECTRUM: usize = 200;
const LOUDNESS: usize = 56;
const GAP: usize = 8;

const WINDOW: usize = 8192;
const LOWEST: f64 = 60.0;
const HIGHEST: f64 = 10_000.0;
/// From the faintest that is drawn to the strongest, in decibels.
const FAINTEST: f64 = -95.0;
const STRONGEST: f64 = -30.0;
/// The same for the loudness.
const QUIETEST: f64 = -70.0;
const LOUDEST: f64 = -12.0;

const GROUND: [u8; 3] = [16, 18, 28];
const WORDS: [u8; 3] = [150, 156, 170];
const LINE: [u8; 3] = [52, 58, 74];
/// From nothing to everything.
const COLOURS: [[u8; 3]; 6] = [
    GROUND,
    [30, 40, 78],
    [36, 88, 128],
    [70, 150, 150],
    [200, 196, 150],
    [255, 240, 214],
];

/// A picture as a PNG file.
pub(crate) fn file(frames: &[[f32; 2]], title: &str) -> Vec<u8> {
    let mut picture = Picture {
        cells: vec![GROUND; WIDTH * HEIGHT],
    };
    picture.write(LEFT, 4, title);
    picture.spectrum(frames);
    picture.loudness(frames);
    picture.scales(frames.len() as f64 / f64::from(RATE));
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, WIDTH as u32, HEIGHT as u32);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().expect("it is written to memory");
    writer
        .write_image_data(picture.cells.as_flattened())
        .expect("it has as many cells as it says");
    writer.finish().expect("it is written to memory");
    file
}

struct Picture {
    cells: Vec<[u8; 3]>,
}

impl Picture {
    fn dot(&mut self, x: usize, y: usize, colour: [u8; 3]) {
        if x < WIDTH && y < HEIGHT {
            self.cells[y * WIDTH + x] = colour;
        }
    }

    fn spectrum(&mut self, frames: &[[f32; 2]]) {
        let samples = middle(frames);
        let columns = WIDTH - LEFT;
        for column in 0..columns {
            let centre = column * samples.len() / columns;
            let window: Vec<f32> = (0..WINDOW)
                .map(|i| (centre + i).checked_sub(WINDOW / 2))
                .map(|place| place.and_then(|place| samples.get(place)).copied())
                .map(Option::unwrap_or_default)
                .collect();
            let powers = spectrum(&window);
            for row in 0..SPECTRUM {
                let power = strongest(&powers, row);
                let level = decibels(power.sqrt() * 4.0 / WINDOW as f64);
                let colour = colour((level - FAINTEST) / (STRONGEST - FAINTEST));
                self.dot(LEFT + column, TOP + SPECTRUM - 1 - row, colour);
            }
        }
    }

    fn loudness(&mut self, frames: &[[f32; 2]]) {
        let columns = WIDTH - LEFT;
        let bottom = TOP + SPECTRUM + GAP + LOUDNESS;
        for column in 0..columns {
            let from = column * frames.len() / columns;
            let until = ((column + 1) * frames.len() / columns).max(from + RATE as usize / 100);
            let level = decibels(level(&frames[from..until.min(frames.len())]));
            let share = ((level - QUIETEST) / (LOUDEST - QUIETEST)).clamp(0.0, 1.0);
            for row in 0..(share * LOUDNESS as f64) as usize {
                self.dot(LEFT + column, bottom - 1 - row, COLOURS[3]);
            }
        }
    }

    fn scales(&mut self, seconds: f64) {
        for (hertz, name) in [
            (100.0, "100"),
            (300.0, "300"),
            (1000.0, "1k"),
            (3000.0, "3k"),
        ] {
            let share = f64::ln(hertz / LOWEST) / f64::ln(HIGHEST / LOWEST);
            let y = TOP + SPECTRUM - 1 - (share * SPECTRUM as f64) as usize;
            self.write(LEFT - 8 * name.len() - 6, y - 4, name);
            (LEFT - 4..LEFT).for_each(|x| self.dot(x, y, LINE));
        }
        let top = TOP + SPECTRUM + GAP;
        for level in [-20.0, -40.0, -60.0] {
            let share = (level - QUIETEST) / (LOUDEST - QUIETEST);
            let y = top + LOUDNESS - 1 - (share * LOUDNESS as f64) as usize;
            self.write(LEFT - 30, y - 4, &format!("{level}"));
            (LEFT..WIDTH).step_by(4).for_each(|x| self.dot(x, y, LINE));
        }
        let every = if seconds > 15.0 { 5 } else { 1 };
        for second in (0..seconds as usize).step_by(every) {
            let x = LEFT + (second as f64 / seconds * (WIDTH - LEFT) as f64) as usize;
            self.write(x, HEIGHT - 14, &format!("{second} s"));
            (top..top + LOUDNESS + 3).for_each(|y| self.dot(x, y, LINE));
        }
    }

    /// Writes letters of eight by eight.
    fn write(&mut self, x: usize, y: usize, text: &str) {
        for (i, letter) in text.bytes().enumerate() {
            let rows = font8x8::legacy::BASIC_LEGACY[usize::from(letter & 127)];
            for (row, dots) in rows.iter().enumerate() {
                for dot in (0..8).filter(|dot| dots >> dot & 1 == 1) {
                    self.dot(x + 8 * i + dot, y + row, WORDS);
                }
            }
        }
    }
}

/// The strongest frequency in a row.
fn strongest(powers: &[f64], row: usize) -> f64 {
    let hertz = |row: f64| LOWEST * (HIGHEST / LOWEST).powf(row / SPECTRUM as f64);
    let line = |hertz: f64| hertz * WINDOW as f64 / f64::from(RATE);
    let from = line(hertz(row as f64)) as usize;
    let until = (line(hertz(row as f64 + 1.0)) as usize).max(from + 1);
    powers[from..until.min(powers.len())]
        .iter()
        .copied()
        .fold(0.0, f64::max)
}

/// A colour for a share from 0 to 1.
fn colour(share: f64) -> [u8; 3] {
    let place = share.clamp(0.0, 1.0) * (COLOURS.len() - 1) as f64;
    let (below, part) = ((place as usize).min(COLOURS.len() - 2), place.fract());
    let part = if place >= (COLOURS.len() - 1) as f64 {
        1.0
    } else {
        part
    };
    std::array::from_fn(|i| {
        let (from, to) = (
            f64::from(COLOURS[below][i]),
            f64::from(COLOURS[below + 1][i]),
        );
        (from + (to - from) * part) as u8
    })
}
