//! The keys for closed eyes: large ones. What has no place in here begins a session, or pauses it,
//! so that a hand that only finds the keyboard finds what it is looking for.

use super::{Action, Binding, Key, Place, known, shown};
use Key::{Backspace, Char, Down, Enter, Esc, Left, PageDown, PageUp, Right, Up};

pub(super) static TABLE: &[Binding] = &[
    shown(Place::SettleByEar, &[Char(' '), Enter], Action::AnyBegins),
    shown(Place::SettleByEar, &[Char('q')], Action::Leave),
    shown(Place::SettleByEar, &[Char('w')], Action::WhenToStop),
    shown(Place::SettleByEar, &[Char('e')], Action::EyesClosed),
    shown(Place::SettleByEar, &[Right], Action::NextPosition),
    shown(Place::SettleByEar, &[Up], Action::MoreTime),
    shown(Place::SettleByEar, &[Esc, Backspace], Action::Back),
    known(Place::SettleByEar, &[Left], Action::PreviousPosition),
    known(Place::SettleByEar, &[Down], Action::LessTime),
    known(Place::SettleByEar, &[Char('m')], Action::Mute),
    known(Place::SettleByEar, &[Char('1')], Action::BreathSound),
    known(Place::SettleByEar, &[Char('2')], Action::Bells),
    known(Place::SettleByEar, &[Char('3')], Action::Bed),
    known(Place::SettleByEar, &[Char('4')], Action::Voice),
    known(Place::SettleByEar, &[PageDown], Action::ScreenDown),
    known(Place::SettleByEar, &[PageUp], Action::ScreenUp),
    known(Place::SettleByEar, &[Char('?')], Action::Help),
    shown(Place::PlayingByEar, &[Char(' '), Enter], Action::AnyPauses),
    shown(Place::PlayingByEar, &[Char('q')], Action::Leave),
    shown(Place::PlayingByEar, &[Char('w')], Action::WhenToStop),
    shown(Place::PlayingByEar, &[Esc, Backspace], Action::Stop),
    known(Place::PlayingByEar, &[Char('m')], Action::Mute),
    known(Place::PlayingByEar, &[Char('1')], Action::BreathSound),
    known(Place::PlayingByEar, &[Char('2')], Action::Bells),
    known(Place::PlayingByEar, &[Char('3')], Action::Bed),
    known(Place::PlayingByEar, &[Char('4')], Action::Voice),
    known(Place::PlayingByEar, &[Char('?')], Action::Help),
];
