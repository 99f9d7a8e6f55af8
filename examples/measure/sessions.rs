//! A row of figures for every session that comes with softly, as it plays when nobody changes
//! anything.

use std::sync::Arc;

use softly::language::Language;
use softly::library;
use softly::score::{Ensemble, Score};
use softly::script;
use softly::session::Phase;
use softly::timeline::{Choices, Timeline, compile};

use crate::ear::{centroid, decibels, largest_step, level, loud};
use crate::scenes::RATE;

/// How much of the breath in each direction is looked at, in frames.
const ENOUGH: usize = 60 * RATE as usize;

/// Prints the table.
pub(crate) fn table() {
    println!(
        "| session | length | loudness | true peak | largest step | centroid in | out | level in | out |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for built_in in library::built_in(Language::English) {
        let checked = script::check(built_in.text, built_in.id);
        let session = checked
            .session
            .expect("what comes with softly is a session");
        let timeline = Arc::new(compile(&session, &Choices::default()));
        row(built_in.id, &timeline);
    }
}

fn row(id: &str, timeline: &Arc<Timeline>) {
    let score = Score::new(Arc::clone(timeline), &Ensemble::default(), RATE);
    let mut frames = vec![[0.0; 2]; score.length_in_frames() as usize];
    score.fill(0, &mut frames);
    let whole = loud(&frames, RATE);
    let seconds = timeline.length().0 / 1000;
    let directions = [Phase::In, Phase::Out].map(|phase| direction(timeline, phase, &frames));
    let breath = match directions {
        [Some((bright, into)), Some((dark, out))] => {
            format!("{bright:.0} Hz | {dark:.0} Hz | {into:.1} dB | {out:.1} dB")
        }
        _ => "– | – | – | –".to_owned(),
    };
    println!(
        "| {id} | {}:{:02} | {:.1} LUFS | {:.1} dB | {:.3} | {breath} |",
        seconds / 60,
        seconds % 60,
        whole.integrated,
        whole.peak,
        largest_step(&frames),
    );
}

/// Where the middle of the sound of a phase lies, and how loud it is; none where nothing is paced.
fn direction(timeline: &Timeline, phase: Phase, frames: &[[f32; 2]]) -> Option<(f64, f64)> {
    let mut heard = Vec::new();
    let segments = timeline.segments().iter();
    for segment in segments.filter(|segment| segment.activity.phase() == Some(phase)) {
        let frame = |at| Score::frame_at(at, RATE) as usize;
        heard.extend_from_slice(
            &frames[frame(segment.onset)..frame(segment.onset + segment.length)],
        );
        if heard.len() > ENOUGH {
            break;
        }
    }
    (!heard.is_empty()).then(|| (centroid(&heard, RATE), decibels(level(&heard))))
}
