//! Whole files, mended.
