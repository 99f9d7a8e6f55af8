//! The way through the lines: which one is read, whether it is being recorded, and what a key does.
//!
//! It opens nothing and writes nothing. A key leads to a [`Task`], and whoever does it says what came
//! of it.

use super::lines::{Spoken, seconds_to_read};
use crate::text::show;

/// What somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Begin, end, or go on: what comes next anyway.
    Go,
    /// Record this line once more.
    Again,
    /// Hear it.
    Hear,
    /// To the line after it.
    Skip,
    /// To the line before it.
    Back,
    /// Leave.
    Finish,
}

/// What is to be done outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Nothing.
    Nothing,
    /// Open the microphone, and forget what it has heard so far.
    Listen,
    /// Close it, and forget what it has heard.
    Forget,
    /// Close it, and keep what it has heard as this line.
    Keep,
    /// Play this line.
    Play,
    /// Stop playing.
    Hush,
    /// Leave.
    Leave,
}

/// What is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What this is about is told, before anything else.
    Intro,
    /// Nothing is: the microphone is closed.
    Ready,
    /// The microphone is being opened.
    Opening,
    /// It listens.
    Recording,
    /// The line is played.
    Playing,
}

/// What there is to say about the last thing that was done.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Note {
    /// Nothing.
    #[default]
    Nothing,
    /// A take was kept.
    Kept(Kept),
    /// A take was not kept, because of this.
    Missed(String),
    /// A recording was broken off, and is not kept.
    BrokenOff,
    /// There is nothing to hear yet.
    NothingToHear,
    /// There is no line after this, or none before it.
    NoMore,
}

/// What is told about a take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kept {
    /// How long the words are, in seconds.
    pub seconds: f64,
    /// Whether the voice was cut off because it was too loud.
    pub is_cut: bool,
    /// Whether much of the room is heard beside it.
    pub is_noisy: bool,
    /// Whether it ended because it had become very long.
    pub is_long: bool,
}

/// The way through the lines of a session.
#[derive(Clone, Debug)]
pub struct Flow {
    lines: Vec<Spoken>,
    recorded: Vec<bool>,
    at: usize,
    stage: Stage,
    note: Note,
    /// Which were recorded since it began.
    fresh: Vec<bool>,
}

impl Flow {
    /// Begins at the first line that is not recorded yet, or at line `from`, which counts from zero.
    /// There has to be a line.
    pub fn new(lines: Vec<Spoken>, recorded: impl Fn(&str) -> bool, from: Option<usize>) -> Self {
        let recorded: Vec<bool> = lines.iter().map(|line| recorded(&line.text)).collect();
        let first = recorded.iter().position(|recorded| !recorded).unwrap_or(0);
        Self {
            fresh: vec![false; lines.len()],
            at: from.unwrap_or(first).min(lines.len().saturating_sub(1)),
            lines,
            recorded,
            stage: Stage::Intro,
            note: Note::Nothing,
        }
    }

    /// The line that is read now.
    pub fn line(&self) -> &Spoken {
        &self.lines[self.at]
    }

    /// Which it is, counted from zero.
    pub fn at(&self) -> usize {
        self.at
    }

    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// The line before it and the one after it.
    pub fn around(&self) -> [Option<&Spoken>; 2] {
        let before = self.at.checked_sub(1).and_then(|at| self.lines.get(at));
        [before, self.lines.get(self.at + 1)]
    }

    /// Whether this line is recorded.
    pub fn is_recorded(&self) -> bool {
        self.recorded[self.at]
    }

    /// How many lines are not recorded yet.
    pub fn left(&self) -> usize {
        self.recorded.iter().filter(|recorded| !**recorded).count()
    }

    /// How long recording those may take, in seconds.
    pub fn seconds_left(&self) -> f64 {
        let lines = self.lines.iter().zip(&self.recorded);
        let left = lines.filter(|(_, recorded)| !**recorded);
        left.map(|(line, _)| seconds_to_read(&line.text)).sum()
    }

