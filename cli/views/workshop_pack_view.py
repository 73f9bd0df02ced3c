"""What ``workshop pack`` says: what was written, and where to start."""

from __future__ import annotations

from keikaku.graph.language import Lang, Text
from keikaku.workshop.pack import FORMS, HANDOUT, ISSUES, WHOLE, Packed

WRITING = Text("資料を作成中", "writing the pack")
_FOLDER = Text("ワークショップ資料", "workshop-pack")
_WRITTEN = Text(
    "{folder} に{files}個のファイルを作りました（計画{plans}件、論点{questions}件）。",
    "{folder}: files written: {files} (plans: {plans}, questions: {questions}).",
)
_LINES = (
    (HANDOUT, Text("ワークショップの次第と配布資料", "agenda and hand-out")),
    (ISSUES, Text("計画ごとに1ページの論点", "a page of questions for each plan")),
    (WHOLE, Text("全計画の照会票（事務局用）", "the form over all plans")),
)
_FORMS = Text("{forms}/  所管課ごとの照会票（{n}課）", "{forms}/  a form for each department: {n}")
_NEXT = Text(
    "記入された照会票は keikaku workshop read {forms}/*.xlsx --out decisions.yaml で集めます。",
    "keikaku workshop read {forms}/*.xlsx --out decisions.yaml gathers the filled forms.",
)


def folder_name(lang: Lang) -> str:
    """Return the folder that a pack is written into where none is named."""
    return _FOLDER.of(lang)


def render(packed: Packed, lang: Lang) -> str:
    """Return the folder, what is in it, and how to go on."""
    counted = _WRITTEN.format(
        folder=packed.folder,
        files=len(packed.files),
        plans=packed.plans,
        questions=packed.questions,
    )
    there = {name.partition(".")[0] for name in packed.files}
    lines = [
        f"  {name.of(lang)}  {what.of(lang)}" for name, what in _LINES if name.of(lang) in there
    ]
    forms = FORMS.of(lang)
    lines.append(f"  {_FORMS.format(forms=forms, n=packed.departments).of(lang)}")
    where = f"{packed.folder}/{forms}"
    return "\n".join([counted.of(lang), *lines, _NEXT.format(forms=where).of(lang)])
