//! What is said while a session plays, and when: parts, the breath, the lines of the author.
//!
//! The words of the breath come on time, so whatever is longer makes room for them: a part with a
//! paced breath is announced before it begins, and lengths fall silent once they are known.

mod parts;

use self::parts::time_to_say;
use super::rhythm::{Rhythm, told};
use crate::session::Phase;
use crate::settings::Announce;
use crate::time::Ms;
use crate::timeline::{Event, Line, Segment, Timeline};
use crate::words::Words;

/// A stay or a rest that is shorter is over before its word is said: a ramp begins with such.
const LEAST_SAID: Ms = Ms::seconds(1);

/// What is announced, how much of it, and to whom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Announced<'a> {
    /// The words it is said in.
    pub(super) words: &'static Words,
    /// What plays.
    pub(super) timeline: &'a Timeline,
    /// How much is said.
    pub(super) announce: Announce,
    /// Whether anybody can go on where the session waits.
    pub(super) listens: bool,
}

/// Follows a session and says what begins.
#[derive(Clone, Debug, Default)]
pub(super) struct Announcer {
    /// Where it last began to follow.
    from: Ms,
    /// Everything before this place has been said.
    said: Ms,
    /// The part that is said next.
    next_part: usize,
    /// The part whose first line was said ahead, together with it.
    line_of: Option<usize>,
    /// What belongs to a sip, which is over too soon for it: it is said with what comes next.
    left: Vec<String>,
    rhythm: Rhythm,
}

impl Announcer {
    /// Goes on from a place, as after a jump. What begins there is said.
    pub(super) fn jump(&mut self, timeline: &Timeline, place: Ms) {
        self.resume(place);
        self.next_part = timeline.steps().partition_point(|part| part.onset < place);
    }

    /// Goes on from a place where the parts are known, as after a pause.
    pub(super) fn resume(&mut self, place: Ms) {
        (self.from, self.said) = (place, place);
        self.left.clear();
    }

    /// What a person was just told about their breath, which then is no news.
    pub(super) fn is_told(&mut self, phase: Phase, length: Ms) {
        self.rhythm.is_told(phase, length);
    }

    /// The lines for all that has begun before `begun`. Parts that are said ahead are, while the
    /// session has not set out yet, too.
    pub(super) fn catch_up(
        &mut self,
        about: Announced<'_>,
        begun: Ms,
        sets_out: bool,
    ) -> Vec<String> {
        let mut lines: Vec<(Ms, Turn, String)> = Vec::new();
        while let Some(told) = about.told(self.next_part).filter(|told| told.at < begun) {
            let part = self.next_part;
            // After a jump there is no time left to say it ahead.
            let ahead = told.ahead && told.at >= self.from;
            let turn = if ahead { Turn::Ahead } else { Turn::Part };
            if let Some(text) = about.part(part, ahead) {
                lines.push((told.at, turn, text));
            }
            if let Some(line) = about.first_line(part).filter(|_| ahead && told.with_line) {
                lines.push((told.at, turn, line.to_owned()));
                self.line_of = Some(part);
            }
            self.next_part += 1;
        }
        if sets_out && self.said < begun {
            let events = about.timeline.crossed(self.said..begun);
            for at_once in events.chunk_by(|a, b| a.onset() == b.onset()) {
                let onset = at_once[0].onset();
                let said = about.lines_at_once(at_once, self);
                lines.extend(said.into_iter().map(|line| (onset, Turn::Event, line)));
            }
            self.said = begun;
        }
        lines.sort_by_key(|(at, turn, _)| (*at, *turn));
        lines.into_iter().map(|(_, _, line)| line).collect()
    }

    /// The place at which there is next something to say, or at which the session ends.
    pub(super) fn next(&self, about: Announced<'_>) -> Option<Ms> {
        let onset = match self.said {
            // What begins at the very start has not been said either.
            Ms::ZERO => Some(Ms::ZERO),
            said => about.timeline.next_onset(said - Ms(1)),
        };
        let part = about.told(self.next_part).map(|told| told.at);
        [onset, part].into_iter().flatten().min()
    }
}

