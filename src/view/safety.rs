//! What is good to know and when to stop, in the same words wherever it is shown.

use super::write::Flow;
use crate::app::App;
use crate::session::{Position, Session};

/// Writes the cautions of a session in a position, if there are any, and then the reasons to stop:
/// the shared ones first, which a session can only add to.
pub(super) fn write(app: &App, session: &Session, position: &Position, flow: &mut Flow<'_>) {
    let (theme, words) = (&app.look.theme, app.words);
    let mut cautions = session.cautions_in(position).peekable();
    if cautions.peek().is_some() {
        flow.text(words.library.cautions, theme.dim());
        for caution in cautions {
            flow.hanging("· ", caution, theme.dim(), theme.text());
        }
        flow.gap();
    }
    flow.text(words.stop, theme.text());
    if !session.stop_if.is_empty() {
        flow.text(words.stop_here, theme.dim());
        for reason in &session.stop_if {
            flow.hanging("· ", reason, theme.dim(), theme.text());
        }
    }
}
