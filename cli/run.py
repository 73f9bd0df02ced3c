"""What every question command does: open the graph, ask, print or save the answer."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from keikaku.cli.cutting import Limit, limit_of
from keikaku.cli.output import Reader, Reply, View, is_terminal, render_answer
from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Lang, Text
from keikaku.open_graph import OpenGraph
from keikaku.open_graph import open as opened
from keikaku.queries.answers import Answer
from keikaku.queries.registry import DECLARED, QUESTIONS

_FORMS = {".csv": "csv", ".json": "json", ".md": "markdown", ".txt": "table", ".xlsx": "xlsx"}
"""The format by the ending of a file."""
_NO_FORM = Text(
    "{out}: 拡張子から形式が分かりません。{endings} のいずれかにするか"
    "（.csv は Excel で開けます）、--format を指定してください。",
    "{out}: its ending sets no format; use one of {endings} (Excel opens .csv), or --format.",
)
_NO_OUT = Text(
    "Excel（xlsx）は画面に表示できません。--out 答え.xlsx のように保存先を指定してください。",
    "A workbook (xlsx) cannot be shown; name a file for it with --out answer.xlsx.",
)
SAVED = Text("{out} に保存しました。", "Written to {out}.")
"""What a command prints after it has written a file."""


class OutputOptions(NamedTuple):
    """The format and place of an answer, from the options of the command."""

    lang: Lang
    form: str
    out: str | None
    graph: str | None
    document: str | None
    limit: Limit | None = None

    @classmethod
    def of(cls, ctx: Any, *read: str | None) -> OutputOptions:
        """Return the output options of a command.

        ``read`` are the files, besides the graph, that ``--out`` must not overwrite.

        Raises:
            KeikakuError: ``--out`` is a file that is read, its ending sets no format, or
                ``--top`` is not a number.
        """
        params = ctx.params
        out = params["out"]
        if out:
            from keikaku.cli.sources import refuse_to_overwrite

            refuse_to_overwrite(out, [params.get("graph"), *read])
        form = params["format"] or _form_of(out)
        question = DECLARED.get(ctx.info_name)
        limit = limit_of(
            params,
            own_top=question is not None and "top" in question.names,
            on_screen=form == "table" and not out and is_terminal(),
        )
        return cls(ctx.obj, form, out, params.get("graph"), params.get("document"), limit)

    @property
    def first(self) -> int | None:
        """How many rows are shown; None where all are, or where a program reads them."""
        return None if self.limit is None or self.form in {"csv", "json"} else self.limit.rows

    def render(self, answer: Answer[Any], view: View, source: OpenGraph) -> str:
        """Return the text of the answer or, after writing it to ``--out``, the place of the file.

        Raises:
            KeikakuError: the place cannot be written to.
        """
        several = self.document is None and source.several
        name = source.name if self.graph else None
        return self.delivered(answer, view, source.name, name, several=several)

    def delivered(
        self,
        answer: Answer[Any],
        view: View,
        name: str,
        label: str | None,
        *,
        several: bool = False,
    ) -> str:
        """Return the same for an answer of the graph ``name``, which people see as ``label``.

        Raises:
            KeikakuError: the place cannot be written to.
        """
        reader = Reader(self.lang, several, label, in_file=bool(self.out), limit=self.limit)
        if self.form == "xlsx":
            return self._workbook(answer, view, reader, name)
        text = render_answer(answer, view, self.form, reader, name)
        if not self.out:
            return text
        from keikaku.graph.files import write_whole

        write_whole(Path(self.out), text + "\n")
        return SAVED.format(out=self.out).of(self.lang)

    def _workbook(self, answer: Answer[Any], view: View, reader: Reader, name: str) -> str:
        if not self.out:
            raise KeikakuError(_NO_OUT)
        from keikaku.cli.answer_tables import tables_and_notes
        from keikaku.exports import answer_workbook

        in_sheet = reader._replace(in_sheet=True)
        tables, about = tables_and_notes(answer, view, in_sheet, name)
        answer_workbook.write(Path(self.out), tables, about, self.lang)
        return SAVED.format(out=self.out).of(self.lang)


def run_question(ctx: Any) -> Reply:
    """Return the reply to the question of the command's name, from its own options."""
    name, params = ctx.info_name, ctx.params
    parameters = QUESTIONS[name].given_in(params)
    wanted = OutputOptions.of(ctx)
    with opened(params["graph"]) as source:
        answer = source.question(name, first=wanted.first, **parameters)
        return _reply(source, answer, wanted)


def run_sentence(ctx: Any) -> Reply:
    """Return the reply to a sentence: how it was understood, then the answer to that question."""
    from keikaku.queries.sentences import answer_to, understood

    params = ctx.params
    wanted = OutputOptions.of(ctx)
    with opened(params["graph"]) as source:
        sentence = " ".join(params["sentence"])
        parsed, words = understood(source.directory.of, sentence)
        if parsed.question in QUESTIONS:
            ask = partial(source.question, first=wanted.first)
            answer = answer_to(parsed, words, ask, params["document"])
            return _reply(source, answer, wanted)
    return _other_command(parsed, words, params, wanted)


def _other_command(parsed: Any, words: Text | None, params: Any, wanted: OutputOptions) -> Reply:
    """Return how a sentence was understood, and the reply of a command other than a question."""
    from keikaku.cli.app import invoked
    from keikaku.cli.output import understood_as

    arguments = [*parsed.question.split()]
    declared = DECLARED.get(parsed.question)
    for name, value in parsed.parameters.items():
        parameter = declared.parameter(name) if declared else None
        positional = parameter is not None and parameter.positional
        arguments += [str(value)] if positional else [f"--{name.replace('_', '-')}", str(value)]
    arguments += ["--all"] if params["all_rows"] else []
    if parsed.question == "compare":
        arguments.append(params["graph"] or str(bundled_path()))
    else:
        arguments += ["--graph", params["graph"]] if params["graph"] else []
    if wanted.limit and params["top"]:
        arguments += ["--top", params["top"]]
    reply = invoked([*arguments, "--format", wanted.form, "--lang", wanted.lang], wanted.lang)
    if wanted.form in {"json", "csv"}:
        return reply
    head = "\n\n".join(understood_as(parsed.command, words, wanted.lang))
    return Reply(f"{head}\n\n{reply.text}", reply.exit_code)


def bundled_path() -> Path:
    """Return where the bundled graph is."""
    from keikaku.graph import bundled

    return bundled.path()


def _reply(source: OpenGraph, answer: Answer[Any], wanted: OutputOptions) -> Reply:
    view: Any = import_module(f"keikaku.cli.views.{answer.question}_view")
    return Reply(wanted.render(answer, view, source))


def _form_of(out: str | None) -> str:
    """Return the format of an answer by the ending of its file; a table without a file.

    Raises:
        KeikakuError: the ending sets no format.
    """
    if out is None:
        return "table"
    form = _FORMS.get(Path(out).suffix.lower())
    if form is None:
        raise KeikakuError(_NO_FORM.format(out=out, endings=" ".join(_FORMS)))
    return form