    /// How many lines were recorded since it began.
    pub fn kept(&self) -> usize {
        self.fresh.iter().filter(|fresh| **fresh).count()
    }

    /// What is going on.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// What there is to say about the last thing that was done.
    pub fn note(&self) -> &Note {
        &self.note
    }

    /// What a key leads to.
    pub fn ask(&mut self, ask: Ask) -> Task {
        match self.stage {
            Stage::Intro if ask == Ask::Finish => Task::Leave,
            Stage::Intro => {
                self.stage = Stage::Ready;
                Task::Nothing
            }
            Stage::Ready => self.ask_when_ready(ask),
            Stage::Opening | Stage::Recording => self.ask_while_listening(ask),
            Stage::Playing => {
                self.stage = Stage::Ready;
                match ask {
                    Ask::Hear | Ask::Go => Task::Hush,
                    _ => self.ask_when_ready(ask),
                }
            }
        }
    }

    fn ask_when_ready(&mut self, ask: Ask) -> Task {
        self.note = Note::Nothing;
        match ask {
            Ask::Go if self.is_recorded() => match self.next_open() {
                Some(next) => self.at = next,
                None => return Task::Leave,
            },
            Ask::Go | Ask::Again => return self.listen(),
            Ask::Hear if self.is_recorded() => {
                self.stage = Stage::Playing;
                return Task::Play;
            }
            Ask::Hear => self.note = Note::NothingToHear,
            Ask::Skip if self.at + 1 < self.lines.len() => self.at += 1,
            Ask::Back if self.at > 0 => self.at -= 1,
            Ask::Skip | Ask::Back => self.note = Note::NoMore,
            Ask::Finish => return Task::Leave,
        }
        Task::Nothing
    }

    fn ask_while_listening(&mut self, ask: Ask) -> Task {
        match ask {
            Ask::Go if self.stage == Stage::Recording => {
                self.stage = Stage::Ready;
                Task::Keep
            }
            Ask::Again => self.listen(),
            Ask::Finish => Task::Leave,
            Ask::Go | Ask::Hear | Ask::Skip | Ask::Back => {
                self.stage = Stage::Ready;
                self.note = Note::BrokenOff;
                Task::Forget
            }
        }
    }

    fn listen(&mut self) -> Task {
        self.stage = Stage::Opening;
        self.note = Note::Nothing;
        Task::Listen
    }

    /// The next line after this one that is not recorded, or the first one of all.
    fn next_open(&self) -> Option<usize> {
        let open = |at: &usize| !self.recorded[*at];
        let after = (self.at + 1..self.lines.len()).find(open);
        after.or_else(|| (0..self.at).find(open))
    }

    /// The microphone is open.
    pub fn listens(&mut self) {
        if self.stage == Stage::Opening {
            self.stage = Stage::Recording;
        }
    }

    /// This line has become so long that it ends by itself.
    pub fn is_full(&mut self) -> Task {
        self.stage = Stage::Ready;
        Task::Keep
    }

    /// A take of this line was kept.
    pub fn keeps(&mut self, kept: Kept) {
        self.stage = Stage::Ready;
        self.recorded[self.at] = true;
        self.fresh[self.at] = true;
        self.note = Note::Kept(kept);
    }

    /// Something went wrong, and nothing is going on any more.
    pub fn misses(&mut self, why: &str) {
        self.stage = Stage::Ready;
        self.note = Note::Missed(show(why).into_owned());
    }

