//! The pages for authors: what is generated or quoted in them is what the program would say, and
//! every example in them is read as the page says.
//!
//! What stands behind the fence of a block says what it is:
//!
//! - `toml`: a whole session; `toml steps`: some steps; `toml step`: what stands in a step;
//!   `toml above`: what stands above the steps; each followed by `wrong RULE…` where that is found.
//! - `text softly check NAME.toml`: what that command prints, with the whole session before it as
//!   the file. `sh`: commands to type.
//!
//! `SOFTLY_DOCS=write cargo test --test suite docs` writes generated and quoted parts anew.
#![expect(
    clippy::disallowed_methods,
    reason = "whether to write is said in the environment, and links lead to files"
)]

mod library;
mod page;
mod tables;

use std::collections::BTreeSet;

use clap::Parser;
use clap::error::ErrorKind;
use page::{Block, Page, path};
use softly::cli::Cli;
use softly::diagnostic::Rule;
use softly::language::Language;
use softly::script::schema::{Kind, PARTS, limits_table, positions_table, reference};
use softly::script::{Positions, check};
use softly::session::Shape;

use crate::schema::objections;

const README: &str = "README.md";
const REFERENCE: &str = "docs/format.md";
const LIBRARY: &str = "docs/library.md";
const GUIDE: &str = "docs/writing-sessions.md";

/// Options that the pages tell about before the program has them. One that it has by now is taken
/// out of this list.
const COMING: [&str; 0] = [];

/// Puts `inside` between the two marks of a generated part.
fn put(text: &mut String, what: &str, inside: &str) {
    let begin = format!("<!-- {what} -->\n");
    let end = format!("<!-- end of the {what} -->");
    let from = text.find(&begin).unwrap_or_else(|| panic!("no {begin}")) + begin.len();
    let to = text.find(&end).unwrap_or_else(|| panic!("no {end}"));
    text.replace_range(from..to, &format!("\n{inside}\n"));
}

/// The page with its generated and quoted parts made anew.
fn renewed(page: &Page) -> String {
    let mut text = page.text.clone();
    for (at, said) in quotes(page).into_iter().rev() {
        text.replace_range(at, &said);
    }
    if page.name == REFERENCE {
        for part in PARTS {
            put(
                &mut text,
                &format!("names of {}", part.named()),
                &reference(part),
            );
        }
        put(&mut text, "positions", &positions_table());
        put(&mut text, "limits", &limits_table());
    }
    if page.name == LIBRARY {
        library::renew(&mut text);
    }
    text
}

/// What commands really print where the page quotes them, in the order of the page.
#[cfg(unix)]
fn quotes(page: &Page) -> Vec<(std::ops::Range<usize>, String)> {
    let mut file = None;
    let mut quotes = Vec::new();
    for block in page.blocks() {
        if let Some(command) = block.info.strip_prefix("text softly ") {
            let sandbox = crate::cli::sandbox::Sandbox::new();
            let arguments: Vec<_> = command.split(' ').collect();
            if let (Some(name), Some(whole)) = (arguments.last(), file) {
                sandbox.file(name, whole);
            }
            let ran = sandbox.run(&arguments);
            quotes.push((block.at.clone(), ran.stdout + &ran.stderr));
        } else if place(&block) == Some("") {
            file = Some(block.text);
        }
    }
    quotes
}

#[cfg(not(unix))]
fn quotes(_page: &Page) -> Vec<(std::ops::Range<usize>, String)> {
    Vec::new()
}

#[test]
fn what_is_generated_or_quoted_is_what_the_program_says() {
    let write = std::env::var_os("SOFTLY_DOCS").is_some_and(|value| value == "write");
    for name in [README, REFERENCE, GUIDE, LIBRARY] {
        let page = Page::read(name);
        let renewed = renewed(&page);
        if write {
            page.write(&renewed);
            continue;
        }
        let lines = page.text.lines().zip(renewed.lines());
        let behind = lines.enumerate().find(|(_, (here, new))| here != new);
        assert!(
            page.text == renewed,
            "{name} is behind at {behind:?}: SOFTLY_DOCS=write cargo test --test suite docs"
        );
    }
    let quoted = Page::read(GUIDE);
    assert!(quotes(&quoted).len() >= 2 || cfg!(not(unix)));
}

/// Where an example of TOML stands in a file: `""` is a whole one. Other blocks have no place.
fn place<'p>(block: &Block<'p>) -> Option<&'p str> {
    let mut words = block.info.split(' ');
    (words.next() == Some("toml")).then(|| match words.next() {
        None | Some("wrong") => "",
        Some(place) => place,
    })
}

/// An example as a whole file.
fn whole(block: &Block<'_>, place: &str) -> String {
    let head = "softly = 1\ntitle = \"An example\"\n";
    let open = "holds = true\ngate = \"therapist\"\n";
    let text = block.text;
    match place {
        "" => text.to_owned(),
        "above" => format!("{head}{text}\n[[step]]\nrest = \"10m\"\n"),
        "steps" => format!("{head}{open}{text}"),
        "step" => format!("{head}{open}[[step]]\n{text}"),
        other => panic!("there are no examples of {other:?}"),
    }
}

