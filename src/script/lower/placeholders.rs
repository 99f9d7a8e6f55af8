//! Whether the placeholders of a step's texts mean something where they stand.

use std::ops::Range;

use super::Lowering;
use super::step::Place;
use crate::diagnostic::Rule;
use crate::script::parsed::{At, Step};
use crate::script::placeholders;
use crate::text::Clean;

impl Lowering<'_> {
    /// Reports placeholders that nothing can fill in a step that does `action`.
    pub(super) fn placeholders(&mut self, step: &Step, action: &str, place: Place) {
        let mut texts: Vec<&At<Clean>> = step.title.given().into_iter().collect();
        texts.extend(step.stretch.given());
        texts.extend(step.say.value().into_iter().flatten());
        texts.extend(
            step.at
                .value()
                .into_iter()
                .flatten()
                .map(|timed| &timed.line),
        );
        if let Some(cues) = step.cues.value() {
            for lines in [
                &cues.inhale,
                &cues.sip,
                &cues.hold,
                &cues.exhale,
                &cues.rest,
            ] {
                texts.extend(lines.value().into_iter().flatten());
            }
        }
        let means = |name: &str| match name {
            "side" => action == "stretch" && !step.sides.is_absent(),
            "part" => action == "scan",
            _ => matches!(place, Place::Inside(_)),
        };
        for text in texts {
            let strange = placeholders::find(&text.value).find(|(_, name)| !means(name));
            if let Some((_, name)) = strange {
                self.lost_placeholder(name, text.span.clone());
            }
        }
    }

    fn lost_placeholder(&mut self, name: &str, span: Range<usize>) {
        let place = placeholders::ALL.iter().find(|(known, _)| *known == name);
        let place = place.map_or("another step", |(_, place)| place);
        let message = format!("{{{name}}} means nothing in this step");
        let help = format!("It is filled in by softly in {place}.");
        self.error(
            Rule::UnknownPlaceholder,
            span,
            &message,
            "nothing to put in here",
            &help,
        );
    }
}
