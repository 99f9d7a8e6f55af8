//! Findings for people: the line as written, the place marked under it, and what one can do.
//!
//! The rule's name is left out for people: it helps nobody mend a file. `--format short` and
//! `--format json` have it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use super::excerpt::Excerpt;
use super::lines::floor;
use super::{Diagnostic, Lines, Severity, Source, sentence, show};

/// What the page looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether colour may be used.
    pub colour: bool,
    /// Whether lines may be drawn with more than ASCII.
    pub unicode: bool,
    /// How many columns there are.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            colour: false,
            unicode: true,
            width: 100,
        }
    }
}

pub(super) fn render(look: Look, source: Source<'_>, diagnostics: &[Diagnostic]) -> String {
    let lines = Lines::new(source.text);
    let renderer = renderer(look);
    let name = show(source.name).replace('\n', " ");
    let mut page = String::new();
    for diagnostic in diagnostics {
        let picture = Picture::new(&lines, source.text, diagnostic, look);
        page.push_str(&renderer.render(&picture.groups(&name)));
        page.push_str("\n\n");
    }
    page
}

fn renderer(look: Look) -> Renderer {
    let base = if look.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let style = if look.unicode {
        DecorStyle::Unicode
    } else {
        DecorStyle::Ascii
    };
    base.decor_style(style).term_width(look.width.max(40))
}

/// A finding with everything in it made printable.
struct Picture {
    excerpt: Excerpt,
    level: Level<'static>,
    message: String,
    marks: Vec<(AnnotationKind, std::ops::Range<usize>, String)>,
    help: Vec<String>,
    patch: Option<(Excerpt, std::ops::Range<usize>, String)>,
}

impl Picture {
    fn new(lines: &Lines<'_>, text: &str, diagnostic: &Diagnostic, look: Look) -> Self {
        let plain = |words: &str| plain(words, look);
        let others: Vec<_> = diagnostic
            .also
            .iter()
            .map(|(span, _)| span.clone())
            .collect();
        let excerpt = Excerpt::around(lines, text, &diagnostic.span, &others);
        let main = (AnnotationKind::Primary, &diagnostic.span, &diagnostic.label);
        let rest = diagnostic
            .also
            .iter()
            .map(|(span, label)| (AnnotationKind::Context, span, label));
        let marks = std::iter::once(main)
            .chain(rest)
            .filter_map(|(kind, span, label)| {
                let mark = shortened(&excerpt.text, excerpt.span(span)?);
                Some((kind, mark, plain(label)))
            })
            .collect();
        let patch = diagnostic.fix.as_ref().and_then(|fix| {
            let excerpt = Excerpt::around(lines, text, &fix.span, &[]);
            let span = excerpt.span(&fix.span)?;
            Some((excerpt, span, fix.replacement.clone()))
        });
        Self {
            excerpt,
            level: match diagnostic.severity {
                Severity::Error => Level::ERROR,
                Severity::Warning => Level::WARNING,
                Severity::Advice => Level::NOTE.with_name("advice"),
            },
            message: plain(&diagnostic.message),
            marks,
            help: diagnostic.help.iter().map(|help| plain(help)).collect(),
            patch,
        }
    }

    fn groups<'a>(&'a self, name: &'a str) -> Vec<Group<'a>> {
        let marks = self.marks.iter().map(|(kind, span, label)| {
            let mark = kind.span(span.clone());
            if label.is_empty() {
                mark
            } else {
                mark.label(label.as_str())
            }
        });
        let snippet = Snippet::source(self.excerpt.text.as_str())
            .line_start(self.excerpt.first_line)
            .path(name)
            .annotations(marks);
        let main = self
            .level
            .clone()
            .primary_title(self.message.as_str())
            .element(snippet)
            .elements(
                self.help
                    .iter()
                    .map(|help| Level::HELP.message(help.as_str())),
            );
        let patch = self.patch.iter().map(|(excerpt, span, replacement)| {
            Level::HELP.secondary_title("change it to").element(
                Snippet::source(excerpt.text.as_str())
                    .line_start(excerpt.first_line)
                    .patch(Patch::new(span.clone(), replacement.as_str())),
            )
        });
        std::iter::once(main).chain(patch).collect()
    }
}

/// The longest mark under a line, in bytes.
const LONGEST_MARK: usize = 48;

/// A mark under one line, no longer than lets its label stand beside it on a narrow terminal.
fn shortened(text: &str, mark: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let marked = &text[mark.clone()];
    if mark.len() <= LONGEST_MARK || marked.contains('\n') {
        return mark;
    }
    mark.start..mark.start + floor(marked, LONGEST_MARK)
}

/// A sentence of a finding; on a terminal without Unicode the program's own signs give way.
fn plain(words: &str, look: Look) -> String {
    let words = sentence(words);
    if look.unicode {
        words
    } else {
        words.replace('…', "...").replace('–', "-")
    }
}
