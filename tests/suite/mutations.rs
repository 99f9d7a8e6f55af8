//! Whatever happens to a file, checking it ends, draws, and never plays what has an error.

use softly::advice::check_with_advice;
use softly::diagnostic::{Diagnostic, Format, Look, Source, render};
use softly::language::Language;
use softly::library;
use softly::script::{check, limits, mend};
use softly::timeline::{Choices, compile};

/// A small random number generator that gives the same numbers every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

const PIECES: [&str; 65] = [
    "[[step]]\n",
    "[[week]]\n",
    "[week]",
    "softly-programme = 1\n",
    "invite = [{ say = \"x\" }]\n",
    "times = \"2-3\"",
    "[step]",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "\"\"\"",
    "=",
    ",",
    ":",
    "#",
    "\n",
    ".",
    "-",
    "0",
    "9",
    "1e400",
    "nan",
    "inf",
    "-1",
    "0x1",
    "99999999999999999999",
    "1979-05-27",
    "07:32",
    "true",
    "in",
    "out",
    "hold",
    "rest",
    "for = \"3h\"\n",
    "times = 20000\n",
    "say = \"x\"\n",
    "softly = 2\n",
    "\u{1b}[2J",
    "\u{202e}",
    "“",
    "é🙂",
    "x-a = 1\n",
    "”",
    "„",
    "«",
    "»",
    "‘",
    "’",
    "–",
    "\u{a0}",
    "\u{200b}",
    "４",
    "＝",
    "½",
    "4,5",
    "1:30",
    "six",
    "```\n",
    "\u{2028}",
    "\r",
    "in 4, out 6",
    "say = “x\ny”\n",
];

fn place(text: &str, dice: &mut Dice) -> usize {
    let mut at = dice.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn mutate(text: &mut String, dice: &mut Dice) {
    let (a, b) = (place(text, dice), place(text, dice));
    let near =
        (a..(a + dice.below(12)).min(text.len())).find(|at| *at > a && text.is_char_boundary(*at));
    match dice.below(4) {
        0 => text.insert_str(a, dice.pick(&PIECES)),
        1 => text.replace_range(a..near.unwrap_or(a), ""),
        2 => text.replace_range(a..near.unwrap_or(a), dice.pick(&PIECES)),
        _ => {
            let line = text[b..].lines().next().unwrap_or_default().to_owned();
            text.insert_str(a, &line);
        }
    }
}

fn assert_sound(text: &str) {
    let advised = check_with_advice(text, "mutant");
    let checked = &advised.checked;
    let errors = checked.diagnostics.iter().any(Diagnostic::is_error);
    assert_eq!(
        !checked.is_usable(),
        errors,
        "{text}\n{:#?}",
        checked.diagnostics
    );
    assert!(checked.diagnostics.len() <= limits::FINDINGS);
    for found in checked.diagnostics.iter().chain(&advised.advice) {
        let edit = found.fix.iter().map(|fix| &fix.span);
        for span in found
            .also
            .iter()
            .map(|(span, _)| span)
            .chain(edit)
            .chain([&found.span])
        {
            assert!(text.get(span.clone()).is_some(), "{found:?}\n{text}");
        }
    }
    if let Some(session) = &checked.session {
        let timeline = compile(session, &Choices::default());
        assert!(!timeline.segments().is_empty());
        assert!(!session.positions.is_empty() && !session.steps.is_empty());
    }
    let source = Source {
        name: "mutant.toml",
        text,
    };
    for format in [
        Format::Human(Look::default()),
        Format::Plain,
        Format::Short,
        Format::Json,
    ] {
        let advice = match format {
            Format::Human(_) | Format::Plain => advised.gathered(text),
            Format::Short | Format::Json => advised.each().to_vec(),
        };
        let page = render(
            format,
            source,
            &[checked.diagnostics.clone(), advice].concat(),
        );
        let stray = |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!page.contains(stray), "{page:?}");
    }
}

#[test]
fn a_mutated_session_is_refused_or_plays() {
    let mut dice = Dice(0x5EED_0F50_F71E);
    let full = include_str!("../fixtures/valid/full.toml");
    let texts = library::built_in(Language::English)
        .iter()
        .chain(library::programmes(Language::English))
        .map(|script| script.text)
        .chain([full]);
    for original in texts {
        for _ in 0..300 {
            let mut text = original.to_owned();
            for _ in 0..=dice.below(4) {
                mutate(&mut text, &mut dice);
            }
            assert_sound(&text);
        }
    }
}

/// Mends a text: nothing is left to mend that could be, and what plays is the same session.
fn assert_mended(text: &str) {
    let before = check(text, "mutant");
    let mended = mend(text, "mutant");
    assert_sound(&mended.text);
    let errors = |found: &[Diagnostic]| found.iter().filter(|found| found.is_error()).count();
    if let Some(session) = before.session {
        assert_eq!(mended.checked.session, Some(session), "{text}");
    }
    if let Some(programme) = before.programme {
        assert_eq!(mended.checked.programme, Some(programme), "{text}");
    }
    if errors(&before.diagnostics) == 0 {
        assert_eq!(errors(&mended.checked.diagnostics), 0, "{text}");
    }
    let again = mend(&mended.text, "mutant");
    assert_eq!(again.changes, [], "{text}");
}

#[test]
fn a_mutated_session_is_mended_once_and_for_all() {
    let mut dice = Dice(0x0F1C_5EED_50F7);
    let full = include_str!("../fixtures/valid/full.toml");
    let curly = full.replace(" = \"", " = “").replace("\"\n", "”\n");
    for original in [full, &curly, library::built_in(Language::English)[0].text] {
        for _ in 0..300 {
            let mut text = original.to_owned();
            for _ in 0..=dice.below(5) {
                mutate(&mut text, &mut dice);
            }
            assert_mended(&text);
        }
    }
}

#[test]
fn a_session_cut_off_anywhere_is_refused_or_plays() {
    let full = include_str!("../fixtures/valid/full.toml");
    for end in (0..full.len()).filter(|end| full.is_char_boundary(*end)) {
        assert_sound(&full[..end]);
    }
}

#[test]
fn a_file_made_of_mistakes_is_reported_in_part() {
    let head = "softly = 1\ntitle = \"x\"\n";
    let many = |line: &dyn Fn(usize) -> String| (0..8_000).map(line).collect::<String>();
    let table = [
        head.to_owned() + &many(&|n| format!("unknown{n} = {n}\n")),
        head.to_owned() + &many(&|_| "title = \"again\"\n".to_owned()),
        head.to_owned() + &many(&|_| "[[step]]\n".to_owned()),
        head.to_owned() + &many(&|_| "[[step]]\nrest = \"9:99\"\n".to_owned()),
        head.to_owned() + &many(&|_| "a b c\n".to_owned()),
        head.to_owned() + &many(&|_| "[".to_owned()),
        head.to_owned() + &many(&|_| "a = { \n".to_owned()),
        head.to_owned() + &many(&|_| "a.".to_owned()),
        head.to_owned() + &many(&|_| "\"\"\"".to_owned()),
        head.to_owned()
            + "[[step]]\nrest = 5\nat = { "
            + &many(&|n| format!("{n} = \"x\", "))
            + "}\n",
    ];
    for text in table {
        assert_sound(&text);
        assert!(check(&text, "mutant").session.is_none());
    }
}
