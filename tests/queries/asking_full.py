"""Sentences about a plan that holds every fact, and what each is read as.

Money, evaluations, a logic model, divisions and values by year are asked for that the bundled plan
does not have. `python -m tests.queries.asking_full` writes ``asking_full_kept.txt`` anew, after a
change that is meant: look at the difference before you keep it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from keikaku.graph.errors import KeikakuError
from keikaku.queries.asking.lexicon import Names
from keikaku.queries.sentences import understood
from tests.makers.full_city import full_city
from tests.queries.asking_check import read_as

FILE = Path(__file__).with_name("asking_full_kept.txt")
TODAY = "2027-07-01"
_MONEY = """\
予算が一番大きい計画
予算が最も少ない計画はどれ
予算の多い順に計画を3つ
予算が100万円以上の計画
予算が1000千円より多い計画はいくつ
決算の合計
情報課の予算の合計
情報課の予算はいくら
1-1の予算
1-1の2026年度の決算額はいくら
2026年度の予算が最も大きい課
2027年度の要求額
要求額が最も大きい計画
所管課ごとの予算
年度ごとの予算額の合計
年度ごとの決算
予算のない計画
予算のある計画の数
予算の平均
2026年度の執行額
当初予算が1億円未満の計画
効果額はいくら
予算の中央値はいくら
目標1の計画の予算
which plan has the largest budget
budget of 情報課
total budget in 2026
budget per department
plans with a budget over 1000000 yen
how much did 1-1 spend in 2026"""
_JUDGED = """\
評価がBの計画
拡充とされた計画
廃止になった計画
継続とされた計画の課
今後の方向性が改善の計画
方向性ごとの計画の数
評価が最も良い計画
2026年度の評価
1-1の評価は
評価のない計画
外部評価の計画
評価の高い順に計画を並べて
新規の計画
拡充の計画を担当する課
区分が拡充の計画
優先度が高い計画
優先度ごとの計画数
plans that are to be expanded
plans graded B
evaluations of 1-1"""
_VALUES = """\
電子申請の割合の目標値はいくつ
電子申請の割合の現況値と目標値の差
電子申請の割合は何%目指す
交付までの日数の目標は
交付までの日数は何日
1-1の目標値
1-1の指標の現況値は
証明書の交付の目標値
売却の数を3件以上にするのはどの課
電子申請の割合を担当している課は
電子申請の割合の2026年度の実績
2027年度の目標値が50%以上の指標
目標値が3から60の指標
目標値が50%以上の指標を持つ計画の課
現況値のない指標のうち1-1のもの
目標値のない指標はいくつ
単位が件の指標の目標値の合計
単位ごとの目標値の平均
所管課ごとの目標値の平均
目標値の中央値
現況値も目標値もない指標
現況値が最も低い指標
目標値の高い順に指標を2つ
目標値が3番目に高い指標
定性的な指標はどれ
数値目標のない計画
増やす指標の数
減らす指標を持つ課
維持する指標
活動指標の数
達成した指標
目標を達成していない指標を持つ計画
達成しているか分からない指標
目標年度が2028年度の指標
現況値が2025年度の指標
目標年度ごとの指標の数
指標の種類ごとの数
累計の指標
What is the target of 電子申請の割合
indicators with a target above 50
indicators that should decrease
indicators per unit
mean target of the indicators in 件
which indicator has the highest target
indicators whose target year is 2028
gap between baseline and target of 電子申請の割合"""
_WHO_AND_WHEN = """\
1-1を担当しているのはどこ
1-1の主管課は
1-1を主管しているのは誰
証明書の交付の担当課
研修を担当している課
1-1と2-1の担当課
1-1はいつ終わる
1-1はいつから
1-1は何年続きますか
研修はいつ
研修はいつまで
機械の設置はいつ始まる
情報課の計画はいつ終わる
設計はいつ
1-1は2027年度に何をする
2028年度に1-1で予定されている行動計画
2027年度に始まる計画
2026年度から2028年度まで実施する計画
2026年度に始まるか、2027年度に終わる計画
2027年度以降に始まる計画
2029年度には動いていない計画
2029年度に予定がない計画
2027年度までに終わる計画
2028年度末までに終わる取組
毎年実施する計画
毎年行う取組
2年以上続く計画
期間が3年の計画
期間が最も長い計画
4年間続く取組内容
最終年度に終わる計画
初年度に始まる行動計画
今年度の計画
来年度に始まる行動計画
昨年度に終わった取組
令和9年度の行動計画
令和8年度と令和9年度の両方に動く計画
2027年度に研修をする計画
開始年度ごとの計画の数
年度ごとの行動計画の数
この計画の期間は
計画期間はいつからいつまで
全体の期間は何年
確実に2029年度も続く計画
2029年度に続いているか分からない計画
1-1は公開されていますか
1-3は公開されていますか
1-1はどこで公開している
1-1は情報課の計画ですか
2-1はDXに触れていますか
1-1は2028年度に続きますか
1-1の計画を見せて
1-1では何をやるの
who leads 1-1
when does 1-1 end
when does 研修 start
how long does 1-1 last
what does 1-1 do in 2027
is 1-1 a plan of 情報課
plans that start in 2026 or end in 2027
plans running from 2026 to 2028
plans between 2026 and 2027
actions not running in 2029
plans that last at least 2 years
what is the period of the plan
plans from 2027 onwards
milestones by 2027
what is plan 1-1 about"""
_TIES = """\
1-1が中止になったら何に影響しますか
情報課が廃止されたら何に響くか
番号法が変わったら影響を受ける計画
番号法が廃止されると根拠を失う計画
DXをやめたら
情報課と窓口課を統合したら
情報課を窓口課に統合するとどうなる
1-1を窓口課に移したら
1-1を情報課から窓口課に移管したら
1-2を廃止したらどうなりますか
電子申請の割合が変わったら
1-1に依存している計画
1-1が依存している計画
2-1は何に依存していますか
2-1は1-2に依存していますか
依存先のない計画
依存先が2つある計画
最も多くの計画が依存している計画
1-1と2-1の関係
1-1と2-1の共通点
1-2と番号法はどうつながっていますか
情報課と窓口課を比べて
情報課と窓口課ではどちらの計画が多いですか
情報課と窓口課に共通するテーマ
情報課と一緒に計画を担当している課
情報課と連携して進めている計画
窓口課と協力している課はいくつ
情報課と同じテーマに触れる課
1-1と同じ課の計画
1-1と同じ根拠の計画
1-1と同じテーマに触れる計画の課
1-1に関連する計画
1-1に似た計画
情報課の負担は全体の何%
負担が最も大きい課
情報課の仕事量
業務量の多い順に課を並べて
要となる計画は
つながりの多い課
1-1の根拠
1-1の関係団体は
商工会が関わる計画
団体が関わらない計画
証明係が記載されている計画
what depends on 1-1
what does 2-1 depend on
what happens if 番号法 is repealed
what if 情報課 and 窓口課 are merged
hand over 1-1 to 窓口課
how is 1-2 tied to 番号法
compare 情報課 and 窓口課
which has more plans, 情報課 or 窓口課
departments that share plans with 情報課
workload of 情報課"""
_COUNTS = """\
計画はいくつありますか
課はいくつ
1計画あたりの指標数
計画1件あたりの取組の数
1課あたりの計画数
所管課ごとの平均指標数
所管課ごとの指標数の合計
テーマごとの計画数
テーマごとの計画の数を多い順に
所管課別の主管計画数
政策ごとの計画数
施策ごとの計画の数
目標ごとの指標の数
根拠の種別ごとの数
重要度ごとの確認事項の数
種類ごとの確認事項
情報公開ごとの計画の数
どの課がいくつ計画を持っているか
どの課が何件の指標を持っていますか
計画が2つ以上の課
計画が一つだけの課
計画が3つより多い課はいくつあって、どの課か
計画が最も多い課はどこですか
計画が2番目に多い課
計画の多い順に課を2つ
指標が最も少ない計画
テーマが最も多い計画
最も多くの課が関わる計画
課が2つある計画
指標が3つ以上の計画の課
計画のうちDXに触れるものの割合
情報課の計画の割合
指標のある計画は何割
DXに触れる計画は全体の何%
取組が最も多い課
個別取組のある計画
個別取組はいくつ
行動計画の数が4つの計画
根拠が2つ以上ある計画
総務部の計画はいくつ
係の計画
部ごとの計画数
階層が部の課
how many plans are there
how many plans per theme
number of indicators by department
average number of indicators per plan
share of plans about DX
departments with exactly one plan
the two departments with the most plans
which theme has the second most plans
percentage of plans per goal
goals and the number of plans in each"""
_THEMES = """\
DXに触れる計画
デジタル化に触れる計画
AI-OCRを使う計画
キャッシュレスの印がある計画
キャッシュレスの印があるか分からない計画
ペーパーレスの印がない計画
5レスに触れる計画の課
5レスすべてに触れる計画
DXとキャッシュレスの両方に触れる計画
DXだけに触れる計画
DXにもペーパーレスにも触れない計画
DXに触れ、ペーパーレスに触れない計画
DXかペーパーレスに触れる計画のうち情報課のもの
DX以外のテーマに触れる計画
テーマのない計画
キャッシュレスが本文に出てくる計画
DXと一緒に出てくるテーマ
テーマと課の表
電子納付という言葉が出てくる計画
計画名に「電子」が入る計画
「見直し」という言葉が名前に入る計画
名称に推進を含む計画はいくつ
待ち時間について書かれた計画
窓口に関する計画
情報政策課の計画
番号法に基づく計画
条例に基づく計画の数
法令に基づかない計画
番号法以外に基づく計画
SDGsの16に関わる計画
SDGsのない計画
ホームページで公開している計画
公開しているか分からない計画
広報紙で知らせる計画
目標1の計画
目標1か目標2の計画の課
取組事項アの計画
政策が「続く市役所」の計画
情報課以外の計画
情報課が主管する計画
情報課が共管の計画
情報課だけが担当する計画
情報課と窓口課の計画
所管課のない計画
課がない計画はいくつ
確認事項はいくつ
警告の確認事項
解決済みの確認事項
1-3の確認事項
エラーのある計画
ロジックモデルのある計画
1-1のロジックモデル
アウトカムは何ですか
plans about digital but not paperless
plans with a mark for cashless
plans whose mark for ペーパーレス is unknown
plans that are disclosed on the website
plans without themes
plans based on 番号法
plans not of 情報課
findings of plan 1-3
plans that mention 電子納付
plans of goal 1 without indicators
partners of plans of 情報課
is there a plan without a department"""
_ODD = """\
こんにちは
ありがとう
使い方を教えて
市長の給料はいくら
情報科の計画
情報課の計画を全部ください。よろしくお願いします。
情報課の計画って何があるの？
えっと、情報課の計画を教えてほしいんだけど
収納課の計画
3-3-3の計画
2040年度の計画
計画
課
指標
なぜ1-1は遅れているのか
昨日の天気は
最高の計画はどれ
良い計画
大事な計画を教えて
情報課の計画を窓口課の計画より先に見せて
情報課の計画のうち予算が多くて指標が少ないもの
1-1-1-1
?
plans of the mayor
hello
which plans are good
please show me all the plans of 情報課"""
SENTENCES = (_MONEY, _JUDGED, _VALUES, _WHO_AND_WHEN, _TIES, _COUNTS, _THEMES, _ODD)
"""What is asked, a sentence a line."""


def lines() -> Iterator[str]:
    """Yield each sentence and what it is read as, or the words that refuse it."""
    graph = full_city()
    names = Names(lambda _: graph)
    for sentence in "\n".join(SENTENCES).splitlines():
        try:
            said = read_as(*understood(lambda _: graph, sentence, names))
        except KeikakuError as refusal:
            said = str(refusal)
        yield f"{sentence}\t{' / '.join(said.splitlines())}"


def main() -> None:
    """Write what each sentence is read as."""
    os.environ["KEIKAKU_TODAY"] = TODAY
    FILE.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
