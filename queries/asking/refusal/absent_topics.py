"""Topics that a graph may not contain, and the nearest questions instead (載っていない事柄)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from keikaku.graph.language import Text
from keikaku.queries import names


class Topic(NamedTuple):
    """A topic: its words, the kind of node for it, and the message if the graph has none."""

    words: str
    kind: str | None
    says: Text


def _topic(words: str, kind: str | None, ja: str, en: str) -> Topic:
    return Topic(words, kind, Text(ja, en))


TOPICS: tuple[Topic, ...] = (
    _topic(
        r"予算|決算|事業費|費用|コスト|経費(?!の削減)|執行額|支出額|歳出|budgets?|costs?|spending|expens",
        "Budget",
        "予算や決算の金額は、このグラフに載っていません。金額の目標は「単位が千円の指標」で尋ねられます。",
        "The graph holds no budgets. Ask for targets in money: indicators in 千円. ",
    ),
    _topic(
        r"評価(?:結果|区分|点)?(?:が|は|の高い|の低い)|(?<!人事)(?<!管理運営)評価(?:結果|区分|点数?)|evaluated|evaluations?|grades?",
        "Evaluation",
        "評価の結果は、このグラフに載っていません。「目標を達成していない指標」なら尋ねられます。",
        "The graph holds no evaluations. Ask for indicators not reached. ",
    ),
    _topic(
        r"進捗|進み具合|(?:上がり|下がり|減り|増え|伸び|改善し|進み)ました(?:の)?か|"
        r"遅れて|遅延|実績は|順調|(?:予定|計画)(?:どおり|通り)|"
        r"on time|(?:on|ahead of|behind) schedule|progress|delayed|on track",
        None,
        "計画の進み具合は、報告を読み込む keikaku progress が示します。計画書の値は"
        "「目標を達成していない指標」で尋ねられます。",
        "keikaku progress shows how far plans have come, from reports. Ask for indicators not "
        "reached. ",
    ),
    _topic(
        r"(?:新規|継続)(?:の|か)?(?:取組|計画|事業|継続)|新規か|new or continu|new projects?",
        "Category",
        "新規・継続などの区分は、このグラフに載っていません。「2023年度に始まる計画」なら尋ねられます。",
        "The graph does not say which plans are new. Ask for plans that start in 2023. ",
    ),
    _topic(
        r"(?:[二三2-4２-４]つ|[二三2-4２-４]課)に分[かけ割]|分割|分課|\bsplit",
        None,
        "課を分けたときに変わることは試算できません。その課が担う計画や、その課がなくなったときに"
        "影響を受けるものは尋ねられます。",
        "What changes where a department is split is not computed. Ask for its plans, or what its "
        "abolition affects. ",
    ),
    _topic(
        r"市長|副市長|知事|課長|部長|係長|担当者|職員数|氏名|名簿|電話|メール|連絡先|議員|\bmayor|phone|e-?mail|staff",
        None,
        "人の名前や人数、連絡先は、このグラフに載せていません。担当の課は"
        "「キャッシュレスを担当している課」のように尋ねられます。",
        "People and how to reach them are not in the graph. Ask for departments touching a theme. ",
    ),
)
"""The topics to look for in a sentence that is not understood."""


def absent_topic(sentence: str, graph: Callable[[str], Any]) -> Text | None:
    """Return the message about a topic of the sentence that the graph does not contain."""
    for topic in TOPICS:
        if not re.search(topic.words, sentence, re.IGNORECASE):
            continue
        if topic.kind == "Category" and names.categories(graph("Plan")):
            continue
        kind = None if topic.kind == "Category" else topic.kind
        nodes = graph(kind).nodes(data="kind") if kind else ()
        if not any(kind == topic.kind for _, kind in nodes):
            return topic.says
    return None
