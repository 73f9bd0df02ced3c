"""Counted nouns, work of a year, names said as a clause, and words cut in two."""

from __future__ import annotations

from tests.queries.asking.cases import C, Case, K, N, S, W, X
from tests.queries.asking.facts import Facts


def _with_theme(f: Facts, theme: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for plan in f.plans().values():
        if theme in f.themes(plan):
            for department in f.departments(plan):
                counts[department] = counts.get(department, 0) + 1
    return counts


COUNTED_NOUNS: tuple[Case, ...] = (
    # A superlative counts the noun before it, not the one that is asked for.
    K("課の数がもっとも多い計画について、その担当課を全部挙げてください",
      r"find 計画 --sort -所管課数 --top 1"),
    W("市民協働に関する計画を担当する課を、計画が多い順に並べてください",
      lambda f: set(_with_theme(f, "市民協働"))),
    K("市民協働に関する計画を担当する課を、計画が多い順に並べてください",
      r"find 計画 --where テーマ=市民協働 --by 所管課$"),
    # The verb of another name says nothing of who leads.
    N("Plans that touch カウンターレス but are not led by 収納課", lambda f: f.where(
        lambda p: "カウンターレス" in f.themes(p) and "収納課" not in f.departments(p))),
    # What begins in a year is the work, not the department.
    K("2023年度に新たに着手する取組がある課を教えてください", r"取組内容\(開始年度=2023\)=有"),
    K("令和6年度の取組が何も書かれていない計画", r"取組内容\(年度=2024\)=無し"),
    # A guideline by pieces of its name, of which one is also the name of a page.
    W("第三セクターの指針をもとにしている計画の担当はどこですか", "行政マネジメント課"),
    # One name in two pieces; one indicator by some of its words.
    W("保育料の口座振替などのキャッシュレス納付は何％を目標にしているのでしょうか",
      "保育料納付における口座振替等のキャッシュレス納付の割合"),
    W("女性の委員の割合は今どのくらいで、どこまで上げるのですか", "女性委員登用率"),
    W("橋の修繕の目標数を教えて下さい", "修繕実施の橋梁数"),
    W("外郭団体との意見交換は年に何回やる目標になっていますか", "外郭団体との意見交換回数"),
    X("研修の職員の目標"),
    # A name said as a clause; a step of some work.
    W("附属機関等ポータルサイトを運営するのは何課か", "附属機関等ポータルサイトの運営"),
    W("開成山公園で指定管理者を指定するのはいつになりますか", "指定管理者の指定"),
    W("リスクマネジメント体制の試行はいつですか", "試行"),
    # A word is not cut in two by a shorter one in it.
    N("ドローン点検のことが書かれているのはどの計画でしょうか", "2-3-2"),
    # Small words.
    N("うちの課（上下水道局総務課）が主担当の計画だけ知りたい", "1-4-5"),
    N("取組事項2-3の計画で、所管課が公有資産マネジメント課ではないものは",
      "2-3-3 2-3-4 2-3-5 2-3-6 2-3-7"),
    C("ペーパーレスに関わる計画の中でさらにＡＩにも触れているのは何件？", 3),
    C("減らすことを目標にした指標はいくつありますか", 11),
    K("3-4-4と3-4-3、お互いにどう関わってるんですか", "path 3-4-4 3-4-3"),
    N("テレワークって、どの計画にでてくる？", "1-3-3 1-4-6"),
    W("管路の耐震化率の目標値から現況値を引くといくつになりますか", "管路の耐震化率"),
    C("数値で測れない目標を掲げている計画は何本ありますか", 13),
    # English: what is asked twice in two languages, two plans, two shares.
    W("Which department takes care of the school lunch outsourcing (学校給食調理業務の民間委託)?",
      "学校給食調理業務の民間委託"),
    N("List the plans that rely on 2-3-1 or 3-2-4", "2-1-1 2-1-3 2-3-5 3-2-1 3-2-3"),
    N("2-3-1か3-2-4に依存している計画", "2-1-1 2-1-3 2-3-5 3-2-1 3-2-3"),
    K("Are there more plans with PPP or with PFI?", "--compare PPP PFI$"),
    K("What is 河川課 going to do in FY2024?", "find 取組内容 .*所管課=河川課 and 年度=2024"),
    K("What would happen to the other plans if 2-3-1 were cancelled?", "impact 2-3-1$"),
    K("Is there any plan without a disclosure channel?", "--where 情報公開=無し$"),
    W('Which of the five "less" themes has the fewest plans?', "キャッシュレス"),
    S("How many percent of the indicators have both a target and a baseline?", (96, 135)),
    S("目標値と現況値の両方がある指標の割合", (96, 135)),
    W("Which indicators should go down?", lambda f: f.indicators_where(
        lambda n, _: n.get("direction") == "decrease")),
    # An unknown mark of plans under a goal is no unknown goal; the share is of that goal's plans.
    S("What percentage of plans under goal 1 has an unknown mark?", (3, 21)),
    # When what is done about something: the steps, not an indicator that has the word.
    W("定年引上げについては、いつ何をするんでしょうか", lambda _: {
        "定年引上げ関係条例の制定", "61歳まで定年引上げ", "61歳まで定年引き上げ",
        "定年退職職員なし", "62歳まで定年引き上げ", "62歳まで定年引上げ"}),
    # What a department does in its plans.
    K("国際政策課はどの計画の何を受け持っていますか", "departments 国際政策課$"),
    K("中央公民館が担っているのはどんな計画のどの部分ですか", "departments 中央公民館$"),
    # A word before an indicator that its plan's text has, and one that is of elsewhere.
    W("職員の健康診断の受診率は何パーセントを目指していますか", "定期健康診断・人間ドックの受診率"),
    X("全国の定期健康診断・人間ドックの受診率は何パーセントですか", "全国"),
    # No mark at all; a unit in quotes; how many times; zero; both values side by side.
    N("5レスの印がひとつもついていない計画はどれでしょう",
      "1-2-1 1-2-3 1-4-7 2-1-1 2-2-7 2-2-9 2-3-1 2-3-3 2-3-6 3-1-2 3-2-1 3-2-4 3-2-5 3-4-4 "
      "3-4-5 3-4-6"),
    C("指標の単位が「件」のものは全部でいくつ", 16),
    K("延床面積の目標は現況の何倍か", "指標名=延床面積 --fields 現況値,目標値,倍率$"),
    W("措置未済件数をゼロにするのは、いつまでの目標ですか", "措置未済件数"),
    W("下水道接続率の目標と現在の値を比べたい", "下水道接続率"),
    W("What is the current cashless payment ratio (キャッシュレス決済比率)?",
      "キャッシュレス決済比率(金額ベース)"),
    # Spoken and formal shapes.
    W("最も多くの指標をもつ課はどこか、件数とあわせて示されたい", "行政マネジメント課"),
    C("2022年度に始まって、2025年度まで続くと確実に言える行動計画はいくつありますか", 14),
    N("根拠の指針も情報公開の場所も書かれていない計画がありますか",
      "1-3-3 1-3-8 1-4-5 2-2-3 2-2-4"),
    W("長寿命化という言葉を使っている計画の所管課はどこですか",
      "公有資産マネジメント課 道路維持課 下水道保全課 教育総務部総務課"),
    N("重点推進目標3で、指標が1つだけの計画を挙げなさい", "3-1-2 3-3-1 3-4-1 3-4-4 3-4-5 3-4-7"),
    K("1-3-1について、原本からはっきりしない点を教えて下さい", "find 確認事項 --where 計画=1-3-1$"),
    K("来年度末までに終わる取組は残っていますか", r"find 取組内容 --where .終了年度<=2025.$"),
    N("えーと、市民課ってキャッシュレスやってましたっけ？", "1-3-5"),
    C("目標値が現況値より低い「増加」の指標があれば教えてください", 7),
    K("Plans without any dependency on other plans under goal 1", "依存先=無し and 目標=1"),
    # Marked says more than touched; how things stand is asked of the present value.
    X("Which themes are marked in exactly three plans?", "marked"),
    K("市民意見リーダーの回答率は50％を超えていますか", r"現況値>「?50%"),
    K("市民意見リーダーの回答率の目標は50％を超えていますか", r"目標値>「?50%"),
    # A plan rests on another plan, a law is revised, something happens in a year.
    N("Does 3-2-1 rest on 3-2-4?", "3-2-1"),
    N("Which plans rest on 郡山市債権管理条例?", "2-2-6"),
    K("Which departments would be affected by a revision of 地方自治法?", "impact 地方自治法$"),
    W("What happens in 2024 under plan 3-3-1?", "都市圏ビジョン改訂 次期都市圏ビジョン2024-2028"),
    W("2025年度に予定されている研修をすべて挙げてください", lambda f: {
        f.nodes[m]["text"] for m in f.kind("Milestone") if "研修" in f.nodes[m]["text"]
        and f.nodes[m]["first_year"] <= 2025 <= f.nodes[m]["last_year"]}),
    # How far a value is from its target.
    K("コンビニ交付の件数は目標まであと何件足りませんか", "コンビニ交付件数 --fields .*差$"),
    K("滞納繰越額の目標は現況より低いですか、高いですか", "滞納繰越額 --fields .*差$"),
    W("LINE登録者数はいまどのくらい", "LINEのおともだち数"),
    # Other shapes of what is known.
    W("指標を一番多く持っているのは何課ですか", "行政マネジメント課"),
    W("計画1-1-2はどんなテーマにあたりますか", "5レス カウンターレス ペーパーレス PDCA"),
    W("マイナンバー関連の取組をしている課", "DX戦略課 生涯学習課 中央公民館 健康長寿課 市民課"),
    C("DX戦略課と行政マネジメント課が共通して取り組むテーマは何か、すべて答えよ", 14),
    W("受診率の指標を担当する課はどこか", "職員厚生課"),
    W("目標値が一番大きい「人」の指標", "LINEのおともだち数"),
    N("3-4-1の情報はどこで公開されますか", "3-4-1"),
    K("財政課の仕事量は全体の何％ですか", "workload --department 財政課$"),
    N("行政マネジメント課の担当している計画を番号だけ並べてください",
      "1-1-1 1-1-3 1-2-1 1-2-2 1-2-3 1-3-4 3-2-1 3-2-3 3-2-4 3-2-5 3-4-1 3-4-7"),
    # Words in quotes in the text, not with what stands before the quotes.
    K("本文に「ふるさと納税」が出てくる計画はありますか", r"--text ふるさと納税$"),
    K("本文に「ネーミングライツ」という言葉が出てくる計画", r"--text ネーミングライツ$"),
    N("キャッシュレスとペーパーレスのどちらの印もある計画", "1-2-2 1-3-4 1-3-5 2-2-1 2-2-2 2-2-5"),
    K("各課の計画数を多い順に教えてください", r"(find 計画 --by 所管課|departments)"),
    K("来年度に実施する予定の取組は何ですか", "find 取組内容 --where 年度=2025$"),
    W("「時間」が単位の指標を教えて",
      "カイゼン運動による削減される事務時間 RPAによる職員の業務時間削減数"),
    C("Which indicators are at or above their target already?", 18),
    N("List plans whose marks are unknown",
      "1-1-3 1-3-1 1-4-4 2-1-2 2-3-2 2-3-4 2-3-7 3-2-2 3-4-1 3-4-3"),
    K("目標1と目標2と目標3の計画数を比べてください", "目標=1 or 目標=2 or 目標=3. --by 目標$"),
    # An indicator of something of which its plan does not speak is none.
    X("水道料金の徴収率の目標はいくつですか", "水道料金"),
    X("市税の滞納額はいま全部でいくらですか", "市税"),
    X("市民税の徴収率は何％ですか", "「指標名に「徴収率」を含む、かつ所管課が市民税課の指標」"),
    W("文化施設の担当課と計画を教えてください",
      "文化施設(郡山市民文化センター郡山市音楽・文化交流館)"),
    # A part of a theme is sought: marks of plans are no answer.
    X("5レスのうち印が一番多いのはどれ"),
    # Also elsewhere is not elsewhere alone; what something is affected by is not what it affects.
    K("市ウェブサイト以外でも公開している計画はどれですか", r"情報公開\(not 名称=市ウェブサイト\)"),
    K("市ウェブサイト以外で公開している計画", r"情報公開\(not 名称=市ウェブサイト\)=有"),
    K("2-3-5の計画は何に影響されますか", "dependencies 2-3-5$"),
    K("2-3-5は何の影響を受けますか", "dependencies 2-3-5$"),
    K("2-3-5が変わると影響を受ける計画", "impact 2-3-5$"),
    K("女性委員登用率の目標達成まであとどのくらいですか", "女性委員登用率 --fields .*差$"),
    K("Is 3-3-1 needed by any other plan?", "3-3-1"),
)  # fmt: skip
