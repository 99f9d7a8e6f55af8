//! The decoder, fed with what real terminals send, whole and in pieces.

use super::*;
use crate::mouse::Mouse;
use crate::shell::background::Background;

/// What the bytes mean, with whatever is open at the end given up.
fn decoded(pieces: &[&[u8]]) -> Vec<Event> {
    let (mut decoder, mut out) = (Decoder::default(), VecDeque::new());
    for piece in pieces {
        decoder.feed(piece, &mut out);
    }
    decoder.give_up(&mut out);
    out.into()
}

fn keys(bytes: &[u8]) -> Vec<Key> {
    let of = |event| match event {
        Event::Key(key) => key,
        other => panic!("{other:?} is no key"),
    };
    decoded(&[bytes]).into_iter().map(of).collect()
}

#[test]
fn every_key_has_its_bytes() {
    let table: [(&[u8], Key); 32] = [
        (b"q", Key::Char('q')),
        (b"?", Key::Char('?')),
        (b" ", Key::Char(' ')),
        ("ä".as_bytes(), Key::Char('ä')),
        ("日".as_bytes(), Key::Char('日')),
        ("🙂".as_bytes(), Key::Char('🙂')),
        (b"\r", Key::Enter),
        (b"\n", Key::Enter),
        (b"\x1bOM", Key::Enter),
        (b"\t", Key::Tab),
        (b"\x7f", Key::Backspace),
        (b"\x08", Key::Backspace),
        (b"\x1b", Key::Esc),
        (b"\x03", Key::Ctrl('c')),
        (b"\x1a", Key::Ctrl('z')),
        (b"\x1c", Key::Ctrl('\\')),
        (b"\x1b[A", Key::Up),
        (b"\x1bOB", Key::Down),
        (b"\x1b[1;5C", Key::Right),
        (b"\x1b[D", Key::Left),
        (b"\x1b[H", Key::Home),
        (b"\x1b[1~", Key::Home),
        (b"\x1b[F", Key::End),
        (b"\x1b[8~", Key::End),
        (b"\x1b[5~", Key::PageUp),
        (b"\x1b[6~", Key::PageDown),
        (b"\x1b[Z", Key::Other),
        (b"\x1b[[A", Key::Other),
        (b"\x1bx", Key::Other),
        (b"\x1b[27u", Key::Esc),
        (b"\x1b[99;5u", Key::Ctrl('c')),
        (b"\x1b[15~", Key::Other),
    ];
    for (bytes, key) in table {
        assert_eq!(keys(bytes), [key], "{}", bytes.escape_ascii());
    }
}

#[test]
fn where_a_sequence_is_cut_makes_no_difference() {
    let bytes = "q\x1b[5~ä\x1bOA\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;4c\x1b[<0;7;9M\x1b[200~q!q\x1b[201~x";
    let whole = decoded(&[bytes.as_bytes()]);
    assert_eq!(whole.len(), 9);
    for cut in 0..bytes.len() {
        let (head, tail) = bytes.as_bytes().split_at(cut);
        assert_eq!(decoded(&[head, tail]), whole, "cut at {cut}");
    }
}

#[test]
fn an_answer_is_never_taken_for_typing() {
    let answers: [&[u8]; 2] = [
        b"\x1b]11;rgb:fafa/f7f7/f2f2\x1b\\\x1b[?62;22c",
        b"\x1b]11;rgb:fafa/f7f7/f2f2\x07\x1b[?62;22c",
    ];
    for answer in answers {
        let expected = [Event::Background(Background::Light), Event::Answered];
        assert_eq!(decoded(&[answer]), expected);
    }
    assert_eq!(decoded(&[b"\x1b]11;rgb:q\x1b\\"]), []);
    assert_eq!(
        decoded(&[b"\x1bP>|xterm(q)\x1b\\\x1b[3;1R\x1b[I\x1b[O"]),
        []
    );
}

#[test]
fn a_mouse_points_at_a_cell_and_turns_its_wheel() {
    let click = |column, row| vec![Event::Mouse(Mouse::Click { column, row })];
    let wheel = |down| vec![Event::Mouse(Mouse::Wheel { down })];
    let table: [(&[u8], Vec<Event>); 13] = [
        (b"\x1b[<0;1;1M", click(0, 0)),
        (b"\x1b[<0;113;300M", click(112, 299)),
        (b"\x1b[<64;5;7M", wheel(false)),
        (b"\x1b[<65;5;7M", wheel(true)),
        // Let go, moved, another button, a key held, and cells that there are not.
        (b"\x1b[<0;1;1m", vec![]),
        (b"\x1b[<32;1;1M", vec![]),
        (b"\x1b[<2;1;1M", vec![]),
        (b"\x1b[<16;1;1M", vec![]),
        (b"\x1b[<0;0;1M", vec![]),
        (b"\x1b[<0;99999;1M", vec![]),
        (b"\x1b[<0;1M", vec![]),
        // The older kind, whose bytes look like typing.
        (b"\x1b[M qq", vec![]),
        (b"\x1b[M q", vec![]),
    ];
    for (bytes, events) in table {
        assert_eq!(decoded(&[bytes]), events, "{}", bytes.escape_ascii());
    }
}

#[test]
fn a_paste_is_one_event_however_much_it_holds() {
    let pasted = ["\x1b[200~", &"q".repeat(100_000), "\x1b[201~"].concat();
    assert_eq!(decoded(&[pasted.as_bytes()]), [Event::Paste]);
    assert_eq!(
        decoded(&[b"\x1b[200~\x1b[\x1b[20\x1b\x1b[201~"]),
        [Event::Paste]
    );
    assert_eq!(decoded(&[b"\x1b[200~and no end"]), [Event::Paste]);
}

#[test]
fn ctrl_c_gets_through_every_unfinished_sequence() {
    let openings: [&[u8]; 9] = [
        b"\x1b",
        b"\x1b[",
        b"\x1b[1;",
        b"\x1bO",
        b"\x1b]11;rgb",
        b"\x1bP1",
        b"\xe6\x97",
        b"\x1b[<0;1",
        b"\x1b[M q",
    ];
    for opening in openings {
        let events = decoded(&[opening, b"\x03"]);
        assert_eq!(events.last(), Some(&Event::Key(Key::Ctrl('c'))));
    }
}

#[test]
fn escape_pressed_twice_is_two_presses() {
    assert_eq!(keys(b"\x1b\x1b"), [Key::Esc, Key::Esc]);
}

#[test]
fn nothing_open_needs_no_patience() {
    let (mut decoder, mut out) = (Decoder::default(), VecDeque::new());
    assert_eq!(decoder.patience(), None);
    decoder.feed(b"q\x1b", &mut out);
    assert!(
        decoder
            .patience()
            .is_some_and(|wait| wait < Duration::from_millis(100))
    );
    decoder.feed(b"[A", &mut out);
    assert_eq!(decoder.patience(), None);
}

#[test]
fn no_bytes_at_all_can_upset_it() {
    let mut seed = 1_u32;
    let noise: Vec<u8> = (0..200_000)
        .map(|_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        })
        .collect();
    let (mut decoder, mut out) = (Decoder::default(), VecDeque::new());
    decoder.feed(&noise, &mut out);
    assert!(decoder.kept.len() <= MOST_KEPT);
}
