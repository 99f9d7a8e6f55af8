//! A session in the words that a person chose: every text of it that is said or shown.
//!
//! This walk is the one place to change when a session gains a text.

use super::{Answers, Cues, Position, Session, Step, StepKind};
use crate::text::Clean;
use crate::wording::Wording;

impl Session {
    /// The same session in other words, where its file has them.
    #[must_use]
    pub fn worded(&self, wording: Wording) -> Self {
        let mut session = self.clone();
        if wording == Wording::Anatomical && !self.rewording.is_empty() {
            session.each_text(&mut |text| *text = self.rewording.say(text, wording).clone());
        }
        session
    }

    /// Every text that a person sees or hears. Names, sources and notes are left alone.
    pub(crate) fn each_text(&mut self, see: &mut dyn FnMut(&mut Clean)) {
        see(&mut self.title);
        self.menu_title.iter_mut().for_each(&mut *see);
        self.about.iter_mut().for_each(&mut *see);
        self.cautions.iter_mut().for_each(&mut *see);
        self.stop_if.iter_mut().for_each(&mut *see);
        if let Some(question) = &mut self.check_in {
            see(&mut question.ask);
            match &mut question.answers {
                Answers::Usual => {}
                Answers::Words(words) => words.iter_mut().for_each(&mut *see),
                Answers::Numbers { low, high } => [low, high].into_iter().for_each(&mut *see),
            }
        }
        for position in &mut self.positions {
            position.each_text(see);
        }
        for step in &mut self.steps {
            step.each_text(see);
        }
    }
}

impl Position {
    fn each_text(&mut self, see: &mut dyn FnMut(&mut Clean)) {
        see(&mut self.title);
        let lists = [
            &mut self.set_up,
            &mut self.props,
            &mut self.cautions,
            &mut self.instead,
        ];
        lists.into_iter().flatten().for_each(&mut *see);
        let single = [&mut self.lighter, &mut self.way_out, &mut self.looks];
        single.into_iter().flatten().for_each(see);
    }
}

impl Step {
    fn each_text(&mut self, see: &mut dyn FnMut(&mut Clean)) {
        self.title.iter_mut().for_each(&mut *see);
        self.say.iter_mut().for_each(&mut *see);
        for timed in &mut self.timed {
            see(&mut timed.line);
        }
        for position in &mut self.positions {
            position.each_text(see);
        }
        match &mut self.kind {
            StepKind::Rest { .. } | StepKind::Contract(_) | StepKind::Wait => {}
            StepKind::Breathe(breathe) => breathe.cues.each_text(see),
            StepKind::Ground { sense, .. } => see(sense),
            StepKind::Scan(scan) => {
                for part in &mut scan.parts {
                    see(&mut part.name);
                }
            }
            StepKind::Stretch(stretch) => {
                see(&mut stretch.text);
                stretch.sides.iter_mut().for_each(see);
            }
            StepKind::External { text } => see(text),
            StepKind::Repeat(repeat) => {
                for step in &mut repeat.steps {
                    step.each_text(see);
                }
            }
        }
    }
}

impl Cues {
    fn each_text(&mut self, see: &mut dyn FnMut(&mut Clean)) {
        let phases = [
            &mut self.inhale,
            &mut self.sip,
            &mut self.hold,
            &mut self.exhale,
            &mut self.rest,
        ];
        phases.into_iter().flatten().flatten().for_each(see);
    }
}

#[cfg(test)]
mod tests {
    use crate::script::check;
    use crate::session::{Session, StepKind};
    use crate::wording::Wording;

    const SOURCE: &str = r#"
softly = 1
title = "Low Down"
about = "Room low down."

[anatomical]
"Low Down" = "Pelvic Floor"
"Room low down." = "Room around the anus."
"feet" = "the vulva"

[[step]]
rest = "30s"
say = "Room low down."
at = { "10s" = "Room elsewhere." }

[[step]]
repeat = 2
steps = [{ scan = ["feet", "hands"], each = "20s", say = "Room low down." }]
"#;

    fn session() -> Session {
        check(SOURCE, "t").session.unwrap()
    }

    #[test]
    fn neutral_words_stay_as_they_are_written() {
        assert_eq!(session().worded(Wording::Neutral), session());
    }

    #[test]
    fn every_line_that_has_other_words_is_said_in_them() {
        let worded = session().worded(Wording::Anatomical);
        assert_eq!(&*worded.title, "Pelvic Floor");
        assert_eq!(worded.about.as_deref(), Some("Room around the anus."));
        assert_eq!(&*worded.steps[0].say[0], "Room around the anus.");
        assert_eq!(&*worded.steps[0].timed[0].line, "Room elsewhere.");
        let StepKind::Repeat(repeat) = &worded.steps[1].kind else {
            panic!("no repeat")
        };
        assert_eq!(&*repeat.steps[0].say[0], "Room around the anus.");
    }

    #[test]
    fn a_part_that_is_pelvic_in_either_words_waits_to_be_asked_for() {
        for wording in [Wording::Neutral, Wording::Anatomical] {
            let session = session().worded(wording);
            let StepKind::Repeat(repeat) = &session.steps[1].kind else {
                panic!("no repeat")
            };
            let StepKind::Scan(scan) = &repeat.steps[0].kind else {
                panic!("no scan")
            };
            let asked: Vec<bool> = scan.parts.iter().map(|part| part.asked_for).collect();
            assert_eq!(asked, [true, false]);
        }
    }
}
