"""How texts are quoted round each of their words, kept.

`python -m tests.graph.quotes_kept` writes ``quotes_kept.txt`` anew, after a change that is meant:
look at the difference before you keep it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from keikaku.graph.quotes import quote

FILE = Path(__file__).with_name("quotes_kept.txt")
TEXTS = (
    "DX",
    "AI、RPA等の技術を使う。次の文。",
    "市が事業手法(PFI)を効果的に活用する。",
    "窓口を改め、AIを使う。\nDXを進める！次に移る",
    "・受付件数 40% ・手続き数 70件 ①一つ目 ②二つ目",
    "市は、業務の再構築（BPR、見直し（再点検））による改善を進める。",
    "閉じない（括弧の中で続く文と、開かない）括弧の後の「引用、の途中",
    "住民の暮らしに役立つ取組を広く集めて検討した結果として窓口におけるキャッシュレス決済の導入を段階的に進めていくことを目指す",
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
    "「住民の暮らしに役立つ取組を広く集めて検討した結果として窓口におけるキャッシュレス決済の導入を進める」と述べる。",
    (
        "令和八年度に向けて お知らせ メール配信（一斉配信、個別配信）の 利用を広げ、"
        "窓口の混雑を和らげるとともに職員の負担も軽くする"
    ),
    "前の文。" + "長い語句を続けて書いた説明が終わらないまま" * 9 + "、末尾。",
)
WIDTHS = (1, 3)
"""How many letters are quoted."""


def lines() -> Iterator[str]:
    """Yield each text, then its quotes with the places from which they are taken."""
    for text in TEXTS:
        yield f"# {text}".replace("\n", "⏎")
        for width in WIDTHS:
            quotes = [(quote(text, at, at + width), at) for at in range(len(text) - width + 1)]
            for words, places in groupby(quotes, key=lambda each: each[0]):
                held = [at for _, at in places]
                yield f"{width} {held[0]}-{held[-1]}: {words}"


def main() -> None:
    """Write how each text is quoted."""
    FILE.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
