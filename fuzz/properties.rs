//! What stays true whatever a session file holds. The fuzzer and the test suite read it both.
//!
//! A file is refused with findings, or it plays: its timeline has no gap, its transcript ends, and
//! nothing that is printed or drawn holds a character that could steer a terminal.

use std::sync::Arc;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use softly::advice::check_with_advice;
use softly::app::{App, Msg, Origin, programme_from_text, update};
use softly::diagnostic::{Diagnostic, Format, Look, Source, render};
use softly::key::Key;
use softly::outline::{Outline, draw};
use softly::plain::{Listener, Talk};
use softly::script::{Decoded, decode, limits, mend};
use softly::session::Session;
use softly::settings::Settings;
use softly::text::Clean;
use softly::time::{Ms, Now};
use softly::timeline::{Choices, Timeline, compile, lengths};
use softly::view;
use softly::weeks::{self, Weeks};
use softly::wording::Wording;
use softly::words::ENGLISH;

/// No practice is longer, not even with everything that waits in it.
const LONGEST: Ms = Ms::minutes(12 * 60);

/// Fails if the bytes of a file lead to anything that must not be.
pub(super) fn hold(bytes: &[u8]) {
    if let Ok(decoded) = decode(bytes) {
        readings(&decoded);
    }
}

fn readings(decoded: &Decoded) {
    let text = decoded.text.as_str();
    let checked = decoded.check("fuzz");
    let refused = checked.diagnostics.iter().any(Diagnostic::is_error);
    assert_eq!(
        !checked.is_usable(),
        refused,
        "refused without a reason, or the reverse"
    );
    assert!(checked.diagnostics.len() <= limits::FINDINGS);
    for found in &checked.diagnostics {
        let edit = found.fix.iter().map(|fix| &fix.span);
        let also = found.also.iter().map(|(span, _)| span);
        for span in also.chain(edit).chain([&found.span]) {
            assert!(text.get(span.clone()).is_some(), "{found:?}");
        }
        if let Some(fix) = &found.fix {
            let mut mended = text.to_owned();
            mended.replace_range(fix.span.clone(), &fix.replacement);
            let _ = softly::script::check(&mended, "fuzz");
        }
    }
    printed(text, &checked.diagnostics);
    let advised = check_with_advice(text, "fuzz");
    for found in advised.each() {
        assert!(text.get(found.span.clone()).is_some(), "{found:?}");
    }
    printed(text, &advised.gathered(text));
    let mended = mend(text, "fuzz").checked;
    let plays_on = checked.session.is_none() || mended.session == checked.session;
    assert!(plays_on, "mending changed a session that plays");
    let goes_on = checked.programme.is_none() || mended.programme == checked.programme;
    assert!(goes_on, "mending changed a programme without mistakes");
    if let Some(session) = checked.session {
        plays(&Arc::new(session));
    }
    if checked.programme.is_some() {
        followed(text);
    }
}

/// A programme on a page and on the screen, week by week, with everything one can do there.
fn followed(text: &str) {
    let entry = programme_from_text("fuzz", text, Origin::Own);
    let programme = entry.programme().map(Arc::clone);
    let Some(programme) = programme else {
        panic!("a programme is one wherever it is read")
    };
    for (width, marks) in [(40, true), (80, false)] {
        let look = Look {
            width,
            ..Look::default()
        };
        let page = Weeks {
            words: &ENGLISH,
            programme: &programme,
            find: &|_| None,
            following: None,
            week: None,
        };
        calm(&weeks::draw(&page, look, marks));
    }
    for size in [(80, 24), (20, 6), (1, 1)] {
        let look = view::Look {
            size,
            ..view::Look::default()
        };
        let mut app = App::new(look, &ENGLISH, Settings::default());
        app.programmes = vec![entry.clone()];
        let now = Now::after(Duration::ZERO);
        for key in "p\rtfjjjjjjkl\rtlllluhq".chars() {
            let key = if key == '\r' {
                Key::Enter
            } else {
                Key::Char(key)
            };
            update(&mut app, Msg::Key(key), now);
            looks(&app, now);
        }
    }
}

fn printed(text: &str, diagnostics: &[Diagnostic]) {
    let source = Source {
        name: "fuzz.toml",
        text,
    };
    for width in [40, 80] {
        let look = Look {
            width,
            ..Look::default()
        };
        calm(&render(Format::Human(look), source, diagnostics));
    }
    calm(&render(Format::Plain, source, diagnostics));
    calm(&render(Format::Short, source, diagnostics));
    let json = render(Format::Json, source, diagnostics);
    calm(&json);
    for line in json.lines() {
        assert!(
            serde_json::from_str::<serde_json::Value>(line).is_ok(),
            "{line}"
        );
    }
}

/// Text for a terminal: lines, and nothing in them that steers it.
fn calm(page: &str) {
    for line in page.lines() {
        assert!(Clean::check(line).is_ok(), "{line:?}");
    }
}

