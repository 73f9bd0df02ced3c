"""A cell of laws, plans or notices → the names in it: no article, no date, no quotes, each alone.

Ministries write one law in a hundred ways (with its number, its articles, several in a cell); only
its bare name is the same everywhere, and it alone makes one node of one law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from keikaku.loaders.text import normal, tidy

_N = r"[\d〇一二三四五六七八九十百]+"
_POINT = (
    rf"(?:附則|別表)?第?{_N}(?:[・、,~～\-－]{_N})*(?:条|項|号|章|節|款|編)(?:の{_N})*"
    r"(?:[(][^()]{1,40}[)](?=[、,]|$))?"
)
_BARE = rf"附則|別表(?:第{_N})?"
_AND = r"(?:及び|および|並びに|又は|または|から)"
_ARTICLES = re.compile(
    rf"[\s_]*[(]?(?:同|各)?(?:{_POINT}|{_BARE})"
    rf"(?:[\s_、,・~～()]*(?:{_AND})?(?:同|の)?[\s_]*(?:{_POINT}|{_BARE}|第?{_N}(?=[\s_、,)]|まで|$)"
    r"|[イロハニホヘトチリヌ](?![ァ-ヶーぁ-ん])))*"
    r"(?:まで)?[)]?(?:関係)?"
    r"(?=\s*(?:$|[、,;/(・]|等|他|ほか|抄|及び|および|並びに|に基づ.[^、]{0,4}$|_))"
)
"""Articles behind a name (第四条第一項第一号イ及びロ); where a name goes on, they are in it."""

_ENDS = (
    "法律 法 条例 規則 規程 要綱 要領 施行令 政令 省令 令 計画 指針 方針 大綱 基準 "
    "プラン ビジョン プログラム ロードマップ ガイドライン マニュアル 通知 通達 決定 了解 "
    "戦略 構想 宣言 目標 提言 答申 報告 報告書 まとめ 取りまとめ とりまとめ 憲章 憲法 "
    "協定 条約 議定書 規約 定款 告示 対策 政策 施策 アジェンダ パッケージ 工程表 白書 "
    "施政方針演説 考え方 進め方 改訂 改訂版 改定 について 手引き フォローアップ "
    "グランドデザイン 枠組み 建議 勧告 意見 決議"
).split()
_LEGAL = r"(?:法律|法|条例|規則|規程|令|憲章|憲法|協定|条約|議定書|規約|定款)"
_ENDED = re.compile(
    rf"(?:{'|'.join(_ENDS)})"
    r"(?:[\s_]*(?:\d{4}|[(][^()]*[)]|第?\d+(?:次|期)|等|など|ほか|他|抄|年度?版?|改訂|[」』]))*$|^「[^「」]+」$"
)
_GENERIC = re.compile(
    r"(?:中長?期|実施|交付|年度|基本|同|関連|行動|事業|個別|推進)?(?:目標|計画|要綱|要領|方針|工程表|戦略|大綱|規程|対策)$"
)
"""What says whose it is only together with the name before it: 機構中期目標、中期計画."""

_NOTE = re.compile(
    r"[(](?=[^()]*(?:年\s*(?:[\d_]|月|度?[)~-]|度?版|度?改|法|政|[^()]*[決定公署発])|決定|了解|通知|通達|告示|策定|改[正定訂]"
    rf"|変更|公表|施行|公布|抜粋|以下|検討中|法律第|令第|{_LEGAL}第|{_N}[条項号]"
    r"|[HRS]\d|平\d|\d{4}[./]|\d{1,2}[./]\d{1,2}))[^()]*[)]"
)
"""A bracket that says when and by whom a rule was made; another one is part of its name."""

_BRACKET = str.maketrans("｢｣", "「」")
_BULLET = re.compile(rf"^(?:[・○〇◯●◎■□◆◇※★▪]\s*|[-－]\s+|[(]\d{{1,2}}[)]\s*|[①-⑳]\s*|{_N}\.\s+)+")
_WHOLE_QUOTE = re.compile(r"[「『]([^「」『』]+)[」』](?:等|など|[\s_]*附属書.*|[\s_]*第.*|_.*)?$")
_DECIDED = re.compile(
    r"^[^「」]*(?:決定|通知|通達|答申|告示|公表|了承|報告書?|提言|号)(?=「[^「」]+」(?:(?P<rest>[のにを].*)|第.*)?$)"
)
"""Who decided what follows in quotes, and when."""
_BY_NUMBER = re.compile(rf"^(?:明治|大正|昭和|平成|令和){_N}年[^()第]*第{_N}号[(]([^()]+)[)]")
_QUOTES = re.compile(r"」[\s_]*(?:及び|および|並びに|・)?[\s_]*「")
_URL = re.compile(r"https?://\S+")
_PLACE = re.compile(
    rf"(?:(?:重点|重要)?項目|施策番号|第{_N}[章節項編部]|P\.?\d|別紙|別添|[IVX]+[-\d(]|\d+\.[(\d]).*"
    rf"|(?:{_POINT})+.*(?<!法)(?<!法律)|(?:明治|大正|昭和|平成|令和|\d{{4}}年).{{0,25}}(?:決定|改[定訂正]|変更|策定|公表)"
)
"""What stands behind a name and says where in it, or when it was made."""
_APPLIED = re.compile(rf"(?:{_POINT})+において準用する")
_FIRST_POINT = re.compile(rf"^(?:{_POINT})+(?=[^\s、の][^、]*{_LEGAL}$)")
_SQUARE = re.compile(r"(?<=.)【([^【】]*)】")
_REMARK = re.compile(r"(?<=.)[※←].*")
_AROUND = "_ 　・、,:;。"
_TAIL = re.compile(r"(?:[\s_]|(?<=.{3})(?:等|など|ほか|他|抄))+$")
_NO_NAME = re.compile(r"[(][^()]*[)]|(?:に|の|を|は|で)[^「」]*|等|など|ほか|他|抄|その他")
"""What is left of a cell where articles went: their title in brackets, the end of a clause."""
_AND_SAME = re.compile(rf"{_AND}(?=同(?:法|施行|規則|条例))")
_SAME_LAW = re.compile(r"^同(?:法|施行令|施行規則)?(?=$|施行)")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_OPENING, _CLOSING = "(「『【〔[", ")」』】〕]"


def guideline_names(text: str) -> list[str]:
    """Return the names that a cell lists, in order, each once; none where it names nothing.

    >>> guideline_names("外務省設置法第４条第１項、外務省組織令第30条第２項")
    ['外務省設置法', '外務省組織令']
    >>> guideline_names("「政府の基本方針」（令和2年1月30日閣議決定）")
    ['政府の基本方針']
    >>> guideline_names("防災・減災、国土強靱化のための対策")
    ['防災・減災、国土強靱化のための対策']
    """
    flat = _without_bullet(_REMARK.sub("", _URL.sub("", tidy(normal(text).translate(_BRACKET)))))
    bare = _BY_NUMBER.sub(r"\1", _SQUARE.sub(r"(\1)", flat))
    bare = _QUOTES.sub("」、「", _without_notes(bare))
    whole = _WHOLE_QUOTE.match(bare.strip(_AROUND))
    bare = _AND_SAME.sub("、", _without_articles(_APPLIED.sub("、", whole[1] if whole else bare)))
    names: list[str] = []
    for part in _whole_names(_split(bare)):
        name = _name(part, names)
        if name and name not in names:
            names.append(name)
    if not names and _LETTERS.search(flat) and not _ARTICLES.fullmatch(flat):
        # The whole cell stands in brackets: a notice that has only date and number.
        inner = _TAIL.sub("", flat).strip(f"(){_AROUND}")
        return [inner] if _LETTERS.search(inner) else []
    return names


def _without_notes(text: str) -> str:
    """Leave out brackets with dates and decisions, the innermost first."""
    before = None
    while before != text:
        before, text = text, _NOTE.sub(_gap, text)
    return text


def _gap(note: re.Match[str]) -> str:
    """Return the replacement of a note: a comma where another name follows."""
    ended = _ENDED.search(note.string[: note.start()]) is not None
    follows = re.match(r"\s*[^\s、,;()」』ぁ-ん]", note.string[note.end() :])
    return "、" if ended and follows else ""


def _without_articles(text: str) -> str:
    """Leave out articles that follow a name or stand alone."""
    kept, at = "", 0
    for match in _ARTICLES.finditer(text):
        before = text[: match.start()].rstrip(f"{_AROUND})」』")
        follows = not before or re.search(rf"{_LEGAL}$|計画$|戦略$|大綱$|方針$", before)
        if follows or (kept.endswith("、") and not text[at : match.start()].strip(_AROUND)):
            kept += text[at : match.start()] + "、"
            at = match.end()
    return kept + text[at:]


def _split(text: str) -> Iterator[str]:
    """Yield the parts between commas, lines and slashes outside of brackets."""
    depth, part = 0, ""
    for letter in text:
        depth += (letter in _OPENING) - (letter in _CLOSING)
        depth = max(depth, 0)
        if depth == 0 and (letter in "、,;" or (letter == "/" and _ENDED.search(part))):
            yield part
            part = ""
        else:
            part += letter
    yield part


def _whole_names(parts: Iterator[str]) -> Iterator[str]:
    """Join the parts of a name with a comma in it, and a part that needs the name before it."""
    whole = ""
    for part in parts:
        bare = _conjoined(part).strip(_AROUND)
        if not bare or _NO_NAME.fullmatch(bare) or (whole and _PLACE.fullmatch(bare)):
            continue
        if whole and (_GENERIC.fullmatch(bare) or not _ENDED.search(whole)):
            whole += f"、{bare}"
        else:
            if whole:
                yield whole
            whole = bare
    if whole:
        yield whole


def _conjoined(part: str) -> str:
    """Return a part without the conjunction that tied it to the one before."""
    return re.sub(rf"^[{_AROUND}]*(?:{_AND})?[{_AROUND}]*", "", part)


def _without_bullet(text: str) -> str:
    return _BULLET.sub("", text.strip())


def _name(part: str, before: list[str]) -> str:
    """Return one name without what stands around it; '' where it is none."""
    name = _TAIL.sub("", _without_bullet(part).strip(_AROUND)).strip(_AROUND)
    decided = _DECIDED.match(name)
    if decided:
        name = name[decided.end() :]
    quoted = _WHOLE_QUOTE.match(name)
    if quoted:
        name = quoted[1]
    elif name.count("「") > name.count("」"):
        name = name.removeprefix("「")
    elif name.count("「") < name.count("」"):
        name = name.removesuffix("」")
    name = _FIRST_POINT.sub("", name)
    if name.startswith("<") and name.endswith(">"):
        name = name[1:-1]
    elif "【" not in name:
        name = name.removesuffix("】")
    same = _SAME_LAW.match(name)
    if same and before:
        name = before[-1] + name[same.end() :] if same[0] == "同法" else before[-1] + name[1:]
    return name if _LETTERS.search(name) else ""
