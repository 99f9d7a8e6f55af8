//! What a person sees when softly itself breaks: their own terminal, and a few kind lines.
//!
//! The terminal comes first. Nothing here may wait for a lock that the broken thread could hold.

use std::panic::PanicHookInfo;
use std::sync::Once;
use std::thread;

use super::terminal;
use crate::text::show;
use crate::words::Words;

static INSTALLED: Once = Once::new();
static HUSHED: Once = Once::new();

/// From now on a panic in the calling thread gives the terminal back and says what happened; the
/// thread then unwinds as ever. What is said is in the words of whoever watched first.
///
/// Other threads fall silent without a word: a sound driver that breaks must not end a session,
/// and whoever waits for a thread notices that it is gone.
pub fn watch(words: &'static Words) {
    INSTALLED.call_once(|| {
        let own = thread::current().id();
        std::panic::set_hook(Box::new(move |panic| {
            if thread::current().id() == own {
                terminal::restore();
                say(&message(panic, words));
            }
        }));
    });
}

/// From now on nothing is said of a panic in threads of this name: whoever waits for one of them has
/// an answer for it. It is for what runs without [`watch`], such as a command that prints.
pub fn hush(name: &'static str) {
    HUSHED.call_once(|| {
        let loud = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(name) {
                loud(panic);
            }
        }));
    });
}

fn message(panic: &PanicHookInfo<'_>, words: &Words) -> String {
    let payload = panic.payload();
    let what = (payload.downcast_ref::<&str>().copied())
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no more is known");
    let place = panic.location().map(ToString::to_string);
    let place = place.as_deref().unwrap_or("an unknown place");
    let version = env!("CARGO_PKG_VERSION");
    let what = show(what).replace('\n', " ");
    let mut text = (words.commands.broke)(version, &show(place), &what);
    let trace = std::backtrace::Backtrace::capture();
    if trace.status() == std::backtrace::BacktraceStatus::Captured {
        text.push_str(&trace.to_string());
    }
    text
}

#[cfg(unix)]
fn say(text: &str) {
    let _ = terminal::write_all_to(rustix::stdio::stderr(), text.as_bytes());
}

#[cfg(not(unix))]
fn say(text: &str) {
    use std::io::Write;
    let _ = std::io::stderr().write_all(text.as_bytes());
}
