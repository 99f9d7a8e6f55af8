//! Files as editors on many systems save them, and files that are no text.

use super::*;
use crate::language::Language;

fn utf16(text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    mark.into_iter()
        .chain(text.encode_utf16())
        .flat_map(bytes)
        .collect()
}

#[test]
fn what_is_not_plain_text_is_named() {
    let large = vec![b'#'; FILE_BYTES + 1];
    // Within the limit as it is saved, and three bytes for every two once it is read.
    let large_inside = utf16(&"水".repeat(FILE_BYTES / 2 - 1), true, u16::to_le_bytes);
    let no_letter = utf16("softly = 1\n", true, u16::to_be_bytes);
    let half = [&no_letter[..], b"\xD8\x00"].concat();
    let table: [(&[u8], Unreadable); 17] = [
        (b"", Unreadable::Empty),
        (b"\xEF\xBB\xBF \r\n", Unreadable::Empty),
        (b"\xFF\xFE", Unreadable::Empty),
        (&large, Unreadable::TooLarge),
        (&large_inside, Unreadable::TooLarge),
        (
            b"PK\x03\x04..word/document.xml",
            Unreadable::NotText(Foreign::Word),
        ),
        (b"PK\x03\x04..", Unreadable::NotText(Foreign::Zip)),
        (b"%PDF-1.7", Unreadable::NotText(Foreign::Pdf)),
        (b"{\\rtf1\\ansi", Unreadable::NotText(Foreign::RichText)),
        (b"a\0b", NO_TEXT),
        (b"a\0b\0", NO_TEXT),
        (b"\x7fELF\x01\0", NO_TEXT),
        (b"\xFF\xFE\0\0a\0", NO_TEXT),
        (b"\xE2\x82", Unreadable::NotUtf8 { line: 1 }),
        (
            b"# \xC3\xBC\nby = \"M\xFCde\"",
            Unreadable::NotUtf8 { line: 2 },
        ),
        (&half, Unreadable::NotUtf8 { line: 2 }),
        (
            &no_letter[..no_letter.len() - 1],
            Unreadable::NotUtf8 { line: 1 },
        ),
    ];
    for (bytes, wanted) in table {
        assert_eq!(
            decode(bytes),
            Err(wanted),
            "{:?}",
            &bytes[..bytes.len().min(40)]
        );
        for language in Language::ALL {
            let told = language.words().commands.unread.unfit(wanted);
            assert!(told.ends_with(['.', '?']), "{told}");
        }
    }
}

#[test]
fn the_mark_that_some_editors_put_in_front_is_left_out_and_kept_when_saving() {
    let decoded = decode(b"\xEF\xBB\xBFsoftly = 1\r\n").unwrap();
    assert_eq!(
        (decoded.text.as_str(), decoded.found.is_none()),
        ("softly = 1\r\n", true)
    );
    assert_eq!(decoded.encode("x"), b"\xEF\xBB\xBFx");
    assert_eq!(decode(b"softly = 1").unwrap().encode("x"), b"x");
}

#[test]
fn sixteen_bits_a_letter_are_read_either_way_round_with_a_mark_or_without() {
    let text = "softly = 1\r\ntitle = \"Müde 🌙 水\"\r\n";
    for mark in [true, false] {
        for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let decoded = decode(&utf16(text, mark, bytes)).unwrap();
            assert_eq!(decoded.text, text);
            assert_eq!(decoded.found.clone().unwrap().rule, Rule::Encoding);
            assert_eq!(decoded.found.clone().unwrap().span, 0..10);
            assert_eq!(decoded.encode(text), text.as_bytes());
        }
    }
}

#[test]
fn older_windows_programs_are_read_where_that_is_plausible() {
    let table: [(&[u8], &str); 4] = [
        (b"by = \"M\xFCller, Z\xFCrich\"", "by = \"Müller, Zürich\""),
        (
            b"say = \x93Don\x92t rush \x97 rest\x85\x94",
            "say = “Don’t rush — rest…”",
        ),
        (
            b"a = 1 # \x80 5, le c\x9Cur, 37\xB0, \xBD, \xABd\xE9j\xE0\xBB",
            "a = 1 # € 5, le cœur, 37°, ½, «déjà»",
        ),
        (
            b"by = \"\xC9TIREMENT, \xCElot, no\xEBl\"",
            "by = \"ÉTIREMENT, Îlot, noël\"",
        ),
    ];
    for (bytes, wanted) in table {
        let decoded = decode(bytes).unwrap();
        assert_eq!(decoded.text, wanted);
        let found = decoded.found.unwrap();
        assert!(!decoded.text[found.span].is_ascii());
    }
}

#[test]
fn letters_that_could_be_others_are_not_guessed() {
    let others: [(&str, &[u8]); 9] = [
        ("Russian", b"title = \"\xCC\xFF\xE3\xEA\xEE\""),
        ("Greek", b"title = \"\xC1\xED\xE1\xF0\xED\xEF\xDE\""),
        ("Polish", b"title = \"\x9Cwiat\xB3o\""),
        ("Czech", b"title = \"d\xFDchej ti\x9Ae\""),
        ("an old Mac", b"title = \"Fr\x9Ahlich m\x9Fde\"\n"),
        ("an old Mac's marks", b"say = \xD2Don\xD5t rush\xD3\n"),
        ("an old Mac's lines", b"softly = 1\rby = \"M\xFCller\""),
        ("a letter without a session", b"M\xFCde."),
        (
            "Japanese",
            b"title = \"\x91\xA7\x82\xF0\x8Bz\x82\xC1\x82\xC4\"",
        ),
    ];
    for (which, bytes) in others {
        assert!(
            matches!(decode(bytes), Err(Unreadable::NotUtf8 { .. })),
            "{which}"
        );
    }
}

#[test]
fn lines_of_an_old_mac_are_lines() {
    let decoded = decode("softly = 1\rtitle = \"é\"\r".as_bytes()).unwrap();
    assert_eq!(decoded.text, "softly = 1\ntitle = \"é\"\n");
    assert_eq!(decoded.found.unwrap().span, 0..10);
    assert_eq!(decode(b"softly = 1\r\n").unwrap().found, None);
}

#[test]
fn how_a_file_is_saved_is_told_with_everything_else() {
    let session = "softly = 1\ntitle = \"A\"\n\n[[step]]\nrest = \"30s\"\n";
    let decoded = decode(&utf16(session, true, u16::to_le_bytes)).unwrap();
    let checked = decoded.check("a");
    assert!(checked.session.is_some());
    assert_eq!(checked.diagnostics.len(), 1);
    let many = "softly = 1\n".to_owned() + &"x y\n".repeat(60) + "titel = 5";
    let decoded = decode(&utf16(&many, true, u16::to_le_bytes)).unwrap();
    let checked = decoded.check("a");
    assert_eq!(checked.diagnostics.len(), super::super::limits::FINDINGS);
    assert!(checked.left_out > 0 && checked.session.is_none());
}
