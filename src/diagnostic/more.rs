//! Where one can read more about what was found.

use super::{Diagnostic, Rule};

/// The most rules that are named: more would be a list to read instead of a hint.
const MOST: usize = 3;

/// The command that tells more, about findings for which there is no certain change to offer.
/// Where there is one, the finding has said everything.
pub(super) fn command(diagnostics: &[Diagnostic]) -> Option<String> {
    let mut rules: Vec<Rule> = Vec::new();
    for found in diagnostics.iter().filter(|found| found.fix.is_none()) {
        if !rules.contains(&found.rule) {
            rules.push(found.rule);
        }
    }
    let names: Vec<_> = rules.iter().take(MOST).map(|rule| rule.name()).collect();
    (!names.is_empty()).then(|| format!("softly explain {}", names.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_is_named_once_and_only_where_the_change_is_not_plain() {
        let found = |rule| Diagnostic::error(rule, 0..1, "m");
        let table = [
            (vec![], None),
            (vec![found(Rule::BadTime).fix(0..1, "x")], None),
            (
                vec![
                    found(Rule::BadTime),
                    found(Rule::BadTime),
                    found(Rule::NoSteps),
                ],
                Some("softly explain bad-time no-steps"),
            ),
        ];
        for (found, wanted) in table {
            assert_eq!(command(&found).as_deref(), wanted);
        }
        let many: Vec<_> = Rule::ALL.iter().copied().map(found).collect();
        let named = command(&many).unwrap();
        assert_eq!(named.split(' ').count(), 2 + MOST);
    }
}
