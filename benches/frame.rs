//! What a frame costs, from the level of the breath to the bytes for the terminal.

use std::hint::black_box;
use std::io;

use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::layout::Size;
use softly::settings::Picture;
use softly::shell::backend::SoftBackend;
use softly::shell::canvas::Canvas;
use softly::view::picture::{USUAL_ASPECT, draw, steps};
use softly::view::theme::{Charset, Depth, Mode, Richness, Theme};

/// One frame of the opening bloom after another, each a step further on.
fn frame(c: &mut Criterion) {
    for (width, height) in [(80, 24), (100, 30), (200, 60)] {
        for richness in [Richness::Full, Richness::Light] {
            let theme = Theme::new(Depth::True, Charset::Unicode, Mode::Dark, richness);
            let size = Size { width, height };
            let mut canvas = Canvas::new(SoftBackend::new(io::sink(), size), size);
            let area = canvas.area();
            let steps = steps(Picture::Bloom, area, USUAL_ASPECT);
            let mut step = 0;
            c.bench_function(&format!("{width}x{height} {richness:?}"), |b| {
                b.iter(|| {
                    step = (step + 1) % (2 * steps);
                    let level = f64::from(steps.abs_diff(step)) / f64::from(steps);
                    canvas.draw(|buffer| {
                        buffer.set_style(area, theme.background());
                        draw(
                            Picture::Bloom,
                            black_box(level),
                            area,
                            USUAL_ASPECT,
                            theme.palette(),
                            buffer,
                        );
                    })
                });
            });
        }
    }
}

criterion_group! {
    name = frames;
    config = Criterion::default().sample_size(50);
    targets = frame
}
criterion_main!(frames);
