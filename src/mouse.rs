//! What a mouse did, as far as it means anything here. It is never needed.
//!
//! Which bytes or records stood for it is the shell's affair.

/// Something that was done with a mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// Its first button was pressed on a cell, counted from the upper left one, which is (0, 0).
    Click {
        /// The column.
        column: u16,
        /// The row.
        row: u16,
    },
    /// The wheel was turned by a notch: towards the person is down.
    Wheel {
        /// Whether that was down.
        down: bool,
    },
}
