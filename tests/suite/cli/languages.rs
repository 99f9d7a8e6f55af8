//! softly in German, as a person meets it on the command line.

use super::assert_page;
use super::sandbox::Sandbox;

fn german() -> Sandbox {
    Sandbox::new()
        .variable("LC_ALL", "de_DE.UTF-8")
        .variable("SOFTLY_SPEED", "1000")
}

/// The title of the first session in the list.
fn first_title(sandbox: &Sandbox, arguments: &[&str]) -> String {
    let ran = sandbox.run(&[&["list"], arguments].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let row = ran.stdout.lines().next().unwrap_or_default();
    row.split("3:35")
        .nth(1)
        .unwrap_or_default()
        .trim()
        .to_owned()
}

const ENGLISH: &str = "First Soft Breaths";
const GERMAN: &str = "Erste sanfte Atemzüge";

/// Variables, arguments, and the title of the first session then.
type Case = (
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
    &'static str,
);

#[test]
fn the_locale_chooses_the_language_and_a_flag_goes_first() {
    let table: [Case; 9] = [
        (&[], &[], ENGLISH),
        (&[("LC_ALL", "de_AT.UTF-8")], &[], GERMAN),
        (&[("LC_ALL", "fr_FR.UTF-8")], &[], ENGLISH),
        (&[("LC_ALL", ""), ("LANG", "de_DE.UTF-8")], &[], GERMAN),
        (
            &[("LC_ALL", ""), ("LC_MESSAGES", "de"), ("LANG", "en_US")],
            &[],
            GERMAN,
        ),
        (&[("LC_ALL", "en_US"), ("LANGUAGE", "fr:de")], &[], GERMAN),
        (&[("LC_ALL", "C"), ("LANGUAGE", "de")], &[], ENGLISH),
        (&[("LC_ALL", "de_DE")], &["--language", "en"], ENGLISH),
        (&[], &["--language", "de"], GERMAN),
    ];
    for (variables, arguments, title) in table {
        let set = |sandbox: Sandbox, (name, value): &(&'static str, &'static str)| {
            sandbox.variable(name, value)
        };
        let sandbox = variables.iter().fold(Sandbox::new(), set);
        let found = first_title(&sandbox, arguments);
        assert_eq!(found, title, "{variables:?} {arguments:?}");
    }
}

#[test]
fn the_same_name_plays_the_session_of_the_language() {
    let sandbox = german();
    assert_page!(
        "german-play",
        sandbox.softly(&["play", "one-minute-soften"])
    );
    let by_title = sandbox.run(&["play", "eine minute"]);
    assert_eq!(by_title.code, Some(0), "{}", by_title.stderr);
}

#[test]
fn without_a_terminal_german_says_what_there_is() {
    assert_page!("german-library", german().softly(&[]));
    assert_page!(
        "german-show",
        german().softly(&["show", "notice-and-release", "--squeezes"])
    );
    assert_page!("german-cards", german().softly(&["cards"]));
}

#[test]
fn a_programme_is_followed_in_german() {
    let sandbox = german();
    assert_page!(
        "german-programme",
        sandbox.softly(&["programme", "follow", "finding-softness"])
    );
    insta::assert_snapshot!(sandbox.softly(&["programme", "back"]), @"
    Dies ist die erste Woche.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["words", "anatomical"]), @"
    Die Wörter für den Beckenbereich sind anatomisch.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["forget"]), @"
    softly bewahrt eine kleine Datei mit dem auf, was du gewählt hast:

      ~/share/softly/kept.toml

    Die Wörter für den Beckenbereich sind anatomisch.
    Das Programm, dem du folgst: Weichheit finden, Woche 1.

    softly forget --yes löscht sie. Deine eigenen Dateien mit Übungen bleiben.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["programme", "leave"]), @"
    Du folgst „Weichheit finden“ nicht mehr. Wieder anfangen geht jederzeit.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["forget", "--yes"]), @"
    ~/share/softly/kept.toml ist gelöscht. Nichts ist mehr gespeichert.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["programme"]), @"
    finding-softness  4 Wochen  Weichheit finden
    settling-first    4 Wochen  Erst ankommen
    soft-then-moving  4 Wochen  Weich, dann bewegt

    softly programme NAME zeigt eines. softly programme follow NAME folgt ihm.
    --- exit 0
    ");
}

#[test]
fn what_stands_in_the_way_is_said_in_german() {
    let sandbox = german();
    sandbox.file("broken.toml", "softly = 1\ntitle = \"T\"\n");
    sandbox.file("letter.docx", b"PK\x03\x04..word/document.xml");
    let asked: [&[&str]; 9] = [
        &["play", "legs-restin"],
        &["play", "nichts-davon"],
        &["play", "legs-resting", "--holds"],
        &["play", "legs-resting", "--position", "headstand"],
        &["play", "legs-resting", "--minutes", "90"],
        &["play", "notice-and-release"],
        &["play", "gone.toml"],
        &["play", "letter.docx"],
        &["cards", "bladde"],
    ];
    let said: Vec<String> = asked
        .iter()
        .map(|arguments| {
            format!(
                "$ softly {}\n{}",
                arguments.join(" "),
                sandbox.softly(arguments)
            )
        })
        .collect();
    assert_page!("german-in-the-way", said.join("\n"));
    // What is found in a file is for authors, and in English; what it comes to is not.
    let broken = sandbox.run(&["play", "broken.toml"]);
    let last = broken.stderr.lines().last().unwrap_or_default();
    insta::assert_snapshot!(last, @"softly: broken.toml: Eine Sache ist noch auszubessern, bevor sich das abspielen lässt.");
}

#[test]
fn a_file_of_ones_own_in_german_joins_in() {
    let sandbox = german();
    sandbox.own(
        "abend.toml",
        "softly = 1\ntitle = \"Abend\"\nlanguage = \"de\"\nposition = \"legs-on-chair\"\n\
         [[step]]\nrest = \"1m\"\nsay = \"Nichts ist zu tun.\"\n",
    );
    sandbox.own(
        "evening.toml",
        "softly = 1\ntitle = \"Evening\"\n[[step]]\nrest = \"1m\"\nsay = \"Nothing to do.\"\n",
    );
    sandbox.own("leer.toml", "");
    let list = sandbox.softly(&["list"]);
    let own: Vec<&str> = list.lines().skip(18).collect();
    insta::assert_snapshot!(own.join("\n"), @"
    abend                    1:00  Abend
    evening                  1:00  Evening
    leer                        –  ist noch auszubessern

    softly play NAME spielt eine ab. softly show NAME zeigt, was sie sagt, und wann.
    Deine eigenen Dateien sind in ~/share/softly/sessions.
    softly check DATEI zeigt, was auszubessern ist.
    --- exit 0
    ");
    let shown = sandbox.softly(&["show", "abend"]);
    assert!(
        shown.contains("Haltungen: Beine auf einem Stuhl."),
        "{shown}"
    );
    let shown = sandbox.softly(&["show", "evening"]);
    assert!(shown.contains("Auf Englisch"), "{shown}");
}

#[test]
fn what_is_for_authors_stays_in_english() {
    let sandbox = german();
    sandbox.file("fine.toml", super::FINE);
    let ran = sandbox.run(&["check", "fine.toml"]);
    assert!(ran.stdout.contains("nothing to mend"), "{}", ran.stdout);
    let ran = sandbox.run(&["doctor"]);
    assert!(ran.stdout.contains("characters"), "{}", ran.stdout);
}
