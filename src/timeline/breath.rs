//! The breath that is paced at a time, for who wants to know how long it is.

use super::{Activity, SpanKind, StepSpan, Timeline};
use crate::session::Pattern;
use crate::time::Ms;

impl Timeline {
    /// The breath that is under way, or else the first of those that come, or else the last of those
    /// that were; none where no breath is paced.
    pub fn pattern_at(&self, at: Ms) -> Option<Pattern> {
        let segment = self.segment_at(at);
        if let (Activity::Breath { breath, .. }, Some((from, to, breaths))) =
            (segment.activity, breathing(&self.steps[segment.step]))
        {
            let through = f64::from(breath) / f64::from((breaths - 1).max(1));
            return Some(from.towards(to, through));
        }
        let later = self.steps[segment.step..].iter().find_map(breathing);
        let earlier = || self.steps[..segment.step].iter().rev().find_map(breathing);
        let comes = later.map(|(from, ..)| from);
        comes.or_else(|| earlier().map(|(_, to, _)| to))
    }
}

/// The first and the last breath of a part, and how many there are.
fn breathing(part: &StepSpan) -> Option<(Pattern, Pattern, u32)> {
    match part.kind {
        SpanKind::Breathe { breaths, from, to } => Some((from, to, breaths)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::script;
    use crate::time::Ms;
    use crate::timeline::{Choices, compile};

    const FILE: &str = r#"
softly = 1
title = "Breaths"
[[step]]
rest = "20s"
[[step]]
breathe = { in = 4, out = 4 }
ramp-to = { in = 4, out = 8 }
times = 5
[[step]]
rest = "20s"
"#;

    #[test]
    fn it_is_the_one_under_way_or_the_nearest_that_is_paced() {
        let session = script::check(FILE, "breaths").session.unwrap();
        let mut choices = Choices::default();
        let timeline = compile(&session, &choices);
        let table = [
            (0, 4),
            (21, 4),
            (29, 5),
            (38, 6),
            (60, 8),
            (75, 8),
            (500, 8),
        ];
        for (seconds, out) in table {
            let breath = timeline.pattern_at(Ms::seconds(seconds)).unwrap();
            assert_eq!(
                (breath.inhale, breath.exhale),
                (Ms::seconds(4), Ms::seconds(out))
            );
        }
        choices.pace = choices.pace.longer().longer();
        let longer = compile(&session, &choices).pattern_at(Ms::ZERO).unwrap();
        assert_eq!(longer.exhale, Ms(4800));
    }

    #[test]
    fn where_nothing_is_paced_there_is_none() {
        let text = "softly = 1\ntitle = \"x\"\n[[step]]\nrest = \"1m\"\n";
        let session = script::check(text, "x").session.unwrap();
        let timeline = compile(&session, &Choices::default());
        assert_eq!(timeline.pattern_at(Ms::seconds(10)), None);
    }
}
