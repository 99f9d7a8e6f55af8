//! English: what commands print.

use crate::app::Toggle;
use crate::script::Foreign;
use crate::wording::Wording;
use crate::words::{
    CardCommandWords, CommandWords, KeptWords, ProgrammeCommandWords, SessionCommandWords,
    UnreadWords,
};

pub(super) const COMMANDS: CommandWords = CommandWords {
    did_you_mean: |name| format!("Did you mean {name}?"),
    needs_mending: "needs mending",
    to_mend: |name, count, is_programme| {
        let things = if count == 1 { "thing" } else { "things" };
        format!(
            "{name}: {count} {things} to mend before it can be {}.",
            used(is_programme)
        )
    },
    more_to_mend: |name, most, is_programme| {
        format!(
            "{name}: more than {most} things to mend before it can be {}. The first {most} are shown.",
            used(is_programme)
        )
    },
    outside: |error| format!("something outside went wrong: {error}"),
    no_notes: |error| {
        format!(
            "no session can be followed here ({error}); softly show --notes has the notes on a page."
        )
    },
    notes_need_a_screen: "the notes are for a terminal; softly show --notes has them on a page.",
    broke: |version, place, what| {
        format!(
            "softly stopped because of a fault of its own. You did nothing wrong.\n\
             Please report it, with this line:\n\
             softly {version}, {place}: {what}\n"
        )
    },
    sessions: SESSIONS,
    cards: CardCommandWords {
        unknown: |name| format!("there is no card called \"{name}\"."),
        how_to_list: "softly cards names them all.",
        how_to_read: "softly cards NAME prints one.",
    },
    programme: PROGRAMME,
    kept: KEPT,
    unread: UNREAD,
};

fn used(is_programme: bool) -> &'static str {
    if is_programme { "followed" } else { "played" }
}

const SESSIONS: SessionCommandWords = SessionCommandWords {
    unknown: |name| format!("there is no session called \"{name}\"."),
    how_to_list: "softly list shows the sessions there are.",
    how_to_play: "softly play NAME plays one. softly show NAME tells what it says, and when.",
    how_to_check: "softly check FILE says what needs mending in one.",
    plays_last: |name| format!("softly play \"{name}\" plays the last practice again."),
    how_to_stop: "softly cards when-to-stop tells when to stop.",
    more: "softly cards has short pages to read, and softly programme weeks of practice.",
    own_files: |folder| format!("Your own files are in {folder}."),
    with_therapist: "with a therapist",
    name_taken: "this name is taken: play it by its file",
    not_chosen: |title| {
        format!(
            "{title} is meant to be chosen together with a pelvic-health therapist. \
             If you and yours chose it, --with-therapist says so."
        )
    },
    is_programme: |file| {
        format!("This is a programme, not a session. softly programme {file} shows it.")
    },
    has_nothing: |name, toggle, option| {
        let what = match toggle {
            Toggle::Holds => "no breath holds",
            Toggle::Squeezes => "no small squeezes",
            Toggle::AskedParts => "no places to ask for",
            Toggle::WithoutOptional => "no optional parts",
        };
        format!("{name} has {what}: it goes without {option}.")
    },
    no_position: |name, wanted, all| {
        format!("{name} has no position called \"{wanted}\". It has: {all}.")
    },
    lengths: |name, least, most, written| {
        format!("{name} can be made {least} to {most} minutes long; as written it takes {written}.")
    },
    one_length: |name, written| {
        format!("{name} takes {written}, and cannot be made another number of minutes long.")
    },
};

