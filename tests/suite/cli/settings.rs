//! `softly settings`: shown, set, kept, forgotten, and nothing of it in private.

use super::programmes::kept;
use super::sandbox::Sandbox;

#[test]
fn everything_that_is_set_is_told_with_what_its_choices_do() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.softly(&["settings"]), @"
    picture: bloom. What the breath looks like.
      bloom  Six petals that open and turn.
      tide   Water that rises and falls.
      orb    A ball of light that widens.
      gauge  A bar that opens from its middle.
      body   The body from the side, breathing.
      words  No picture: the words alone.

    theme: auto. Light words on dark, or dark ones on light.
      auto      As the terminal is.
      dark      Light words on a dark ground.
      light     Dark words on a light ground.
      night     Dim amber on black.
      contrast  Black and white, nothing faint.
      terminal  The colours of the terminal.

    motion: auto. How much moves. Words always come on time.
      auto     As this machine asks, or else full.
      full     The picture moves with the breath.
      reduced  The picture changes once a phase.
      none     No picture. Only the words change.

    detail: auto. How many colours are sent to the terminal.
      auto   Fewer over a connection.
      full   All the colours there are.
      light  Few flat ones, for slow lines.

    sound: on. All of it, at once. Each part has a key.
      on   Sound follows the breath.
      off  No sound. The screen has the breath.

    announce: phase. How much is said where softly speaks in lines.
      phase  Every phase, every part, every line.
      part   Every part and every line.
      none   Only what one has to know.

    remember: nothing. What is written down about practice.
      nothing  Nothing is written down.
      last     Its name, so the list opens there.

    words: neutral. For the pelvic region, in whatever is opened from now on.
      neutral     Sit-bones, base of the pelvis.
      anatomical  The names from anatomy.

    breath: auto. What follows the breath.
      auto    As the session has it.
      breath  Air and a soft tone.
      sea     A wave that comes and runs out.
      pad     A warm chord.
      hum     A hum, as with closed lips.

    breath-volume: 10. How loud the breath is.
      From 0, silence, to 10.

    bells: auto. As a part begins, and at the end.
      auto   As the session has it, or a bowl.
      bowl   A small singing bowl.
      gong   A low gong.
      chime  A light chime.
      notes  Two soft notes.

    bells-volume: 10. How loud the bells are.
      From 0, silence, to 10.

    bed: auto. Quietly, below everything.
      auto   As the session has it, or none.
      none   Nothing below the rest.
      rain   Rain on leaves.
      sea    The sea, some way off.
      brown  Deep even noise.

    bed-volume: 10. How loud that is.
      From 0, silence, to 10.

    voice: auto. Lines spoken aloud.
      auto  For closed eyes, or if recorded.
      on    In every session.
      off   Never.

    voice-volume: 10. How loud the voice is.
      From 0, silence, to 10.

    softly settings picture orb sets one. softly forget shows what is kept.
    --- exit 0
    ");
    let one = sandbox.run(&["settings", "motion"]).stdout;
    assert!(one.starts_with("motion: auto."), "{one}");
    assert!(!one.contains("picture:"), "{one}");
}

#[test]
fn what_is_set_counts_from_then_on_and_can_be_taken_back() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.softly(&["settings", "picture", "orb"]), @"
    picture: orb. A ball of light that widens.
    --- exit 0
    ");
    sandbox.softly(&["settings", "theme", "light"]);
    sandbox.softly(&["settings", "words", "anatomical"]);
    let text = kept(&sandbox).unwrap_or_default();
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(
        lines,
        [
            "words = \"anatomical\"",
            "picture = \"orb\"",
            "theme = \"light\""
        ]
    );
    let told = sandbox.run(&["settings", "--json"]).stdout;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap_or_default();
    assert_eq!(told[0]["name"], "picture");
    assert_eq!(told[0]["chosen"], "orb");
    assert_eq!(told[0]["choices"][0]["name"], "bloom");
    for (setting, usual) in [
        ("picture", "bloom"),
        ("theme", "auto"),
        ("words", "neutral"),
    ] {
        assert_eq!(sandbox.run(&["settings", setting, usual]).code, Some(0));
    }
    assert_eq!(
        kept(&sandbox),
        None,
        "where nothing is set, there is no file"
    );
}

