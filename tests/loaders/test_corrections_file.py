"""The corrections file accepts harmless slips, and refuses the rest with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.graph.errors import CorrectionError
from keikaku.loaders.corrections import parse, read
from keikaku.loaders.corrections.corrections_skeleton import scalar
from keikaku.loaders.strict_yaml import YamlText

GOOD = """\
keikaku-corrections: 1
document: aoba-2030
corrections:
  - confirm: {finding: baseline-at-target, plan: 2-2-1}
    who: 行政管理課 山田
    why: 維持を目標としている
    when: 2031-04-01
"""


def refusal(text: str) -> str:
    with pytest.raises(CorrectionError) as refused:
        parse(text, "aoba.yaml")
    return refused.value.message("en")


def outcome(text: str) -> str:
    """The file's name as it was read, or the refusal."""
    try:
        return parse(text, "aoba.yaml").file
    except CorrectionError as refused:
        return refused.message("en")


def test_an_entry_says_what_who_why_when_and_where() -> None:
    (entry,) = parse(GOOD, "aoba.yaml").entries
    assert entry.operation == "confirm"
    assert entry.body == {"finding": "baseline-at-target", "plan": "2-2-1"}
    assert entry.signature == {
        "who": "行政管理課 山田",
        "why": "維持を目標としている",
        "when": "2031-04-01",
    }
    assert (entry.file, entry.line) == ("aoba.yaml", 4)


def test_an_entry_left_blank_is_a_draft_and_does_nothing() -> None:
    draft = "  - set: {plan: 1-1-1, disclosed: }\n    who:\n    why: ''\n    when:\n"
    corrections = parse(GOOD + draft, "aoba.yaml")
    assert (len(corrections.entries), corrections.drafts) == (1, 1)


@pytest.mark.parametrize("nothing", ["", " []", " ''"])
def test_a_file_with_nothing_to_correct_is_well(nothing: str) -> None:
    text = f"keikaku-corrections: 1\ndocument: aoba-2030\ncorrections:{nothing}\n"
    assert parse(text, "aoba.yaml").entries == ()


@pytest.mark.parametrize("when", ["2031-4-1", "2031/04/01", "2031.4.1", '"2031-04-01"'])
def test_a_date_is_understood_as_people_write_it(when: str) -> None:
    (entry,) = parse(GOOD.replace("2031-04-01", when), "aoba.yaml").entries
    assert entry.when == "2031-04-01"


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode("utf-8"),
        GOOD.encode("utf-8-sig"),
        GOOD.encode("cp932"),
        GOOD.replace("\n", "\r\n").encode("utf-8"),
    ],
)
def test_a_file_is_read_however_an_editor_saved_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "aoba.yaml"
    path.write_bytes(content)
    assert read(path).entries[0].why == "維持を目標としている"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("keikaku-corrections: 1", "keikaku-corrections: 2", 1, "keikaku-corrections: 1"),
        ("document: aoba-2030\n", "", 1, "document: is missing"),
        ("document", "docment", 2, "Did you mean “document”?"),
        ("  - confirm", "  - conform", 4, "Did you mean “confirm”?"),
        ("    who: 行政管理課 山田\n", "", 4, "who is missing"),
        ("why: 維持を目標としている", "why:", 4, "why is missing"),
        ("when: 2031-04-01", "when: 来週", 7, "2026-04-01"),
        ("when: 2031-04-01", "when: 2031-02-30", 7, "2031-02-30"),
        ("when: 2031-04-01", "when: 2031-02-03-04", 7, "2026-04-01"),
        ("    why", "    who: 二人目\n    why", 6, "who stands here twice"),
        ("baseline-at-target", "baseline-at-traget", 4, "“baseline-at-target”?"),
        ("finding: baseline-at-target, ", "", 4, "finding must name"),
        ("plan: 2-2-1", "pln: 2-2-1", 4, "Did you mean “plan”?"),
        ("plan: 2-2-1", "plan: 2-2-1, theme: DX, sdg: 1.1", 4, "theme and sdg"),
        ("    who", "    settles: unread-text\n    who", 5, "settles goes with"),
        ("    who", "    set: {plan: 1-1-1, title: x}\n    who", 4, "exactly one of"),
        ("{finding: baseline-at-target, plan: 2-2-1}", "はい", 4, "name: value"),
        ("{finding: baseline-at-target, plan: 2-2-1}", "[1]", 4, "name: value"),
        ("confirm: {finding: baseline-at-target", "set: {was: 1", 4, "set must say"),
        ("    who: 行政管理課 山田", "    who: [山田]", 5, "must be words"),
        ("    who: ", "    who: &someone ", 5, "& or *"),
        ("    who: ", "\twho: ", 5, "not YAML"),
        ("corrections:\n  - confirm", "corrections:\n  confirm", 5, ""),
    ],
)
def test_a_slip_is_refused_with_its_line_and_what_to_write(
    old: str, new: str, line: int, words: str
) -> None:
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    message = refusal(text)
    assert message.startswith(f"aoba.yaml, line {line}: ")
    assert words in message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("# 未記入\n", "is empty"),
        ("ただの文", "name: value"),
        ("a\0b", "not YAML"),
        ("- " * 50 + "x", "nested too deep"),
        ("[" * 5000, "nested too deep"),
        ("? [a]\n: b\n", "must be text"),
        ("a: 1\n---\nb: 2\n", "not YAML"),
        (GOOD.replace("corrections:\n", "corrections: x\n").split("  - ")[0], "takes a list"),
    ],
)
def test_what_is_no_corrections_file_is_refused(text: str, words: str) -> None:
    assert words in refusal(text)


def test_two_entries_on_one_matter_are_refused_with_both_lines() -> None:
    entry = GOOD.split("corrections:\n")[1]
    message = refusal(GOOD + entry)
    assert message.startswith("aoba.yaml, line 8: line 4 corrects the same")


def test_two_facts_of_one_plan_may_be_set_apart_but_one_fact_not_twice() -> None:
    entry = GOOD.split("corrections:\n")[1]
    title = entry.replace("confirm: {finding: baseline-at-target", "set: {title: x")
    vision = entry.replace("confirm: {finding: baseline-at-target", "set: {vision: x")
    assert len(parse(GOOD + title + vision, "aoba.yaml").entries) == 3
    assert "corrects the same" in refusal(GOOD + title + title.replace("x", "y"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x81", "not text"),
        (b"#" * 5_000_001, "too large"),
        (None, "cannot be opened"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_its_name(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "aoba.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CorrectionError) as refused:
        read(path)
    assert refused.value.message("en").startswith("aoba.yaml: ")
    assert words in refused.value.message("en")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match="開けません"):
        read(tmp_path)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert "aoba.yaml" in outcome(text)


@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(GOOD)))
    end = data.draw(st.integers(at, min(len(GOOD), at + 30)))
    text = GOOD[:at] + data.draw(st.text(max_size=10)) + GOOD[end:]
    assert "aoba.yaml" in outcome(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_that_is_written_is_read_back(words: str) -> None:
    source = YamlText("x")
    root = source.root(f"key: {scalar(words)}\n")
    assert source.plain(root) == {"key": words}
