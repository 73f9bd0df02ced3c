"""Conditions within conditions, words with a role, and what is asked for in many spellings."""

from __future__ import annotations

from typing import Any

from tests.queries.asking.cases import C, Case, K, N, W, X
from tests.queries.asking.facts import Facts


def _titled(f: Facts, word: str) -> set[str]:
    return {number for number, plan in f.plans().items() if word in f.nodes[plan]["title"]}


def _plans_beside(f: Facts, number: str) -> set[str]:
    """The plans of all departments that answer for one plan."""
    theirs = f.departments(f.plans()[number])
    return f.where(lambda p: bool(theirs & f.departments(p)))


def _with_one_plan(f: Facts) -> set[str]:
    alone = {d for p in f.plans().values() for d in f.departments(p) if len(f.plans_of(d)) == 1}
    return f.where(lambda p: bool(alone & f.departments(p)))


def _held(measure: dict[str, Any] | None) -> tuple[Any, ...]:
    held = measure or {}
    return held.get("fiscal_year"), held.get("value"), held.get("unit")


NESTED_CONDITIONS: tuple[Case, ...] = (
    # What is said of 課 in 課の計画 holds for the departments, not for the plans.
    N("計画が1つだけの課の計画", _with_one_plan),
    N("2-2-5を担当する課の計画", lambda f: _plans_beside(f, "2-2-5")),
    N("2-2-7に関わる課が担当する計画", lambda f: _plans_beside(f, "2-2-7")),
    N("市民協働に取り組む課が担当する計画のうちPDCAに触れるもの", lambda f: f.where(
        lambda p: "PDCA" in f.themes(p) and bool(f.departments(p) & f.departments_of(
            lambda each: "市民協働" in f.themes(each))))),
    C("担当が一つの課だけで済んでいる計画は何本？", 51),
    # One value of two, not both at once.
    W("増加を目指す指標と減少を目指す指標", lambda f: f.indicators_where(
        lambda n, _: n.get("direction") in {"increase", "decrease"})),
    # A word with its role is of that role, or refused.
    X("指定管理者制度が根拠になっている計画", "根拠になっている"),
    K("DXに依存している計画は", r"^keikaku impact DX$"),
    # A department itself.
    K("広聴広報課の仕事を教えてください", r"^keikaku department 広聴広報課$"),
    K("市民課のことを教えて", r"^keikaku department 市民課$"),
    K("収納課の計画と指標を見せてほしい", r"^keikaku department 収納課$"),
    K("監査委員事務局の所管計画及び指標を確認したい", r"^keikaku department 監査委員事務局$"),
    # Findings by their sort and severity.
    K("重大度が警告の指摘事項は何件か", r"^keikaku check --severity warning$"),
    K("指摘の種類別の件数を示してください", r"^keikaku find 確認事項 --by 種類$"),
    K("重要度ごとの確認事項の件数", r"^keikaku find 確認事項 --by 重要度$"),
    K("1-3-1に関する指摘", r"^keikaku find 確認事項 --where 計画=1-3-1$"),
    K("市民課の要確認は何件", r"^keikaku find 確認事項 --where 所管課=市民課 --count$"),
    # The period of the document itself.
    K("この計画の期間は？", r"^keikaku find 計画書 --fields 推進期間の初年度,推進期間の最終年度$"),
    K("推進期間はいつからいつまでですか", r"^keikaku find 計画書 --fields "),
    K("この計画はいつまでですか", r"^keikaku find 計画書 --fields "),
    # Levels in general words.
    K("基本目標ごとの計画数を教えて", r"^keikaku find 計画 --by 目標$"),
    # Names that hold a word.
    N("計画の名前に「推進」を含むもの", lambda f: _titled(f, "推進")),
    N("「推進」という言葉が名前に入っている計画", lambda f: _titled(f, "推進")),
    # Formal and other words.
    C("根拠規程の記載がない計画の数", 27),
    N("根拠となる計画・指針等が最も多い実施計画", "2-3-4 3-2-3 3-2-4"),
    N("5レスの印が読めない計画", lambda f: {
        n for n, p in f.plans().items() if f.nodes[p]["unknown_marks"]}),
    N("個別取組（サブ項目）を持つ計画はどれか", "1-1-3 1-3-1 1-4-2 2-2-7 3-2-2 3-2-3"),
    W("広告事業を共管する課をすべて列挙", "広告事業"),
    N("学校管理課と保育課が共管する計画", lambda f: f.where(
        lambda p: {"学校管理課", "保育課"} <= f.departments(p))),
    K("一課当たりの平均担当計画数はいくらか", r"^keikaku find 所管課 --of 計画数$"),
    K("特定の課に業務が集中していないか", r"^keikaku workload$"),
    K("収納課・国保税収納課を統合した場合の担当計画数", r"^keikaku whatif --merge-departments "),
    # Years of a target and of a baseline.
    W("令和5年度が目標年度の指標", "現年度収納率"),
    W("2020年度の現況値を使っている指標", lambda f: f.indicators_where(
        lambda n, _: (n.get("baseline") or {}).get("fiscal_year") == 2020)),
    W("令和7年度末の目標が100%の指標", lambda f: f.indicators_where(
        lambda n, _: _held(n.get("target")) == (2025, 100, "%"))),
    W("2-2-2の2023年度の目標値", "現年度収納率"),
    X("2023年度の実績値は目標を達成しましたか", "2023年度"),
    K("目標年度ごとの指標の数", r"^keikaku find 指標 --by 目標年度$"),
    # How many each must have, in an order.
    K("計画の数が2つ以上の課を多い順に", r"計画数>=2.* --sort -計画数"),
    N("2-1系の計画で指標が数値でないもの", "2-1-1 2-1-2 2-1-3"),
    W("3-1-2の外部の関係者は誰", "セーフコミュニティ認証センター"),
    N("広報紙に載る計画", "1-1-1 2-1-1"),
    W("LINEの友だちは何人を目指しているか", "LINEのおともだち数"),
    K("2-2-1では何をやるの", r"^keikaku plan 2-2-1$"),
    K("単位が件で目標値が10以上の指標", r"目標値>=10 and 単位=件"),
    # Spoken joints.
    X("PFIって何のこと", "って何のこと"),
    K("要確認のうち警告だけ見せて", r"^keikaku check --severity warning$"),
    N("広聴広報課って何を担当してるの？", lambda f: f.where(
        lambda p: "広聴広報課" in f.departments(p))),
    K("SDGsのどの目標に一番多くの計画が関わっていますか",
      r"^keikaku find SDGs --sort -計画数 --top 1$"),
    # What there is not, by its name.
    X("個人情報保護法が改正されたら", "「個人情報保護法」という名称の法令"),
    X("1-2-3と1-2-4の違いは？", "番号「1-2-4」の計画は"),
    X("新規の取組はどれ？", "新規・継続などの区分は"),
    # Who depends on whom.
    N("一番多くの計画が依存している計画は", "3-2-4 3-3-1"),
    N("他の計画からいちばん頼りにされている計画は", "3-2-4 3-3-1"),
    N("最も多くの計画に依存している計画は", "2-1-1 3-2-1"),
    N("Which plan depends on the most other plans?", "2-1-1 3-2-1"),
    W("Which guideline supports the most plans?", "郡山市PPP(官民連携)導入指針"),
    # A change that names a thing is none.
    X("補助金の見直しの担当課は", "補助金の見直し"),
    K("課ごとの仕事量を多い順に出して", r"^keikaku workload$"),
    K("原本を確かめたほうがよいところは何か所ありますか", r"^keikaku check$"),
    # An action has years of its own beside those of its milestones.
    C("令和4年度に始まる取組は何件ですか", 164),
    K("橋梁修繕工事はいつまで続きますか", r"名称=橋梁修繕工事 --fields 期間,開始年度"),
    K("橋梁修繕工事はいつから始まりますか", r"名称=橋梁修繕工事 --fields 開始年度,終了年度$"),
    # What is certain is listed, what is possible is counted apart.
    C("最終年度に動いていることが確かな計画は何件ですか", 20),
    # The value of an indicator ranks the indicators, which name their plans.
    W("徴収率の目標値が一番高いのはどの計画", "現年度徴収率"),
    K("目標値が一番高い計画", r"^keikaku find 指標 --sort -目標値 --top 1$"),
)  # fmt: skip
