//! Tests of the backend: what is written, and what a terminal makes of it.

use super::seen::{Dice, Log, NARROW, assert_shows, scribble, terminal};
use super::*;
use ratatui::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

const SIZE: Size = Size {
    width: 23,
    height: 9,
};

fn backend() -> SoftBackend<Log> {
    SoftBackend::new(Log::default(), SIZE)
}

#[test]
fn the_terminal_shows_what_was_drawn_whatever_it_showed_before() {
    let area = Rect::from((Position::ORIGIN, SIZE));
    for seed in 0..100 {
        let mut dice = Dice(seed);
        let (mut backend, mut screen) = (backend(), terminal(SIZE.width, SIZE.height));
        let mut shown = Buffer::empty(area);
        for _ in 0..6 {
            let mut next = shown.clone();
            let cells = 1 + dice.below(60);
            scribble(&mut dice, &NARROW, &mut next, cells);
            backend.draw(shown.diff_iter(&next)).unwrap();
            backend.flush().unwrap();
            for bytes in backend.writer_mut().0.drain(..) {
                screen.process(&bytes);
            }
            assert_shows(&screen, &next);
            shown = next;
        }
    }
}

#[test]
fn a_frame_is_one_write_held_back_until_it_is_whole() {
    let mut backend = backend();
    let cell = Cell::new("x");
    backend.hide_cursor().unwrap();
    backend
        .draw([(0, 0, &cell), (5, 3, &cell)].into_iter())
        .unwrap();
    assert!(backend.writer().0.is_empty());
    backend.flush().unwrap();
    assert_eq!(backend.writer().0.len(), 1);
    let frame = &backend.writer().0[0];
    assert!(frame.starts_with(BEGIN) && frame.ends_with(END));
    assert_eq!(
        backend.sent(),
        Sent {
            bytes: frame.len() as u64,
            writes: 1
        }
    );
}

#[test]
fn holding_back_can_be_switched_off() {
    let mut backend = backend();
    backend.set_sync(false);
    backend.draw([(0, 0, &Cell::new("x"))].into_iter()).unwrap();
    backend.flush().unwrap();
    assert_eq!(backend.writer().0, [b"\x1b[H\x1b[0mx".to_vec()]);
}

#[test]
fn nothing_to_say_is_nothing_written() {
    let mut backend = backend();
    backend.hide_cursor().unwrap();
    backend.flush().unwrap();
    for _ in 0..3 {
        backend.hide_cursor().unwrap();
        backend.draw(std::iter::empty()).unwrap();
        backend.flush().unwrap();
    }
    assert_eq!(backend.sent().writes, 1);
}

#[test]
fn colours_and_place_are_remembered_from_frame_to_frame() {
    let mut backend = backend();
    backend.set_sync(false);
    let mut cell = Cell::new("x");
    cell.set_fg(Color::Rgb(1, 2, 3));
    backend.draw([(0, 0, &cell)].into_iter()).unwrap();
    backend.flush().unwrap();
    backend.draw([(1, 0, &cell)].into_iter()).unwrap();
    backend.flush().unwrap();
    assert_eq!(backend.writer().0[1], b"x");
    backend.forget();
    backend.draw([(2, 0, &cell)].into_iter()).unwrap();
    backend.flush().unwrap();
    assert_eq!(backend.writer().0[2], b"\x1b[1;3H\x1b[0;38;2;1;2;3mx");
}

#[test]
fn a_block_is_drawn_inside_out_where_that_is_shorter() {
    let mut backend = backend();
    backend.set_sync(false);
    let mut cell = Cell::new("▘");
    cell.set_fg(Color::Red).set_bg(Color::Blue);
    backend.draw([(0, 0, &cell)].into_iter()).unwrap();
    cell.set_fg(Color::Blue).set_bg(Color::Red);
    backend.draw([(1, 0, &cell)].into_iter()).unwrap();
    backend.flush().unwrap();
    let expected = "\x1b[H\x1b[0;31;44m▘▟";
    assert_eq!(String::from_utf8_lossy(&backend.writer().0[0]), expected);
}

#[test]
fn the_text_console_gets_halves_for_quarters_also_inside_out() {
    let mut backend = backend();
    backend.set_sync(false);
    backend.set_console(true);
    let mut cell = Cell::new("▘");
    cell.set_fg(Color::Red).set_bg(Color::Blue);
    backend.draw([(0, 0, &cell)].into_iter()).unwrap();
    cell.set_fg(Color::Blue).set_bg(Color::Red);
    backend.draw([(1, 0, &cell)].into_iter()).unwrap();
    backend.flush().unwrap();
    let expected = "\x1b[H\x1b[0;31;44m▀▄";
    assert_eq!(String::from_utf8_lossy(&backend.writer().0[0]), expected);
}

#[test]
fn it_serves_an_ordinary_ratatui_terminal() {
    let mut terminal = Terminal::new(backend()).unwrap();
    for text in ["softly", "softly", "gently"] {
        terminal
            .draw(|frame| {
                frame.buffer_mut().set_string(0, 0, text, Style::new());
            })
            .unwrap();
    }
    assert_eq!(terminal.backend().sent().writes, 2);
}
