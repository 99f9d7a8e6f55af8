//! What must hold for everything that can be set.

use super::*;

#[test]
fn every_choice_can_be_chosen_and_is_found_by_its_name() {
    for setting in Setting::ALL {
        let choices = setting.choices();
        assert_eq!(choices[0], Settings::default().chosen(setting));
        for choice in choices {
            let mut settings = Settings::default();
            settings.choose(choice);
            assert_eq!(settings.chosen(setting), choice);
            assert_eq!(choice.setting(), setting);
            assert_eq!(setting.choice(&choice.name()), Some(choice));
        }
        assert_eq!(setting.choice("loud"), None);
    }
}

#[test]
fn choices_are_gone_through_in_both_directions_and_round_again() {
    for setting in Setting::ALL
        .into_iter()
        .filter(|setting| !setting.is_scale())
    {
        for forward in [true, false] {
            let mut settings = Settings::default();
            let mut seen = Vec::new();
            for _ in setting.choices() {
                let next = settings.next(setting, forward);
                settings.choose(next);
                seen.push(next.name());
            }
            assert_eq!(settings, Settings::default());
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), setting.choices().len());
        }
    }
}

#[test]
fn a_volume_goes_down_to_silence_and_no_further_and_up_again() {
    for part in SoundPart::ALL {
        let mut settings = Settings::default();
        let mut turn = |louder: bool| {
            let next = settings.next(Setting::Volume(part), louder);
            settings.choose(next);
            settings.volume(part).steps()
        };
        let down: Vec<u8> = (0..12).map(|_| turn(false)).collect();
        assert_eq!(down, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0], "{part:?}");
        let up: Vec<u8> = (0..11).map(|_| turn(true)).collect();
        assert_eq!(up, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10], "{part:?}");
    }
}

#[test]
fn only_what_somebody_chose_differs() {
    let settings = Settings {
        picture: Picture::Orb,
        heard: Heard::Off,
        ..Settings::default()
    };
    let differing: Vec<Chosen> = settings.differing().collect();
    assert_eq!(
        differing,
        [Chosen::Picture(Picture::Orb), Chosen::Heard(Heard::Off)]
    );
}
