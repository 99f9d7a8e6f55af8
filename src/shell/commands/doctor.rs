//! `softly doctor`: what works here, and what one can do where something does not.

mod voice;

use std::fmt::Write;
use std::io;

use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::{files, keep, out, sound, terminal};
use crate::text::show;
use crate::view::theme::{Charset, Depth};
use crate::words::ENGLISH;

/// Looks at everything softly uses and says what it found.
pub(super) fn doctor(environment: &Environment) -> io::Result<Exit> {
    let mut text = format!("softly {}\n\n", env!("CARGO_PKG_VERSION"));
    for (name, found, advice) in [
        screen(environment),
        colours(environment),
        characters(environment),
        sound(),
        microphone(),
        voice::voice(),
        folder(),
        kept(),
    ] {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{name:<11} {}", show(&found));
        if let Some(advice) = advice {
            let _ = writeln!(text, "            {advice}");
        }
    }
    text.push_str("\nNo practice is recorded, and softly holds no network code.\n");
    out::print(&text)?;
    Ok(Exit::Fine)
}

/// What was looked at, what was found, and what one can do.
type Finding = (&'static str, String, Option<&'static str>);

fn screen(environment: &Environment) -> Finding {
    let lines = "softly plays as lines of text here; a terminal window shows the picture.";
    if environment.accessible {
        return (
            "screen",
            "lines of text, as the environment asks for".into(),
            None,
        );
    }
    match terminal::size() {
        Some((columns, rows)) if environment.is_interactive() => {
            let small = columns < 30 || rows < 12;
            let advice = small.then_some("A larger window shows a larger picture.");
            (
                "screen",
                format!("a terminal of {columns} columns and {rows} rows"),
                advice,
            )
        }
        _ => (
            "screen",
            "not a terminal one can draw on".into(),
            Some(lines),
        ),
    }
}

fn colours(environment: &Environment) -> Finding {
    let found = match environment.depth {
        Depth::True => "any colour",
        Depth::Indexed => "256 colours",
        Depth::Ansi => "sixteen colours",
        Depth::Mono => "none",
    };
    let wished = environment.depth != environment.able;
    let advice = wished.then_some("NO_COLOR or CLICOLOR asks for this; --color true overrules it.");
    ("colours", found.into(), advice)
}

fn characters(environment: &Environment) -> Finding {
    match environment.charset {
        Charset::Unicode => ("characters", "all of Unicode".into(), None),
        Charset::Ascii => {
            let advice = "A locale with UTF-8, such as LC_ALL=C.UTF-8, gives a finer picture.";
            ("characters", "plain ASCII".into(), Some(advice))
        }
    }
}

fn sound() -> Finding {
    match sound::probe() {
        Ok(device) => ("sound", device, None),
        Err(why) => (
            "sound",
            why,
            Some("softly is complete without it: the screen carries a session."),
        ),
    }
}

/// Which microphone `softly record` would use. It is not opened.
fn microphone() -> Finding {
    #[cfg(feature = "sound")]
    let found = crate::shell::microphone::usual(None).map_err(|why| why.to_string());
    #[cfg(not(feature = "sound"))]
    let found = Err::<String, _>("none, for this build of softly is silent".to_owned());
    match found {
        Ok(device) => ("microphone", device, None),
        Err(why) => ("microphone", why, Some("Only softly record needs one.")),
    }
}

fn kept() -> Finding {
    let there = keep::path().filter(|path| path.symlink_metadata().is_ok());
    let advice = "softly forget says what it holds, and deletes it if you like.";
    match there {
        Some(path) => {
            let found = format!("what you chose, in {}", path.display());
            ("kept", found, Some(advice))
        }
        None => ("kept", "nothing".into(), None),
    }
}

fn folder() -> Finding {
    let Some(folder) = files::own_folder() else {
        return (
            "own files",
            "this system names no folder for them".into(),
            None,
        );
    };
    let own = files::own_files(&ENGLISH);
    let count = own.sessions.len() + own.programmes.len();
    let found = format!("{count} in {}", folder.display());
    let advice =
        (count == 0).then_some("Files of sessions and programmes put there join softly's own.");
    ("own files", found, advice)
}
