//! The one table of everything that can be found in a session file.
//!
//! A rule has a name that stays the same for ever, and a sentence on what it is about. The name is
//! for programs and for `softly explain`; messages never depend on it.

use std::fmt;

use serde::{Serialize, Serializer};

macro_rules! rules {
    ($($variant:ident $name:literal $about:literal)*) => {
        /// What kind of finding a diagnostic is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $about] $variant,)*
        }

        impl Rule {
            /// All rules, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name, in kebab case. It never changes.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What the rule is about, in one sentence.
            pub const fn about(self) -> &'static str {
                match self { $(Self::$variant => $about,)* }
            }
        }
    };
}

rules! {
    Syntax "syntax" "A line is not written in a way that can be read."
    NewerFormat "newer-format" "The file is written for another version of softly."
    UnknownKey "unknown-key" "A name before an equals sign is not one that softly knows."
    MisplacedKey "misplaced-key" "A name is right, but it belongs to another part of the file."
    MissingKey "missing-key" "Something that every session, step or breath needs is not there."
    WrongKind "wrong-kind" "A value is of another kind than it has to be, such as a number in place of text."
    BadTime "bad-time" "A length of time is written in a way that cannot be read."
    BadId "bad-id" "The short name of a session has letters in it that it cannot have."
    OutOfRange "out-of-range" "A number or a time is smaller or larger than it can be."
    UnfitText "unfit-text" "A text holds a character that cannot be shown safely."
    EmptyText "empty-text" "A text has nothing in it."
    LongText "long-text" "A text is too long to be read during a practice."
    TooMany "too-many" "There is more of something than a session can hold."
    UnknownPosition "unknown-position" "A position is not in the catalogue of positions."
    SingleBrackets "single-brackets" "A step is written with single square brackets."
    NoSteps "no-steps" "A session has no steps."
    NoAction "no-action" "A step does not say what it does."
    TwoActions "two-actions" "A step does more than one thing."
    NoLength "no-length" "A step does not say how long it lasts."
    TwoLengths "two-lengths" "A step says in two ways how long it lasts."
    HoldNotAllowed "hold-not-allowed" "A breath is held, and the session does not say that it may be."
    LongSession "long-session" "The whole session is longer than softly plays."
    LengthLimits "length-limits" "The shortest and longest lengths do not fit each other or the session."
    ShortStep "short-step" "A breathing step is shorter than one of its breaths."
    LateLine "late-line" "A line is to be said after its step is over."
    SilentCue "silent-cue" "A line belongs to a part of the breath that this breath does not have."
    UnknownChoice "unknown-choice" "A value has to be one of a few words, and it is another one."
    UnknownPlaceholder "unknown-placeholder" "Words in curly brackets stand for nothing that this step has."
    BadDate "bad-date" "A date is written in a way that cannot be read."
    BadLanguage "bad-language" "A language is not given by its short code."
    BadFileName "bad-file-name" "The name of a sound file could lead out of the session's own folder."
    TwoScales "two-scales" "A question is given two kinds of answers at once."
    UnknownPart "unknown-part" "A part of the body is to be asked for, and the scan does not visit it."
    PositionTwice "position-twice" "A position of the file's own has a name that is taken already."
    NestedRepeat "nested-repeat" "A step inside a repeat does something that only a step of its own can do."
    AskFirst "ask-first" "A part of a scan is left out until the person asks for it."
    ShortRelease "short-release" "A release is shorter than the squeeze before it."
    GateNeeded "gate-needed" "A step asks for small squeezes, and the session has no gate for a therapist."
    PressingWord "pressing-word" "A word presses, hurries or tests, where an invitation would do."
    EffortWord "effort-word" "A line asks for strain: pushing, forcing, big breaths or held ones."
    Promise "promise" "A line promises or claims what nobody can know."
    PraiseOrBlame "praise-or-blame" "A line praises or blames, and turns a practice into a test."
    Naming "naming" "A word for people or bodies leaves some out, or can hurt."
    ExternalOnly "external-only" "A line leads away from practice on the outside of the body."
    Command "command" "A line tells the body what to do, with no choice beside it."
    ManyAsks "many-asks" "A line asks for several things at once."
    LongLine "long-line" "A line or a name has more words than can be taken in at a glance."
    BriefText "brief-text" "A line is gone before it can be read at a calm pace."
    UneasyBreath "uneasy-breath" "A breath is outside the lengths that most people find comfortable."
    PaceJump "pace-jump" "The pace changes a great deal from one step to the next."
    HeldBreath "held-breath" "The breath is held, and nothing says who may want to ask first."
    UnusualLength "unusual-length" "The session is very short or very long, or not as long as it says."
    NoWayBack "no-way-back" "The session ends without quiet, or without words for the way back."
    LeftUnsaid "left-unsaid" "Something that helps people is not said: a first line, a caution, a name."
    LongSilence "long-silence" "A long stretch has no words, and nothing says that this is meant."
    LooseWording "loose-wording" "A line in other words stands for a line that the session does not have."
    LooseRecording "loose-recording" "A recording is of words that the session does not say."
    Typography "typography" "Something is written as word processors write it, and was read as it was meant."
    Encoding "encoding" "The letters of a file are saved in an older or unusual way."
    NoWeeks "no-weeks" "A programme has no weeks."
    TwoInvitations "two-invitations" "An invitation names more than one of a session, words and an exercise."
    BadCount "bad-count" "How often something is invited to is written in a way that cannot be read."
    UnknownName "unknown-name" "A programme names a session or a card that softly does not have."
    BadDrawing "bad-drawing" "A line of a drawing is written in a way that cannot be drawn."
    MissingFile "missing-file" "A sound file that a session names is not there."
    UnfitFile "unfit-file" "A sound file that a session names cannot be played."
    RoughSound "rough-sound" "A sound file plays, but breaks off, is distorted, or is much quieter or louder than is calm."
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_name_of_its_own_in_kebab_case() {
        let mut names: Vec<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Rule::ALL.len());
        for name in names {
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
        }
    }
}
