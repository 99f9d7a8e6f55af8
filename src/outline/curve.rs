//! The pace of a session as a small landscape: the higher, the more breaths a minute.
//!
//! Heights are measured from a little below the slowest pace, not from nothing, so that a ramp from
//! seven to six can be seen; the numbers beside it say what the heights mean.

use crate::page::Look;

/// The rows of a landscape in which the pace changes.
const ROWS: usize = 3;
/// The share of the height that the slowest pace has.
const LOWEST: f64 = 0.2;

/// A row of the curve, with the pace that it stands for, if it stands for one.
pub(super) struct Row {
    pub(super) pace: Option<f64>,
    pub(super) text: String,
}

/// The rows from the top, with one sign for each column, between the slowest and the quickest pace.
pub(super) fn rows(paces: &[Option<f64>], (slowest, quickest): (f64, f64), look: Look) -> Vec<Row> {
    let signs: &[&str] = look.pick(
        &[" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        &[" ", "_", "-", "="],
    );
    // Where the signs of a top differ from what is below it, the line of the tops stands out.
    let body = look.pick("█", ":");
    let full = signs.len() - 1;
    let changes = quickest - slowest >= 0.05;
    let count = if changes { ROWS } else { 1 };
    let heights: Vec<usize> = paces
        .iter()
        .map(|pace| match pace {
            None => 0,
            Some(_) if !changes => full.div_ceil(2),
            Some(pace) => {
                let share = LOWEST + (1.0 - LOWEST) * (pace - slowest) / (quickest - slowest);
                ((share * (count * full) as f64).round() as usize).max(1)
            }
        })
        .collect();
    let slowest_row = count - 1;
    (0..count)
        .map(|row| {
            let below = (count - 1 - row) * full;
            let sign = |height: &usize| match height.saturating_sub(below) {
                level if level > full => body,
                level => signs[level],
            };
            let text = heights.iter().map(sign).collect();
            let pace = match row {
                0 => Some(quickest),
                _ if row == slowest_row => Some(slowest),
                _ => None,
            };
            Row { pace, text }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(paces: &[Option<f64>], unicode: bool) -> Vec<String> {
        let look = Look {
            unicode,
            ..Look::default()
        };
        rows(paces, (6.0, 8.0), look)
            .into_iter()
            .map(|row| row.text)
            .collect()
    }

    #[test]
    fn a_ramp_can_be_seen_and_quiet_is_empty() {
        let ramp = [None, Some(8.0), Some(7.5), Some(7.0), Some(6.5), Some(6.0)];
        assert_eq!(drawn(&ramp, true), [" █▃   ", " ██▆▂ ", " ████▅"]);
        assert_eq!(drawn(&ramp, false), [" =_   ", " ::-_ ", " ::::-"]);
    }

    #[test]
    fn an_even_pace_is_one_row() {
        let rows = rows(&[Some(6.0), None, Some(6.0)], (6.0, 6.0), Look::default());
        let texts: Vec<_> = rows.iter().map(|row| row.text.as_str()).collect();
        assert_eq!(texts, ["▄ ▄"]);
    }
}
