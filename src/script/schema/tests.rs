//! The table leads where it should, and its examples are examples.

use super::*;
use crate::diagnostic::Rule;
use crate::script::check;

#[test]
fn what_people_write_leads_to_what_they_mean() {
    let table = [
        (&STEP, "for", Meaning::Known),
        (&STEP, "For", Meaning::Instead("for")),
        (&STEP, "ramp_to", Meaning::Instead("ramp-to")),
        (&STEP, "duration", Meaning::Instead("for")),
        (&STEP, "breath", Meaning::Instead("breathe")),
        (&STEP, "kegel", Meaning::Instead("contract")),
        (&STEP, "scan", Meaning::Known),
        (&STEP, "x-room", Meaning::Own),
        (&STEP, "quux", Meaning::Unknown),
        (&SESSION, "author", Meaning::Instead("by")),
        (&SESSION, "steps", Meaning::Instead("step")),
        (&SESSION, "titel", Meaning::Instead("title")),
        (&SESSION, "checkin", Meaning::Instead("check-in")),
        (&BREATH, "inhale", Meaning::Instead("in")),
        (&BREATH, "pause", Meaning::Instead("rest")),
        (&SOUNDS, "background", Meaning::Instead("bed")),
        (
            &PROGRAMME,
            "softly-program",
            Meaning::Instead("softly-programme"),
        ),
        (&WEEK, "invites", Meaning::Instead("invite")),
        (&INVITATION, "own_pace", Meaning::Instead("own-pace")),
    ];
    for (part, name, meaning) in table {
        assert_eq!(part.meaning(name), meaning, "{name} in a {}", part.noun);
    }
    for (part, name) in [
        (&STEP, "by"),
        (&SESSION, "for"),
        (&BREATH, "times"),
        (&STEP, "out"),
        (&WEEK, "times"),
        (&INVITATION, "cards"),
        (&PROGRAMME, "breathe"),
    ] {
        assert!(
            matches!(part.meaning(name), Meaning::Elsewhere(..)),
            "{name}"
        );
    }
}

#[test]
fn every_synonym_leads_somewhere() {
    for part in PARTS {
        for (word, meant) in part.synonyms {
            assert!(
                part.key(meant).is_some(),
                "{word} -> {meant}: {}",
                part.noun
            );
            assert!(part.key(word).is_none(), "{word} is a name itself");
        }
    }
}

#[test]
fn every_name_is_there_once_and_says_what_it_means() {
    for part in PARTS {
        assert!(
            part.keys.len() < 64,
            "{} has room for one bit a name",
            part.noun
        );
        for (index, key) in part.keys.iter().enumerate() {
            let twin = part.keys[..index]
                .iter()
                .any(|other| other.name == key.name);
            assert!(!twin, "{} twice", key.name);
            assert!(key.about.ends_with('.'), "{}", key.name);
            let with = key.with.iter().all(|action| ACTIONS.contains(action));
            assert!(with, "{}", key.name);
        }
    }
    for action in ACTIONS {
        assert!(
            STEP.key(action).is_some_and(|key| key.with.is_empty()),
            "{action}"
        );
    }
    for name in NOT_INSIDE {
        assert!(STEP.key(name).is_some(), "{name}");
    }
}

/// What a step that does something needs beside it.
fn companions(action: &str) -> &'static str {
    match action {
        "breathe" => "breathe = { in = 4, sip = 1, out = 6, rest = 1 }\ntimes = 12\n",
        "scan" => "scan = [\"feet\", \"hands\", \"jaw\"]\neach = \"45s\"\n",
        "stretch" => "stretch = \"A knee, {side} side\"\nfor = \"45s\"\nsides = \"both\"\n",
        "contract" => "contract = { squeeze = 3, release = 20 }\ntimes = 5\n",
        "ground" => "ground = \"sight\"\nfor = \"45s\"\n",
        "wait" => "wait = true\n",
        "external" => "external = \"The bridge\"\n",
        "repeat" => "repeat = 3\nsteps = [{ rest = \"10s\" }, { rest = \"5s\" }]\n",
        _ => "rest = \"6m\"\n",
    }
}

/// A session with nothing but what one key needs, without a line for `without`.
fn session_with(above: &str, action: &str, extra: &str, without: &str) -> String {
    let mut step = companions(action).lines().collect::<Vec<_>>();
    step.retain(|line| !line.starts_with(&format!("{without} ")));
    step.retain(|line| !(without == "for" && line.starts_with("times ")));
    let step = step.join("\n");
    format!(
        "softly = 1\ntitle = \"T\"\nreviewed-by = \"N\"\nholds = true\ngate = \"therapist\"\n{above}\n[[step]]\nsay = \"A\"\n{step}\n{extra}\n"
    )
}

