//! Tells an app in lines: what a canvas does for the eye. It remembers what was heard, compares it
//! with what is, and says the difference, whatever it was that changed it.

use super::aloud::aloud;
use super::announce::{Announced, Announcer};
use super::changes::{changes, told_breath};
use super::heard::{Heard, Shown};
use super::keys::keys;
use super::listener::Listener;
use super::opening::title;
use super::scene;
use crate::app::{App, Screen, chosen_position};
use crate::pages::sentence;
use crate::player::Transport;
use crate::time::Now;
use crate::timeline::Timeline;

/// Tells an app to a listener.
#[derive(Debug)]
pub(super) struct Teller {
    listener: Listener,
    heard: Option<Heard>,
    /// Whether the set-up stands behind a gate that was read.
    behind_gate: bool,
    announcer: Announcer,
}

impl Teller {
    /// Has told nothing yet.
    pub(super) fn new(listener: Listener) -> Self {
        Self {
            listener,
            heard: None,
            behind_gate: false,
            announcer: Announcer::default(),
        }
    }

    /// The lines for everything that has changed since the last time, and for what has begun in a
    /// session that plays.
    pub(super) fn tell(&mut self, app: &App, now: Now) -> Vec<String> {
        let (after, before) = (Heard::of(app), self.heard.take());
        let mut lines = self.changed(app, before.as_ref(), &after, now);
        if let Screen::Playing(playing) = &app.screen {
            self.follow(before.as_ref(), &after);
            if let Some(before) = &before {
                for (phase, length) in told_breath(before, app, now) {
                    self.announcer.is_told(phase, length);
                }
            }
            let player = &playing.player;
            // While it waits nothing begins, and what had begun before was said before.
            if let Transport::Playing { since, .. } = player.transport() {
                let about = self.announced(app, player.timeline());
                // Between the key and the first breath there is a moment in which nothing begins.
                let sets_out = since <= now;
                let begun = player.begun(now);
                lines.extend(self.announcer.catch_up(about, begun, sets_out));
            }
        }
        self.heard = Some(after);
        said(app, &lines)
    }

    /// Goes on where the session goes on, from what was heard of it.
    fn follow(&mut self, before: Option<&Heard>, after: &Heard) {
        let (Some(transport), Some(timeline)) = (after.transport, &after.timeline) else {
            return;
        };
        let old = before.and_then(|before| before.transport);
        if old == Some(transport) {
            return;
        }
        let parts = |heard: &Heard| {
            heard
                .timeline
                .as_ref()
                .map(|timeline| timeline.steps().len())
        };
        let known = before
            .is_some_and(|before| after.is_same_practice(before) && parts(before) == parts(after));
        match (old, transport) {
            // A pause alone leads nowhere.
            (Some(Transport::Playing { .. }), Transport::Paused { .. }) => {}
            (Some(Transport::Paused { at, .. }), Transport::Playing { from, .. })
                if known && timeline.breath_start(at) == from =>
            {
                self.announcer.resume(from);
            }
            (Some(_), Transport::Playing { from, .. })
                if known && before.is_some_and(|before| before.choices != after.choices) =>
            {
                self.announcer.resume(from);
            }
            (_, Transport::Playing { from: place, .. } | Transport::Paused { at: place, .. }) => {
                self.announcer.jump(timeline, place);
            }
        }
    }

    /// When there is next something to say if nobody does anything; none where nothing plays.
    pub(super) fn next(&self, app: &App, now: Now) -> Option<Now> {
        let Screen::Playing(playing) = &app.screen else {
            return None;
        };
        let player = &playing.player;
        let transport = player.transport();
        let next = self.announcer.next(self.announced(app, player.timeline()));
        let next = transport.when(next.unwrap_or(player.timeline().length()))?;
        // What has begun was said; a session that has come to a stop or its end is looked after.
        Some(match transport {
            Transport::Playing { since, .. } if now < since => since,
            _ => next,
        })
    }

    /// Takes what has changed as heard: whatever comes next tells it.
    pub(super) fn hush(&mut self, app: &App) {
        self.heard = Some(Heard::of(app));
    }

