//! Slips that people make, and what they are told.

use super::*;
