//! What word processors and slips do to a session file: recognised, and mended.
//!
//! What is certain is read as it was meant, with one finding for each kind, and [`mend`] writes it
//! that way. What could mean two things stays as it is. Text inside quotation marks keeps its own
//! typography always. Nothing here opens or writes files.

mod changes;
mod draft;
mod kind;
mod meant;
mod quotes;
mod rounds;
mod scan;
pub(super) mod signs;

pub use changes::Change;
pub(super) use meant::Meant;
pub use rounds::{Mended, mend};
