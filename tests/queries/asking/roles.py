"""Departments in a role of certain plans, the workload of all, names said in pieces."""

from __future__ import annotations

from tests.queries.asking.cases import Case, K, X

ROLES: tuple[Case, ...] = (
    # Who leads them: not whoever leads another plan, and takes part in one of these.
    K("市民協働に関係する計画の主管課は", "find 計画 --where テーマ=市民協働 --by 主管課$"),
    K("目標2の計画を主管している課", "find 計画 --where 目標=2 --by 主管課$"),
    K("departments that lead plans on AI", "find 計画 --where テーマ=AI --by 主管課$"),
    K("DXの計画を何課が主管していますか", "find 計画 --where テーマ=DX --by 主管課$"),
    K("AIに関わる計画の共管課", "find 計画 --where テーマ=AI --by 共管課$"),
    K("AIに関わる計画の関係課", "find 計画 --where テーマ=AI --by 共管課$"),
    K("キャッシュレスの計画の主管が多い順に課を", "--where テーマ=キャッシュレス --by 主管課$"),
    K("主管の計画が3件以上の課", "find 所管課 --where .主管数>=3件.$"),
    # The most burdened come first.
    K("負担が重い課はどこですか", "workload$"),
    K("busiest department", "workload$"),
    K("which department has the heaviest workload", "workload$"),
    K("departments ranked by workload", "workload$"),
    K("人事課が忙しいのはいつ", "workload --department 人事課 --by year$"),
    X("負担が軽い課", "軽い"),
    X("2番目に負担が重い課", "負担"),
    X("DXの負担が大きい課", "負担"),
    # A value of one thing, no share of many.
    K("市税の徴収率は今何％ですか", "find 指標 --where 計画=市税の徴収率の向上対策$"),
    # What is so already is no change that is assumed.
    X("キャッシュレス化が遅れている理由", "進み具合"),
    # Words of a name, said apart.
    K("学校給食を委託するのはいつ", "find 行動計画 --where 個別取組=学校給食調理業務の民間委託$"),
    K("国の法律に基づく計画の一覧", "--where 根拠の種別=法律$"),
    K("法令の根拠がない計画は何件", "find 計画 --where 根拠=無し --count$"),
    # Others change than the one that is named; two statements are not one.
    X("ICTを使う計画をやめたら", "やめたら"),
    X("1-3-1が依存している計画と、1-3-1に依存している計画", "依存"),
    # Unknown words are named whole.
    X("時間外勤務を減らす計画", "「時間外勤務」"),
    X("中核市の計画", "「中核」"),
)
