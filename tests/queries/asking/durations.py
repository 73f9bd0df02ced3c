"""How long things run, who takes part without leading, and conditions set against each other."""

from __future__ import annotations

from tests.queries.asking.cases import C, Case, N, W, X, department_counts, most
from tests.queries.asking.facts import Facts
from tests.queries.asking.typed_by_six import least

_LESS: set[str] = {
    "カウンターレス",
    "キャッシュレス",
    "ペーパーレス",
    "ファイルレス",
    "ムーブレス",
    "5レス",
}


def _lengths(f: Facts, plan: str) -> tuple[int, int]:
    """How many years a plan runs at least and at most, by the years of its parts."""
    parts = [*f.milestones(plan), *(f.nodes[a] for a in _actions(f, plan))]
    timed = [each for each in parts if each.get("first_year")]
    if not timed:
        return 0, 0
    firsts = [each["first_year"] for each in timed]
    lasts = [each.get("last_year") or each["first_year"] for each in timed]
    before = [each.get("earliest_year") or each["first_year"] for each in timed]
    latest = [each.get("latest_year") or last for each, last in zip(timed, lasts, strict=True)]
    return max(lasts) - min(firsts) + 1, max(latest) - min(before) + 1


def _actions(f: Facts, plan: str) -> list[str]:
    parts = [a for h in (plan, *f.components(plan)) for a in f.out[h, "HAS_PART"]]
    return [part for part in parts if f.nodes[part]["kind"] == "Action"]


def _runs(f: Facts, plan: str, year: int) -> bool:
    arrows = [f.nodes[a] for a in _actions(f, plan) if f.nodes[a].get("first_year")]
    return f.runs(plan, year) or any(a["first_year"] <= year <= a["last_year"] for a in arrows)


def _at_least(f: Facts, years: int) -> set[str]:
    return f.where(lambda p: _lengths(f, p)[0] >= years)


def _leads(f: Facts, plan: str) -> str:
    edges = (e for e in f.edges if e["target"] == plan and e["type"] == "RESPONSIBLE_FOR")
    return next(f.name(e["source"]) for e in edges if "lead" in e["role"])


def _beside(f: Facts, department: str) -> set[str]:
    return f.where(lambda p: department in f.departments(p) and _leads(f, p) != department)


def _longest(f: Facts) -> set[str]:
    return f.where(lambda p: _lengths(f, p)[0] == 4)  # 2022 to 2025, the period of the plan


def _neighbours(f: Facts, department: str) -> set[str]:
    return {d for p in f.plans_of(department) for d in f.departments(p)} - {department}


def _no_law(f: Facts, plan: str) -> bool:
    return all(f.nodes[g]["type"] != "law" for g in f.out[plan, "GROUNDED_IN"])


def _gap_below(f: Facts) -> set[str]:
    def below(node: dict[str, object], _: str) -> bool:
        target, baseline = node.get("target"), node.get("baseline")
        if not isinstance(target, dict) or not isinstance(baseline, dict):
            return False
        units = {str(each["unit"]).partition("/")[0] for each in (target, baseline)}
        return bool(len(units) == 1 and target["value"] < baseline["value"])

    return f.indicators_where(below)


DURATIONS: tuple[Case, ...] = (
    # How long things run.
    N("期間が最も長い計画", _longest),
    N("一番長く続く計画", _longest),
    N("the longest plan", _longest),
    N("実施期間が3年以上の計画", lambda f: _at_least(f, 3)),
    N("2年より長く続く計画", lambda f: _at_least(f, 3)),
    N("Which plans last longer than 2 years?", lambda f: _at_least(f, 3)),
    C("4年間続く計画はいくつ", lambda f: len(f.where(lambda p: _lengths(f, p) == (4, 4)))),
    N("2-2-5は何年続きますか", "2-2-5"),
    N("How long does plan 2-2-5 last?", "2-2-5"),
    N("毎年実施する計画", lambda f: f.where(
        lambda p: all(_runs(f, p, year) for year in range(2022, 2026)))),
    N("令和5年度だけ実施する計画", lambda f: f.where(
        lambda p: _lengths(f, p) == (1, 1) and set(f.years(p)) == {2023})),
    N("一番最後に始まる計画", lambda f: f.where(
        lambda p: bool(f.years(p)) and min(f.years(p)) == max(
            min(f.years(q)) for q in f.plans().values() if f.years(q)))),
    # Who takes part without leading.
    N("健康長寿課が主管ではないが関わっている計画", lambda f: _beside(f, "健康長寿課")),
    N("主管課ではないものの生涯学習課が関与する計画", lambda f: _beside(f, "生涯学習課")),
    N("人事課が担当しているが主管ではない計画", lambda f: _beside(f, "人事課")),
    N("財政課が主管課でない計画", lambda f: f.where(lambda p: _leads(f, p) != "財政課")),
    N("plans that 財政課 works on but does not lead", lambda f: _beside(f, "財政課")),
    W("主管の取組が最も多い課", lambda f: most(f, led_counts(f))),
    W("主管している計画が一番多いのは", lambda f: most(f, led_counts(f))),
    W("担当する計画が一番少ないのはどこ", lambda f: least(department_counts(f))),
    W("DX戦略課と連携している課", lambda f: _neighbours(f, "DX戦略課")),
    N("DX戦略課と連携して進めている計画", lambda f: f.where(
        lambda p: ("DX戦略課" in f.departments(p) and len(f.departments(p)) > 1)
        or "DX戦略課" in {f.name(d) for d in f.out[p, "INVOLVES"]})),
    N("どの課も担当していない計画", ""),
    W("目標値のない課", lambda f: {f.name(d) for d in f.kind("Department")} - f.departments_of(
        lambda p: any(f.nodes[i].get("target") for i in f.indicators(p)))),
    W("目標1の計画のうちDXに触れないものの所管課", lambda f: {
        d for n, p in f.plans().items() if n[0] == "1" and "DX" not in f.themes(p)
        and "DX" not in f.nodes[p]["unknown_marks"] for d in f.departments(p)}),
    # Denied sorts of guideline, a word within another word.
    N("法律に基づかない計画", lambda f: f.where(lambda p: _no_law(f, p))),
    N("plans with neither a law nor a partner", lambda f: f.where(
        lambda p: _no_law(f, p) and not f.partners(p))),
    N("水道に関する計画", lambda f: f.where(lambda p: "水道" in words(f, p))),
    W("Which indicators have a target below the baseline?", _gap_below),
    N("5レスのどれにも印がない計画", lambda f: f.where(
        lambda p: not f.marked(p) & _LESS and not _LESS & set(f.nodes[p]["unknown_marks"]))),
    X("新人で初めてですが宇宙開発の計画は", "宇宙開発"),
)  # fmt: skip


def led_counts(f: Facts) -> dict[str, int]:
    counts: dict[str, int] = {}
    for plan in f.plans().values():
        counts[_leads(f, plan)] = counts.get(_leads(f, plan), 0) + 1
    return counts


def words(f: Facts, plan: str) -> str:
    """All words of a plan and its parts: names and texts."""
    parts = [plan]
    for part in parts:
        parts += [*f.out[part, "HAS_PART"], *f.out[part, "MEASURED_BY"]]
    return "\n".join(str(f.nodes[part].get(fact) or "") for part in parts for fact in _TEXTS)


_TEXTS = ("title", "name", "text", "overview", "vision", "problem", "definition")
