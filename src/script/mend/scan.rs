//! Goes through a text once and notes what stands for something else outside of texts.
//!
//! It knows just enough about the shape of a session file to tell texts, notes, names and values
//! apart. Every character is looked at a bounded number of times, whatever the file holds.

use super::kind::Kind;
use super::meant::Edit;
use super::quotes::{self, Context};
use super::signs::{
    fraction, is_blank, is_dash, is_invisible, is_odd_break, is_odd_hyphen, is_odd_space, narrow,
    plain,
};
use crate::script::runs_on;

/// What has to change for a text to be read as it was meant, in the order of the text.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut scan = Scan {
        text,
        at: 0,
        line_end: 0,
        open: Vec::new(),
        last: '\n',
        in_breath: false,
        edits: Vec::new(),
    };
    while scan.at < text.len() {
        if scan.last == '\n' && scan.line_start() {
            continue;
        }
        scan.next();
    }
    scan.edits.sort_by_key(|edit| edit.span.start);
    scan.edits
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// Where the line ends that was asked for last.
    line_end: usize,
    /// The brackets that are open.
    open: Vec<char>,
    /// The last sign that is no space; `"` after a text, `a` after a word.
    last: char,
    /// Whether the last name was that of a breath, whose numbers have names of their own.
    in_breath: bool,
    edits: Vec<Edit>,
}