const PROGRAMME: ProgrammeCommandWords = ProgrammeCommandWords {
    unknown: |name| format!("there is no programme called \"{name}\"."),
    how_to_list: "softly programme lists the programmes there are.",
    how_to_follow: "softly programme NAME shows one. softly programme follow NAME follows it.",
    how_to_move_on: "softly programme next moves on, whenever you like.",
    how_to_choose: |name| {
        format!("My therapist and I chose this: softly programme follow {name} --with-therapist.")
    },
    to_begin: |command| format!("To begin: {command}"),
    to_read: |command| format!("To read: {command}"),
    name_taken: "this name is taken: give its file another one to follow it",
    gone: |name| {
        format!("You follow \"{name}\", which is not here. softly programme leave lets go of it.")
    },
    broken: |name, file| {
        format!(
            "You follow \"{name}\", which needs mending. softly programme {file} says where, \
             and softly programme leave lets go of it."
        )
    },
    is_session: |file| format!("This is a session, not a programme. softly show {file} shows it."),
    none_yet: "no programme is followed. softly programme follow NAME follows one; \
               softly programme lists them.",
    none: "No programme is followed.",
    first_week: "This is the first week.",
    no_such_week: |title, weeks| format!("{title} has {weeks}, counted from 1."),
    let_go: |title| {
        format!("{title} is not followed any more. It can be taken up again at any time.")
    },
    rename: |file, name| {
        format!(
            "{file}: softly has a programme called {name} of its own. Give this file another \
             name, such as my-{name}.toml, and follow that."
        )
    },
    by_name: |file, name| format!("{file}: softly programme follow {name} follows it."),
    from_folder: |file, folder| {
        format!("{file}: A file is followed from your own folder. Put it into {folder} first.")
    },
    not_written: |error| format!("this could not be written down ({error}), so it is not kept."),
    private: "Nothing was written down: --private and --clinic keep nothing.",
};

const KEPT: KeptWords = KeptWords {
    nothing: "Nothing is kept.",
    keeps: "softly keeps one small file of what you chose:",
    says_nothing: "It says nothing that softly can read.",
    wording: |wording| match wording {
        Wording::Neutral => "Words for the pelvic region are neutral ones.",
        Wording::Anatomical => "Words for the pelvic region are plain anatomical ones.",
    },
    how_to_choose: "softly words neutral and softly words anatomical choose between the two.",
    words_stay: "with --private or --clinic nothing is written, so all stays as it was.",
    favourites: |titles| format!("Favourites: {titles}."),
    last: |title| format!("The last practice: {title}."),
    how_to_set: "softly settings picture orb sets one. softly forget shows what is kept.",
    following: |title, week| format!("The programme you follow: {title}, week {week}."),
    with_therapist: "You and your therapist chose the weeks that ask for that.",
    how_to_forget: "softly forget --yes deletes it. Session files of your own stay where they are.",
    stays: "Nothing was deleted: with --private or --clinic softly leaves everything as it is.",
    deleted: |place| format!("{place} is deleted. Nothing is kept any more."),
    not_deleted: |place, error| format!("{place}: It could not be deleted ({error})."),
    not_kept: |error| format!("this could not be kept ({error})."),
};

const UNREAD: UnreadWords = UnreadWords {
    missing: "There is no such file.",
    folder: "This is a folder. Name a session file in it.",
    not_a_file: "This is a device or a pipe, not a file.",
    denied: "You are not allowed to read this file.",
    system: |error| format!("This file could not be read ({error})."),
    empty: "This file is empty. A session begins with the line softly = 1, then title = \"…\".",
    too_large: |kilobytes| {
        format!(
            "This file is too large for a session: it may have {kilobytes} kilobytes, and a \
             long session has about 6. Is it the right file?"
        )
    },
    not_text: |what| {
        let what = match what {
            Foreign::Word => "a Word document",
            Foreign::OldWord => "an old Word document",
            Foreign::LibreOffice => "a LibreOffice document",
            Foreign::RichText => "a rich text document",
            Foreign::Pdf => "a PDF",
            Foreign::Zip => "a zip file",
            Foreign::Picture => "a picture",
            Foreign::Sound => "a sound",
            Foreign::SoundOrFilm => "a sound or a film",
            Foreign::ForPrograms => "something for programs to read",
        };
        format!(
            "This file is {what}, not plain text. If it holds a session, open it where it was \
             written, choose Save As, and pick plain text with a name that ends in .toml."
        )
    },
    not_utf8: |line| {
        format!(
            "Line {line} of this file has a letter in it that cannot be read. Open the file, \
             choose Save As, and pick the encoding UTF-8."
        )
    },
};
