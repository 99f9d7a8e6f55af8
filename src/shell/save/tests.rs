//! Files that are replaced, and files that stay as they were because they could not be.

use tempfile::TempDir;

use super::*;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn with_file(content: &[u8]) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.toml");
    fs::write(&path, content).unwrap();
    (folder, path)
}

#[test]
fn the_new_text_takes_the_name_and_the_old_one_is_kept() {
    let (folder, path) = with_file(b"old");
    let copy = replace(&path, b"old", b"new").unwrap();
    assert_eq!(names(folder.path()), ["a.toml", "a.toml~"]);
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(fs::read(&copy).unwrap(), b"old");
    // Once more: what is kept is what was there just before.
    replace(&path, b"new", b"newer").unwrap();
    assert_eq!(fs::read(&copy).unwrap(), b"new");
    assert_eq!(names(folder.path()), ["a.toml", "a.toml~"]);
}

#[test]
fn what_changed_meanwhile_or_is_gone_is_left_alone() {
    let (folder, path) = with_file(b"mine");
    let unsaved = replace(&path, b"old", b"new").unwrap_err();
    assert!(matches!(unsaved, Unsaved::Changed));
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    assert_eq!(names(folder.path()), ["a.toml"]);
    fs::remove_file(&path).unwrap();
    assert!(replace(&path, b"old", b"new").is_err());
    assert!(names(folder.path()).is_empty());
}

#[test]
fn where_the_old_text_cannot_be_kept_nothing_is_written() {
    let (folder, path) = with_file(b"old");
    fs::create_dir(folder.path().join("a.toml~")).unwrap();
    let unsaved = replace(&path, b"old", b"new").unwrap_err();
    assert!(unsaved.to_string().contains("as it was"), "{unsaved}");
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["a.toml", "a.toml~"]);
}

#[test]
fn a_file_that_may_only_be_read_stays_as_it_was() {
    let (folder, path) = with_file(b"old");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert!(matches!(
        replace(&path, b"old", b"new"),
        Err(Unsaved::ReadOnly)
    ));
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["a.toml"]);
}

#[test]
#[cfg(unix)]
fn permissions_stay_and_a_link_leads_to_what_is_replaced() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (folder, path) = with_file(b"old");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let links = TempDir::new().unwrap();
    let link = links.path().join("link.toml");
    symlink(&path, &link).unwrap();
    // A link in place of the kept file is replaced, and what it led to is not touched.
    let precious = folder.path().join("precious");
    fs::write(&precious, "precious").unwrap();
    symlink("precious", folder.path().join("a.toml~")).unwrap();
    let copy = replace(&link, b"old", b"new").unwrap();
    assert!(link.is_symlink() && !copy.is_symlink());
    assert_eq!(names(links.path()), ["link.toml"]);
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(fs::read(&precious).unwrap(), b"precious");
    for path in [path, copy] {
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
}
