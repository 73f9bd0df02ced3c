"""A file is read as text whatever its encoding, or refused with what, where and what to do."""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keikaku import loaders
from keikaku.graph.errors import SourceError
from keikaku.loaders.source import Source, read_source

PLAN = "実施計画名 窓口の改善\n所管課 市民課\n事業概要 手続を見直す。\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "hoshimi-plan.txt"


def read(path: Path, data: bytes) -> Source:
    path.write_bytes(data)
    return read_source(path)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PLAN.encode(), "utf-8-sig"),
        (codecs.BOM_UTF8 + PLAN.encode(), "utf-8-sig"),
        (PLAN.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_LE + PLAN.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"), "utf-16"),
        (PLAN.encode("cp932"), "cp932"),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-le", "utf-16-be", "cp932"],
)
def test_one_text_in_any_encoding(source: Path, data: bytes, encoding: str) -> None:
    decoded = read(source, data)
    assert (decoded.text, decoded.encoding, decoded.broken) == (PLAN, encoding, False)
    assert decoded.name == "hoshimi-plan.txt"
    assert decoded.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_system_are_one(source: Path, end: str) -> None:
    assert read(source, PLAN.replace("\n", end).encode()).text == PLAN


def test_letters_that_only_windows_has_are_read(source: Path) -> None:
    text = PLAN + "①②③ ㈱ 髙 﨑 ～\n"
    assert read(source, text.encode("cp932")).text == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text("市民課図書館①○→ABC09 、。\n\t", max_size=200))
def test_any_utf8_text_comes_back(source: Path, text: str) -> None:
    assert read(source, (PLAN + text).encode()).text == PLAN + text


def refused(path: Path) -> SourceError:
    with pytest.raises(SourceError) as raised:
        loaders.load(path)
    return raised.value


def assert_reports(error: SourceError, path: Path, ja: str, en: str) -> None:
    """What and where, in both languages, on one line, with no Japanese in the English one."""
    messages = {"ja": error.message("ja"), "en": error.message("en")}
    assert ja in messages["ja"]
    assert en in messages["en"]
    assert all(path.name in text and "\n" not in text for text in messages.values())
    assert not re.search(r"[ぁ-んァ-ヺ一-鿿]", messages["en"].replace(str(path), ""))
    assert messages["ja"].endswith("。")
    assert messages["en"].endswith(".")


def test_a_missing_file_is_reported(source: Path) -> None:
    assert_reports(refused(source), source, "見つかりません", "check its name")


def test_a_folder_is_reported(tmp_path: Path) -> None:
    assert_reports(refused(tmp_path), tmp_path, "フォルダー", "name the plan's text file")


def test_a_name_with_a_nul_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        loaders.load(tmp_path / "a\0b.txt")


def test_a_file_below_a_file_is_reported(source: Path) -> None:
    source.write_text(PLAN, encoding="utf-8")
    below = source / "plan.txt"
    assert_reports(refused(below), below, "読めません", "cannot be read")


@pytest.mark.parametrize("data", [b"", b" ", b"\r\n\n\t ", b"\n" * 10_000])
def test_a_file_with_nothing_in_it_is_empty(source: Path, data: bytes) -> None:
    source.write_bytes(data)
    assert_reports(refused(source), source, "空のファイル", "is empty")


@pytest.mark.parametrize(
    ("data", "ja", "en"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF", "is no PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00xl/workbook.xml", "Excel", "no Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "形式", "Save it as .xlsx"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "画像", "text recognised"),
        (b"\xff\xd8\xff\xe0" + bytes(64), "画像", "text recognised"),
    ],
    ids=["pdf", "xlsx", "doc", "png", "jpeg"],
)
def test_a_file_of_another_kind_is_reported_with_its_kind(
    source: Path, data: bytes, ja: str, en: str
) -> None:
    source.write_bytes(data)
    assert_reports(refused(source), source, ja, en)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        bytes(5_000),
        b"\x80\x81\xfe\xff" * 2_000,
        PLAN.encode() + bytes(4_000),
        PLAN.encode("utf-16-le"),
    ],
    ids=["every byte", "zeros", "high bytes", "text then zeros", "utf-16 without BOM"],
)
def test_bytes_that_are_no_text_are_refused(source: Path, data: bytes) -> None:
    source.write_bytes(data)
    assert_reports(refused(source), source, "UTF-8で保存し直して", "save it as UTF-8")


@pytest.mark.parametrize(
    "text", ["議事録\n本日の議題\n" * 20, "hello\n", "この実施計画名簿は別に定める。\n", "\ufeff."]
)
def test_a_text_of_another_family_is_reported(source: Path, text: str) -> None:
    source.write_text(text, encoding="utf-8")
    error = refused(source)
    assert "keikaku layout hoshimi-plan.txt" in error.message("ja")
    assert "no plan" in error.message("en") or "of a plan was found" in error.message("en")
    assert all("hoshimi-plan.txt" in error.message(lang) for lang in ("ja", "en"))


def test_a_few_broken_bytes_cost_their_lines_and_no_more(source: Path) -> None:
    data = (PLAN + "対象は市民である。\n" * 200).encode()
    at = data.index("手続".encode()) + 1
    source.write_bytes(data[:at] + b"\xff" + data[at + 1 :])
    records = loaders.load(source)
    (finding,) = [one for one in records.findings if one.code == "characters-broken"]
    assert [one.line for one in finding.evidence] == [3]
    assert "\ufffd" in finding.evidence[0].quote
    assert any(node.label == "1-1-1 窓口の改善" for node in records.nodes)


def test_each_broken_line_is_reported_once(source: Path) -> None:
    decoded = read(source, (PLAN * 100).encode() + b"\xff\n" + PLAN.encode() + b"\xff\xfe\xff\n")
    assert decoded.broken
    codes = [one.code for one in loaders.load(source).findings]
    assert codes.count("characters-broken") == 2


def test_a_text_without_fault_says_nothing_of_characters(source: Path) -> None:
    source.write_text(PLAN, encoding="utf-8")
    assert "characters-broken" not in [one.code for one in loaders.load(source).findings]


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("hoshimi-2031-plan.txt", "hoshimi-2031"),
        ("hoshimi.txt", "hoshimi"),
        ("星見市 2031_計画.txt", "星見市-2031-計画"),
        ("Ｈoshimi Plan.txt", "hoshimi"),
        ("plan.txt", "plan"),
        ("---.txt", "plan"),
        ("a/b", "b"),
    ],
)
def test_a_document_is_named_after_its_file(name: str, document: str) -> None:
    assert loaders.document_id_of(Path(name)) == document


@pytest.mark.parametrize("name", ["theme", "guideline", "", " / "])
def test_an_id_with_which_others_begin_is_no_document_s(name: str, source: Path) -> None:
    source.write_text(PLAN, encoding="utf-8")
    with pytest.raises(SourceError, match="使えません"):
        loaders.load(source, document_id=name)
