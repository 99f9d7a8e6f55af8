//! What could be kinder, as `softly check` shows it, and how it counts when it is asked to count.

use super::FINE;
use super::sandbox::Sandbox;

/// A file that can be played, with words that could be kinder.
const HARSH: &str = r#"softly = 1
title = "A quiet minute"
by = "Jane Doe"
cautions = "Light-headed: breathe as usual."

[[step]]
rest = "1m"
say = "Just relax. You should feel better."
at = { "30s" = "Just relax." }
"#;

#[test]
fn check_suggests_kinder_words_and_calls_the_file_fine() {
    let sandbox = Sandbox::new();
    sandbox.file("harsh.toml", HARSH);
    insta::assert_snapshot!(sandbox.softly(&["check", "harsh.toml"]), @r#"
    2 suggestions. They can be left alone.

    advice: "Just relax" is what many people with pain were told too often
      ╭▸ harsh.toml:8:8
      │
    8 │ say = "Just relax. You should feel better."
      │        ━━━━━━━━━━ it can sound as if it were easy
      │
      ├ help: For example: If there's any spare effort, it can soften.
      ╰ help: The same on line 9.

    advice: "You should feel" says what somebody will feel, and nobody can know that
      ╭▸ harsh.toml:8:20
      │
    8 │ say = "Just relax. You should feel better."
      │                    ━━━━━━━━━━━━━━━ some feel it, some don't
      │
      ╰ help: For example: You may notice something, or nothing. Both are fine.

    To read more: softly explain pressing-word promise

    harsh.toml: nothing to mend. It takes 1:00.
    --- exit 0
    "#);
    let arguments = ["check", "harsh.toml", "--format", "short"];
    insta::assert_snapshot!(sandbox.softly(&arguments), @r#"
    harsh.toml:8:8: advice[pressing-word]: "Just relax" is what many people with pain were told too often; it can sound as if it were easy; For example: If there's any spare effort, it can soften.
    harsh.toml:8:20: advice[promise]: "You should feel" says what somebody will feel, and nobody can know that; some feel it, some don't; For example: You may notice something, or nothing. Both are fine.
    harsh.toml:9:17: advice[pressing-word]: "Just relax" is what many people with pain were told too often; it can sound as if it were easy; For example: If there's any spare effort, it can soften.
    --- exit 0
    "#);
}

#[test]
fn strict_counts_what_could_be_kinder_and_shows_it_beside_mistakes() {
    let sandbox = Sandbox::new();
    let broken = HARSH.replace("1m", "1 fortnight");
    sandbox.file("harsh.toml", HARSH);
    sandbox.file("broken.toml", broken);
    sandbox.file("fine.toml", FINE);
    let check = |file: &str, strict: bool| {
        let more = strict.then_some("--strict");
        let arguments: Vec<&str> = ["check", file].into_iter().chain(more).collect();
        let ran = sandbox.run(&arguments);
        let suggests = ran.stdout.contains("suggestions.");
        let left_alone = ran.stdout.contains("can be left alone");
        (ran.code, suggests, left_alone)
    };
    let table = [
        ("harsh.toml", false, (Some(0), true, true)),
        ("harsh.toml", true, (Some(1), true, false)),
        ("broken.toml", false, (Some(1), false, false)),
        ("broken.toml", true, (Some(1), true, false)),
        ("fine.toml", false, (Some(0), false, false)),
        ("fine.toml", true, (Some(0), false, false)),
    ];
    for (file, strict, wanted) in table {
        assert_eq!(check(file, strict), wanted, "{file}, strict: {strict}");
    }
}
