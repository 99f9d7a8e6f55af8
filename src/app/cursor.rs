//! Where one is in a list. How much of the list is in sight is the view's affair.

/// Where one is in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The index of the chosen entry.
    pub chosen: usize,
    /// The first row in sight, when somebody last moved. It is only a wish: the chosen entry is in
    /// sight whatever it says.
    pub first: usize,
}

impl Cursor {
    /// At an entry.
    pub const fn at(chosen: usize) -> Self {
        Self { chosen, first: 0 }
    }
}
