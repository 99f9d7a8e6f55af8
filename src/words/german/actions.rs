//! German: what the keys do.

use crate::app::Action;

/// In a word or two for the footer, and in a line for the help.
pub(super) fn action(action: Action) -> (&'static str, &'static str) {
    match action {
        Action::Up => ("hoch", "Nach oben, oder zurück im Text"),
        Action::Down => ("runter", "Nach unten, oder weiter im Text"),
        Action::First => ("Anfang", "Zum Anfang"),
        Action::Last => ("Ende", "Zum Ende"),
        Action::Open => ("öffnen", "Das Gewählte öffnen"),
        Action::GoOn => ("weiter", "Weiter zum Einrichten"),
        Action::WhichKey => ("welche Taste", "Welche Taste hier weiterführt"),
        Action::Begin => ("Beginn", "Beginnen"),
        Action::Back => ("zurück", "Zurück dahin, wo du warst"),
        Action::Leave => ("Ende", "softly sofort beenden"),
        Action::Pause => ("Pause", "Pause, oder weiter mit einem neuen Atemzug"),
        Action::Skip => ("überspringen", "Weiter zum nächsten Abschnitt"),
        Action::StepBack => ("nochmal", "Diesen Abschnitt nochmal, oder den davor"),
        Action::Longer => ("langsamer", "Ein längerer Atemzug"),
        Action::Shorter => ("schneller", "Ein kürzerer Atemzug"),
        Action::OtherWords => (
            "Wörter",
            "Neutrale Wörter für den Beckenbereich, oder anatomische",
        ),
        Action::Mute => ("Ton", "Ton aus oder an"),
        Action::BreathSound
        | Action::Bells
        | Action::Bed
        | Action::Voice
        | Action::EyesClosed
        | Action::AnyBegins
        | Action::Agree
        | Action::Stop
        | Action::OwnPace
        | Action::AnyPauses => others(action),
        Action::Help => ("Hilfe", "Diese Tasten"),
        Action::NextPosition => ("Haltung", "Die nächste Haltung"),
        Action::PreviousPosition => ("Haltung", "Die Haltung davor"),
        Action::MoreTime => ("mehr Zeit", "Eine längere Übung"),
        Action::LessTime => ("weniger Zeit", "Eine kürzere Übung"),
        Action::Holds => ("Innehalten", "Innehalten beim Atmen an oder aus"),
        Action::Squeezes => ("Zusammenziehen", "Kleines Zusammenziehen an oder aus"),
        Action::AskedParts => (
            "mehr Stellen",
            "Stellen, die erst auf Wunsch dazukommen, an oder aus",
        ),
        Action::WithoutOptional => ("kürzer", "Ohne die freiwilligen Abschnitte, oder mit ihnen"),
        Action::WhenToStop => ("aufhören?", "Wann aufhören, und wo es Hilfe gibt"),
        Action::Cards => ("Karten", "Karten zum Lesen"),
        Action::Read => ("lesen", "Diese Karte lesen"),
        Action::NextPage => ("nächste Seite", "Die nächste Seite"),
        Action::PreviousPage => ("Seite davor", "Die Seite davor"),
        Action::ScreenDown => ("weiter unten", "Einen Bildschirm weiter"),
        Action::ScreenUp => ("weiter oben", "Einen Bildschirm zurück"),
        Action::Ground => ("ankommen", "Ein paar Minuten Ankommen im Raum"),
        Action::Programmes => ("Programme", "Wochen zum Üben"),
        Action::NextWeek => ("nächste Woche", "Ein Blick in die Woche danach"),
        Action::PreviousWeek => ("Woche davor", "Ein Blick in die Woche davor"),
        Action::Follow => ("folgen", "Diesem Programm folgen, ab dieser Woche"),
        Action::Unfollow => ("nicht mehr folgen", "Diesem Programm nicht mehr folgen"),
        Action::Unlock => ("von uns gewählt", "In der Therapie gewählt, oder nicht"),
        Action::Drawing => ("Zeichnung", "Die Zeichnung der Haltung, groß"),
        Action::NextPicture => ("Bild", "Ein anderes Bild für den Atem"),
        Action::Names => ("Namen", "Namen neben dem Bild des Körpers, oder keine"),
        Action::OtherAnchor => (
            "Anker",
            "Aufmerksamkeit woanders: Geräusche, Hände, Füße, Sehen",
        ),
        Action::Steps => ("Schritte", "Die Schritte, um zu einem zu gehen"),
        Action::GoTo => ("dorthin", "Zu diesem Schritt, und von dort weiter"),
        Action::Lighter => ("leichter", "Leichter, oder eine andere Haltung"),
        Action::TakePosition => ("weiter", "Weiter, in dieser Haltung"),
        Action::Fade => (
            "dunkel",
            "Der Bildschirm wird dunkel; jede Taste holt ihn zurück",
        ),
        Action::Search => ("suchen", "In der Liste suchen, durch Tippen"),
        Action::Erase => ("löschen", "Einen Buchstaben zurücknehmen"),
        Action::Favourite => ("Favorit", "Als Favorit merken, oder nicht mehr"),
        Action::Settings => (
            "Einstellungen",
            "Einstellungen: Bild, Farben, Bewegung, Ton",
        ),
        Action::NextChoice => ("ändern", "Die nächste Möglichkeit"),
        Action::PreviousChoice => ("zurück ändern", "Die Möglichkeit davor"),
        Action::HoldOpen => (
            "hier bleiben",
            "Hier bleiben, oder von hier aus weiter (in der Praxis)",
        ),
        Action::Tap => (
            "mittippen",
            "Mittippen, wenn ein Einatem beginnt (in der Praxis)",
        ),
        Action::Bare => (
            "weniger zeigen",
            "Bild und Wörter allein, dann nichts, dann alles (in der Praxis)",
        ),
        Action::Suspend => (
            "beiseitelegen",
            "softly beiseitelegen; fg holt es zurück, in Pause",
        ),
    }
}

/// The same of what is heard, of closed eyes, and of what needs more words.
fn others(action: Action) -> (&'static str, &'static str) {
    match action {
        Action::Agree => (
            "von uns gewählt",
            "In der Therapie haben wir das gewählt: weiter zum Einrichten",
        ),
        Action::Stop => (
            "aufhören",
            "Hier aufhören: Zeit zum Zurückkommen, dann die Liste",
        ),
        Action::OwnPace => (
            "eigenes Tempo",
            "Dein eigenes Tempo: keine Wörter, kein Zählen",
        ),
        Action::BreathSound => ("Atemklang", "Der Klang des Atems aus oder an"),
        Action::Bells => ("Glocken", "Die Glocken aus oder an"),
        Action::Bed => ("Hintergrund", "Etwas Leises unter allem, aus oder an"),
        Action::Voice => ("Stimme", "Die Stimme aus oder an"),
        Action::EyesClosed => ("gesprochen", "Alles wird gesprochen, oder nicht"),
        Action::AnyBegins => ("oder jede Taste", "Beginnen, wie jede andere Taste"),
        _ => (
            "oder jede: Pause",
            "Pause oder weiter, wie jede andere Taste; gehalten: Ende",
        ),
    }
}
