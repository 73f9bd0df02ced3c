"""Everyday words that say the same: every sentence of a row has the answer of its case (言い換え).

A row is a case with ``{}`` in its sentence, and the words for its place, split at blanks; ``_``
stands for a blank. The answer is counted by :mod:`.facts`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.queries.asking.cases import C, Case, K, N, S, W, X, department_counts, most, touching
from tests.queries.asking.facts import Facts


def _cashless(f: Facts) -> int:
    return len(touching("キャッシュレス")(f))


SYNONYMS: tuple[tuple[Case, str], ...] = (
    (
        N("キャッシュレス{}計画", touching("キャッシュレス")),
        """
        に関する に関係する に関わる に触れた に絡む に該当する を含む を盛り込んだ を掲げた
        を取り上げた を扱う をテーマにした を目的とする を活用する を導入する を取り入れた
        を進める を推進する を推し進める を目指す に対応する に資する に寄与する に取り組む
        に力を入れる を実現する に言及する が関係する が入っている を図る のための についての
        を後押しする
        """,
    ),
    (
        K("キャッシュレスを{}課はどこですか", "find 所管課 --where テーマ=キャッシュレス$"),
        """
        担当する 所管する 担っている 受け持つ 受け持っている やっている 動かしている 進めている
        引き受けている 取りまとめている 手がけている 実行する 管轄する 推し進めている 所轄する
        請け負っている 切り盛りしている
        """,
    ),
    (
        K("キャッシュレスを{}課", "find 計画 --where テーマ=キャッシュレス --by 主管課$"),
        """
        主導する リードする 牽引している 主管する 中心となって進めている 先導する
        """,
    ),
    (
        N("市税の徴収率の向上対策{}", "2-2-1"),
        """
        はどこの課ですか はどの部署の仕事ですか の主管課は の主務課は の幹事課は の担当はどこ
        を担当するのは誰 の所管課を教えて の主たる担当課は
        """,
    ),
    (
        W("{}課", lambda f: most(f, department_counts(f))),
        """
        計画が一番多い 計画を一番多く持つ 計画を最も多く抱える 計画の数が最多の 計画数トップの
        計画が集中している 最も計画が集中している 一番仕事が集まっている 計画が一番集まっている
        担当計画数が一番多い 最も多くの計画に関わる
        """,
    ),
    (
        C("キャッシュレスに関する計画{}", _cashless),
        """
        はいくつ は何件ありますか の数 の総数は はどのくらいある は全部で何件 は合わせて何件
        何件？ は何計画
        """,
    ),
    (
        S("キャッシュレスに関する計画{}", lambda f: (_cashless(f), 57)),
        """
        は全体の何割 の割合は は何パーセント が占める割合 の構成比 は全体の何分の一
        は全体のどれくらいを占める は全体のどのくらい
        """,
    ),
    (
        K("収納課{}", "impact 収納課$"),
        """
        がなくなると何が困る が廃止されたらどうなる を廃止した場合の影響 が解散したら が消えたら
        を再編すると が改組されたら がなくなるとどの指標が宙に浮く
        """,
    ),
    (
        K("デジタル手続法{}", "impact デジタル手続法$"),
        """
        が改正されたら が改正されると影響する指標は が変更になったら見直す計画 を見直すと
        の改正で影響を受ける課
        """,
    ),
    (
        N("デジタル手続法{}計画", "1-3-4"),
        """
        に基づく を根拠にしている に根拠を置く に従っている に沿った に則った を踏まえた
        を参照している
        """,
    ),
    (
        K("令和6年度{}", "find 取組内容 --where 年度=2024$"),
        """
        に行うこと に何をしますか に何が予定されている に実施する取組は の取組は
        """,
    ),
    (
        K("{}指標", "find 指標 --where .?倍率>=2.?$"),
        """
        倍増を目指す 現状の2倍以上を目指す 目標が現況値の2倍以上の 現況値の2倍以上の
        """,
    ),
    (
        K("RPAの導入を担当している{}", "find 所管課 --where テーマ=RPA$"),
        "のは何課ですか のはどの課ですか 課は",
    ),
    (
        K("DX戦略課{}", "find 取組内容 --where .?所管課=DX戦略課 and 年度=2024.?$"),
        "の計画で、2024年度に行うことは何ですか が2024年度に行うことは",
    ),
    (
        K("長寿命化に関する計画の{}を教えて", "find 指標 --where テーマ=長寿命化$"),
        "指標 目標 担当課と目標",
    ),
    (
        K("Which indicators are measured in {}?", "find 指標 --where 単位=日$"),
        "days",
    ),
    (
        K("財政課が{}計画", "find 計画 --where 共管課=財政課$"),
        "共管する 関係課として入っている 関係課として加わる",
    ),
    (
        K("テーマごとの計画数を{}", "find 計画 --top 10 --by テーマ$"),
        "多い順に10件 多い順に10個",
    ),
    (
        N("Which plans {}?", "1-3-4 1-4-2 3-4-4 3-4-6 3-4-7"),
        "are_based_on_a_law have_a_law_as_their_basis",
    ),
    (
        K("5レス{}", "find テーマ --where 上位のテーマ=5レス --sort -計画数$"),
        "それぞれの計画数 のテーマ別に計画の数を教えて のテーマごとの計画数 ごとの計画数",
    ),
    (
        K("指標名に「件数」を含む{}", "find 指標 --where .?件数 in 指標名.?$"),
        "もの 指標",
    ),
    (
        X("{}の計画", "番号「9」の目標"),
        "目標9 基本目標9",
    ),
    (
        X("{}", "progress"),
        "2-2-1は順調ですか Is_plan_2-2-1_on_schedule? 計画どおりに進んでいる計画は",
    ),
    (
        X("{}", "所管課は、このグラフにありません"),
        """
        観光課が担当する計画 観光課の計画は何件ですか 教育委員会が担当する計画は
        交通局が担当している計画
        """,
    ),
    (
        K("{}を市民課に移したら", "whatif --hand-over 2-2-1=市民課$"),
        "2-2-1 市税の徴収率の向上対策",
    ),
    (
        K("収納課とDX戦略課{}", "find テーマ --where .?所管課=収納課 and 所管課=DX戦略課.?$"),
        "はどのテーマでつながっていますか に共通するテーマは",
    ),
    (
        C("{}計画は何件", lambda f: len(touching("AI")(f))),
        "AI関連 AIに関する AIを使う",
    ),
    (
        K("{}指標", "find 指標 --where 方向=減らす$"),
        "減らすことを目標にしている 現状より減らすことを目標にしている 下げる",
    ),
    (
        K("{}計画は", "find 計画 --where 印=不明$"),
        """
        ○印が読めなかった ○印が読み取れない 印が不明な
        """,
    ),
    (
        N("Which plans {} cashless payments?", touching("キャッシュレス")),
        """
        touch deal_with concern mention involve relate_to are_about cover address promote
        support include contribute_to focus_on refer_to are_tagged_with fall_under
        """,
    ),
    (
        W("Which department {} the most plans?", lambda f: most(f, department_counts(f))),
        """
        has handles is_responsible_for is_in_charge_of runs carries manages owns bears
        is_burdened_with looks_after oversees
        """,
    ),
    (
        K("What happens if 収納課 {}?", "impact 収納課$"),
        """
        is_abolished is_closed were_to_disappear is_dissolved is_reorganised is_restructured
        ceases_to_exist is_scrapped no_longer_exists shuts_down
        """,
    ),
    (
        K("{} if デジタル手続法 is amended?", "impact デジタル手続法$"),
        """
        What_is_affected Which_plans_are_affected Which_plans_need_review
        How_many_plans_are_affected Which_indicators_are_affected What_must_be_reviewed
        Who_is_affected What_would_break
        """,
    ),
    (
        C("How many plans concern {}?", lambda f: len(touching("働き方改革")(f))),
        """
        work-style_reform workstyle_reform work_style_reform
        """,
    ),
)


def cases() -> Iterator[Case]:
    """Yield a case for each word of each row."""
    for case, words in SYNONYMS:
        for word in words.split():
            yield case._replace(sentence=case.sentence.format(word.replace("_", " ")))
