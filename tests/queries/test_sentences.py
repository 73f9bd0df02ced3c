"""``ask``: sentences as planners put them, and the commands that they mean."""

from __future__ import annotations

import contextlib
import time

import pytest

import keikaku
from keikaku.graph.errors import KeikakuError, NotFoundError
from keikaku.queries.registry import DECLARED
from keikaku.queries.sentence_examples import EXAMPLES
from keikaku.queries.sentence_forms import FILTERS, FORMS, PARAMETER_OF
from keikaku.queries.sentences import parse_sentence
from tests.queries.small_graph import small_graph

SENTENCES = {
    "収納課の概要を1枚で": "department 収納課",
    # Plans that touch a theme, with and without politeness, in any width.
    "キャッシュレスに関わる計画": "plans --theme キャッシュレス",
    "キャッシュレスに関わる計画を教えてください。": "plans --theme キャッシュレス",
    "すみませんが、ｷｬｯｼｭﾚｽに関する計画を教えていただけますか？": "plans --theme キャッシュレス",
    "きゃっしゅれすの計画は？": "plans --theme キャッシュレス",
    "キャッシュレス に 関わる 計画": "plans --theme キャッシュレス",
    "「キャッシュレス」に係る実施計画の一覧をお願いします": "plans --theme キャッシュレス",
    "どの計画がキャッシュレスに関わっていますか": "plans --theme キャッシュレス",
    # Nothing but a whole name.
    "キャッシュレス": "plans --theme キャッシュレス",
    "収納課": "plans --department 収納課",
    "五レスに関わる計画": "plans --theme 5レス",
    "５レスに取り組んでいる計画を見せて": "plans --theme 5レス",
    "デジタルトランスフォーメーションに関わる計画": "plans --theme DX",
    "ＤＸの計画はどれですか": "plans --theme DX",
    "all plans touching キャッシュレス": "plans --theme キャッシュレス",
    "Which plans touch キャッシュレス?": "plans --theme キャッシュレス",
    "Could you show me the DX plans, please?": "plans --theme DX",
    # Plans by department, guideline, goal, initiative, SDG, words.
    "収納課の計画": "plans --department 収納課",
    "収納課が担当している計画を一覧にしてください": "plans --department 収納課",
    "収納課さんの所管する計画って何がありますか": "plans --department 収納課",
    "plans run by 収納課": "plans --department 収納課",
    "個人情報保護法に基づく計画": "plans --guideline 個人情報保護法",
    "DX計画に基づいた計画": "plans --guideline あおぞら市DX推進計画2022",
    "plans based on 個人情報保護法": "plans --guideline 個人情報保護法",
    "目標2の計画": "plans --goal 2",
    "重点推進目標２の計画を出してください": "plans --goal 2",
    "plans under goal 1": "plans --goal 1",
    "取組事項1-1の計画": "plans --initiative 1-1",
    "SDGs 11.3に貢献する計画": "plans --sdg 11.3",
    "SDGs11に関わる計画": "plans --sdg 11",
    "「電子納付」という言葉が出てくる計画": "plans --text 電子納付",
    "plans with the word 窓口": "plans --text 窓口",
    "すべての計画": "plans",
    "計画の一覧を見せてください": "plans",
    # Years, 和暦 and western.
    "令和5年度の計画": "plans --year 2023",
    "令和５年度に行う計画は何ですか": "plans --year 2023",
    "R5の計画": "plans --year 2023",
    "2023年度に予定されている計画": "plans --year 2023",
    "plans in 2023": "plans --year 2023",
    # Several things at once.
    "令和5年度の収納課の計画": "plans --department 収納課 --year 2023",
    "収納課のキャッシュレスに関わる計画": "plans --theme キャッシュレス --department 収納課",
    "キャッシュレスに関わる収納課の計画": "plans --theme キャッシュレス --department 収納課",
    "目標1の市民課の計画": "plans --department 市民課 --goal 1",
    "plans of 収納課 in 2023": "plans --department 収納課 --year 2023",
    # One plan.
    "1-1-2": "plan 1-1-2",
    "１－１－２の詳細": "plan 1-1-2",
    "1-1-2の担当課はどこですか？": "plan 1-1-2",
    "市税等の電子納付とは": "plan 1-1-2",
    "plan 1-1-2": "plan 1-1-2",
    "Who is responsible for 1-1-2?": "plan 1-1-2",
    # Workload.
    "収納課の負担": "workload --department 収納課",
    "収納課の業務量はどれくらいですか？": "workload --department 収納課",
    "収納課の年度別の負担を知りたい": "workload --department 収納課 --by year",
    "課ごとの負担を教えてください": "workload",
    "負担が重いのはどの課ですか": "workload",
    "どの課が一番忙しいですか": "workload",
    "目標2の負担": "workload --goal 2",
    "年度別の負担": "workload --by year",
    "workload of 収納課": "workload --department 収納課",
    "workload by year": "workload --by year",
    # Impact and dependencies.
    "1-1-2をやめると何に響くか": "impact 1-1-2",
    "１－１－２をやめたら、何に響きますか？": "impact 1-1-2",
    "1-1-2を廃止した場合、どこに影響が出ますか": "impact 1-1-2",
    "個人情報保護法が改正されると何に影響しますか": "impact 個人情報保護法",
    "収納課がなくなるとどうなりますか": "impact 収納課",
    "キャッシュレスの影響範囲": "impact キャッシュレス",
    "1-1-2に依存している計画": "find 計画 --where 依存先=1-1-2",
    "What happens if 1-1-2 is cancelled?": "impact 1-1-2",
    "what is affected if 収納課 changes": "impact 収納課",
    "1-1-10は何に依存していますか": "dependencies 1-1-10",
    "1-1-10の前提": "dependencies 1-1-10",
    "計画どうしの依存関係": "dependencies",
    "what does 1-1-10 depend on?": "dependencies 1-1-10",
    # Indicators.
    "現況値のない指標": "indicators --without-baseline",
    "現況値がない目標値はどれですか": "indicators --without-baseline",
    "すでに目標に達している指標": "find 指標 --where 達成=有",
    "達成済みの指標を教えて": "find 指標 --where 達成=有",
    "ではDXの計画は": "plans --theme DX",
    "収納課のKPIは？": "indicators --department 収納課",
    "収納課のKPI": "indicators --department 収納課",
    "単位が%の指標": "indicators --unit %",
    "指標の一覧": "indicators",
    "indicators without a baseline": "indicators --without-baseline",
    "indicators in %": "indicators --unit %",
    # Lists, two themes together, what holds it together, findings.
    "キャッシュレスとペーパーレスの両方に関わる計画": (
        "themes --with キャッシュレス --and ペーパーレス"
    ),
    "plans touching both キャッシュレス and DX": "themes --with キャッシュレス --and DX",
    "キャッシュレスと一緒に扱われるテーマ": "themes --with キャッシュレス",
    "テーマと目標のクロス集計": "themes --matrix goals",
    "テーマの一覧": "themes",
    "根拠法令の一覧を出して": "guidelines",
    "所管課の一覧": "departments",
    "計画の要はどこですか": "bridges",
    "一つの課だけで担っている計画": "bridges",
    "single points of failure": "bridges",
    "確認事項を見せてください": "check",
    # As planners go on asking.
    "収納課は何件の計画を持っているか": "find 計画 --where 所管課=収納課 --count",
    "一番忙しい課はどこ": "workload",
    "どの課に仕事が集中していますか": "workload",
    "which department carries the most": "workload",
    "how concentrated is the workload?": "workload",
    "Ｒ５年度の収納課の予定": 'find 行動計画 --where "年度=2023 and 所管課=収納課"',
    "収納課はどんな計画を担当していますか": "plans --department 収納課",
    "担当が収納課の計画": "plans --department 収納課",
    "「マイナンバー」と書かれている計画": "plans --text マイナンバー",
    "計画をすべて表示": "plans",
    "1-1-2は誰が担当していますか": "plan 1-1-2",
    "１－１－２の目標値は": "plan 1-1-2",
    "1-1-2と関係のある計画": "plan 1-1-2",
    "1-1-2の詳しい内容を教えて": "plan 1-1-2",
    "収納課が関わる計画": "departments 収納課",
    "収納課について教えて": "departments 収納課",
    "ペーパーレスについて教えてください": "themes ペーパーレス",
    "個人情報保護法について知りたい": "guidelines 個人情報保護法",
    "部署別の計画数": "departments",
    "テーマ別の計画数": "themes",
    "目標ごとのテーマ": "themes --matrix goals",
    "list the themes": "themes",
    "1-1-2を廃止したときの影響範囲を知りたい": "impact 1-1-2",
    "収納課がなくなったら困る計画は": "impact 収納課",
    "どの計画が1-1-2に依存していますか": "find 計画 --where 依存先=1-1-2",
    "1-1-10の前提になる計画はどれか": "dependencies 1-1-10",
    "1-1-10に先立って必要なもの": "dependencies 1-1-10",
    "現状値が書かれていない指標を見せて": "indicators --without-baseline",
    "数値目標がない計画": "find 計画 --where 数値目標=無し",
    "plans without measurable targets": "find 計画 --where 数値目標=無し",
    "おかしいところはありますか": "check",
    "単独で担当している計画": "bridges",
}