impl<'t> Scan<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// The rest of the line. Its end is looked for once, however many texts stand on the line.
    fn rest_of_line(&mut self) -> &'t str {
        if self.at >= self.line_end {
            let rest = self.rest();
            self.line_end = self.at + rest.find('\n').unwrap_or(rest.len());
        }
        &self.text[self.at..self.line_end]
    }

    fn edit(&mut self, start: usize, end: usize, meant: &'static str, kind: Kind) {
        let span = start..end;
        self.edits.push(Edit { span, meant, kind });
    }

    /// Takes the next `length` bytes for something else.
    fn instead(&mut self, length: usize, meant: &'static str, kind: Kind) {
        self.edit(self.at, self.at + length, meant, kind);
        self.at += length;
    }

    /// What only stands at the start of a line. Whether the line has been dealt with.
    fn line_start(&mut self) -> bool {
        if self.at > 0 && !self.text[..self.at].ends_with('\n') {
            return false;
        }
        let whole = self.rest().split_inclusive('\n').next().unwrap_or_default();
        let line = whole.trim_matches(|c: char| is_blank(c) || c == '\r' || c == '\n');
        if is_fence(line) {
            self.instead(whole.len(), "", Kind::Fence);
            return true;
        }
        let heading = line.split('#').next().unwrap_or_default().trim_end();
        let meant = match heading {
            "[step]" => Some("[[step]]"),
            "[week]" => Some("[[week]]"),
            _ => None,
        };
        if let Some(meant) = meant.filter(|_| self.open.is_empty()) {
            let start = self.at + whole.find('[').unwrap_or_default();
            self.edit(start, start + heading.len(), meant, Kind::Heading);
            self.at = start + heading.len();
            self.last = ']';
            return true;
        }
        if line.starts_with("[[") || line.starts_with("［［") {
            // Whatever was left open above ends where a step begins.
            self.open.clear();
        }
        false
    }

    fn next(&mut self) {
        let Some(c) = self.rest().chars().next() else {
            return;
        };
        let length = c.len_utf8();
        match c {
            '\n' => {
                self.at += 1;
                self.last = '\n';
            }
            '\r' if self.rest().starts_with("\r\n") => self.at += 1,
            _ if is_odd_break(c) => {
                self.instead(length, "\n", Kind::Breaks);
                self.last = '\n';
            }
            ' ' | '\t' => self.at += 1,
            '\u{3000}' => self.instead(length, " ", Kind::Wide),
            _ if is_odd_space(c) => self.instead(length, " ", Kind::Spaces),
            '"' | '\'' => self.straight(c),
            _ if quotes::is_mark(c) => self.curly(length),
            _ if is_word(c) => self.word(),
            _ if plain(c) == '#' => self.note(c),
            _ => self.sign(c),
        }
    }

    /// A note of the author's own: everything up to the end of the line is left alone.
    fn note(&mut self, hash: char) {
        if let Some(narrow) = narrow(hash) {
            self.edit(self.at, self.at + hash.len_utf8(), narrow, Kind::Wide);
        }
        let line = self.rest_of_line();
        // What an odd break sets apart in an editor is a line of its own, if it reads like one.
        for part in line.split_inclusive(is_odd_break) {
            let said = part.trim_end_matches(is_odd_break);
            self.at += said.len();
            let after = &self.rest()[part.len() - said.len()..];
            let next = after.split(is_odd_break_or_end).next().unwrap_or_default();
            if !next.trim().is_empty() && !runs_on::goes_on(next) && part.len() > said.len() {
                return;
            }
            self.at += part.len() - said.len();
        }
    }

    /// A bracket, an equals sign, a comma, or something that does not belong here.
    fn sign(&mut self, c: char) {
        let sign = plain(c);
        match sign {
            '[' | '{' => self.open.push(sign),
            ']' | '}' => {
                self.open.pop();
            }
            _ => {}
        }
        match narrow(c) {
            Some(narrow) => self.instead(c.len_utf8(), narrow, Kind::Wide),
            None => self.at += c.len_utf8(),
        }
        self.last = sign;
    }

    /// Where a text would stand that begins here; `None` where none can begin.
    fn context(&self) -> Option<Context> {
        match (self.open.last(), self.last) {
            (None, '=' | ':') => Some(Context::Line),
            (Some(_), '=' | ':') | (Some('['), '[' | ',' | ';' | '\n') => Some(Context::Brackets),
            (None, '\n') | (Some('{'), '{' | ',' | ';' | '\n') => Some(Context::Name),
            _ => None,
        }
    }

    /// A text in straight marks; a curly one may close it by mistake.
    fn straight(&mut self, mark: char) {
        let three = if mark == '"' { "\"\"\"" } else { "'''" };
        if self.rest().starts_with(three) {
            self.at += 3 + end_of_long(&self.rest()[3..], three);
            self.last = '"';
            return;
        }
        let line = self.rest_of_line();
        let context = self.context();
        // Only a curly mark is anything new; a straight one further down closes a text that runs on.
        let closing = |at| {
            let closing = quotes::closing(self.text, self.at, at)?;
            let curly = !self.text[..closing.end].ends_with(mark);
            (curly && closing.straight.is_empty()).then_some(closing)
        };
        let straight = end_of_straight(line, mark);
        // Unless what follows could not follow a text, because a curly mark was meant to end it.
        let fits = |end: &usize| context.is_none_or(|at| quotes::can_follow(at, &line[*end..]));
        if let Some(end) = straight.filter(fits) {
            self.name_with_dash(self.at + 1, self.at + end);
            self.at += end;
        } else if let Some(closing) = context.and_then(closing) {
            self.edit(
                closing.start,
                closing.end,
                straight_form(mark),
                Kind::Quotes,
            );
            self.name_with_dash(self.at + 1, closing.end);
            self.at = closing.end;
        } else if let Some(end) = straight {
            self.at += end;
        } else {
            let after = (self.at + line.len() + 1).min(self.text.len());
            let end = runs_on::end(self.text, after, mark);
            self.at = end.map_or(self.at + line.len(), |end| end + 1);
        }
        self.last = '"';
    }

    /// A text in curly marks. If its end is not certain, the rest of the line is left alone.
    fn curly(&mut self, length: usize) {
        let Some(context) = self.context() else {
            self.at += length;
            self.last = 'a';
            return;
        };
        let Some(closing) = quotes::closing(self.text, self.at, context) else {
            self.at += self.rest_of_line().len();
            self.last = '"';
            return;
        };
        self.edit(self.at, closing.inside, "\"", Kind::Quotes);
        for straight in closing.straight {
            self.edit(straight, straight + 1, "\\\"", Kind::Quotes);
        }
        self.edit(closing.start, closing.end, "\"", Kind::Quotes);
        self.name_with_dash(closing.inside, closing.end);
        self.at = closing.end;
        self.last = '"';
    }

    /// `"–10s" = …`: what stands in marks before an equals sign is a time and not a text.
    fn name_with_dash(&mut self, inside: usize, end: usize) {
        let text = self.text;
        let mut signs = text[inside..end].chars();
        let (Some(dash), Some(digit)) = (signs.next(), signs.next().map(plain)) else {
            return;
        };
        let after = text[end..].trim_start_matches(is_blank).chars().next();
        if is_dash(dash) && digit.is_ascii_digit() && after.map(plain) == Some('=') {
            self.edit(inside, inside + dash.len_utf8(), "-", Kind::Dashes);
        }
    }

    /// A name before an equals sign, a number, or a word that stands without quotation marks.
    fn word(&mut self) {
        let rest = self.rest();
        let word = &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())];
        let after = rest[word.len()..]
            .trim_start_matches(is_blank)
            .chars()
            .next();
        let is_value = matches!(self.last, '=' | ':');
        let in_heading = self.open.len() == 2 && self.last == '[';
        let is_name = match after.map(plain) {
            Some('=' | ':') => !is_value,
            Some(']') => in_heading,
            _ => false,
        };
        let mut before = ' ';
        for (at, c) in word.char_indices() {
            let (start, end) = (self.at + at, self.at + at + c.len_utf8());
            let next = word[at + c.len_utf8()..].chars().next().map_or(' ', plain);
            let joins = before.is_alphanumeric() && next.is_alphanumeric();
            let leads = before == ' ' && next.is_ascii_digit();
            if let Some(narrow) = narrow(c) {
                self.edit(start, end, narrow, Kind::Wide);
            } else if is_invisible(c) {
                self.edit(start, end, "", Kind::Spaces);
                continue;
            } else if is_odd_hyphen(c) && joins || is_dash(c) && (leads || is_name && joins) {
                self.edit(start, end, "-", Kind::Dashes);
            } else if let Some((alone, after)) = fraction(c).filter(|_| is_value) {
                let unit = next == ' ' || next.is_ascii_alphabetic();
                let whole = word[..at].chars().all(|c| plain(c).is_ascii_digit());
                if unit && whole {
                    let meant = if at == 0 { alone } else { after };
                    self.edit(start, end, meant, Kind::Numbers);
                }
            }
            before = plain(c);
        }
        self.at += word.len();
        if word.chars().all(is_invisible) {
            return;
        }
        self.last = 'a';
        if is_name {
            self.in_breath = word.starts_with("breath") || word.starts_with("ramp");
        } else if is_value && !self.in_breath {
            self.decimal_comma(word);
        }
    }

    /// `4,5` where only a number can stand. Three digits could be thousands and are left alone.
    fn decimal_comma(&mut self, whole: &str) {
        let rest = self.rest();
        let Some(comma) = rest.chars().next().filter(|c| plain(*c) == ',') else {
            return;
        };
        let after = &rest[comma.len_utf8()..];
        let is_digit = |c: char| plain(c).is_ascii_digit();
        let tail = after.trim_start_matches(is_digit);
        let digits = after[..after.len() - tail.len()].chars().count();
        let zero = whole == "0";
        if digits == 0 || digits == 3 && !zero || !whole.chars().all(is_digit) {
            return;
        }
        let mut next = tail.chars().map(plain);
        let unclear = match next.next() {
            Some(',') => next.next().is_some_and(|c| c.is_ascii_digit()),
            Some(c) => c == '.',
            None => false,
        };
        let name = tail.trim_start_matches(is_blank).chars().next().map(plain) == Some('=');
        if !unclear && !name {
            self.instead(comma.len_utf8(), ".", Kind::Numbers);
        }
    }
}

