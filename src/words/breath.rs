//! How a breath is told: its phases, each with its length. What every language shares of it.

use std::fmt::{Result, Write};

use crate::session::{Pattern, Phase};
use crate::time::Ms;

/// Writes the phases that a breath has, "in 5, out 7.5", with a language's labels and the sign that
/// parts its tenths. It allocates nothing, because a session says it while it plays.
pub(super) fn phases(
    out: &mut dyn Write,
    breath: Pattern,
    label: fn(Phase) -> &'static str,
    point: char,
) -> Result {
    let mut between = "";
    for phase in Phase::ALL {
        let Ms(length) = breath.phase(phase);
        if length == 0 {
            continue;
        }
        // To the nearest tenth, which nobody can tell from the next.
        let tenths = (length + 50) / 100;
        write!(out, "{between}{} {}", label(phase), tenths / 10)?;
        if tenths % 10 > 0 {
            write!(out, "{point}{}", tenths % 10)?;
        }
        between = ", ";
    }
    Ok(())
}
