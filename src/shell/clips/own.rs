//! Sounds of a person's own, which take the place of softly's: files in the folder `sounds` of
//! softly's own folder, called as what they stand for.

use std::path::Path;

use crate::score::{Bell, Clip, Ensemble, Mix};
use crate::session::Sounds;
use crate::shell::sounds_beside::clip;
use crate::sound_file::{Kind, Purpose};

/// The folder within softly's own folder.
pub(super) const FOLDER: &str = "sounds";

/// Every sound in a folder that takes the place of one that a session is played with. What cannot be
/// played leaves softly's own in its place.
pub(super) fn replaced<'a>(
    folder: &'a Path,
    mix: Mix,
    sounds: &Sounds,
) -> impl Iterator<Item = (&'static str, Clip)> + use<'a> {
    let names = Ensemble::names(&mix, sounds).into_iter();
    names.filter_map(move |name| Some((name, of_any_kind(folder, name)?)))
}

/// The first kind of file with a name that can be played.
fn of_any_kind(folder: &Path, name: &str) -> Option<Clip> {
    let purpose = if Bell::is_called(name) {
        Purpose::Bell
    } else {
        Purpose::Bed
    };
    let mut kinds = Kind::ALL.into_iter();
    kinds.find_map(|kind| clip(folder, &format!("{name}.{}", kind.ending()), purpose).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::Bed;

    #[test]
    fn a_file_takes_the_place_of_a_sound_that_is_played_and_of_no_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let bell = concat!(env!("CARGO_MANIFEST_DIR"), "/sounds/chime.flac");
        for name in ["bowl.flac", "gong.flac", "brown.flac"] {
            std::fs::copy(bell, folder.path().join(name)).expect("copied");
        }
        std::fs::write(folder.path().join("rain.mp3"), "no sound").expect("written");
        let replaced = |mix| {
            let replaced = replaced(folder.path(), mix, &Sounds::default());
            replaced.map(|(name, _)| name).collect::<Vec<_>>()
        };
        let with = |bed| Mix {
            bed: Some(bed),
            ..Mix::default()
        };
        assert_eq!(replaced(Mix::default()), ["bowl"]);
        assert_eq!(replaced(with(Bed::Rain)), ["bowl"]);
        assert_eq!(replaced(with(Bed::Brown)), ["bowl", "brown"]);
    }
}