/// What names, numbers and bare words are made of.
fn is_word(c: char) -> bool {
    let sign = plain(c);
    sign.is_alphanumeric()
        || matches!(sign, '-' | '_' | '+' | '.')
        || is_dash(c)
        || is_odd_hyphen(c)
        || is_invisible(c)
}

/// A line of three backticks or waves, perhaps with a word, as around an example.
fn is_fence(line: &str) -> bool {
    ['`', '~'].iter().any(|mark| {
        let word = line.trim_start_matches(*mark);
        line.len() - word.len() >= 3 && word.trim().chars().all(|c| c.is_ascii_alphanumeric())
    })
}

fn is_odd_break_or_end(c: char) -> bool {
    c == '\n' || is_odd_break(c)
}

fn straight_form(mark: char) -> &'static str {
    if mark == '"' { "\"" } else { "'" }
}

/// How far a text in straight marks goes on its line, both marks included.
fn end_of_straight(line: &str, mark: char) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if mark == '"' => at += 2,
            byte if char::from(byte) == mark => return Some(at + 1),
            _ => at += 1,
        }
    }
    None
}

/// How far a text in three marks goes, its closing marks included.
fn end_of_long(inside: &str, three: &str) -> usize {
    let mut from = 0;
    while let Some(at) = inside[from..].find(three).map(|at| from + at) {
        let slashes = inside[..at]
            .bytes()
            .rev()
            .take_while(|b| *b == b'\\')
            .count();
        if three.starts_with('\'') || slashes.is_multiple_of(2) {
            return at + 3;
        }
        from = at + 1;
    }
    inside.len()
}

#[cfg(test)]
mod tests;