#[test]
fn a_slip_is_answered_with_what_there_is() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.softly(&["settings", "pictures", "orb"]), @r#"
    --- stderr
    softly: there is no setting called "pictures". Did you mean picture? There are: picture, theme, motion, detail, sound, announce, remember, words, breath, breath-volume, bells, bells-volume, bed, bed-volume, voice, voice-volume.
    --- exit 2
    "#);
    insta::assert_snapshot!(sandbox.softly(&["settings", "picture", "\u{1b}[31mballoon"]), @r#"
    --- stderr
    softly: there is no choice of picture called "<U+001B>[31mballoon". There are: bloom, tide, orb, gauge, body, words.
    --- exit 2
    "#);
    assert_eq!(kept(&sandbox), None);
}

#[test]
fn in_private_nothing_is_set() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.softly(&["settings", "sound", "off", "--private"]), @"
    --- stderr
    softly: with --private or --clinic nothing is written, so all stays as it was.
    --- exit 2
    ");
    assert_eq!(kept(&sandbox), None);
}

#[test]
fn in_the_clinic_no_command_writes_anything_either() {
    let sandbox = Sandbox::new();
    let table: [&[&str]; 3] = [
        &["settings", "sound", "off", "--clinic"],
        &["words", "anatomical", "--clinic"],
        &["programme", "follow", "finding-softness", "--clinic"],
    ];
    for asked in table {
        let said = sandbox.softly(asked);
        assert!(
            said.contains("or --clinic") || said.contains("and --clinic"),
            "{said}"
        );
        assert_eq!(kept(&sandbox), None, "{asked:?}");
    }
    sandbox.softly(&["settings", "sound", "off"]);
    let before = kept(&sandbox);
    sandbox.softly(&["forget", "--yes", "--clinic"]);
    assert!(before.is_some() && kept(&sandbox) == before);
}

#[test]
fn what_is_kept_of_settings_and_sessions_is_told_in_words() {
    let sandbox = Sandbox::new();
    sandbox.write_home(
        "share/softly/kept.toml",
        "sound = \"off\"\nremember = \"last\"\nlast = \"one-minute-soften\"\n\
         favourites = [\"legs-resting\", \"gone\"]\n",
    );
    insta::assert_snapshot!(sandbox.softly(&["forget"]), @"
    softly keeps one small file of what you chose:

      ~/share/softly/kept.toml

    Sound: off.
    Remember: last one.
    Favourites: Legs Resting, gone.
    The last practice: One Minute.

    softly forget --yes deletes it. Session files of your own stay where they are.
    --- exit 0
    ");
    sandbox.softly(&["settings", "remember", "nothing"]);
    let text = kept(&sandbox).unwrap_or_default();
    assert!(!text.contains("one-minute"), "{text}");
    assert!(text.contains("favourites"), "and the others stay: {text}");
}

#[test]
fn as_lines_too_the_last_practice_is_written_down_only_if_that_was_asked_for() {
    let sandbox = Sandbox::new().variable("SOFTLY_SPEED", "1000");
    let play = |options: &[&str]| {
        let play = ["play", "one-minute-soften", "--no-sound"];
        sandbox.run(&[&play, options].concat())
    };
    play(&[]);
    assert_eq!(kept(&sandbox), None);
    sandbox.softly(&["settings", "remember", "last"]);
    let before = kept(&sandbox);
    play(&["--private"]);
    assert_eq!(kept(&sandbox), before);
    play(&[]);
    let after = kept(&sandbox).unwrap_or_default();
    assert!(after.contains("last = \"one-minute-soften\""), "{after}");
    let listed = sandbox.run(&[]).stdout;
    assert!(
        listed.contains("softly play \"one-minute-soften\" plays the last"),
        "{listed}"
    );
}
