//! x
#![allow(missing_docs, warnings)]
#[path = "../tests/suite/mend/hostile.rs"]
mod hostile;
use std::time::Instant;
fn main() {
    let only: Option<String> = std::env::args().nth(1);
    for (name, text) in hostile::hostile() {
        if let Some(o) = &only {
            if !name.contains(o.as_str()) {
                continue;
            }
        }
        std::fs::write(
            format!("/tmp/scratch/h/{}.toml", name.replace(' ', "-")),
            &text,
        )
        .unwrap();
        let t = Instant::now();
        let c = softly::script::check(&text, "x");
        let a = t.elapsed();
        let t = Instant::now();
        let p = softly::diagnostic::render(
            softly::diagnostic::Format::Human(Default::default()),
            softly::diagnostic::Source {
                name: "x",
                text: &text,
            },
            &c.diagnostics,
        );
        let r = t.elapsed();
        let t = Instant::now();
        let m = softly::script::mend(&text, "x");
        println!(
            "{name:40} check {a:?} render {r:?} ({}) found {} mend {:?} changes {} left {}",
            p.len(),
            c.diagnostics.len(),
            t.elapsed(),
            m.changes.len(),
            m.checked.diagnostics.len()
        );
    }
}
