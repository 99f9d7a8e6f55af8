//! The pages to read, as `softly cards` prints them.

use serde_json::Value;
use softly::language::Language;
use softly::pages;

use super::assert_page;
use super::sandbox::Sandbox;

#[test]
fn cards_names_every_page_once() {
    assert_page!("cards", Sandbox::new().softly(&["cards"]));
    assert_page!("cards-help", Sandbox::new().softly(&["cards", "--help"]));
}

#[test]
fn a_card_and_a_safety_page_are_printed_one_after_the_other() {
    let arguments = ["cards", "breath-and-floor", "when-to-stop"];
    assert_page!("cards-two", Sandbox::new().softly(&arguments));
}

#[test]
fn every_page_is_printed_whole_and_no_wider_than_there_is_room() {
    let sandbox = Sandbox::new();
    for page in pages::all(Language::English) {
        let ran = sandbox.run(&["cards", &page.id]);
        assert_eq!(
            (ran.code, ran.stderr.as_str()),
            (Some(0), ""),
            "{}",
            page.id
        );
        assert!(ran.stdout.lines().all(|line| line.chars().count() <= 80));
        let said = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        for block in page.blocks() {
            assert!(said.contains(&**block.text()), "{}: {said}", page.id);
        }
        assert!(said.ends_with("Not yet reviewed by a clinician."), "{said}");
    }
}

#[test]
fn with_plain_or_where_the_environment_asks_a_page_is_sentences() {
    let plain = Sandbox::new().softly(&["cards", "when-to-get-help", "--plain"]);
    assert_page!("cards-plain", plain);
    assert!(!plain.contains('·'));
    let asked = Sandbox::new().variable("ACCESSIBLE", "1");
    assert_eq!(asked.softly(&["cards", "when-to-get-help"]), plain);
}

#[test]
fn pages_for_other_programs_keep_their_shape() {
    let parsed = |arguments: &[&str]| -> Vec<Value> {
        serde_json::from_str(&Sandbox::new().run(arguments).stdout).unwrap()
    };
    assert_eq!(
        parsed(&["cards", "--json"]).len(),
        pages::all(Language::English).count()
    );
    let one = parsed(&["cards", "when-to-stop", "--json"]);
    assert_eq!(one.len(), 1);
    let names: Vec<_> = one[0].as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        [
            "confidence",
            "id",
            "parts",
            "reviewed_by",
            "sources",
            "title"
        ]
    );
    let part: Vec<_> = one[0]["parts"][0].as_object().unwrap().keys().collect();
    assert_eq!(part, ["after", "heading", "list", "text"]);
}

#[test]
fn a_page_is_found_by_its_title_and_a_slip_is_understood() {
    let sandbox = Sandbox::new();
    let by_title = sandbox.softly(&["cards", "When to Stop"]);
    assert_eq!(by_title, sandbox.softly(&["cards", "when-to-stop"]));
    insta::assert_snapshot!(sandbox.softly(&["cards", "when-to-stopp"]), @r#"
    --- stderr
    softly: there is no card called "when-to-stopp". Did you mean when-to-stop?
    --- exit 2
    "#);
    insta::assert_snapshot!(sandbox.softly(&["cards", "bowel", "xyzzy"]), @r#"
    --- stderr
    softly: there is no card called "xyzzy". softly cards names them all.
    --- exit 2
    "#);
}

#[test]
fn pages_come_in_the_words_that_were_chosen() {
    let sandbox = Sandbox::new();
    for page in pages::all(Language::English) {
        let arguments = ["cards", &page.id, "--words", "anatomical"];
        let said = sandbox.run(&arguments).stdout;
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        for (neutral, anatomical) in page.rewording.lines() {
            assert!(said.contains(&**anatomical), "{}: {said}", page.id);
            assert!(!said.contains(&**neutral), "{}: {said}", page.id);
        }
    }
}
