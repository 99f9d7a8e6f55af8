//! Whose sound it is, where several have one.

use super::*;
use crate::script::schema::{Kind, SOUNDS};
use crate::session::sample::clean;

/// The names that a set of sounds has for one of them.
fn sound_names(key: &str) -> &'static [&'static str] {
    match SOUNDS.key(key).unwrap().kind {
        Kind::Choice(names) | Kind::Sound(names) => names,
        _ => &[],
    }
}

fn clip() -> Clip {
    Clip::mono(8000, vec![900_i16; 8000])
}

fn file() -> Sound {
    Sound::File(clean("own.wav"))
}

fn named(step: Sound, bed: Sound) -> Sounds {
    Sounds {
        step,
        bed,
        ..Sounds::default()
    }
}

#[test]
fn every_name_that_authors_have_is_a_sound() {
    let mut timbres = Vec::new();
    for name in sound_names("breath").iter().filter(|name| **name != "none") {
        let timbre = timbre(&Sound::Named(name));
        assert!(!timbres.contains(&timbre), "{name}");
        timbres.push(timbre);
    }
    assert_eq!(timbres.len(), 4);
    for key in ["step", "end"] {
        for name in sound_names(key).iter().filter(|name| **name != "none") {
            assert_eq!(bell(&Sound::Named(name)).name(), *name);
        }
    }
    for name in sound_names("bed").iter().filter(|name| **name != "none") {
        assert_eq!(bed(&Sound::Named(name)).name(), Some(*name));
    }
}

#[test]
fn an_author_chooses_and_a_person_comes_first() {
    let sounds = Sounds {
        breath: Sound::Named("sea"),
        step: Sound::Named("chime"),
        bed: Sound::Named("rain"),
        ..Sounds::default()
    };
    let mut ensemble = Ensemble::default();
    assert_eq!(ensemble.timbre(&sounds), Some(Timbre::Sea));
    let [step, end] = ensemble.bells(&sounds);
    assert_eq!(step, Chosen::Ours(Bell::Chime));
    assert_eq!(end, Chosen::Ours(Bell::Bowl));
    assert_eq!(ensemble.bed(&sounds), Some(Chosen::Ours(Bed::Rain)));
    ensemble.mix.timbre = Some(Timbre::Hum);
    ensemble.mix.bell = Some(Bell::Gong);
    ensemble.mix.bed = Some(Bed::None);
    assert_eq!(ensemble.timbre(&sounds), Some(Timbre::Hum));
    assert_eq!(ensemble.bells(&sounds), [Chosen::Ours(Bell::Gong); 2]);
    assert_eq!(ensemble.bed(&sounds), None);
}

#[test]
fn a_file_of_the_authors_is_heard_where_it_is_there_and_nobody_chose_otherwise() {
    let sounds = named(file(), file());
    let mut ensemble = Ensemble::default();
    assert_eq!(ensemble.bells(&sounds)[0], Chosen::Ours(Bell::Bowl));
    assert_eq!(ensemble.bed(&sounds), None);
    let (step, below) = (clip(), clip());
    ensemble.step = Some(step.clone());
    ensemble.bed = Some(below.clone());
    assert_eq!(ensemble.bells(&sounds)[0], Chosen::Clip(&step));
    assert_eq!(ensemble.bed(&sounds), Some(Chosen::Clip(&below)));
    ensemble.mix.bell = Some(Bell::Notes);
    ensemble.mix.bed = Some(Bed::Sea);
    assert_eq!(ensemble.bells(&sounds)[0], Chosen::Ours(Bell::Notes));
    assert_eq!(ensemble.bed(&sounds), Some(Chosen::Ours(Bed::Sea)));
    ensemble.mix.bed_volume = Volume::SILENT;
    assert_eq!(ensemble.bed(&sounds), None);
}

#[test]
fn a_sound_of_ones_own_takes_the_place_of_the_one_with_its_name() {
    let own = clip();
    let mut ensemble = Ensemble::default();
    ensemble.own.insert("bowl", own.clone());
    ensemble.own.insert("rain", own.clone());
    let rain = named(Sound::Usual, Sound::Named("rain"));
    assert_eq!(ensemble.bells(&rain), [Chosen::Clip(&own); 2]);
    assert_eq!(ensemble.bed(&rain), Some(Chosen::Clip(&own)));
    ensemble.mix.bell = Some(Bell::Gong);
    assert_eq!(ensemble.bells(&rain)[0], Chosen::Ours(Bell::Gong));
}

#[test]
fn the_names_of_what_is_played_are_known_beforehand() {
    let mut mix = Mix::default();
    let sounds = Sounds {
        end: Sound::Named("gong"),
        bed: Sound::Named("brown"),
        ..Sounds::default()
    };
    assert_eq!(Ensemble::names(&mix, &sounds), ["bowl", "gong", "brown"]);
    mix.bell = Some(Bell::Chime);
    assert_eq!(Ensemble::names(&mix, &sounds), ["chime", "brown"]);
    mix.bell_volume = Volume::SILENT;
    mix.bed = Some(Bed::None);
    assert_eq!(Ensemble::names(&mix, &sounds), [""; 0]);
}
