"""What is done in a year, and indicators by other words than their names (年度の作業・言い換え)."""

from __future__ import annotations

from collections.abc import Callable

from tests.queries.asking.cases import C, Case, K, N, S, W, X, held_by
from tests.queries.asking.facts import Facts


def _at_work(word: str, year: int, fact: str = "") -> Callable[[Facts], set[str]]:
    """The plans that surely have a step, or work, of such words in a year."""

    def runs(step: dict[str, object]) -> bool:
        first, last = step.get("first_year"), step.get("last_year")
        return first == year if fact else bool(first and last and first <= year <= last)  # type: ignore[operator]

    def holds(f: Facts, plan: str) -> bool:
        for holder in (plan, *f.components(plan)):
            for action in f.out[holder, "HAS_PART"]:
                for step in f.out[action, "HAS_PART"]:
                    said = word in f.name(action) or word in f.name(step)
                    if said and f.nodes[step]["kind"] == "Milestone" and runs(f.nodes[step]):
                        return True
        return False

    return lambda f: {number for number, plan in f.plans().items() if holds(f, plan)}


def _several(f: Facts) -> set[str]:
    return f.where(lambda plan: len(f.departments(plan)) > 1)


def _is(name: str) -> str:
    return f"find 指標 --where 指標名={name}$"


DEEDS_AND_MEASURES: tuple[Case, ...] = (
    N("令和6年度に検討に入る計画", _at_work("検討", 2024)),
    N("2024年度に設計する計画はどれ", _at_work("設計", 2024)),
    N("2024年度に見直しを行う計画", _at_work("見直し", 2024)),
    N("2025年度に導入する計画", _at_work("導入", 2025)),
    N("令和5年度に運用開始する計画", _at_work("運用", 2023, "first_year")),
    N("令和6年度に供用開始する計画", _at_work("供用", 2024, "first_year")),
    C("2023年度に調査を行う計画はいくつ", lambda f: len(_at_work("調査", 2023)(f))),
    N("収納課が2024年度に検討する計画", lambda f: _at_work("検討", 2024)(f) & held_by("収納課")(f)),
    N("2025年度に工事をする計画は", _at_work("工事", 2025)),
    W("2023年度に試行を行う課", ""),
    X("2024年度に廃止する計画", "廃止"),
    X("2024年度に検討する指標", "検討"),
    K("令和5年度に実施する計画", "plans --year 2023$"),
    K("令和6年度に予定されていることは", "find 取組内容 --where 年度=2024$"),
    K("未利用財産の売却額はいくらを目標にしていますか", _is("未利用財産売却・貸付金額")),
    K("男性職員の育休取得率の目標は何パーセントですか", _is("育児休業を取得する男性職員の割合")),
    K("業務時間の削減数の目標", _is("RPAによる職員の業務時間削減数")),
    K("女性の委員を増やす計画", _is("女性委員登用率")),
    K(
        "オンライン手続きの割合を100％にする計画はどれですか",
        "指標名=行政手続きのオンライン化率 and 目標値=「100%」",
    ),
    X("市民を増やす計画", "市民"),
    X("職員の割合の目標", "職員"),
    X("公園の数の目標", "公園"),
    X("市立病院の病床数の目標は", "病床"),
    X("市民と協働する計画の担当課一覧", "市民"),
    N("保育料の収納率を上げる課", "2-2-3"),
    N("下水道の接続を増やすのは何課", "2-2-9"),
    N("下水道の接続を増やす計画", "2-2-9"),
    N("無効水量を減らすのはどこの課", "2-3-6"),
    X("有料の計画", "有料"),
    S("目標値が%の指標は全体の何割ですか", (38, 135)),
    N(
        "数値目標のない指標はどの計画にありますか",
        lambda f: f.where(lambda p: any(not f.nodes[i]["target"] for i in f.indicators(p))),
    ),
    N("共管課がある計画", _several),
    N("他の課も関わる計画", _several),
    N("共同で所管する計画", _several),
    N("総務法務課が他の課と一緒に担当する計画", lambda f: _several(f) & held_by("総務法務課")(f)),
    N("人事課が主管で他の課も関わる計画", "1-4-2"),
    N("収納課と市民課が共同で担当する計画", ""),
)

