//! Words of the pictures of the breath: what each is called, and what stands beside the body.

use crate::settings::Picture;

/// Words of the pictures.
#[derive(Debug)]
pub struct PictureWords {
    /// What a picture is called.
    pub name: fn(Picture) -> &'static str,
    /// The diaphragm, beside the picture of the body.
    pub diaphragm: &'static str,
    /// The pelvic floor, beside the picture of the body.
    pub floor: &'static str,
    /// Below the picture of the body: that people differ, in more words and in fewer.
    pub felt: &'static [&'static str],
}

/// In English.
pub(super) const ENGLISH: PictureWords = PictureWords {
    name: |picture| match picture {
        Picture::Bloom => "bloom",
        Picture::Tide => "tide",
        Picture::Orb => "orb",
        Picture::Gauge => "bar",
        Picture::Body => "body",
        Picture::Words => "words alone",
    },
    diaphragm: "diaphragm",
    floor: "pelvic floor",
    felt: &[
        "Drawn from scans of a few people. You may feel it otherwise, or not at all.",
        "You may feel it otherwise, or not at all.",
        "Felt otherwise, or not at all.",
    ],
};