#[test]
fn every_example_is_read_as_the_page_says() {
    let mut looked_at = 0;
    for name in [README, REFERENCE, GUIDE] {
        let page = Page::read(name);
        for block in page.blocks() {
            let Some(place) = place(&block) else {
                let known = block.info == "sh" || block.info.starts_with("text softly ");
                assert!(known, "{name}:{}: {:?}", block.line, block.info);
                continue;
            };
            let text = whole(&block, place);
            let found = check(&text, "example").diagnostics;
            let found: Vec<_> = found.iter().map(|found| found.rule.name()).collect();
            let wrong = block
                .info
                .split_once("wrong ")
                .map_or("", |(_, rules)| rules);
            assert_eq!(found.join(" "), wrong, "{name}:{}:\n{text}", block.line);
            if wrong.is_empty() {
                let objections = objections(&text);
                assert!(
                    objections.is_empty(),
                    "{name}:{}: {objections:?}",
                    block.line
                );
            }
            looked_at += 1;
        }
    }
    assert!(looked_at > 40, "only {looked_at} examples");
}

/// Every command on a page, one word after the other.
fn commands<'p>(page: &'p Page) -> Vec<Vec<&'p str>> {
    let blocks = page.blocks().into_iter();
    let shell = blocks.filter(|block| block.info == "sh");
    let lines = shell.flat_map(|block| block.text.lines());
    let quoted = page.blocks().into_iter();
    let quoted = quoted.filter_map(|block| block.info.strip_prefix("text "));
    let words = page.spans().chain(lines).chain(quoted);
    // What stands after > is for the shell.
    let command = |text: &'p str| text.split_whitespace().take_while(|word| *word != ">");
    let commands = words.map(|text| command(text).collect::<Vec<_>>());
    commands
        .filter(|words| words.first() == Some(&"softly"))
        .filter(|words| words.get(1).is_some_and(|word| *word != "="))
        .collect()
}

#[test]
fn every_command_on_a_page_is_one() {
    let mut asked = 0;
    for name in [README, REFERENCE, GUIDE] {
        for command in commands(&Page::read(name)) {
            let told = Cli::try_parse_from(&command)
                .err()
                .map(|error| error.kind());
            let fine = told.is_none_or(|kind| match kind {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => true,
                // A command may be named without the file that goes with it.
                ErrorKind::MissingRequiredArgument => command.len() == 2,
                _ => false,
            });
            let coming = command.iter().any(|word| COMING.contains(word));
            assert!(fine != coming, "{name}: {command:?}, {told:?}");
            asked += 1;
        }
    }
    assert!(asked > 20, "only {asked} commands");
}

/// Everything that can stand in backquotes as a single small word.
fn known_words() -> BTreeSet<&'static str> {
    let mut known: BTreeSet<_> = ["true", "false", "x-", "cd"].into();
    known.extend(Positions::built_in(Language::English).names());
    known.extend(Rule::ALL.iter().map(|rule| rule.name()));
    known.extend(Shape::ALL.map(Shape::word));
    for key in PARTS.iter().flat_map(|part| part.keys) {
        known.insert(key.name);
        if let Kind::Choice(words)
        | Kind::Several(words)
        | Kind::Sound(words)
        | Kind::Sides(words) = key.kind
        {
            known.extend(words);
        }
    }
    known
}

#[test]
fn every_name_on_a_page_is_one() {
    let known = known_words();
    for name in [REFERENCE, GUIDE] {
        let page = Page::read(name);
        let is_word = |text: &&str| text.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        let mut looked_at = 0;
        for word in page.spans().filter(is_word) {
            assert!(known.contains(word), "{name}: `{word}`");
            looked_at += 1;
        }
        assert!(looked_at > 40, "only {looked_at} names");
    }
}

#[test]
fn the_guide_shows_every_name() {
    let page = Page::read(GUIDE);
    let shown: String = page.blocks().iter().map(|block| block.text).collect();
    let shown = shown + &page.spans().collect::<Vec<_>>().join("\n");
    for key in PARTS.iter().flat_map(|part| part.keys) {
        let name = key.name;
        let ways = [
            format!("{name} = "),
            format!("[{name}]"),
            format!("step.{name}]"),
        ];
        let there = ways.iter().any(|way| shown.contains(way));
        assert!(there || page.spans().any(|span| span == name), "{name}");
    }
}

#[test]
fn every_limit_has_its_row() {
    let limits = Page::read("src/script/limits.rs");
    let (constants, table) = limits.text.split_once("pub fn table").unwrap_or_default();
    let names = constants
        .lines()
        .filter_map(|line| line.strip_prefix("pub const "));
    let names: Vec<_> = names.filter_map(|line| line.split(':').next()).collect();
    assert!(names.len() > 15);
    for name in names {
        assert!(table.contains(name), "{name} is not in the table of limits");
    }
}

#[test]
fn every_link_leads_somewhere() {
    let mut followed = 0;
    for name in [
        README,
        REFERENCE,
        GUIDE,
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
    ] {
        let page = Page::read(name);
        let folder = path(name)
            .parent()
            .map(ToOwned::to_owned)
            .unwrap_or_default();
        for link in page.links().filter(|link| !link.contains("://")) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() {
                path(name)
            } else {
                folder.join(file)
            };
            assert!(target.exists(), "{name}: {link}");
            if !anchor.is_empty() {
                let names = [README, REFERENCE, GUIDE, LIBRARY, "CONTRIBUTING.md"];
                let known =
                    |other: &&str| path(other).canonicalize().ok() == target.canonicalize().ok();
                let other = names.into_iter().find(known);
                let other = other.unwrap_or_else(|| panic!("{name}: {link}"));
                let anchors = Page::read(other).anchors();
                assert!(
                    anchors.iter().any(|known| known == anchor),
                    "{name}: {link}"
                );
            }
            followed += 1;
        }
    }
    assert!(followed > 20, "only {followed} links");
}