BROAD_WORDS: tuple[Case, ...] = (
    N("ガイドラインが一つもない計画は", lambda f: f.where(lambda p: not f.guidelines(p))),
    N("ガイドラインのない計画", lambda f: f.where(lambda p: not f.guidelines(p))),
    W("2-2-6はどんな指針に基づいていますか", "郡山市債権管理条例"),
    C(
        "市ウェブサイトで公表されている計画の数",
        lambda f: len(f.where(lambda p: "市ウェブサイト" in map(f.name, f.out[p, "DISCLOSED_ON"]))),
    ),
    K("テーマごとの計画数ランキング", "themes$"),
    K("課別の計画数ランキング", "departments$"),
    K("計画の本文に「人口減少」が出てくるもの", "plans --text 人口減少$"),
    K("本文に人口減少が出てくる計画", "plans --text 人口減少$"),
    K("2-2-2と2-2-3はどこが似ていますか", "path 2-2-2 2-2-3$"),
    K("1-1-2は何年度から何年度までですか", "番号=1-1-2 --fields 開始年度,終了年度$"),
)

_FIVE = ("ムーブレス", "カウンターレス", "ペーパーレス", "キャッシュレス", "ファイルレス")

SEVERAL_FACTS: tuple[Case, ...] = (
    K("1-3-5の担当課とテーマ", "番号=1-3-5 --fields 所管課,テーマ$"),
    K("1-3-5の担当課と関連するテーマを教えてください", "番号=1-3-5 --fields 所管課,テーマ$"),
    K("1-3-5の所管課と根拠", "番号=1-3-5 --fields 所管課,根拠$"),
    K("行動計画が一番多い年度は", "find 行動計画 --top 1 --by 年度$"),
    K("どの年度に行動計画が一番集中していますか", "find 行動計画 --top 1 --by 年度$"),
    N("学校の長寿命化の担当課", "2-3-5"),
    N(
        "5レスの印がすべてついている計画はありますか",
        lambda f: f.where(lambda p: set(_FIVE) <= f.marked(p)),
    ),
    N(
        "4つ以上のレスに印がある計画",
        lambda f: f.where(lambda p: len(set(_FIVE) & f.marked(p)) >= 4),
    ),
    W(
        "共管だけの課はどこ",
        lambda f: f.departments_of(lambda _: True) - _leading(f),
    ),
    N("広域連携の計画を持つ課とその計画名", lambda f: f.where(lambda p: "広域連携" in f.themes(p))),
    K(
        "DX戦略課が主管している計画とその目標値を示してください",
        "find 指標 --where 主管課=DX戦略課$",
    ),
    W(
        "市民課と市民税課はどのテーマを共有していますか",
        lambda f: f.themes_of("市民課") & f.themes_of("市民税課"),
    ),
    K("現状値より低い目標を掲げている指標を教えてください", 'find 指標 --where "差<0"$'),
    K("2025年度末までに40％以上にする目標", "目標年度=2025 and 目標値>=「40%」"),
    K("まだ達成していない指標を多く抱える課", 'find 指標 --where "not 達成=有" --by 所管課$'),
    K("計画が多い課", "departments$"),
    K("指標の多い計画を教えてください", "find 指標 --by 計画$"),
    N(
        "名前に「適正化」を含む計画の担当課",
        lambda f: {n for n, p in f.plans().items() if "適正化" in f.name(p)},
    ),
)


def _leading(f: Facts) -> set[str]:
    return {
        f.name(edge["source"])
        for edge in f.edges
        if edge["type"] == "RESPONSIBLE_FOR" and edge["role"] == "lead"
    }
