//! How the screen is drawn: its size, colours and motion.

use ratatui::layout::Rect;

use super::layout;
use super::picture;
use super::playing;
use super::theme::{Charset, Depth, Mode, Richness, Theme};
use crate::timeline::Timeline;

/// How the screen is drawn.
#[derive(Clone, Debug)]
pub struct Look {
    /// Columns and rows.
    pub size: (u16, u16),
    /// Colours and characters.
    pub theme: Theme,
    /// How much moves.
    pub motion: Motion,
    /// How tall a cell is against its width.
    pub aspect: f32,
    /// Whether the background was chosen by the person, and is not to be detected.
    pub chosen_mode: bool,
}

/// How much moves on screen. The times of words never change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    /// The picture moves with the breath.
    #[default]
    Full,
    /// The picture changes once a phase.
    Reduced,
    /// There is no picture.
    None,
}

impl Look {
    /// Takes over what the terminal told about its background, unless the person chose.
    pub fn set_light(&mut self, light: bool) {
        if !self.chosen_mode {
            let mode = if light { Mode::Light } else { Mode::Dark };
            self.theme = self.theme.in_mode(mode);
        }
    }

    /// How many different pictures there are between empty and full at this size.
    pub fn picture_steps(&self, timeline: &Timeline) -> u32 {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let lines = playing::line_rows(timeline, area.width);
        picture::steps(layout::playing(area, lines).picture, self.aspect)
    }
}

/// A dark screen of ordinary size with all colours: what tests and previews start from.
impl Default for Look {
    fn default() -> Self {
        Self {
            size: (80, 24),
            theme: Theme::new(Depth::True, Charset::Unicode, Mode::Dark, Richness::Full),
            motion: Motion::Full,
            aspect: picture::USUAL_ASPECT,
            chosen_mode: false,
        }
    }
}