fn plays(session: &Arc<Session>) {
    let asked = Choices {
        holds: true,
        squeezes: true,
        asked_parts: true,
        ..Choices::default()
    };
    let least = Choices {
        own_pace: true,
        without_optional: true,
        minutes: Some(1),
        ..Choices::default()
    };
    for choices in [Choices::default(), asked, least] {
        let timeline = compile(session, &choices);
        laid_out(&timeline);
        let range = lengths(session, &choices);
        assert!(range.shortest <= range.written && range.written <= range.longest);
        let mut once = String::new();
        for entry in timeline.transcript() {
            assert!(entry.at <= timeline.length());
            once = serde_json::to_string(&entry).unwrap_or_default();
        }
        assert!(once.contains("end"), "a transcript ends");
    }
    let (timeline, choices) = (compile(session, &Choices::default()), Choices::default());
    let outline = Outline {
        words: &ENGLISH,
        session,
        choices: &choices,
        timeline: &timeline,
        range: lengths(session, &choices),
        notes: None,
    };
    for width in [40, 120] {
        let look = Look {
            width,
            ..Look::default()
        };
        calm(&draw(&outline, look, true));
    }
    calm(&draw(&outline, Look::default(), false));
    told(session);
    drawn(session, timeline.length());
}

/// The first minutes of a session as lines, from its gate on.
fn told(session: &Arc<Session>) {
    let listener = Listener {
        answers: true,
        at_once: false,
        once: true,
    };
    for wording in [Wording::Neutral, Wording::Anatomical] {
        let mut app = App::new(view::Look::default(), &ENGLISH, Settings::default());
        app.wording = wording;
        app.open(Arc::clone(session), Choices::default());
        let mut talk = Talk::new(app, listener);
        let mut now = Now::after(Duration::ZERO);
        let mut said = talk.begin(now).lines;
        for line in ["t", "", "?", "again", "", ""] {
            let typed: Vec<Key> = line.chars().map(Key::Char).collect();
            said.extend(talk.line(&typed, now).lines);
        }
        let until = now + Ms::minutes(5);
        while let Some(next) = talk.next(now).filter(|next| *next < until) {
            now = next;
            said.extend(talk.take(Msg::Due, now).lines);
        }
        calm(&said.join("\n"));
    }
}

fn laid_out(timeline: &Timeline) {
    let mut end = Ms::ZERO;
    for segment in timeline.segments() {
        assert_eq!(segment.onset, end, "a gap");
        assert!(segment.length > Ms::ZERO, "a segment of no length");
        end = segment.onset + segment.length;
    }
    assert_eq!(end, timeline.length());
    assert!(end > Ms::ZERO && end <= LONGEST);
    assert!(timeline.steps().len() <= 2 * limits::SPANS);
    assert!(
        timeline
            .lines()
            .windows(2)
            .all(|pair| pair[0].onset <= pair[1].onset)
    );
    for through in [0.0, 0.25, 0.5, 0.99, 1.0] {
        let moment = timeline.moment(timeline.length().scaled(through));
        assert!((0.0..=1.0).contains(&moment.level), "{}", moment.level);
    }
}

/// Every screen that a session goes through, at sizes that people have.
fn drawn(session: &Arc<Session>, length: Ms) {
    for size in [(80, 24), (20, 6), (1, 1)] {
        let look = view::Look {
            size,
            ..view::Look::default()
        };
        let mut app = App::new(look, &ENGLISH, Settings::default());
        let at = |ms: Ms| Now::after(Duration::from_millis(ms.0));
        app.open(Arc::clone(session), Choices::default());
        looks(&app, at(Ms::ZERO));
        app.settle(Arc::clone(session), Choices::default());
        looks(&app, at(Ms::ZERO));
        let drawing = [Key::Char('d'), Key::Right, Key::Down, Key::Char('d')];
        for key in drawing {
            update(&mut app, Msg::Key(key), at(Ms::ZERO));
            looks(&app, at(Ms::ZERO));
        }
        app.settle(Arc::clone(session), Choices::default());
        update(&mut app, Msg::Begin, at(Ms::ZERO));
        for through in [0.0, 0.3, 0.7, 1.1] {
            let now = at(Ms(2_000) + length.scaled(through));
            update(&mut app, Msg::Due, now);
            looks(&app, now);
            update(&mut app, Msg::Key(Key::Char(' ')), now);
            looks(&app, now);
            // What is read over a screen is taken away again by the same key.
            let place = app.screen.place();
            for key in [Key::Char('w'), Key::PageDown, Key::Right, Key::Char('w')] {
                update(&mut app, Msg::Key(key), now);
                looks(&app, now);
            }
            assert_eq!(app.screen.place(), place);
        }
    }
}

fn looks(app: &App, now: Now) {
    let area = Rect::new(0, 0, app.look.size.0, app.look.size.1);
    let mut cells = Buffer::empty(area);
    view::draw(app, now, area, &mut cells);
    for cell in &cells.content {
        let stray = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!cell.symbol().contains(stray), "{:?}", cell.symbol());
    }
}
