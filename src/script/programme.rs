//! Programmes: weeks of practice, read with the same machinery as sessions.
//!
//! Reading never fails, and a checked [`Programme`](crate::programme::Programme) exists only
//! without errors. The names there are stand in `schema`; times of an invitation are in `often`.

mod lower;
mod often;
mod parsed;
mod read;

pub use lower::lower;
pub use parsed::{InvitationScript, ProgrammeScript, WeekScript};
pub use read::read;

/// Whether a text is meant as a programme: it says so above its first heading, or it has weeks and
/// no steps.
pub fn is_one(text: &str) -> bool {
    let mut weeks = false;
    let mut above = true;
    for line in text.lines().map(str::trim) {
        if above && (begins(line, "softly-programme") || begins(line, "softly-program")) {
            return true;
        }
        let heading = line.trim_start_matches('[');
        if heading.len() == line.len() {
            continue;
        }
        above = false;
        let name = heading.split([']', '.']).next().unwrap_or_default().trim();
        match name {
            "step" | "steps" => return false,
            "week" | "weeks" => weeks = true,
            _ => {}
        }
    }
    weeks
}

/// Whether a line gives a value to a name.
fn begins(line: &str, name: &str) -> bool {
    let plain = line.replace('_', "-");
    let rest = plain.strip_prefix(name).map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with(['=', ':']))
}

#[cfg(test)]
mod tests;
