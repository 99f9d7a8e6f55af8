//! A sitting at the microphone: does what the flow asks for, with real devices and files.
//!
//! What is said and what a key leads to is decided in `crate::record`; how it is shown in `lines` and
//! `screen`.

mod hearing;
pub(super) mod lines;
mod saving;
pub(super) mod screen;

pub(super) use saving::{Place, Unsaveable};

use std::collections::HashMap;

use super::microphone::{Heard, Microphone};
use super::wait::Waker;
use crate::key::Key;
use crate::record::{
    Ask, Flow, Kept, LONGEST_TAKE, Level, Meter, Stage, Take, Task, tidy, unheard,
};
use crate::score::Clip;
use hearing::Playing;

/// A voice that stands less than this above the noise of its room, in decibels, brings the room with
/// it. Our own judgement.
const NOISY: f32 = 25.0;

/// A sitting.
pub(super) struct Sitting {
    pub(super) flow: Flow,
    place: Place,
    device: Option<String>,
    waker: Waker,
    microphone: Option<Microphone>,
    playing: Option<Playing>,
    /// What has been heard of the line that is being recorded.
    heard: Vec<f32>,
    rate: u32,
    meter: Option<Meter>,
    /// What was recorded in this sitting, by its line, to be heard.
    takes: HashMap<usize, Clip>,
}

impl Sitting {
    /// Begins; nothing is opened yet.
    pub(super) fn new(flow: Flow, place: Place, device: Option<String>, waker: Waker) -> Self {
        Self {
            flow,
            place,
            device,
            waker,
            microphone: None,
            playing: None,
            heard: Vec::new(),
            rate: 48_000,
            meter: None,
            takes: HashMap::new(),
        }
    }

    /// What a key asks for, if it means anything here.
    pub(super) fn meaning(key: Key) -> Option<Ask> {
        Some(match key {
            Key::Char(' ') | Key::Enter | Key::Ctrl('j') => Ask::Go,
            Key::Char('r' | 'R') => Ask::Again,
            Key::Char('p' | 'P') => Ask::Hear,
            Key::Char('s' | 'S') | Key::Right | Key::Down => Ask::Skip,
            Key::Char('b' | 'B') | Key::Left | Key::Up => Ask::Back,
            Key::Char('q' | 'Q') | Key::Esc => Ask::Finish,
            _ => return None,
        })
    }

    /// Does what is asked for. Answers whether that is to leave.
    pub(super) fn ask(&mut self, ask: Ask) -> bool {
        let task = self.flow.ask(ask);
        self.does(task)
    }

    fn does(&mut self, task: Task) -> bool {
        match task {
            Task::Nothing => {}
            Task::Listen => {
                self.forget();
                let device = self.device.as_deref();
                self.microphone = Some(Microphone::open(device, self.waker.clone()));
            }
            Task::Forget => self.forget(),
            Task::Keep => self.keep(),
            Task::Play => self.play(),
            Task::Hush => self.playing = None,
            Task::Leave => {
                self.forget();
                return true;
            }
        }
        false
    }

    /// Closes everything that is open.
    fn forget(&mut self) {
        self.microphone = None;
        self.playing = None;
        self.meter = None;
        self.heard.clear();
    }

    /// Breaks off whatever is going on, because softly is to stand still.
    pub(super) fn break_off(&mut self) {
        match self.flow.stage() {
            Stage::Opening | Stage::Recording => self.ask(Ask::Hear),
            Stage::Playing => self.ask(Ask::Go),
            Stage::Intro | Stage::Ready => false,
        };
    }

    /// Takes in what the microphone has heard, and whether playing is over. Answers whether there is
    /// anything new to read.
    pub(super) fn look(&mut self) -> bool {
        let before = self.flow.stage();
        while let Some(heard) = self.microphone.as_ref().and_then(Microphone::next) {
            match heard {
                Heard::Open(rate) => self.rate = rate,
                Heard::Samples(samples) => self.hear(&samples),
                Heard::Failed(why) => {
                    self.forget();
                    self.flow.misses(&why.to_string());
                }
            }
        }
        match self.playing.as_ref().and_then(Playing::ended) {
            Some(Ok(())) => {
                self.playing = None;
                self.flow.was_played();
            }
            Some(Err(why)) => {
                self.playing = None;
                self.flow.misses(why);
            }
            None => {}
        }
        before != self.flow.stage()
    }

    fn hear(&mut self, samples: &[f32]) {
        let rate = self.rate;
        self.flow.listens();
        let meter = self.meter.get_or_insert_with(|| Meter::new(rate));
        meter.hear(samples);
        self.heard.extend_from_slice(samples);
        if self.heard.len() > LONGEST_TAKE as usize * rate as usize {
            let task = self.flow.is_full();
            self.does(task);
        }
    }

    /// How loud it is, while it is recorded, and for how many seconds it has been.
    pub(super) fn level(&self) -> Option<(Level, u64)> {
        let seconds = self.heard.len() as u64 / u64::from(self.rate.max(1));
        Some((self.meter.as_ref()?.level(), seconds))
    }

    /// Keeps what was heard as this line.
    fn keep(&mut self) {
        // What has come since the last look belongs to it.
        while let Some(Heard::Samples(samples)) =
            self.microphone.as_ref().and_then(Microphone::next)
        {
            self.heard.extend_from_slice(&samples);
        }
        let is_cut = self.level().is_some_and(|(level, _)| level.is_cut);
        let is_long = self.heard.len() > LONGEST_TAKE as usize * self.rate as usize;
        let heard = std::mem::take(&mut self.heard);
        self.forget();
        match tidy(heard, self.rate, is_cut) {
            Ok(take) => self.save(take, is_long),
            Err(why) => self.flow.misses(&unheard(why)),
        }
    }

    fn save(&mut self, take: Take, is_long: bool) {
        let (number, count) = (self.flow.at() + 1, self.flow.count());
        let saved = self
            .place
            .save(&self.flow.line().text, number, count, &take.clip);
        match saved {
            Ok(()) => {
                let frames = take.clip.length_in_frames() as f64;
                self.takes.insert(self.flow.at(), take.clip);
                self.flow.keeps(Kept {
                    seconds: frames / f64::from(self.rate),
                    is_cut: take.is_cut,
                    is_noisy: take.above_room < NOISY,
                    is_long,
                });
            }
            Err(why) => self.flow.misses(&why.to_string()),
        }
    }

    /// Plays this line: as it was just recorded, or as it is in its file.
    fn play(&mut self) {
        let at = self.flow.at();
        let clip = match self.takes.get(&at) {
            Some(clip) => Ok(clip.clone()),
            None => self.place.recorded(&self.flow.line().text),
        };
        match clip {
            Ok(clip) => self.playing = Some(Playing::start(clip, self.waker.clone())),
            Err(why) => self.flow.misses(&why),
        }
    }
}
