"""A folder of files is written whole or not at all, and never over what people made."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from keikaku.exports import folder
from keikaku.exports.folder import LIST, safe
from keikaku.graph.errors import KeikakuError
from keikaku.graph.files import PREFIX, write_whole


def write(target: Path, files: Mapping[str, str]) -> None:
    def writer(text: str) -> folder.Writer:
        return lambda path: write_whole(path, text)

    folder.write(target, {name: writer(text) for name, text in files.items()})


def contents(target: Path) -> dict[str, str]:
    return {
        path.relative_to(target).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(target.rglob("*"))
        if path.is_file() and path.name != LIST
    }


def failing(_path: Path) -> None:
    raise OSError(28, "No space left on device")


def test_a_second_run_replaces_what_the_first_wrote(tmp_path: Path) -> None:
    write(tmp_path / "pack", {"a.txt": "1", "forms/b.txt": "1"})
    write(tmp_path / "pack", {"a.txt": "2", "sheets/c.txt": "2"})
    assert contents(tmp_path / "pack") == {"a.txt": "2", "sheets/c.txt": "2"}
    assert not (tmp_path / "pack" / "forms").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_a_file_that_people_took_away_is_written_again(tmp_path: Path) -> None:
    write(tmp_path / "pack", {"a.txt": "1", "b.txt": "1"})
    (tmp_path / "pack" / "a.txt").unlink()
    write(tmp_path / "pack", {"a.txt": "2", "b.txt": "2"})
    assert contents(tmp_path / "pack") == {"a.txt": "2", "b.txt": "2"}


def test_folders_that_held_only_what_is_gone_go_too(tmp_path: Path) -> None:
    write(tmp_path / "pack", {"a.txt": "1", "forms/tax/2026/b.txt": "1", "forms/c.txt": "1"})
    write(tmp_path / "pack", {"a.txt": "1", "forms/c.txt": "1"})
    left = {path.name for path in (tmp_path / "pack").rglob("*")}
    assert left == {"a.txt", "forms", "c.txt", LIST}


def test_a_failure_while_writing_leaves_the_old_files(tmp_path: Path) -> None:
    write(tmp_path / "pack", {"a.txt": "1", "b.txt": "1"})
    before = (tmp_path / "pack" / LIST).read_text(encoding="utf-8")
    with pytest.raises(KeikakuError, match="No space left"):
        folder.write(tmp_path / "pack", {"a.txt": failing})
    assert contents(tmp_path / "pack") == {"a.txt": "1", "b.txt": "1"}
    assert (tmp_path / "pack" / LIST).read_text(encoding="utf-8") == before


def test_a_failure_while_swapping_moves_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows where Excel holds one of the files open."""
    write(tmp_path / "pack", {"a.txt": "1", "forms/b.txt": "1", "c.txt": "1"})
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if self.name == "c.txt":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with pytest.raises(KeikakuError, match="Permission denied"):
            write(tmp_path / "pack", {"a.txt": "2", "d.txt": "2"})
    assert contents(tmp_path / "pack") == {"a.txt": "1", "c.txt": "1", "forms/b.txt": "1"}
    write(tmp_path / "pack", {"a.txt": "3"})
    assert contents(tmp_path / "pack") == {"a.txt": "3"}


@pytest.mark.parametrize("typed", [".", "./", "../pack"])
def test_the_folder_one_stands_in_is_replaced_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    write(tmp_path / "pack", {"a.txt": "1"})
    monkeypatch.chdir(tmp_path / "pack")
    write(Path(typed), {"a.txt": "2"})
    assert contents(tmp_path / "pack") == {"a.txt": "2"}


def test_a_foreign_folder_is_refused_by_name_without_reading_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "photos").mkdir()
    for number in range(5):
        (tmp_path / "photos" / f"{number}.jpg").write_bytes(b"x")
    monkeypatch.setattr(folder, "_digest", lambda path: pytest.fail(f"read {path}"))
    with pytest.raises(KeikakuError, match=r"0\.jpg、1\.jpg、2\.jpg…"):
        write(tmp_path / "photos", {"a.txt": "1"})


def test_a_file_that_somebody_filled_in_is_kept(tmp_path: Path) -> None:
    write(tmp_path / "pack", {"form.txt": "1"})
    (tmp_path / "pack" / "form.txt").write_text("記入", encoding="utf-8")
    with pytest.raises(KeikakuError, match=r"form\.txt"):
        write(tmp_path / "pack", {"form.txt": "2"})
    assert contents(tmp_path / "pack") == {"form.txt": "記入"}


