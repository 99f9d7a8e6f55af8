//! Recording the lines of a session in one's own voice: which lines there are, how loud a voice is,
//! what is kept of a take, how its file is called, and how the session file names it.
//!
//! Nothing here touches a device, a file or a clock: samples and texts come in, and values go out.

mod book;
mod flac;
mod flow;
mod level;
mod lines;
mod named;
mod said;
mod tidy;

pub use book::{Unwritable, entry, with};
pub use flac::flac;
pub use flow::{Ask, Flow, Kept, Note, Stage, Task};
pub use level::{Fit, Level, Meter, decibels};
pub use lines::{Spoken, seconds_to_read, spoken};
pub use named::{FOLDER, file_name};
pub use said::{Page, ending, fit, intro, keys, page, unheard};
pub use tidy::{LONGEST_TAKE, Take, Unheard, tidy};
