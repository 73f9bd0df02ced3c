"""Layout files: a mistake is reported with its line; a proposal is read unchanged."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph.errors import SourceError
from keikaku.loaders import load
from keikaku.loaders.layouts.layout_file import built_in, read_layout
from keikaku.loaders.layouts.proposal.layout_writer import layout_text
from keikaku.loaders.layouts.proposal.proposal import propose
from keikaku.loaders.readers import read_source
from tests.makers.excel import make_excel
from tests.makers.printed import Break, Grid, Line, Printed, Slot
from tests.makers.web import make_web
from tests.makers.word import make_word

_MINIMAL = "layout: keikaku-layout/1\nid: own\ntitle: {ja: 自前}\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("layout: keikaku-layout/1\nid: own\n", 1, "title"),
        (f"{_MINIMAL}labels:\n  - {{label: [名], means: plan.titel}}\n", 5, "plan.titel"),
        (f"{_MINIMAL}colour: red\n", 4, "colour"),
        ("a: [\n", 2, "YAML"),
    ],
)
def test_a_mistake_is_reported_with_its_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as error:
        read_layout(path)
    assert f"own.yaml の {line} 行目:" in error.value.message("ja")
    assert words in error.value.message("ja")


def test_what_is_built_in_is_valid() -> None:
    ids = [layout.id for layout in built_in()]
    assert ids[-1] == "generic"
    assert {"action-plan", "project-evaluation", "strategy-indicators"} <= set(ids)


def _unknown_book(path: Path) -> Path:
    """A list whose labels the catalogue does not know but for a few."""
    head = ("整理番号", "お仕事の名", "もちば", "めざすところ", "ことしの目あて", "備考")
    rows = [
        ("A-1", "花いっぱい運動", "花と緑の課", "花の咲くまち", "花壇20か所", ""),
        ("A-2", "読書の輪", "本の森の課", "本を読むまち", "読書会12回", ""),
        ("A-3", "朝市の再生", "にぎわい課", "人の集うまち", "出店30店", ""),
    ]
    grid = Grid((1, 2, 2, 2, 2, 1), [tuple(map(Slot, head)), *(tuple(map(Slot, r)) for r in rows)])
    return make_excel([Line("そよかぜ町 しごとの帳面"), grid], path)


def test_a_layout_makes_an_unknown_book_readable(tmp_path: Path) -> None:
    book = _unknown_book(tmp_path / "book.xlsx")
    with pytest.raises(SourceError):
        load(book)
    text = layout_text(propose(read_source(book)))
    for name, fact in (("お仕事の名", "plan.title"), ("もちば", "department")):
        line = f'- {{label: ["{name}"], means: {fact}}}'
        assert f"#? {line}" in text
        text = text.replace(f"#? {line}", line)
    layout = tmp_path / "layout.yaml"
    layout.write_text(text, encoding="utf-8")
    records = load(book, layout=layout)
    plans = {n.facts["number"]: n.facts["title"] for n in records.nodes if n.kind == "Plan"}
    assert plans == {"A-1": "花いっぱい運動", "A-2": "読書の輪", "A-3": "朝市の再生"}
    departments = {n.facts["name"] for n in records.nodes if n.kind == "Department"}
    assert departments == {"花と緑の課", "本の森の課", "にぎわい課"}
    assert any(f.code == "label-unread" for f in records.findings)


def _unknown_forms(path: Path) -> Path:
    """Forms whose labels nobody else prints."""
    blocks: list[Printed] = []
    for number, title, office, why in (
        ("い-1", "花の街道", "花みどり係", "街道沿いの花壇が荒れている。"),
        ("い-2", "朝市", "にぎわい係", "出店者が高齢化している。"),
    ):
        rows = (("通しばんごう", number), ("なまえ", title), ("だれが", office), ("なぜ", why))
        blocks += [Break(), Grid((20, 80), [(Slot(a, head=True), Slot(b)) for a, b in rows])]
    return make_word(blocks, path)


def test_labels_of_unknown_forms_are_distinguished_from_values(tmp_path: Path) -> None:
    forms = _unknown_forms(tmp_path / "forms.docx")
    labels = {each.label: each for each in propose(read_source(forms)).labels}
    assert list(labels) == ["通しばんごう", "なまえ", "だれが", "なぜ"]
    facts = {name: each.meaning.fact for name, each in labels.items() if each.meaning}
    assert facts == {
        "通しばんごう": "plan.number",
        "なまえ": "plan.title",
        "だれが": "department",
        "なぜ": "plan.problem",
    }
    assert labels["なぜ"].sureness == "doubtful"
    assert labels["なぜ"].example == "街道沿いの花壇が荒れている。"


WELFARE = (
    ("柱", "くらしの事業", "受け持ち", "いっしょに動く人たち", "どんなことをするか"),
    ("ものさし", "いま", "めざす数", "R8", "R9"),
)


def _welfare_book(path: Path) -> Path:
    """A list of a family that nobody prints so: everyday words for every label."""
    rows = [
        ("１ つながる", "ふれあいサロン", "地域ささえあい課", "社会福祉協議会、町内会連合会",
         "月1回のサロンを各地区でひらく", "サロンの数", "24か所（R6）", "40か所", "準備", "→"),
        ("１ つながる", "見守り訪問", "長寿あんしん課", "民生委員児童委員協議会",
         "配達の事業者と見守る", "協力事業所の数", "85社（R6）", "150社", "協定", "検証"),
        ("２ 暮らす", "移動の支援", "長寿あんしん課", "タクシー協会",
         "タクシー券をくばる", "利用者", "1,200人（R6）", "1,800人", "継続", "見直し"),
    ]  # fmt: skip
    head = tuple(Slot(text, head=True) for text in (*WELFARE[0], *WELFARE[1]))
    grid = Grid((1,) * 10, [head, *(tuple(map(Slot, row)) for row in rows)])
    return make_word([Line("もみじ野市地域福祉推進計画（令和8～9年度）", 1), grid], path)


def _settled(text: str) -> str:
    """The proposal, as a planner leaves it who finds all that is doubtful right."""
    return "\n".join(
        line if "理由を書く" in line else line.replace("  #? - ", "  - ")
        for line in text.splitlines()
    )


def test_a_book_in_everyday_words_is_proposed_from_its_cells(tmp_path: Path) -> None:
    book = _welfare_book(tmp_path / "momijino.docx")
    proposal = propose(read_source(book))
    assert (proposal.choice.reading.names_plans, proposal.if_right) == (False, 3)
    assert proposal.plans[0].title == "ふれあいサロン"
    facts = {each.label: each.meaning.fact for each in proposal.labels if each.meaning}
    assert facts == {
        "柱": "level",
        "くらしの事業": "plan.title",
        "受け持ち": "department",
        "いっしょに動く人たち": "partners",
        "どんなことをするか": "plan.overview",
        "ものさし": "indicator.name",
        "いま": "indicator.baseline",
        "めざす数": "indicator.target",
        "R8": "schedule",
        "R9": "schedule",
    }
    with pytest.raises(SourceError):
        load(book)
    layout = tmp_path / "layout.yaml"
    layout.write_text(_settled(layout_text(proposal)), encoding="utf-8")
    records = load(book, layout=layout)
    indicators = {
        n.facts["name"]: (n.facts["baseline"]["value"], n.facts["target"]["value"])
        for n in records.nodes
        if n.kind == "Indicator"
    }
    assert indicators == {
        "サロンの数": (24, 40),
        "協力事業所の数": (85, 150),
        "利用者": (1200, 1800),
    }
    assert {n.facts["level"] for n in records.nodes if n.kind == "Goal"} == {"柱"}
    steps = [n.facts["text"] for n in records.nodes if n.kind == "Milestone"]
    assert steps == ["準備", "協定", "検証", "継続", "見直し"]
    assert not any(f.code == "label-unread" for f in records.findings)


@pytest.mark.parametrize(
    ("cells", "steps"),
    [
        (
            (("募集", "→", "検証"), ("検討", "開設", "運用")),
            ["募集", "検証", "検討", "開設", "運用"],
        ),
        ((("A", "B", "A"), ("B", "A", "A")), []),
        ((("順調", "遅れ", "達成"), ("順調", "順調", "達成")), []),
        ((("検討", "12回実施", "拡大"), ("検討", "開設", "運用")), []),
        (
            (
                ("・手引：作成", "・手引：→", "・手引：→"),
                ("・相談：試行", "・相談：2校", "・相談：4校"),
            ),
            ["作成", "試行", "2校", "4校"],
        ),
        (
            (
                ("・満足度：60", "・満足度：70", "・満足度：80"),
                ("・率：1%", "・率：2%", "・率：3%"),
            ),
            [],
        ),
    ],
)
def test_years_side_by_side_over_words_alone_are_a_schedule(
    cells: tuple[tuple[str, ...], ...], steps: list[str], tmp_path: Path
) -> None:
    head = ("番号", "事業名", "担当課", "令和8年度", "令和9年度", "令和10年度")
    plans = (("1", "見守りの充実", "福祉課"), ("2", "相談窓口の一元化", "福祉課"))
    rows = [(*plan, *years) for plan, years in zip(plans, cells, strict=True)]
    grid = Grid((1,) * 6, [tuple(map(Slot, head)), *(tuple(map(Slot, row)) for row in rows)])
    records = load(make_excel([grid], tmp_path / "book.xlsx"))
    assert [n.facts["text"] for n in records.nodes if n.kind == "Milestone"] == steps
    unread = sum(f.code == "label-unread" for f in records.findings)
    assert unread == (0 if steps else 3)


def test_heads_of_two_rows_are_proposed_as_paths(tmp_path: Path) -> None:
    head = (
        (Slot("施設コード", 2), Slot("施設の名", 2), Slot("主管", 2),
         Slot("前期（2026～2030）", 1, 2), Slot("建物の様子", 1, 2)),
        (Slot("やること"), Slot("概算費用"), Slot("建てた年"), Slot("構造")),
    )  # fmt: skip
    rows = [
        ("S-01", "中央公民館", "生涯学習課", "外壁改修", 120, 1978, "RC"),
        ("G-11", "北小学校", "教育総務課", "大規模改修", 480, 1985, "RC"),
        ("K-21", "ひばり住宅", "建設課", "入居者移転", 30, 1968, "CB"),
    ]
    body = [tuple(Slot(str(cell)) for cell in row) for row in rows]
    book = make_excel([Grid((1,) * 7, [*head, *body])], tmp_path / "book.xlsx")
    proposal = propose(read_source(book))
    facts = {each.label: each.meaning and each.meaning.fact for each in proposal.labels}
    assert facts == {
        "施設コード": "plan.number",
        "施設の名": "plan.title",
        "主管": "department",
        "前期（2026～2030） / やること": "schedule",
        "前期（2026～2030） / 概算費用": "budget.total",
        "建物の様子 / 建てた年": None,
        "建物の様子 / 構造": None,
    }
    questions = [question.ja for question in proposal.questions]
    assert any("「建物の様子 / 建てた年」" in q and "意味が分かりません" in q for q in questions)
    assert any("金額の単位" in q for q in questions)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("means: plan.titel", ("4 行目", "plan.title：計画（事業）の名称 でしょうか")),
        ("means: 計画（事業）の名称", ()),
    ],
)
def test_a_fact_is_taken_by_its_words_or_the_nearest_is_offered(
    line: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    book = _unknown_book(tmp_path / "book.xlsx")
    layout = tmp_path / "layout.yaml"
    head = "layout: keikaku-layout/1\nid: own\ntitle: {ja: 帳面}\n"
    layout.write_text(f"{head}labels: [{{label: [お仕事の名], {line}}}]\n", encoding="utf-8")
    if not words:
        assert sum(n.kind == "Plan" for n in load(book, layout=layout).nodes) == 3
        return
    with pytest.raises(SourceError) as caught:
        load(book, layout=layout)
    assert all(word in caught.value.message("ja") for word in words)


def test_a_layout_that_finds_no_plan_lists_its_missing_labels(tmp_path: Path) -> None:
    book = _unknown_book(tmp_path / "book.xlsx")
    layout = tmp_path / "layout.yaml"
    head = "layout: keikaku-layout/1\nid: own\ntitle: {ja: 帳面}\n"
    layout.write_text(
        f"{head}labels: [{{label: [お仕事の名前], means: plan.title}}]\n", encoding="utf-8"
    )
    with pytest.raises(SourceError, match="この計画書にない見出し: お仕事の名前"):
        load(book, layout=layout)


def test_plans_without_a_name_are_refused(tmp_path: Path) -> None:
    head = ("施設コード", "対象のもの", "令和8年度", "令和9年度", "見込む削減額（千円）")
    rows = [("F01", "公民館", "検討", "設計", "1,200"), ("F02", "保育所", "統合", "→", "△300")]
    grid = Grid((1,) * 5, [tuple(map(Slot, head)), *(tuple(map(Slot, row)) for row in rows)])
    with pytest.raises(SourceError, match="keikaku layout"):
        load(make_excel([grid], tmp_path / "book.xlsx"))


def test_a_text_whose_tables_have_lost_their_columns_is_refused(tmp_path: Path) -> None:
    """Each cell on a line of its own: the name would be what stands where it is looked for."""
    labels = ["取組番号", "取組名", "新規・継続・拡充", "担当部", "担当課"]
    lines = ["紅葉野市集中改革プラン", "（令和7年度から令和11年度まで）"]
    for number, name in (
        ("111", "市民提案の募集"),
        ("112", "委員公募の拡大"),
        ("121", "窓口の集約"),
    ):
        lines += [*labels, f"取組{number}", name, "新規", "総務部", "総務課", ""]
        lines += ["現状と課題", "取組内容", "応募が減っています。", "公募の枠を広げます。", ""]
        lines += [
            "指標",
            "現状",
            "令和7年度",
            "令和8年度",
            "公募の割合",
            "12％",
            "15％",
            "20％",
            "",
        ]
    path = tmp_path / "momijino-plan.txt"
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(SourceError, match="keikaku layout"):
        load(path)


def test_the_measures_of_a_strategy_are_plans(tmp_path: Path) -> None:
    years = tuple(Slot(f"R{year}") for year in range(8, 13))
    head = [
        Slot(t, 2) for t in ("基本目標", "具体的施策", "重要業績評価指標（KPI）", "基準値（R6）")
    ]
    rows = [
        (*head, Slot("目標値", 1, 5), Slot("担当課", 2)),
        years,
        (Slot("1 しごとをつくる", 2), Slot("(1) 創業の支援", 2), Slot("創業者数"), Slot("12人"),
         *(Slot(f"{n}人") for n in (15, 18, 21, 24, 27)), Slot("商工課", 2)),
        (Slot("受講者数"), Slot("30人"), *(Slot(f"{n}人") for n in (32, 34, 36, 38, 40))),
    ]  # fmt: skip
    page = make_web([Line("かすみ町総合戦略", 1), Grid((1,) * 10, rows)], tmp_path / "plan.html")
    records = load(page)
    (plan,) = (n for n in records.nodes if n.kind == "Plan")
    assert (plan.facts["title"], plan.facts["number"]) == ("創業の支援", "1")
    values = {
        n.facts["name"]: [v["value"] for v in n.facts["values"]]
        for n in records.nodes
        if n.kind == "Indicator"
    }
    assert values == {"創業者数": [15, 18, 21, 24, 27], "受講者数": [32, 34, 36, 38, 40]}
    (choice,) = (f for f in records.findings if f.code == "layout-chosen")
    assert choice.details["layout"] == "総合戦略・総合計画の指標一覧"


EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_example_layout_reads_its_book() -> None:
    book = EXAMPLES / "soyokaze-2026-book.xlsx"
    records = load(book, layout=EXAMPLES / "soyokaze-2026-layout.yaml")
    totals = [n.facts["total"] for n in records.nodes if n.kind == "Budget"]
    assert totals == [320000, 280000, 150000, 150000, 900000, 750000, 80000, 80000]
    assert not [f for f in records.findings if f.severity != "info"]


@pytest.mark.parametrize("name", ["hibarino-2026-forms.docx", "hibarino-2026-list.pdf"])
def test_the_examples_are_read_as_they_are(name: str) -> None:
    from tests.layouts.cities import make_city
    from tests.layouts.scoring import scores

    city = make_city()
    assert min(scores(city, load(EXAMPLES / name)).values()) == 1


CASES = Path(__file__).parents[3] / "shared" / "cases"
if not CASES.exists():  # a worktree lies one folder deeper
    CASES = Path(__file__).parents[4] / "shared" / "cases"


@pytest.mark.skipif(not CASES.exists(), reason="the filled-in forms are not here")
@pytest.mark.parametrize(
    ("name", "levels"), [("x-2level", ["1"]), ("x-4level", ["1", "1-1", "1-1-3"])]
)
def test_a_form_may_have_other_levels(name: str, levels: list[str]) -> None:
    records = load(CASES / f"{name}.xlsx")
    kinds = ("Goal", "Initiative")
    assert [n.facts["number"] for n in records.nodes if n.kind in kinds] == levels
    assert sum(n.kind == "Plan" for n in records.nodes) == 1
