//! What is set holds at once, wherever one is, and only what somebody set is kept.

use super::*;
use crate::app::{AtSettings, Cursor, Over, SettingGroup, SettingRow, Sheet};
use crate::mouse::Mouse;
use crate::score::{Bed, Volume};
use crate::settings::{Colours, Heard, Moves, Picture, Remembers, Setting, SoundPart};
use crate::text::Clean;
use crate::view::theme::Mode;

/// Goes to the row of a setting, from the top; to that of a part of the sound by way of its own list.
fn go_to(app: &mut App, row: SettingRow) {
    let group = match row {
        SettingRow::Of(setting) if setting.part().is_some() => SettingGroup::ByEar,
        _ => SettingGroup::All,
    };
    if group == SettingGroup::ByEar {
        go_to(app, SettingRow::ByEar);
        press(app, Key::Right, 0.0);
    }
    press(app, Key::Home, 0.0);
    for _ in group.rows().take_while(|other| *other != row) {
        press(app, Key::Down, 0.0);
    }
}

fn open(app: &mut App) {
    press(app, Key::Char('s'), 110.0);
    assert!(matches!(app.screen.sheet(), Some(Sheet::Settings(_))));
}

#[test]
fn every_choice_of_every_setting_is_reached_kept_and_left_again() {
    for setting in Setting::ALL
        .into_iter()
        .filter(|setting| !setting.is_scale())
    {
        let mut app = app();
        open(&mut app);
        go_to(&mut app, SettingRow::Of(setting));
        let usual = app.settings;
        for choice in setting.choices().into_iter().skip(1) {
            let effects = press(&mut app, Key::Right, 1.0);
            assert_eq!(app.settings.chosen(setting), choice);
            let mut kept = Kept::default();
            kept.set(choice);
            assert_eq!(effects, [Effect::Keep(kept)], "{setting:?}");
        }
        press(&mut app, Key::Enter, 1.0);
        assert_eq!(app.settings, usual, "and round again");
        press(&mut app, Key::Char('h'), 1.0);
        let last = setting.choices().pop().unwrap();
        assert_eq!(app.settings.chosen(setting), last);
    }
}

#[test]
fn what_is_heard_has_a_list_of_its_own_that_escape_leads_back_from() {
    let mut app = app();
    open(&mut app);
    go_to(&mut app, SettingRow::Of(Setting::Bed));
    press(&mut app, Key::Right, 1.0);
    assert_eq!(app.settings.bed, Some(Bed::None));
    press(&mut app, Key::Esc, 2.0);
    let Some(Sheet::Settings(settings)) = app.screen.sheet() else {
        panic!("not the settings")
    };
    assert_eq!(
        settings.row(),
        Some(SettingRow::ByEar),
        "where one came from"
    );
    press(&mut app, Key::Esc, 3.0);
    assert!(matches!(app.screen, Screen::Library(_)));
}

#[test]
fn a_volume_is_kept_step_by_step() {
    for part in SoundPart::ALL {
        let mut app = app();
        open(&mut app);
        go_to(&mut app, SettingRow::Of(Setting::Volume(part)));
        assert_eq!(
            press(&mut app, Key::Right, 1.0),
            [],
            "it is as loud as can be"
        );
        let effects = press(&mut app, Key::Left, 1.0);
        assert!(matches!(&effects[..], [Effect::Keep(_)]), "{part:?}");
        assert_eq!(app.kept.settings.volume(part), Volume::of(9));
    }
}

#[test]
fn what_is_set_is_seen_at_once() {
    let mut app = app();
    open(&mut app);
    press(&mut app, Key::Right, 1.0);
    assert_eq!(app.look.picture, Picture::Tide);
    go_to(&mut app, SettingRow::Of(Setting::Colours));
    for mode in [Mode::Dark, Mode::Light] {
        press(&mut app, Key::Char(' '), 1.0);
        assert_eq!(app.look.theme.mode(), mode);
    }
    go_to(&mut app, SettingRow::Of(Setting::Moves));
    press(&mut app, Key::Left, 1.0);
    assert_eq!(app.settings.moves, Moves::None);
    assert!(!app.look.has_picture());
}

