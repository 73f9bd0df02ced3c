"""Tables under years in a text set in columns: their cells stand below their heads."""

from __future__ import annotations

from keikaku.loaders.readers.blocks import Paragraph, Table
from keikaku.loaders.readers.text_columns import column_pages


def read(text: str) -> list[list[list[str]] | str]:
    """The blocks of a text: the rows of a table, the words of a paragraph."""
    blocks: list[list[list[str]] | str] = []
    for page in column_pages(text) or []:
        for block in page:
            if isinstance(block, Table):
                blocks.append([
                    [block.text(row, column) for column in range(block.columns)]
                    for row in range(block.rows)
                ])  # fmt: skip
            elif isinstance(block, Paragraph):
                blocks.append(block.text)
    return blocks


KPI = """\
○重要業績評価指標（KPI）
        指標名          現状値        R7        R8        R9
                     （R6）
新生活支援事業の利用世帯       21 世帯   30 世帯       35 世帯     40 世帯
数
○工程表
        内容              令和７年度        令和８年度       令和９年度
新生活支援事業                    拡充            ⇒          ⇒
支援センターとの連携                            検討           実施
担当課：こども課
"""


def test_names_over_lines_and_values_keep_to_their_heads() -> None:
    marked, indicators, steps, schedule, after = read(KPI)
    assert (marked, steps, after) == ("○重要業績評価指標(KPI)", "○工程表", "担当課:こども課")
    assert indicators == [
        ["指標名", "現状値(R6)", "R7", "R8", "R9"],
        ["新生活支援事業の利用世帯数", "21世帯", "30世帯", "35世帯", "40世帯"],
    ]
    assert schedule == [
        ["内容", "令和7年度", "令和8年度", "令和9年度"],
        ["新生活支援事業", "拡充", "⇒", "⇒"],
        ["支援センターとの連携", "", "検討", "実施"],
    ]


FORM = """\
 年度別            取組項目         令和７年   令和８年  令和９年
スケジュー                                         度           度          度
  ル     システムの導入                               検討         実施          →
        対象窓口の拡大                                          検討         試行
 指標               指標名    単位     現状値      令和７年           令和８年       令和９年
                               （令和５        度              度          度
                                年度）
        窓口職場の１人当た 時間       14.2              14.0         12.0         10.0
        り時間外勤務時間
        寄附額       千円         356,00              38         48         58
                                  0
 SDGs   11 住み続けられるまちづくりを       16 平和と公正をすべての人に
"""


def test_a_label_to_the_left_is_one_and_the_second_line_of_years_shows_their_places() -> None:
    schedule, indicators, *_ = read(FORM)
    assert schedule == [
        ["年度別スケジュール", "取組項目", "令和7年度", "令和8年度", "令和9年度"],
        ["年度別スケジュール", "システムの導入", "検討", "実施", "→"],
        ["年度別スケジュール", "対象窓口の拡大", "", "検討", "試行"],
    ]
    assert indicators[0][3:] == ["現状値(令和5年度)", "令和7年度", "令和8年度", "令和9年度"]
    assert indicators[1][1:] == [
        *("窓口職場の1人当たり時間外勤務時間", "時間", "14.2", "14.0", "12.0", "10.0")
    ]
    assert indicators[2][1:] == ["寄附額", "千円", "356,000", "38", "48", "58"]


def test_a_row_with_a_label_of_its_own_is_a_table_under_the_same_years() -> None:
    text = """\
数値目標       指標        単位          現状値        R8      R9            R10
           手続の時間      分           120        118     116           114
効果見込額                                       0       △1,500       2,400
（千円）
"""
    _, effects = read(text)
    assert effects == [
        ["効果見込額(千円)", "R8", "R9", "R10"],
        ["効果見込額(千円)", "0", "△1,500", "2,400"],
    ]


def test_a_head_at_a_pages_end_goes_to_its_rows() -> None:
    head = "○工程表\n        内容              令和７年度        令和８年度\n\f"
    schedule = read(f"{head}窓口の拡大              実施            ⇒\n")[-1]
    assert schedule == [["内容", "令和7年度", "令和8年度"], ["窓口の拡大", "実施", "⇒"]]
    rest = "対象の見直し              検討            実施\n"
    head = head.replace("\f", "窓口の拡大              実施            ⇒\n\f")
    schedule = read(f"{head}{rest}対象の追加              検討            ⇒\n")[-1]
    assert schedule[-1] == ["対象の追加", "検討", "⇒"]


def test_prose_behind_a_table_is_none_of_its_rows() -> None:
    text = """\
令和８年度             令和９年度                    令和 10 年度
0                   △1,500                     2,400
SDGs の目標：目標 9、目標 11、目標 16
"""
    effects, goals = read(text)
    assert effects == [["令和8年度", "令和9年度", "令和10年度"], ["0", "△1,500", "2,400"]]
    assert goals == "SDGsの目標:目標 9、目標 11、目標 16"
