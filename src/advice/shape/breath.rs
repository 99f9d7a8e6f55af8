//! Breaths that are slower, quicker or longer than most people find comfortable, and held ones.

use super::Shape;
use crate::advice::walk::{self, Paced};
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::write_time;
use crate::session::Pattern;
use crate::time::Ms;

/// Breaths a minute that are comfortable for most people. Below lies what takes practice: heart-rate
/// swings are largest from 4.5 to 6.5 (Lehrer and Gevirtz, in Meehan & Shaffer 2024). Above, it is
/// quicker than the placebo of Fincham 2023, which did people as much good as 5.5.
const PACE: (f64, f64) = (4.5, 12.0);
/// The longest in-breath that is easy for most people. Our own judgement: clinics teach four.
const LONGEST_IN: Ms = Ms::seconds(6);
/// The longest out-breath that clinics teach for it (PHRC: from four growing to eight).
const LONGEST_OUT: Ms = Ms::seconds(8);
/// The longest hold that clinics teach for it (PHRC: five to six).
const LONGEST_HOLD: Ms = Ms::seconds(6);
/// A breath this much longer or shorter than the last one is a jump. Our own judgement: a ramp of
/// 3/4, 4/5, 4/6 grows by less than a third at a time.
const JUMP: f64 = 1.5;

pub(super) fn advise(shape: &Shape<'_>, found: &mut Vec<Diagnostic>) {
    let breaths = walk::breaths(shape.script);
    for paced in &breaths {
        found.extend(uneasy(paced));
    }
    for pair in breaths.windows(2) {
        found.extend(jump(&pair[0], &pair[1]));
    }
    holds(shape, &breaths, found);
}

/// A breath as it is paced for somebody who has not asked for holds, against what is comfortable.
fn uneasy(paced: &Paced<'_>) -> Option<Diagnostic> {
    let pattern = paced.pattern.without_holds();
    let pace = pattern.breaths_per_minute();
    let finding = |message: String, label: &str| {
        Diagnostic::advice(Rule::UneasyBreath, paced.breath.span.clone(), message).label(label)
    };
    if !(PACE.0..=PACE.1).contains(&pace) {
        let (slower, label) = if pace < PACE.0 {
            ("slower", "slow")
        } else {
            ("quicker", "quick")
        };
        // "12.5", and "15" rather than "15.0".
        let pace = (pace * 10.0).round() / 10.0;
        let message =
            format!("{pace} breaths a minute are {slower} than most people find comfortable");
        return Some(finding(message, label).help(
            "Most people are comfortable somewhere from 4.5 to 12; four in and six out makes 6. \
             Comfort matters more than pace: in Fincham 2023, 400 people did as well at 12 as at 5.5.",
        ));
    }
    for (phase, name, longest, source) in [
        (
            pattern.inhale,
            "an in-breath",
            LONGEST_IN,
            "Clinics teach four seconds in; up to six is our own judgement.",
        ),
        (
            pattern.exhale,
            "an out-breath",
            LONGEST_OUT,
            "Clinics teach out-breaths of four to eight seconds (PHRC).",
        ),
    ] {
        if phase > longest {
            let message = format!("{name} of {} is long for most people", write_time(phase));
            let easier = format!("Up to {} is easier.", write_time(longest));
            return Some(finding(message, "long").help(format!("{easier} {source}")));
        }
    }
    (pattern.exhale < pattern.inhale).then(|| {
        finding("the breath goes out more quickly than it comes in".into(), "out is shorter than in").help(
            "Out as long as in, or longer, is what clinics teach; people differ, and no ratio was shown \
             to be best (Meehan & Shaffer 2024).",
        )
    })
}

/// A sudden change of pace, where no quiet lies between.
fn jump(before: &Paced<'_>, after: &Paced<'_>) -> Option<Diagnostic> {
    let [from, to] = [before, after].map(|paced| easy_length(paced.pattern));
    let ratio = to.as_seconds_f64() / from.as_seconds_f64();
    let same_step = before.step == after.step;
    if same_step || after.step != before.step + 1 || (1.0 / JUMP..=JUMP).contains(&ratio) {
        return None;
    }
    let (change, label) = if ratio > 1.0 {
        ("longer", "much slower from here")
    } else {
        ("shorter", "much quicker from here")
    };
    let message = format!(
        "from one step to the next the breath grows {change} all at once, from {} to {}",
        write_time(from),
        write_time(to)
    );
    let found = Diagnostic::advice(Rule::PaceJump, after.breath.span.clone(), message)
        .label(label)
        .also(before.breath.span.clone(), "the breath before");
    Some(found.help(
        "A step between the two, or ramp-to, lets it change little by little. 3/4, 4/5 and 4/6 is a \
         gentle way down. How much is too much is our own judgement.",
    ))
}

fn easy_length(pattern: Pattern) -> Ms {
    pattern.without_holds().length()
}

/// Words in a caution that show that somebody has been told who may want to ask first.
const ASKS_FIRST: [&str; 9] = [
    "hold",
    "pause",
    "ask first",
    "pregnan",
    "lung",
    "heart",
    "pressure",
    "panic",
    "glaucoma",
];

fn holds(shape: &Shape<'_>, breaths: &[Paced<'_>], found: &mut Vec<Diagnostic>) {
    let mut held = breaths.iter().filter(|paced| paced.pattern.has_hold());
    let Some(first) = held.clone().next() else {
        return;
    };
    let cautions = || shape.session.cautions.iter().chain(&shape.session.stop_if);
    // In another language any caution will do.
    let told = cautions().any(|caution| {
        let caution = caution.to_lowercase();
        !shape.english || ASKS_FIRST.iter().any(|word| caution.contains(word))
    });
    let place = |paced: &Paced<'_>| {
        let breath = &paced.breath.value;
        let hold = breath.hold.given().filter(|hold| hold.value > Ms::ZERO);
        let rest = breath.rest.given();
        hold.or(rest)
            .map_or(paced.breath.span.clone(), |held| held.span.clone())
    };
    if !told {
        let message = "the breath is held, and no caution says who may want to ask first";
        let found_here = Diagnostic::advice(Rule::HeldBreath, place(first), message)
            .label("held here")
            .help("For example: cautions = [\"Pregnancy, panic, lung, heart or eye disease: breathe on past the pauses.\"]")
            .help("Holding can bring air hunger and bracing, and therapists disagree about it. Each person is asked before any breath is held.");
        found.push(found_here);
    }
    let longest = held.find(|paced| paced.pattern.hold.max(paced.pattern.rest) > LONGEST_HOLD);
    if let Some(longest) = longest {
        let length = longest.pattern.hold.max(longest.pattern.rest);
        let message = format!("the breath is held for {}", write_time(length));
        let found_here = Diagnostic::advice(Rule::HeldBreath, place(longest), message)
            .label("a long hold")
            .help("Clinics that teach holds teach five to six seconds, and a way without (PHRC).");
        found.push(found_here);
    }
}