def test_empty_folders_and_links_of_people_stay(tmp_path: Path) -> None:
    write(tmp_path / "pack", {"a.txt": "1"})
    (tmp_path / "elsewhere.txt").write_text("x", encoding="utf-8")
    (tmp_path / "pack" / "later").mkdir()
    (tmp_path / "pack" / "link.txt").symlink_to(tmp_path / "elsewhere.txt")
    write(tmp_path / "pack", {"a.txt": "2"})
    assert (tmp_path / "pack" / "later").is_dir()
    assert (tmp_path / "pack" / "link.txt").is_symlink()
    with pytest.raises(KeikakuError, match=r"link\.txt"):
        write(tmp_path / "pack", {"a.txt": "3", "link.txt": "3"})
    assert (tmp_path / "elsewhere.txt").read_text(encoding="utf-8") == "x"
    assert contents(tmp_path / "pack")["a.txt"] == "2"


@pytest.mark.parametrize(
    "listed", ["[]", '{"files": []}', '{"files": {"../x": "1"}}', "{", '{"files": {"a": 1}}']
)
def test_an_odd_list_is_no_list(tmp_path: Path, listed: str) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    (tmp_path / "pack" / LIST).write_text(listed, encoding="utf-8")
    (tmp_path / "pack" / "a").write_text("mine", encoding="utf-8")
    with pytest.raises(KeikakuError):
        write(tmp_path / "pack", {"a": "2"})
    assert (tmp_path / "x").read_text(encoding="utf-8") == "mine"


def test_modes_follow_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write(tmp_path / "pack", {"forms/a.txt": "1"})
    finally:
        os.umask(old)
    modes = [stat.S_IMODE((tmp_path / "pack" / name).stat().st_mode) for name in (".", "forms")]
    assert modes == [0o750, 0o750]
    assert stat.S_IMODE((tmp_path / "pack" / "forms" / "a.txt").stat().st_mode) == 0o640


def test_what_a_killed_run_left_does_not_stand_in_the_way(tmp_path: Path) -> None:
    write(tmp_path / "pack", {"a.txt": "1"})
    (tmp_path / "pack" / f"{PREFIX}x" / "new").mkdir(parents=True)
    (tmp_path / "pack" / f"{PREFIX}x" / "new" / "a.txt").write_text("2", encoding="utf-8")
    write(tmp_path / "pack", {"a.txt": "3"})
    assert (tmp_path / "pack" / "a.txt").read_text(encoding="utf-8") == "3"


def test_the_list_names_each_file_with_its_hash(tmp_path: Path) -> None:
    write(tmp_path / "pack", {"a.txt": "abc"})
    listed = json.loads((tmp_path / "pack" / LIST).read_text(encoding="utf-8"))["files"]
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert listed == {"a.txt": digest}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("AUX .txt", "_AUX .txt"),
        ("COM¹", "_COM¹"),
        ("con", "_con"),
        ("a\u202eb\x85c", "a_b_c"),
        ("収納課", "収納課"),
        ("?", "_"),
        (". .", "_"),
    ],
)
def test_names_are_safe_on_windows(typed: str, name: str) -> None:
    assert safe(typed, set()) == name


def test_long_names_fit_with_their_endings() -> None:
    used: set[str] = set()
    names = [safe("課" * 90, used) for _ in range(3)]
    assert len({*names}) == 3
    assert all(len(f"{name}.xlsx".encode()) <= 255 for name in names)


def test_a_file_that_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    write(tmp_path / "site", {"a.html": "1", "b.html": "1"})
    before = (tmp_path / "site" / "a.html").stat().st_ino
    write(tmp_path / "site", {"a.html": "1", "b.html": "2"})
    assert (tmp_path / "site" / "a.html").stat().st_ino == before
    assert contents(tmp_path / "site") == {"a.html": "1", "b.html": "2"}


def test_the_list_of_files_names_them_as_people_read_them(tmp_path: Path) -> None:
    write(tmp_path / "pack", {"収納課/回答.txt": "1"})
    text = (tmp_path / "pack" / LIST).read_text(encoding="utf-8")
    assert '"収納課/回答.txt"' in text
    assert json.loads(text)["about"] == "keikaku"
