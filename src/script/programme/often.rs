//! How often something is invited to: `2`, "2", "2-3", "2 to 3", "1 or 2".

use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::programme::Times;
use crate::script::limits::INVITED_TIMES;
use crate::script::mend::signs;
use crate::script::number_in_words;
use crate::script::reader::Given;

/// How often, as a whole number or two of them.
pub(super) fn often(given: Given<'_, '_>) -> Option<Times> {
    let written = match given.get() {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().to_owned(),
        DeValue::String(text) => text.to_string(),
        _ => given.written().to_owned(),
    };
    let Some((least, most)) = numbers(&written) else {
        given.reader.report(not_a_count(given, &written));
        return None;
    };
    let in_bounds = |number: u32| (1..=INVITED_TIMES).contains(&number);
    if !in_bounds(least) || !in_bounds(most) {
        let message = format!("`{}` can be from 1 to {INVITED_TIMES}", quoted(given.key));
        let found = Diagnostic::error(Rule::OutOfRange, given.span(), message);
        let label = if least == 0 { "too few" } else { "too many" };
        given.reader.report(
            found
                .label(label)
                .help("What can be left out altogether may say so in `note` or `when`."),
        );
        return None;
    }
    if least > most {
        let message = "the smaller number stands first";
        let better = format!("\"{most}-{least}\"");
        given.reader.report(
            Diagnostic::error(Rule::BadCount, given.span(), message)
                .label(format!("did you mean {better}?"))
                .fix(given.span(), better),
        );
        return None;
    }
    Some(Times { least, most })
}

/// One number, which is both the least and the most, or two of them.
fn numbers(written: &str) -> Option<(u32, u32)> {
    let written = written.trim();
    if let Some(one) = number(written) {
        return Some((one, one));
    }
    let dash = |c: char| c == '-' || signs::is_dash(c);
    let (first, second) = written
        .split_once(dash)
        .or_else(|| written.split_once(" to "))
        .or_else(|| written.split_once(" or "))?;
    Some((number(first)?, number(second)?))
}

/// A number in digits; one that is too large to hold is as large as can be.
fn number(written: &str) -> Option<u32> {
    let digits = written.trim();
    let all = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| digits.parse().unwrap_or(u32::MAX))
}

fn not_a_count(given: Given<'_, '_>, written: &str) -> Diagnostic {
    let message = "this does not say how often in a way that softly can read";
    let found = Diagnostic::error(Rule::BadCount, given.span(), message).help(
        "Write a number, 2, or two numbers in quotation marks: \"2-3\", \"2 to 3\", \"1 or 2\".",
    );
    match meant(written) {
        Some(better) => found
            .label(format!("did you mean {better}?"))
            .fix(given.span(), better),
        None => found
            .label("not a number")
            .help("Words such as \"when it comes to mind\" go into `when`."),
    }
}

/// `twice`, `2x`, `two to three times`, `2.0`: as it would be written in a file.
fn meant(written: &str) -> Option<String> {
    let plain = written.trim().to_lowercase();
    let plain = ["times", "time", "x", "×"]
        .iter()
        .find_map(|ending| plain.strip_suffix(ending))
        .unwrap_or(&plain)
        .trim();
    let plain = plain.strip_suffix(".0").unwrap_or(plain);
    let digits = |word: &str| {
        Some(match word {
            "once" => "1".to_owned(),
            "twice" => "2".to_owned(),
            "-" | "to" | "or" => word.to_owned(),
            _ if number(word).is_some() || numbers(word).is_some() => word.to_owned(),
            _ => number_in_words(word)?.to_string(),
        })
    };
    let words: Option<Vec<String>> = plain.split_whitespace().map(digits).collect();
    let better = words?.join(" ");
    let (least, most) = numbers(&better)?;
    let fits = 1 <= least && least <= most && most <= INVITED_TIMES;
    fits.then(|| {
        if least == most {
            least.to_string()
        } else {
            format!("\"{least}-{most}\"")
        }
    })
}
