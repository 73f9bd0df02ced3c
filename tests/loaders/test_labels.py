"""A form page reads the same, whichever of the words that mean the same it prints as a label."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku import loaders
from keikaku.graph.errors import SourceError
from keikaku.loaders.implementation_plan import family
from tests.generator.reading import Reader

PAGE = """あおぞら市行政改革2026 実施計画

推進期間：2026年度～2029年度

あおぞら市

{goal} 1 変化に強い組織

{initiative} 1 組織と人材の活性化

① 組織機構の最適化	経営企画課、人事課

{goal} 1 変化に強い組織

{initiative} 1 組織と人材の活性化

①	{plan} 組織機構の最適化	{department}	経営企画課、人事課

{overview}	{vision}（目標）
組織機構を毎年点検する。	責任の所在が明らかな組織

5レス	カウンター	キャッシュ	ペーパー	ファイル	ムーブ	情報公開	市ウェブサイト	その他
		○					○

{actions}	{schedule}				2029年度末までの目標値
	2026年度	2027年度	2028年度	2029年度
組織機構の点検	検討	実施 →	→		・残業の削減率 97％以上
"""


def read(tmp_path: Path, **labels: str) -> Any:
    words = {kind: others[0] for kind, others in family.LABELS.items()} | labels
    path = tmp_path / "aozora-2026-plan.txt"
    path.write_text(PAGE.format(**words), encoding="utf-8")
    records = loaders.load(path)
    groups = [(n.kind, n.label) for n in records.nodes if n.kind in {"Goal", "Initiative"}]
    prose = [n.facts.get("overview") for n in records.nodes if n.kind == "Plan"]
    return Reader(records).plans(), groups, prose


@pytest.mark.parametrize(
    ("kind", "word"), [(kind, word) for kind, words in family.LABELS.items() for word in words[1:]]
)
def test_a_word_that_means_the_same_reads_the_same(kind: str, word: str, tmp_path: Path) -> None:
    assert read(tmp_path, **{kind: word}) == read(tmp_path)


def test_a_list_headed_by_the_same_words_is_no_form_page(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["番号", "実施計画名", "所管課", "取組内容", "備考"])
    sheet.append(["1", "組織機構の最適化", "経営企画課", "点検", ""])
    book.save(tmp_path / "list.xlsx")
    from keikaku.loaders.implementation_plan.text_rows import rows_of
    from keikaku.loaders.implementation_plan.transform import is_of_family
    from keikaku.loaders.readers import read_source

    assert not is_of_family(rows_of(read_source(tmp_path / "list.xlsx"))[0])


def test_control_letters_of_a_text_layer_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "aozora-2026-plan.txt"
    words = {kind: others[0] for kind, others in family.LABELS.items()}
    text = PAGE.format(**words).replace("組織機構", "組\x01織\x02機\x7f構")
    path.write_text(text, encoding="utf-8")
    assert Reader(loaders.load(path)).plans()["1-1-1"]["title"] == "組織機構の最適化"
    path.write_bytes(text.encode() + bytes(100))
    with pytest.raises(SourceError, match="UTF-8"):
        loaders.load(path)
