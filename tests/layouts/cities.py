# ruff: noqa: E501
"""Cities that do not exist, and their plans printed in three families of form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.makers.printed import Break, Grid, Line, Printed, Slot


@dataclass(frozen=True)
class CityPlan:
    """What one plan says."""

    number: str
    title: str
    goal: tuple[str, str]
    group: tuple[str, str]
    division: str
    department: str
    co: tuple[str, ...]
    problem: str
    work: str
    category: str
    schedule: tuple[str, ...]
    indicator: str
    unit: str
    baseline: float
    targets: tuple[float, ...]
    effects: tuple[int, ...]
    """In thousand yen; what is negative is printed with △."""
    sdgs: tuple[str, ...]


@dataclass(frozen=True)
class Labels:
    """The words that a city prints for each thing."""

    goal: str = "基本方針"
    group: str = "重点項目"
    number: str = "番号"
    title: str = "取組名"
    division: str = "担当部"
    department: str = "担当課"
    co: str = "関係課"
    problem: str = "現状と課題"
    work: str = "取組内容"
    category: str = "区分"
    schedule: str = "年度別計画"
    indicator: str = "指標名"
    unit: str = "単位"
    baseline: str = "現状値"
    target: str = "目標値"
    effect: str = "効果額（千円）"
    sdgs: str = "SDGs"


@dataclass(frozen=True)
class City:
    """A city with its plans."""

    name: str = "ひばり野市"
    title: str = "ひばり野市行財政改革アクションプラン"
    first_year: int = 2026
    plans: tuple[CityPlan, ...] = ()
    labels: Labels = field(default_factory=Labels)

    @property
    def years(self) -> list[str]:
        """The heads of the five years."""
        return [f"令和{self.first_year - 2018 + n}年度" for n in range(5)]


GOALS = (("1", "市民とともに歩む行政の推進"), ("2", "持続可能な財政運営の確立"))
GROUPS = (
    ("1-1", "市民サービスの向上"),
    ("1-2", "協働のまちづくりの推進"),
    ("2-1", "歳入の確保"),
    ("2-2", "歳出の見直し"),
)
_TITLES = (
    "窓口手続のオンライン化",
    "公共施設予約システムの導入",
    "地域自治組織との連携強化",
    "ふるさと納税の拡大",
    "公用車の台数見直し",
    "補助金の見直し",
    "時間外勤務の縮減",
    "施設使用料の適正化",
)
_DEPARTMENTS = (
    ("総務部", "総務課"),
    ("企画部", "デジタル推進課"),
    ("市民部", "市民協働課"),
    ("財務部", "財政課"),
    ("総務部", "管財課"),
    ("財務部", "行政経営課"),
    ("総務部", "職員課"),
    ("教育部", "生涯学習課"),
)
_STEPS = (
    ("検討", "準備", "試行", "実施", "→"),
    ("調査", "実施", "→", "→", "→"),
    ("実施", "→", "→", "検証", "見直し"),
    ("検討", "実施", "→", "→", "→"),
)
_INDICATORS = (
    ("オンライン申請率", "%"),
    ("予約システム利用件数", "件"),
    ("協定締結団体数", "団体"),
    ("寄附額", "百万円"),
    ("公用車の台数", "台"),
    ("見直した補助金の件数", "件"),
    ("時間外勤務時間", "時間"),
    ("使用料収入", "千円"),
)


def make_city(labels: Labels | None = None, count: int = 8) -> City:
    """A city of ``count`` plans under four groups."""
    plans: list[CityPlan] = []
    for n in range(count):
        group = GROUPS[n * len(GROUPS) // count]
        goal = GOALS[int(group[0][0]) - 1]
        nth = 1 + sum(p.group == group for p in plans)
        division, department = _DEPARTMENTS[n % 8]
        co = tuple(_DEPARTMENTS[(n + k) % 8][1] for k in range(1, 1 + n % 3))
        name, unit = _INDICATORS[n % 8]
        base = 10.5 + 7 * n
        plans.append(
            CityPlan(
                f"{group[0]}-{nth}", _TITLES[n % 8], goal, group, division, department, co,
                f"{_TITLES[n % 8]}については、これまでの取組が十分でなく、市民の利便性に課題があります。人口の減少も進んでいます。",
                f"{_TITLES[n % 8]}に向けて、対象となる業務を洗い出し、順次実施します。",
                ("新規", "継続", "拡充")[n % 3], _STEPS[n % 4], name, unit, base,
                tuple(round(base + 2.5 * k, 1) for k in range(1, 6)),
                tuple((-1) ** (k == n % 5) * (1200 * (n + 1) + 50 * k) for k in range(5)),
                (("11", "16"), ("9.1",), ("17", "11.3"))[n % 3],
            )
        )  # fmt: skip
    return City(plans=tuple(plans), labels=labels or Labels())


def h(text: str, rows: int = 1, columns: int = 1) -> Slot:
    """A cell of a head."""
    return Slot(text, rows, columns, head=True)


def amount(value: int) -> str:
    """Thousands with commas, △ before what is negative."""
    return f"△{-value:,}" if value < 0 else f"{value:,}"


def forms(city: City, *, sheets: bool = True, headings: bool = True) -> Iterator[Printed]:
    """Family A, 個票: a page for each plan, labels left of their values, tables of years within."""
    w = city.labels
    yield Line(city.title, 1)
    yield Line(f"計画期間：{city.years[0]}～{city.years[-1]}")
    for plan in city.plans:
        if sheets:
            yield Break()
        if headings:
            yield Line(f"{w.goal}{plan.goal[0]}　{plan.goal[1]}", 2)
            yield Line(f"{w.group}{plan.group[0]}　{plan.group[1]}", 3)
        yield Grid(
            (14, 10, 12, 12, 12, 12, 12),
            (
                (h(w.number), Slot(plan.number), h(w.title), Slot(plan.title, 1, 2), h(w.category), Slot(plan.category)),
                (h(w.division), Slot(plan.division), h(w.department), Slot(plan.department), h(w.co), Slot("、".join(plan.co), 1, 2)),
                (h(w.problem), Slot(plan.problem, 1, 6)),
                (h(w.work), Slot(plan.work, 1, 6)),
                (h(w.schedule, 2, 2), *(h(y) for y in city.years)),
                tuple(Slot(s) for s in plan.schedule),
                (h("数値目標", 2), h(w.indicator, 1, 1), *(h(y) for y in city.years)),
                (Slot(f"{plan.indicator}（{plan.unit}）"), *(Slot(f"{t:g}") for t in plan.targets)),
                (h(w.baseline), Slot(f"{plan.baseline:g}{plan.unit}", 1, 6)),
                (h(w.effect, 2, 2), *(h(y) for y in city.years)),
                tuple(Slot(amount(e)) for e in plan.effects),
                (h(w.sdgs), Slot("、".join(plan.sdgs), 1, 6)),
            ),
        )  # fmt: skip


def listing(city: City) -> Iterator[Printed]:
    """Family B, 一覧: a row for each plan, heads over two rows, levels in merged cells."""
    w = city.labels
    yield Line(city.title, 1)
    yield Line(f"計画期間：{city.years[0]}～{city.years[-1]}")
    rows: list[tuple[Slot, ...]] = [
        (h(w.goal, 2), h(w.group, 2), h(w.number, 2), h(w.title, 2), h(w.category, 2), h(w.division, 2), h(w.department, 2), h(w.co, 2),
         h(w.problem, 2), h(w.work, 2), h(w.schedule, 1, 5), h(w.indicator, 2), h(w.unit, 2), h(w.baseline, 2), h(w.target, 1, 5), h(w.effect, 1, 5), h(w.sdgs, 2)),
        tuple(h(y) for _ in range(3) for y in city.years),
    ]  # fmt: skip
    for at, plan in enumerate(city.plans):
        cells: list[Slot] = []
        for key, head in (("goal", plan.goal), ("group", plan.group)):
            first = at == 0 or getattr(city.plans[at - 1], key) != head
            if first:
                span = sum(getattr(p, key) == head for p in city.plans[at:])
                cells.append(Slot(f"{head[0]} {head[1]}", span))
        cells += [
            Slot(t)
            for t in (
                plan.number,
                plan.title,
                plan.category,
                plan.division,
                plan.department,
                "、".join(plan.co),
                plan.problem,
                plan.work,
            )
        ]
        cells += [Slot(s) for s in plan.schedule]
        cells += [Slot(plan.indicator), Slot(plan.unit), Slot(f"{plan.baseline:g}")]
        cells += [Slot(f"{t:g}") for t in plan.targets] + [Slot(amount(e)) for e in plan.effects]
        cells.append(Slot("、".join(plan.sdgs)))
        rows.append(tuple(cells))
    yield Grid((6, 6, 4, 8, 4, 5, 6, 6, 12, 12, *(4,) * 5, 6, 4, 4, *(4,) * 5, *(5,) * 5, 4), rows)


def headed(city: City) -> Iterator[Printed]:
    """Family C: headings and paragraphs, a table of years for each plan."""
    w = city.labels
    yield Line(city.title, 1)
    yield Line(f"計画期間：{city.years[0]}～{city.years[-1]}")
    goal = group = None
    for plan in city.plans:
        if plan.goal != goal:
            goal = plan.goal
            yield Line(f"{w.goal}{goal[0]}　{goal[1]}", 2)
        if plan.group != group:
            group = plan.group
            yield Line(f"{w.group}{group[0]}　{group[1]}", 3)
        yield Line(f"{plan.number}　{plan.title}", 4)
        yield Line(f"{w.division}：{plan.division}　{w.department}：{plan.department}")
        yield Line(f"{w.co}：{'、'.join(plan.co) or 'なし'}")
        yield Line(f"{w.category}：{plan.category}")
        yield Line(f"【{w.problem}】")
        yield Line(plan.problem)
        yield Line(f"【{w.work}】")
        yield Line(plan.work)
        yield Grid(
            (20, 10, 10, *(12,) * 5),
            (
                (h("項目"), h(w.baseline), h(w.unit), *(h(y) for y in city.years)),
                (h(w.schedule), Slot(), Slot(), *(Slot(s) for s in plan.schedule)),
                (Slot(plan.indicator), Slot(f"{plan.baseline:g}"), Slot(plan.unit), *(Slot(f"{t:g}") for t in plan.targets)),
                (h(w.effect), Slot(), Slot(), *(Slot(amount(e)) for e in plan.effects)),
            ),
        )  # fmt: skip
        yield Line(f"{w.sdgs}：{'、'.join(plan.sdgs)}")
