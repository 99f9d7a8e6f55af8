//! The voice: every line of a session, spoken where no breath turns and no bell begins.
//!
//! A line is placed word by word into what is open to it; where it cannot be, or nobody speaks it, a
//! quiet signal tells that there are words. All of that is settled before anything sounds: a sample
//! follows from its own number alone.

mod activity;
mod layout;
pub(super) mod prepared;
mod signal;
mod told;
mod turns;

pub use told::lines_of;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::curve::smooth;
use super::{Clip, Ensemble, Score};
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::Timeline;
use layout::{Room, Run, Word, laid, pause};
use prepared::Prepared;
use told::{Told, told};

/// So long after words appear they are spoken, where nothing is in the way.
const AFTER_ONSET: Ms = Ms(300);
/// Where a line does not fit otherwise, its pauses become no longer than this.
const TIGHT_PAUSE: Ms = Ms(180);
/// A line is spread over no more stretches than this: breaths later nobody remembers how it began.
const MOST_ROOMS: usize = 8;
/// How words come and go.
const COMES: Ms = Ms(15);
const GOES: Ms = Ms(45);
/// Words nearer to each other than this leave no gap that anything else should rise in.
const ONE_SPAN: Ms = Ms(700);

/// How a line came to be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// Spoken in one, where it appears.
    Whole,
    /// Spoken in one, once the breath has turned.
    Moved,
    /// Spoken on both sides of a turn, or with shorter pauses.
    Cut,
    /// Told by the quiet signal.
    Signalled,
    /// There is no room even for that.
    Unsaid,
}

/// A line, and where it is spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// When its words appear.
    pub onset: Ms,
    /// How it is told.
    pub how: How,
    /// The frames in which it sounds, in order; several where it was cut.
    pub frames: Vec<Range<u64>>,
}

/// A part of a clip, and where it sounds.
struct Piece {
    onset: u64,
    samples: Range<usize>,
    sound: Arc<Prepared>,
}

impl Piece {
    fn frames(&self) -> Range<u64> {
        self.onset..self.onset + self.samples.len() as u64
    }
}

/// The voice of a session at one sample rate.
pub struct Voice {
    rate: u32,
    gain: f32,
    pieces: Vec<Piece>,
    placed: Vec<Placed>,
    /// What has been made ready so far, with the clips it was made from.
    ready: HashMap<Clean, (Clip, Arc<Prepared>)>,
    signal: Arc<Prepared>,
}

impl Voice {
    /// Places every line. It takes some milliseconds for each clip.
    pub(super) fn new(timeline: &Timeline, ensemble: &Ensemble, rate: u32) -> Self {
        let nothing = Self {
            rate,
            gain: 0.0,
            pieces: Vec::new(),
            placed: Vec::new(),
            ready: HashMap::new(),
            signal: Arc::new(signal::signal(rate)),
        };
        nothing.with(timeline, ensemble)
    }

    /// The voice for another timeline or ensemble; clips that have been made ready stay so.
    pub(super) fn with(&self, timeline: &Timeline, ensemble: &Ensemble) -> Self {
        let mut voice = Self {
            rate: self.rate,
            gain: ensemble.mix.voice_volume.gain(),
            pieces: Vec::new(),
            placed: Vec::new(),
            ready: HashMap::new(),
            signal: Arc::clone(&self.signal),
        };
        if voice.gain > 0.0 {
            voice.ready = self.made_ready(&ensemble.lines);
            voice.place(timeline);
        } else {
            voice.ready.clone_from(&self.ready);
        }
        voice
    }

    /// Every clip made ready: those that are known as they are.
    fn made_ready(&self, lines: &HashMap<Clean, Clip>) -> HashMap<Clean, (Clip, Arc<Prepared>)> {
        let ready = lines.iter().map(|(text, clip)| {
            let known = self.ready.get(text).filter(|(known, _)| known == clip);
            let sound = known.map_or_else(
                || Arc::new(Prepared::new(clip, self.rate)),
                |(_, sound)| Arc::clone(sound),
            );
            (text.clone(), (clip.clone(), sound))
        });
        ready.collect()
    }

    fn place(&mut self, timeline: &Timeline) {
        let silent = turns::kept_silent(timeline, self.rate);
        let signal = Arc::clone(&self.signal);
        for told in told(timeline) {
            let ready = told.what.texts().find_map(|text| self.ready.get(&text));
            let sound = ready.map(|(_, sound)| Arc::clone(sound));
            let rooms = self.rooms(&told, &silent);
            let spoken = sound.and_then(|sound| self.spoken(&sound, &rooms));
            let (how, pieces) = spoken.unwrap_or_else(|| {
                let pieces = Self::laid(&signal, &rooms, 0);
                let how = pieces.as_ref().map_or(How::Unsaid, |_| How::Signalled);
                (how, pieces.map_or_else(Vec::new, |(_, pieces)| pieces))
            });
            self.placed.push(Placed {
                onset: told.onset,
                how,
                frames: pieces.iter().map(Piece::frames).collect(),
            });
            self.pieces.extend(pieces);
        }
    }