/// What comes first of what is said at one moment: a part before its first breath, and what is said
/// ahead after the word that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Part,
    Event,
    Ahead,
}

impl Announced<'_> {
    /// The lines of what begins at one moment. Parts are said on their own.
    ///
    /// Words that begin together with a phase share its line, after the word that has to come on
    /// time; its length would then be one thing too many to hear.
    fn lines_at_once(self, events: &[Event<'_>], announcer: &mut Announcer) -> Vec<String> {
        let is_phase = |event: &Event<'_>| matches!(event, Event::Phase { .. });
        let paced = self.announce == Announce::Phase && events.iter().any(is_phase);
        let said_ahead = |line: &Line| {
            Some(line.step) == announcer.line_of
                && self.timeline.steps()[line.step].onset == line.onset
        };
        let lines = events.iter().filter_map(|event| match event {
            Event::Line(line) if self.says_lines_of(line.step) && !said_ahead(line) => {
                Some(&*line.text)
            }
            _ => None,
        });
        let (cues, others): (Vec<&str>, Vec<&str>) = lines.partition(|_| paced);
        let mut said = Vec::new();
        for event in events {
            match event {
                Event::Phase { phase, segment, .. } if paced => {
                    said.extend(self.phase(*phase, segment, &cues, announcer));
                }
                // How long they last was said with the part.
                Event::Squeeze(_) if self.announce == Announce::Phase => {
                    said.push(self.label(self.words.parts.squeeze[0], None));
                }
                Event::Release(_) if self.announce == Announce::Phase => {
                    said.push(self.label(self.words.parts.squeeze[1], None));
                }
                // It comes where nothing else is said.
                Event::Anchor(line) if self.announce != Announce::None => {
                    let line = self.words.anchor_line(line.anchor, line.turn);
                    said.push(line.to_owned());
                }
                _ => {}
            }
        }
        said.extend(others.into_iter().map(str::to_owned));
        said
    }

    fn phase(
        self,
        phase: Phase,
        segment: &Segment,
        cues: &[&str],
        announcer: &mut Announcer,
    ) -> Option<String> {
        let mut own = std::mem::take(&mut announcer.left);
        own.extend(cues.iter().map(|cue| (*cue).to_owned()));
        let cues = own;
        let still = matches!(phase, Phase::Hold | Phase::Rest);
        if still && segment.length < LEAST_SAID && cues.is_empty() {
            return None;
        }
        let label = self.words.short_phase(phase);
        let fits = time_to_say(&self.label(label, Some(segment.length))) <= segment.length;
        let length = (cues.is_empty() && fits)
            .then(|| announcer.rhythm.news(phase, segment.length))
            .flatten();
        let text = self.label(label, length);
        let with_cues = cues.iter().fold(text.clone(), |text, cue| text + " " + cue);
        if phase == Phase::Sip && time_to_say(&with_cues) > segment.length {
            announcer.left = cues;
            return Some(text);
        }
        Some(with_cues)
    }

    fn label(self, label: &str, length: Option<Ms>) -> String {
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = (self.words.plain.phase)(&mut text, label, length);
        text
    }
}

/// The phases of the first whole breath at or after a place, each with its length as it is told;
/// none where no breath is paced from there on.
pub(super) fn breath_after(timeline: &Timeline, place: Ms) -> Vec<(Phase, Ms)> {
    let from = timeline
        .segments()
        .iter()
        .skip_while(|segment| segment.onset < place || segment.activity.phase() != Some(Phase::In));
    let mut breath: Vec<(Phase, Ms)> = Vec::new();
    for segment in from {
        match segment.activity.phase() {
            Some(Phase::In) if !breath.is_empty() => break,
            Some(phase) => breath.push((phase, told(segment.length))),
            None => break,
        }
    }
    breath
}