def command(sentence: str) -> str:
    return parse_sentence(lambda _: small_graph(), sentence).command.removeprefix("keikaku ")


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items())
def test_a_sentence_is_understood_as_a_command(sentence: str, expected: str) -> None:
    assert command(sentence) == expected


def test_there_are_many_of_them() -> None:
    assert len(SENTENCES) >= 60
    assert {line.split()[0] for line in SENTENCES.values()} >= {f.question for f in FORMS}


@pytest.mark.parametrize(
    "sentence",
    [
        "今日の天気は",
        "hello world",
        "計画を自動で書いて",
        "収納課は好きですか",
        "1-1-2の進捗",
        "どの計画にも使われている指針は",
        "の",
        "drop table",
    ],
)
def test_what_is_not_understood_gets_the_nearest_that_is(sentence: str) -> None:
    with pytest.raises(KeikakuError) as error:
        command(sentence)
    offered = str(error.value).partition("尋ねられます: ")[2].split(" / ")
    assert len(offered) == 3
    for text in offered:
        with contextlib.suppress(NotFoundError):  # an example may name what this graph lacks
            assert command(text)


def test_every_example_that_is_offered_is_understood() -> None:
    graph = keikaku.read()
    for example in EXAMPLES:
        japanese, english = (parse_sentence(lambda _: graph, text) for text in example)
        assert japanese == english