    /// What is open to a line.
    fn rooms(&self, told: &Told, silent: &[Range<u64>]) -> Vec<Room> {
        let frame = |at| Score::frame_at(at, self.rate);
        let from = frame(told.onset + AFTER_ONSET);
        let open = turns::open(silent, from..frame(told.limit).max(from), MOST_ROOMS);
        let until = frame(told.until);
        let room = |frames: Range<u64>| Room {
            late: frames.start >= until,
            frames,
        };
        open.into_iter().map(room).collect()
    }

    /// A line as it is spoken: with its own pauses, or with shorter ones where it must be.
    fn spoken(&self, sound: &Arc<Prepared>, rooms: &[Room]) -> Option<(How, Vec<Piece>)> {
        let tight = Score::frame_at(TIGHT_PAUSE, self.rate) as usize;
        for longest_pause in [usize::MAX, tight] {
            let Some((runs, pieces)) = Self::laid(sound, rooms, longest_pause) else {
                continue;
            };
            let how = match runs.as_slice() {
                [run] if longest_pause == usize::MAX => {
                    if run.room == 0 {
                        How::Whole
                    } else {
                        How::Moved
                    }
                }
                _ => How::Cut,
            };
            return Some((how, pieces));
        }
        None
    }

    /// The words of a clip as they lie in what is open, if they fit.
    fn laid(
        sound: &Arc<Prepared>,
        rooms: &[Room],
        longest_pause: usize,
    ) -> Option<(Vec<Run>, Vec<Piece>)> {
        let runs = laid(&sound.words, rooms, longest_pause)?;
        let mut pieces = Vec::new();
        for run in &runs {
            let onset = rooms[run.room].frames.start;
            let words = &sound.words[run.words.clone()];
            for (onset, samples) in joined(words, onset, longest_pause) {
                pieces.push(Piece {
                    onset,
                    samples,
                    sound: Arc::clone(sound),
                });
            }
        }
        Some((runs, pieces))
    }

    /// How every line is told, in order.
    pub fn placed(&self) -> &[Placed] {
        &self.placed
    }

    /// The frames in which something is said, in order and apart from each other: what else sounds
    /// may give way there.
    pub fn spans(&self) -> Vec<Range<u64>> {
        let one = Score::frame_at(ONE_SPAN, self.rate);
        let mut spans: Vec<Range<u64>> = Vec::new();
        for frames in self.pieces.iter().map(Piece::frames) {
            match spans.last_mut() {
                Some(last) if frames.start < last.end + one => last.end = frames.end,
                _ => spans.push(frames),
            }
        }
        spans
    }

    /// How often something is said while the breath turns, or too near to it. Always 0, or a fault.
    pub fn collisions(&self, timeline: &Timeline) -> usize {
        let frame = |at| Score::frame_at(at, self.rate);
        let turns = turns::turns(timeline).into_iter();
        let said_around = |turn: Ms| {
            let from = frame(turn - turns::BEFORE_TURN);
            let until = frame(turn + turns::AFTER_TURN);
            let pieces = self.pieces.iter().map(Piece::frames);
            let mut near = pieces.filter(|frames| frames.start < until && from < frames.end);
            near.next().is_some()
        };
        turns.filter(|turn| said_around(*turn)).count()
    }

    /// Adds what is said from frame `from` on.
    pub(super) fn add(&self, from: u64, out: &mut [[f32; 2]]) {
        let until = from + out.len() as u64;
        let first = self
            .pieces
            .partition_point(|piece| piece.frames().end <= from);
        let pieces = self.pieces[first..].iter();
        for piece in pieces.take_while(|piece| piece.onset < until) {
            self.add_piece(piece, from, out);
        }
    }

    fn add_piece(&self, piece: &Piece, from: u64, out: &mut [[f32; 2]]) {
        let edge = |length| 1.0 / (Score::frame_at(length, self.rate) as f32).max(1.0);
        let (comes, goes) = (edge(COMES), edge(GOES));
        let start = piece.onset.max(from);
        let skipped = (start - piece.onset) as usize;
        let samples = &piece.sound.samples[piece.samples.clone()];
        let gain = self.gain / 32_768.0;
        let frames = &mut out[(start - from) as usize..];
        for ((frame, i), sample) in frames.iter_mut().zip(skipped..).zip(&samples[skipped..]) {
            let into = smooth(i as f32 * comes);
            let left = smooth((samples.len() - 1 - i) as f32 * goes);
            let x = gain * into * left * f32::from(*sample);
            frame[0] += x;
            frame[1] += x;
        }
    }
}

/// Where words sound that begin at a frame, and which samples: those whose pauses stay are one.
fn joined(words: &[Word], onset: u64, longest_pause: usize) -> Vec<(u64, Range<usize>)> {
    let mut pieces: Vec<(u64, Range<usize>)> = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let before = i.checked_sub(1).map(|last| pause(&words[last..=i]));
        match (pieces.last_mut(), before) {
            (Some((_, samples)), Some(before)) if before <= longest_pause => {
                samples.end = word.samples.end;
            }
            (Some((at, samples)), Some(_)) => {
                let next = *at + (samples.len() + longest_pause) as u64;
                pieces.push((next, word.samples.clone()));
            }
            _ => pieces.push((onset, word.samples.clone())),
        }
    }
    pieces
}

#[cfg(test)]
mod tests;