#[test]
fn every_example_is_read_without_a_word() {
    for key in SESSION
        .keys
        .iter()
        .filter(|key| !matches!(key.kind, Kind::Many(_)))
    {
        let text = session_with("", "rest", "", "");
        let text = text
            .lines()
            .filter(|line| !line.starts_with(&format!("{} ", key.name)));
        let text: Vec<_> = text.collect();
        let text = format!("{} = {}\n{}", key.name, key.example, text.join("\n"));
        let found = check(&text, "t").diagnostics;
        // Lines in other words and recordings belong to lines that this session does not have.
        let loose = [Rule::LooseWording, Rule::LooseRecording];
        let found = found.iter().filter(|found| !loose.contains(&found.rule));
        let found: Vec<_> = found.collect();
        assert!(found.is_empty(), "{text}\n{found:?}");
    }
    for key in STEP.keys {
        let action = match key.name {
            name if ACTIONS.contains(&name) => name,
            _ => key.with.first().copied().unwrap_or("rest"),
        };
        let line = format!("{} = {}", key.name, key.example);
        let mut text = session_with("", action, &line, key.name);
        if text.matches("\nsay =").count() > 1 || action == "repeat" {
            text = text.replacen("\nsay = \"A\"", "", 1);
        }
        let found = check(&text, "t").diagnostics;
        assert!(found.is_empty(), "{text}\n{found:?}");
    }
    for part in [&BREATH, &CUES, &CONTRACT, &CHECK_IN, &SOUNDS, &POSITION] {
        let inside = |key: &Key| format!("{} = {}", key.name, key.example);
        let all: Vec<_> = part
            .keys
            .iter()
            .filter(|key| key.name != "answers")
            .map(inside)
            .collect();
        let braces = format!("{{ {} }}", all.join(", "));
        let breath = "breathe = { in = 4, sip = 1, hold = 2, out = 6, rest = 1 }\ntimes = 12\n";
        let text = match part.noun {
            "breath" => session_with("", "rest", "", "rest")
                .replace("say = \"A\"\n", &format!("breathe = {braces}\ntimes = 2\n")),
            "set of cues" => session_with("", "rest", "", "rest")
                .replace("say = \"A\"\n", &format!("{breath}cues = {braces}\n")),
            "squeeze" => session_with("", "rest", "", "rest").replace(
                "say = \"A\"\n",
                &format!("contract = {braces}\ntimes = 2\n"),
            ),
            "check-in" => session_with(&format!("check-in = {braces}"), "rest", "", ""),
            "set of sounds" => session_with(&format!("sounds = {braces}"), "rest", "", ""),
            _ => session_with(
                &format!("[[own-position]]\n{}\n", all.join("\n")),
                "rest",
                "",
                "",
            ),
        };
        assert_eq!(check(&text, "t").diagnostics, [], "{text}");
    }
}

#[test]
fn every_example_of_a_programme_is_read_without_a_word() {
    let head = "softly-programme = 1\ntitle = \"T\"\nreviewed-by = \"N\"\n";
    let week = "[[week]]\ntitle = \"W\"\n";
    let invite = "invite = [{ session = \"legs-resting\" }]\n";
    for key in PROGRAMME.keys {
        let line = format!("{} = {}\n", key.name, key.example);
        let head: String = head
            .split_inclusive('\n')
            .filter(|line| !line.starts_with(&format!("{} =", key.name)))
            .collect();
        let line = if key.name == "week" { "" } else { &line };
        let text = format!("{line}{head}{week}{invite}");
        assert_eq!(check(&text, "t").diagnostics, [], "{text}");
    }
    for key in WEEK.keys {
        let line = format!("{} = {}\n", key.name, key.example);
        let text = match key.name {
            "title" => format!("{head}[[week]]\n{line}{invite}"),
            "invite" => format!("{head}{week}{line}"),
            "gate" => format!("{head}{week}{invite}{line}otherwise = [{{ say = \"A\" }}]\n"),
            "otherwise" => format!("{head}{week}{invite}gate = \"therapist\"\n{line}"),
            _ => format!("{head}{week}{invite}{line}"),
        };
        assert_eq!(check(&text, "t").diagnostics, [], "{text}");
    }
    for key in INVITATION.keys {
        let line = format!("{} = {}", key.name, key.example);
        let with = match key.name {
            "session" | "say" | "external" => line,
            _ => format!("session = \"legs-resting\", {line}"),
        };
        let text = format!("{head}{week}invite = [{{ {with} }}]\n");
        assert_eq!(check(&text, "t").diagnostics, [], "{text}");
    }
}
