//! How large the tables of a Vorbis stream become, before anything makes room for them.
//!
//! A few bytes can ask for a table of megabytes, and for 256 of them: more memory than a machine
//! has, from a file of some kilobytes. So the heading is counted through first, in the order of
//! section 3.2.1 of the Vorbis I specification.

/// The most numbers in all tables together. Encoders use a tenth of it.
const MOST_NUMBERS: u64 = 4 * 1024 * 1024;
/// The most entries of all tables together.
const MOST_ENTRIES: u64 = 512 * 1024;
/// How a heading with tables begins.
const HEADING: &[u8] = b"\x05vorbis";

/// Whether the tables in these headings stay within reason. What cannot be counted through is left
/// to the decoder, which does not read it either.
pub(super) fn fits(headings: &[u8]) -> bool {
    let starts = (0..headings.len()).filter(|at| headings[*at..].starts_with(HEADING));
    starts
        .map(|at| &headings[at + HEADING.len()..])
        .all(|heading| {
            let mut size = Size::default();
            let _ = count(&mut Bits::new(heading), &mut size);
            size.numbers <= MOST_NUMBERS && size.entries <= MOST_ENTRIES
        })
}

#[derive(Default)]
struct Size {
    entries: u64,
    numbers: u64,
}

fn count(bits: &mut Bits<'_>, size: &mut Size) -> Option<()> {
    for _ in 0..=bits.take(8)? {
        table(bits, size)?;
    }
    Some(())
}

fn table(bits: &mut Bits<'_>, size: &mut Size) -> Option<()> {
    if bits.take(24)? != 0x56_43_42 {
        return None;
    }
    let (dimensions, entries) = (bits.take(16)?, bits.take(24)?);
    size.entries += entries;
    if size.entries > MOST_ENTRIES {
        return None;
    }
    let ordered = bits.take(1)? == 1;
    if ordered {
        bits.take(5)?;
        let mut read = 0;
        while read < entries {
            let width = u64::BITS - (entries - read).leading_zeros();
            read += bits.take(width)?;
        }
    } else if bits.take(1)? == 1 {
        for _ in 0..entries {
            if bits.take(1)? == 1 {
                bits.take(5)?;
            }
        }
    } else {
        bits.skip(5 * entries)?;
    }
    let values = match bits.take(4)? {
        0 => return Some(()),
        1 => values_by_dimension(entries, dimensions),
        2 => entries * dimensions,
        _ => return None,
    };
    size.numbers += entries * dimensions;
    bits.skip(64)?;
    let width = bits.take(4)? + 1;
    bits.skip(1 + values * width)
}

/// The largest number whose power by the dimensions is not above the entries.
fn values_by_dimension(entries: u64, dimensions: u64) -> u64 {
    let fits = |value: u64| {
        let mut power = 1_u64;
        (0..dimensions).all(|_| {
            power = power.saturating_mul(value);
            power <= entries
        })
    };
    if dimensions == 0 {
        return 0;
    }
    let mut value = 0;
    while fits(value + 1) && value < entries {
        value += 1;
    }
    value
}

/// Bits in the order of Vorbis: the lowest of a byte first.
struct Bits<'a> {
    bytes: &'a [u8],
    at: u64,
}

impl<'a> Bits<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn take(&mut self, width: u32) -> Option<u64> {
        let mut value = 0;
        for place in 0..width {
            let byte = self.bytes.get(usize::try_from(self.at / 8).ok()?)?;
            value |= u64::from(byte >> (self.at % 8) & 1) << place;
            self.at += 1;
        }
        Some(value)
    }

    fn skip(&mut self, width: u64) -> Option<()> {
        self.at = self.at.checked_add(width)?;
        (self.at <= 8 * self.bytes.len() as u64).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes numbers as bits, the lowest first.
    fn packed(fields: &[(u64, u32)]) -> Vec<u8> {
        let bits = fields
            .iter()
            .flat_map(|(value, width)| (0..*width).map(move |place| value >> place & 1 == 1));
        let bits: Vec<bool> = bits.collect();
        let byte = |bits: &[bool]| {
            (0_u8..)
                .zip(bits)
                .map(|(place, bit)| u8::from(*bit) << place)
                .sum()
        };
        bits.chunks(8).map(byte).collect()
    }

    /// So many tables of 2 to the 17 entries in as many dimensions, each in some twenty bytes.
    fn heading(tables: u64, dimensions: u64) -> Vec<u8> {
        // One bit for each value.
        let values = values_by_dimension(1 << 17, dimensions) as u32;
        let table = [
            (0x56_43_42, 24),
            (dimensions, 16),
            (1 << 17, 24),
            (1, 1),
            (16, 5),
            (1 << 17, 18),
            (1, 4),
            (0, 64),
            (0, 4),
            (0, 1),
            (0, values),
        ];
        let mut fields = vec![(tables - 1, 8)];
        for _ in 0..tables {
            fields.extend(table);
        }
        [HEADING, &packed(&fields)].concat()
    }

    #[test]
    fn tables_that_would_fill_the_memory_are_counted_before_they_are_made() {
        assert!(fits(&heading(1, 32)));
        assert!(!fits(&heading(2, 32)), "eight million numbers");
        assert!(fits(&heading(4, 8)));
        assert!(!fits(&heading(5, 8)), "many entries");
        let bomb = heading(256, 32);
        assert!(bomb.len() < 7_000);
        assert!(!fits(&bomb));
        assert!(!fits(
            &[b"\x02\x1e\x20\x01vorbis", bomb.as_slice()].concat()
        ));
        assert!(!fits(&bomb[..200]), "even where it breaks off");
    }

    #[test]
    fn what_is_no_heading_is_left_to_the_decoder() {
        for other in [&b""[..], b"\x05vorbis", b"\x05vorbis\x00BCV", b"\x03vorbis"] {
            assert!(fits(other));
        }
    }

    #[test]
    fn values_are_the_whole_root_of_the_entries() {
        for (entries, dimensions, root) in [
            (81, 4, 3),
            (80, 4, 2),
            (1 << 17, 32, 1),
            (625, 4, 5),
            (0, 2, 0),
            (7, 1, 7),
            (9, 0, 0),
        ] {
            assert_eq!(values_by_dimension(entries, dimensions), root, "{entries}");
        }
    }
}