    /// Everything on the screen that is shown, once more.
    pub(super) fn again(&mut self, app: &App, now: Now) -> Vec<String> {
        let lines = scene::whole(app, self.listener, self.behind_gate, now);
        said(app, &lines)
    }

    /// All keys of the screen that is shown, and how to go on.
    pub(super) fn keys(&self, app: &App, now: Now) -> Vec<String> {
        let mut lines = keys(app);
        lines.extend(scene::prompt(app, self.listener, now));
        said(app, &lines)
    }

    /// What to say to a line that led to nothing, with how to go on.
    pub(super) fn nothing(&self, app: &App, mut said: Vec<String>, now: Now) -> Vec<String> {
        if said.is_empty() {
            said.push(app.words.aloud.as_far_as_it_goes.to_owned());
        }
        said.extend(scene::prompt(app, self.listener, now));
        self::said(app, &said)
    }

    /// What differs from what was heard, apart from what begins in a session that plays.
    fn changed(
        &mut self,
        app: &App,
        before: Option<&Heard>,
        after: &Heard,
        now: Now,
    ) -> Vec<String> {
        let Some(before) = before else {
            return scene::whole(app, self.listener, self.behind_gate, now);
        };
        let same = after.is_same_practice(before);
        if after.shown == before.shown && same {
            return changes(before, app, self.listener, now);
        }
        if before.shown.is_sheet() && same && !after.shown.is_sheet() {
            return self.uncovered(app, before, after, now);
        }
        self.behind_gate = match after.shown {
            Shown::Settle => before.shown == Shown::Gate,
            _ => self.behind_gate && after.shown.is_sheet(),
        };
        match (&app.screen, &before.shown) {
            (Screen::Playing(playing), shown) => {
                self.announcer = Announcer::default();
                let player = &playing.player;
                // The set-up has told it.
                if *shown == Shown::Settle && same {
                    return Vec::new();
                }
                vec![title(app.words, player.session(), player.choices())]
            }
            (Screen::Library(_), _) => {
                let first = app.words.aloud.back_on_list.to_owned();
                let lines = [first].into_iter();
                lines
                    .chain(scene::prompt(app, self.listener, now))
                    .collect()
            }
            (Screen::Over(_), Shown::Page(..)) if after.shown == Shown::Cards => {
                let first = app.words.aloud.back_on_cards.to_owned();
                let lines = [first].into_iter();
                lines
                    .chain(scene::prompt(app, self.listener, now))
                    .collect()
            }
            _ => scene::whole(app, self.listener, self.behind_gate, now),
        }
    }

    /// What was below something that was read: where one is, shortly.
    fn uncovered(&self, app: &App, before: &Heard, after: &Heard, now: Now) -> Vec<String> {
        let plays = match &app.screen {
            Screen::Playing(playing) => playing.player.transport().is_playing(),
            _ => false,
        };
        let goes_on = plays.then(|| app.words.plain.goes_on.to_owned());
        let list = match &app.screen {
            Screen::Library(_) => Some(app.words.aloud.back_on_list.to_owned()),
            Screen::Programme(at) => Some(sentence(&app.words.place(&at.programme.title, at.week))),
            _ => None,
        };
        let position = |heard: &Heard| heard.choices.as_ref().map(|c| c.position.clone());
        let moved = after.session.as_ref().zip(after.choices.as_ref());
        let moved = moved.filter(|_| position(before) != position(after));
        let moved =
            moved.map(|(session, choices)| sentence(&chosen_position(session, choices).title));
        let lines = moved.into_iter().chain(goes_on).chain(list);
        lines
            .chain(scene::prompt(app, self.listener, now))
            .collect()
    }

    fn announced<'a>(&self, app: &App, timeline: &'a Timeline) -> Announced<'a> {
        Announced {
            words: app.words,
            timeline,
            announce: app.settings.announce,
            listens: self.listener.answers,
        }
    }
}

/// Lines as they are read aloud, each on its own.
fn said(app: &App, lines: &[String]) -> Vec<String> {
    let lines = lines.iter().flat_map(|line| match &**line {
        "" => vec![String::new()],
        line => line
            .lines()
            .map(|line| aloud(app.words, line).into_owned())
            .collect(),
    });
    lines.collect()
}
