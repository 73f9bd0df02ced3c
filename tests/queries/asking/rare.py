"""Sentences of rarer forms; what each is read as stands in ``kept.txt``."""

from __future__ import annotations

RARE = """\
収納課と国保税収納課を統合したら
収納課を財政課に統合したら
収納課を財政課に統合するとどうなりますか
収納課、国保税収納課、財政課を統合したら
merge 収納課 into 財政課
what if 収納課 and 財政課 are merged
2-2-5をやめたら
2-2-5を廃止すると何に影響するか
what if 2-2-5 is dropped
現況値が目標値より大きい指標
目標値が現況値より大きい指標
目標値と現況値が同じ指標
現況値より目標値が少ない指標
目標が現況より多い指標
カイゼンだけに触れる計画
AIとRPAの両方に触れる計画
AIもRPAも触れる計画
AIかRPAに触れる計画
AIにもRPAにも触れない計画
AIに触れ、RPAに触れない計画
DX戦略課以外でAIに取り組む課
収納課以外の課でキャッシュレスに触れる計画
所管課ごとの平均指標数
1計画あたりの指標数
1課あたりの計画数
指標数の中央値
所管課ごとの指標数の合計
テーマごとの計画数の平均
どの課がいくつ計画を持っているか
どの課が何件の計画を担当していますか
2023年度から2025年度に始まる計画
2023年度までに終わる計画
2024年度以降に始まる計画
2024年度より後に始まる行動計画
2022年度と2023年度の両方に実施する計画
令和5年度に始まり令和7年度に終わる計画
来年度に始まる計画
昨年度に終わった計画
今年度の計画のうち収納課のもの
目標値が90%以上の指標
目標値が50から90の指標
単位が件の指標の目標値の合計
目標値が最も高い指標3つ
指標が2つ以上ある計画
指標が3つより多く5つ以下の計画
テーマが5つ以上ある計画はどれ
所管課が2つある計画
所管課のない計画
根拠のない計画の数
SDGsに関わらない計画
ホームページで公開していない計画
市民課の計画で指標のないものはいくつ
目標1の計画のうちAIに触れるもの
目標1と目標2の計画の数
取組事項ごとの計画の数を多い順に
2番目に計画の多い課
最も多くの課が関わる計画
2-2-5と同じ課の計画
2-2-5と同じテーマの計画
2-2-5に依存している計画は
2-2-5が依存している計画の課
収納課と財政課ではどちらの指標が多いか
収納課と財政課の計画数を比べて
収納課の計画の割合
AIに触れる計画の割合は
指標のある計画は何割
plans that touch AI but not RPA
plans led by 収納課 that begin in 2024
departments with more than 3 plans
how many indicators have a target of at least 90%
which department has the second most plans
average number of indicators per plan
plans without indicators
share of plans that touch キャッシュレス
top 3 departments by indicators
plans of goal 1 and goal 2
""".splitlines()
