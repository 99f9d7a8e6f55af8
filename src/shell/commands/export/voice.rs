//! What is heard in a track: the sounds that were asked for, and every line with a voice.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::cli::{SoundOptions, Switch};
use crate::language::are_one;
use crate::score::{Asides, Ensemble, Mix, Volume};
use crate::session::Session;
use crate::shell::clips::{Wanted, gather, lines_of};
use crate::shell::interrupted::Interrupted;
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::Timeline;
use crate::words::Words;

/// What was asked for, and what is usual for the rest.
pub(super) fn mix(asked: &SoundOptions) -> Mix {
    let usual = Mix::default();
    Mix {
        timbre: asked.breath.or(usual.timbre),
        bell: asked.bells.or(usual.bell),
        bed: asked.bed.or(usual.bed),
        breath_volume: asked.breath_volume.unwrap_or(usual.breath_volume),
        bell_volume: asked.bells_volume.unwrap_or(usual.bell_volume),
        bed_volume: asked.bed_volume.unwrap_or(usual.bed_volume),
        voice_volume: match asked.voice {
            Some(Switch::Off) => Volume::SILENT,
            _ => asked.voice_volume.unwrap_or(Volume::FULL),
        },
    }
}

/// Everything that is spoken, each line once; anchors are named in a language, given by its code.
pub(super) fn lines(asides: &Asides, timeline: &Timeline, language: &str) -> Vec<Clean> {
    let beside = asides.all().map(|spoken| spoken.text.clone());
    let mut known = HashSet::new();
    let lines = beside.chain(lines_of(timeline, language, Ms::ZERO));
    lines.filter(|line| known.insert(line.clone())).collect()
}

/// Everything that is heard: the clips of the session, and where a voice is wanted its lines and
/// those of the program, each in their own language.
pub(super) fn voiced(
    session: &Arc<Session>,
    mix: Mix,
    wanted: Option<(&Asides, &Timeline)>,
    words: &Words,
    stop: &Interrupted,
) -> Ensemble {
    let own_language = Clean::from_shown(words.language.code());
    let language = session.language_of_lines();
    let mut lines = wanted.map_or_else(Vec::new, |(asides, timeline)| {
        lines(asides, timeline, &language)
    });
    let mut own = Vec::new();
    if let Some((asides, _)) = wanted.filter(|_| !are_one(&language, &own_language)) {
        own = asides
            .all()
            .filter(|spoken| spoken.own)
            .map(|spoken| spoken.text.clone())
            .collect();
        lines.retain(|line| !own.contains(line));
    }
    let gathered = |lines: Vec<Clean>, language: Clean| {
        let session = Some(Arc::clone(session));
        let wanted = Wanted {
            session,
            sounds: true,
            language,
            mix,
            lines,
        };
        gather(&wanted, |_| match stop.code() {
            None => ControlFlow::Continue(()),
            Some(_) => ControlFlow::Break(()),
        })
    };
    let mut ensemble = gathered(lines, language);
    if !own.is_empty() && stop.code().is_none() {
        let others = gathered(own, own_language);
        ensemble.lines.extend(others.lines);
    }
    ensemble
}
