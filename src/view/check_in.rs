//! A question for oneself, before or after a session. It is only shown: there is no key for an
//! answer, and an answer is kept nowhere.

use ratatui::style::Style;

use crate::app::App;
use crate::session::CheckIn;
use crate::words::Manner;

/// The lines of a question, from the invitation to what becomes of an answer.
pub(super) fn lines(app: &App, check_in: &CheckIn) -> [(String, Style); 4] {
    let (theme, words) = (&app.look.theme, &app.words.check_in);
    [
        (words.invitation.to_owned(), theme.dim()),
        (check_in.ask.to_string(), theme.text()),
        (words.answers(&check_in.answers, Manner::Seen), theme.text()),
        (words.kept_nowhere.to_owned(), theme.dim()),
    ]
}