    /// This line has been played to its end.
    pub fn was_played(&mut self) {
        if self.stage == Stage::Playing {
            self.stage = Stage::Ready;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Clean;

    const KEPT: Kept = Kept {
        seconds: 2.0,
        is_cut: false,
        is_noisy: false,
        is_long: false,
    };

    fn flow(recorded: &[&str]) -> Flow {
        let line = |text: &str| Spoken {
            text: Clean::from_shown(text),
            place: None,
        };
        let lines = ["one", "two", "three"].map(line).to_vec();
        let mut flow = Flow::new(lines, |text| recorded.contains(&text), None);
        assert_eq!(flow.ask(Ask::Go), Task::Nothing);
        flow
    }

    fn record(flow: &mut Flow) {
        assert_eq!(flow.ask(Ask::Go), Task::Listen);
        flow.listens();
        assert_eq!(flow.ask(Ask::Go), Task::Keep);
        flow.keeps(KEPT);
    }

    #[test]
    fn one_key_leads_through_all_lines() {
        let mut flow = flow(&[]);
        for left in [2, 1, 0] {
            record(&mut flow);
            assert_eq!((flow.left(), flow.note()), (left, &Note::Kept(KEPT)));
            let next = if left == 0 {
                Task::Leave
            } else {
                Task::Nothing
            };
            assert_eq!(flow.ask(Ask::Go), next);
        }
        assert_eq!(flow.kept(), 3);
    }

    #[test]
    fn what_is_recorded_is_kept_unless_it_is_asked_for_again() {
        let mut flow = flow(&["one", "three"]);
        assert_eq!(&*flow.line().text, "two");
        record(&mut flow);
        flow.ask(Ask::Again);
        flow.listens();
        assert_eq!(flow.ask(Ask::Go), Task::Keep);
        flow.keeps(KEPT);
        assert_eq!(flow.kept(), 1, "a line that was recorded twice is one");
        flow.ask(Ask::Back);
        assert!(flow.is_recorded());
        assert_eq!(flow.ask(Ask::Go), Task::Leave, "nothing is left to record");
        assert_eq!(flow.ask(Ask::Again), Task::Listen);
    }

    #[test]
    fn a_take_that_is_broken_off_changes_nothing() {
        let mut flow = flow(&["one"]);
        for ask in [Ask::Hear, Ask::Skip, Ask::Back] {
            flow.ask(Ask::Go);
            flow.listens();
            assert_eq!(flow.ask(ask), Task::Forget);
            assert_eq!((flow.at(), flow.note()), (1, &Note::BrokenOff));
            assert!(!flow.is_recorded());
        }
        flow.ask(Ask::Go);
        flow.listens();
        assert_eq!(flow.ask(Ask::Finish), Task::Leave);
        assert_eq!(flow.kept(), 0);
    }

    #[test]
    fn a_key_before_the_microphone_is_open_keeps_nothing() {
        let mut flow = flow(&[]);
        flow.ask(Ask::Go);
        assert_eq!(flow.stage(), Stage::Opening);
        assert_eq!(flow.ask(Ask::Go), Task::Forget);
    }

    #[test]
    fn a_line_is_heard_once_it_is_recorded() {
        let mut flow = flow(&[]);
        assert_eq!(flow.ask(Ask::Hear), Task::Nothing);
        assert_eq!(flow.note(), &Note::NothingToHear);
        record(&mut flow);
        assert_eq!(flow.ask(Ask::Hear), Task::Play);
        assert_eq!(flow.ask(Ask::Hear), Task::Hush);
        flow.ask(Ask::Hear);
        flow.was_played();
        assert_eq!((flow.stage(), flow.at()), (Stage::Ready, 0));
        flow.ask(Ask::Hear);
        assert_eq!(
            flow.ask(Ask::Again),
            Task::Listen,
            "a key counts while it plays"
        );
    }

    #[test]
    fn nothing_is_recorded_at_the_first_and_last_line_by_going_too_far() {
        let mut flow = flow(&[]);
        flow.ask(Ask::Back);
        assert_eq!((flow.at(), flow.note()), (0, &Note::NoMore));
        for _ in 0..5 {
            flow.ask(Ask::Skip);
        }
        assert_eq!((flow.at(), flow.note()), (2, &Note::NoMore));
    }

    #[test]
    fn after_the_last_line_come_those_that_were_skipped() {
        let mut flow = flow(&[]);
        flow.ask(Ask::Skip);
        flow.ask(Ask::Skip);
        record(&mut flow);
        flow.ask(Ask::Go);
        assert_eq!(&*flow.line().text, "one");
    }
}