#[test]
fn what_was_asked_for_on_the_command_line_is_not_kept_with_what_is_set() {
    let asked = Settings {
        picture: Picture::Gauge,
        ..Settings::default()
    };
    let mut app = App::new(Look::default(), &ENGLISH, asked);
    open(&mut app);
    go_to(&mut app, SettingRow::Of(Setting::Colours));
    press(&mut app, Key::Right, 1.0);
    let kept: Vec<_> = app.kept.settings.differing().collect();
    assert_eq!(kept, [crate::settings::Chosen::Colours(Colours::Dark)]);
    assert_eq!(app.look.picture, Picture::Gauge, "and it still holds");
}

#[test]
fn a_session_waits_below_the_settings_and_goes_on_afterwards() {
    let mut app = playing("legs-resting");
    open(&mut app);
    assert_eq!(next_change(&app, at(110.0)), None, "nothing moves below");
    assert_eq!(place(&app, 500.0), Ms::seconds(10));
    press(&mut app, Key::Right, 500.0);
    press(&mut app, Key::Char('s'), 500.0);
    assert!(matches!(app.screen, Screen::Playing(_)));
    assert_eq!(place(&app, 501.0), Ms::seconds(11));
    assert_eq!(app.look.picture, Picture::Tide);
}

#[test]
fn the_sound_is_one_thing_whether_a_key_or_the_settings_switch_it() {
    let mut app = playing("legs-resting");
    press(&mut app, Key::Char('m'), 105.0);
    assert_eq!(app.kept, Kept::default(), "the key is for this time");
    open(&mut app);
    go_to(&mut app, SettingRow::Of(Setting::Heard));
    assert_eq!(app.settings.heard, Heard::Off);
    let effects = press(&mut app, Key::Right, 111.0);
    assert!(!app.muted);
    let [Effect::Hear(Some(hearing))] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert!(
        !hearing.muted,
        "on is what softly does by itself: nothing to keep"
    );
    let effects = press(&mut app, Key::Right, 112.0);
    assert!(app.muted && matches!(&effects[..], [Effect::Hear(_), Effect::Keep(_)]));
    press(&mut app, Key::Char('m'), 113.0);
    assert_eq!(app.settings.heard, Heard::On);
}

#[test]
fn the_other_words_are_a_row_and_a_key() {
    let mut app = app();
    open(&mut app);
    go_to(&mut app, SettingRow::Wording);
    press(&mut app, Key::Left, 1.0);
    assert_eq!(app.wording, Wording::Anatomical);
    assert_eq!(app.kept.wording, Wording::Anatomical);
    press(&mut app, Key::Char('v'), 1.0);
    assert_eq!(app.wording, Wording::Neutral);
}

#[test]
fn with_the_wish_to_remember_it_the_last_practice_is_forgotten() {
    let mut app = app();
    app.kept
        .set(crate::settings::Chosen::Remembers(Remembers::Last));
    app.settings = app.kept.settings;
    app.kept.practised(Some(&Clean::from_shown("legs-resting")));
    open(&mut app);
    go_to(&mut app, SettingRow::Of(Setting::Remembers));
    let effects = press(&mut app, Key::Right, 1.0);
    assert_eq!(effects, [Effect::Keep(Kept::default())]);
}

#[test]
fn a_click_on_the_chosen_setting_changes_it() {
    let mut app = app();
    open(&mut app);
    let row = Mouse::Click { column: 6, row: 5 };
    let effects = update(&mut app, Msg::Mouse(row), at(1.0));
    assert_eq!(effects, []);
    let Screen::Over(Over {
        sheet: Sheet::Settings(AtSettings { cursor, .. }),
        ..
    }) = &app.screen
    else {
        panic!("{:?}", app.screen)
    };
    assert_eq!(*cursor, Cursor::at(1));
    update(&mut app, Msg::Mouse(row), at(1.0));
    assert_eq!(app.settings.colours, Colours::Dark);
}
