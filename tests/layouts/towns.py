# ruff: noqa: E501
"""Towns that do not exist, their plans richer than those of ``cities``: tasks, several indicators."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kpi:
    """An indicator with its five yearly targets."""

    name: str
    unit: str
    baseline: float | None
    targets: tuple[float, ...]
    role: str | None = None


@dataclass(frozen=True)
class Task:
    """A row of the schedule: five cells, → for what goes on."""

    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class TownPlan:
    """What one plan says; ``levels`` are number and title from the top."""

    number: str
    title: str
    levels: tuple[tuple[str, str], ...]
    division: str
    department: str
    co: tuple[str, ...]
    problem: str
    work: str
    vision: str
    category: str
    tasks: tuple[Task, ...]
    kpis: tuple[Kpi, ...]
    effects: tuple[int, ...]
    sdgs: tuple[str, ...]


@dataclass(frozen=True)
class Town:
    """A town with its plans, five years from ``first``."""

    name: str
    title: str
    first: int
    plans: tuple[TownPlan, ...]

    def era(self, n: int) -> int:
        """The year of 令和."""
        return self.first - 2018 + n


_TITLES = (
    (
        "行政手続のデジタル化",
        "申請書の記入や来庁が市民の負担となっており、手続に要する時間の短縮が求められています。",
        "手続の棚卸しを行い、オンラインで完結できる手続を順次拡大します。",
    ),
    (
        "庁内業務の見直しと自動化",
        "職員数が減少する中、定型業務に多くの時間を要しています。",
        "RPAとAIを用いて定型業務を自動化し、生み出した時間を窓口へ振り向けます。",
    ),
    (
        "職員の人材育成",
        "若手職員の離職が続いており、育成の仕組みが十分ではありません。",
        "階層別研修を再編し、資格取得を支援します。",
    ),
    (
        "公共施設の再編",
        "施設の老朽化が進み、更新費用の増加が見込まれます。",
        "個別施設計画に基づき、利用の少ない施設を集約します。",
    ),
    (
        "使用料・手数料の適正化",
        "改定から10年が経過し、受益と負担の均衡が崩れています。",
        "原価計算に基づき、3年ごとに料金を見直します。",
    ),
    (
        "ふるさと応援寄附の推進",
        "寄附額は伸び悩んでおり、返礼品の種類が限られています。",
        "返礼品の開発と広報を強化します。",
    ),
    (
        "市税等の収納対策の強化",
        "現年度分の収納率は高い水準にあるものの、滞納繰越分が課題です。",
        "口座振替とスマートフォン決済を推進し、早期の催告を行います。",
    ),
    (
        "地域コミュニティとの協働",
        "自治会の加入率が低下し、担い手が不足しています。",
        "地域担当職員を置き、自治会の運営を支援します。",
    ),
    (
        "外郭団体の見直し",
        "団体の設立目的が薄れ、市の関与の在り方が問われています。",
        "団体ごとに経営状況を点検し、統廃合を進めます。",
    ),
)
_DEPARTMENTS = (
    ("総務部", "デジタル戦略課"), ("総務部", "情報管理課"), ("総務部", "人事課"), ("建設部", "建築住宅課"),
    ("財政部", "財政課"), ("産業部", "観光商工課"), ("財政部", "納税課"), ("市民生活部", "地域づくり課"), ("企画部", "行政経営課"),
)  # fmt: skip
_LEVELS = (
    (("1", "市民に身近で便利な行政"), ("1", "デジタル化の推進")),
    (("1", "市民に身近で便利な行政"), ("2", "職員力の向上")),
    (("2", "将来にわたり持続する財政"), ("1", "公共資産の最適化")),
    (("2", "将来にわたり持続する財政"), ("2", "歳入の確保")),
    (("3", "多様な主体との連携"), ("1", "協働の推進")),
)
_OF = (0, 0, 1, 2, 3, 3, 3, 4, 4)
_KPIS = (
    (("オンライン申請の割合", "％"), ("手続の平均所要時間", "分")),
    (("自動化した業務の数", "業務"),),
    (("研修受講者数", "人"), ("資格取得者数", "人")),
    (("集約した施設の数", "施設"),),
    (("見直しを行った料金の件数", "件"),),
    (("寄附金額", "百万円"), ("返礼品の登録数", "品")),
    (("現年度分収納率", "％"), ("口座振替利用率", "％")),
    (("自治会加入率", "％"),),
    (("統廃合した団体数", "団体"),),
)
_STEPS = (
    ("調査・検討", "設計", "試行", "本格実施", "→"),
    ("実施", "→", "→", "検証", "見直し"),
    ("準備", "実施", "→", "→", "→"),
    ("計画策定", "説明会の開催", "工事", "工事", "供用開始"),
    ("検討", "条例改正", "施行", "→", "→"),
)


def make_town(
    name: str = "あかつき市",
    plan: str = "第4次行政改革実施計画",
    count: int = 9,
    first: int = 2026,
    tasks: int = 2,
    kpis: int = 2,
) -> Town:
    """A town of ``count`` plans with up to ``tasks`` rows of schedule and ``kpis`` indicators."""
    made: list[TownPlan] = []
    for n in range(count):
        title, problem, work = _TITLES[n]
        levels = _LEVELS[_OF[n]]
        nth = 1 + sum(_OF[k] == _OF[n] for k in range(n))
        division, department = _DEPARTMENTS[n]
        co = tuple(_DEPARTMENTS[(n + 2 * k) % 9][1] for k in range(1, 1 + (n + 1) % 3))
        some = []
        for k, (kpi, unit) in enumerate(_KPIS[n][:kpis]):
            base = 12.5 + 6 * n + 30 * k if unit == "％" else float(20 * (n + 1) + 100 * k)
            step = -2 if "所要時間" in kpi else 3
            some.append(Kpi(kpi, unit, base, tuple(base + step * j for j in range(1, 6))))
        rows = (
            [Task(f"{title}の実施", _STEPS[n % 5])]
            if tasks == 1
            else [
                Task(
                    f"{('対象業務の整理', '制度の見直し', '庁内体制の整備')[n % 3]}", _STEPS[n % 5]
                ),
                Task(
                    f"{('市民への周知', '事業者との協議', '効果の測定')[n % 3]}",
                    _STEPS[(n + 2) % 5],
                ),
            ][: 1 + n % tasks]
        )
        made.append(TownPlan(
            f"{levels[0][0]}-{levels[1][0]}-{nth}", title, levels, division, department, co, problem, work,
            f"{title}により、市民満足度の高い市政を実現する。", ("新規", "継続", "拡充")[n % 3], tuple(rows), tuple(some),
            tuple((0, -1500, 2400, 3600 + 10 * n, 12000)[(k + n) % 5] for k in range(5)),
            (("9", "11", "16"), ("8", "17"), ("11.3", "12"))[n % 3],
        ))  # fmt: skip
    return Town(name, f"{name}{plan}", first, tuple(made))