def test_an_empty_question_is_said() -> None:
    with pytest.raises(KeikakuError, match="空"):
        command(" 。")


def test_a_question_is_one_sentence_and_answered_in_time() -> None:
    with pytest.raises(KeikakuError, match="300字以内"):
        command("収納課の" * 100)
    begun = time.process_time()
    for hostile in ("宇宙課の" * 70 + "計画", "のと" * 140, "plans of " * 30, "「" * 299):
        with pytest.raises(KeikakuError):
            command(hostile)
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    ("sentence", "nearest"),
    [
        ("キャツシュレスに関わる計画", "もしかして: キャッシュレス"),
        ("収能課の負担", "もしかして: 収納課"),
        ("plans touching キャツシュレス", "もしかして: キャッシュレス"),
    ],
)
def test_a_known_form_with_an_unknown_name_offers_names(sentence: str, nearest: str) -> None:
    with pytest.raises(NotFoundError, match=nearest):
        command(sentence)


def test_a_name_that_could_be_several_is_no_guess() -> None:
    with pytest.raises(KeikakuError, match="総務課、総務企画課"):
        command("総務の負担")


def test_every_slot_of_a_form_is_known() -> None:
    import re

    for form in FORMS:
        pairs = re.findall(r"\(\?P<(\w+)>|\{(\w+)\}", form.pattern)
        slots = {slot for pair in pairs for slot in pair if slot} - {FILTERS}
        names = {*DECLARED[form.question].names}
        assert {PARAMETER_OF.get(slot, slot) for slot in slots} | {*form.says} <= names


def test_a_name_with_a_space_is_one_word_of_the_command() -> None:
    from keikaku.queries.sentences import ParsedSentence

    parsed = ParsedSentence("plans", {"guideline": "PPP 導入 指針", "text": 'a"b'})
    assert parsed.command == 'keikaku plans --guideline "PPP 導入 指針" --text \'a"b\''


def test_two_filters_of_one_kind_are_both_asked_for() -> None:
    assert command("キャッシュレスかつDXに関わる計画") == (
        "plans --theme キャッシュレス --theme DX"
    )
