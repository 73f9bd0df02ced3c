"""Where a program can be changed by one small error, and the program with that error.

A place is a span of a source file and what stands there instead. Only what a program does is
changed: no annotation, no text for people, no decorator, no large number (a limit of 5,001 for
5,000 is no error that a test should see).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
}
ARITHMETIC: dict[type[ast.operator], str] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "//",
    ast.FloorDiv: "*",
    ast.Div: "*",
    ast.BitOr: "&",
    ast.BitAnd: "|",
}
LARGEST = 3
"""The largest whole number that is changed."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One small error: the bytes from ``start`` to ``end`` of a file become ``text``."""

    file: str
    line: int
    last_line: int
    start: int
    end: int
    text: str
    kind: str

    def applied(self, source: bytes) -> bytes:
        """Return the source with the error."""
        return source[: self.start] + self.text.encode() + source[self.end :]


class _Places(ast.NodeVisitor):
    """Collect the places of one file."""

    def __init__(self, file: str, source: bytes) -> None:
        self.file = file
        self.source = source
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.places: list[Mutation] = []

    def _span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self.starts[node.lineno - 1] + node.col_offset
        return start, self.starts[node.end_lineno - 1] + node.end_col_offset

    def _text(self, node: ast.expr | ast.stmt) -> str:
        start, end = self._span(node)
        return self.source[start:end].decode()

    def _add(self, node: ast.expr | ast.stmt, text: str, kind: str) -> None:
        start, end = self._span(node)
        last = node.end_lineno or node.lineno
        self.places.append(Mutation(self.file, node.lineno, last, start, end, text, kind))

    def _between(self, left: ast.expr, right: ast.expr, text: str, kind: str) -> None:
        """Replace what stands between two operands, brackets around them left out."""
        start, end = self._span(left)[1], self._span(right)[0]
        between = self.source[start:end].decode()
        if "(" in between or ")" in between or "#" in between:
            return
        line = right.lineno
        self.places.append(Mutation(self.file, line, line, start, end, f" {text} ", kind))

    # What says nothing about what the program does.

    def visit(self, node: ast.AST) -> None:
        if not isinstance(node, ast.arg | ast.Raise | ast.Assert | ast.JoinedStr):
            super().visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for one in node.body:
            self.visit(one)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for one in (*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body):
            self.visit(one)

    def visit_If(self, node: ast.If) -> None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        self._condition(node.test)
        self.generic_visit(node)

    # What is changed.

    def _condition(self, test: ast.expr) -> None:
        if not isinstance(test, ast.Compare | ast.UnaryOp | ast.NamedExpr):
            self._add(test, f"(not ({self._text(test)}))", "condition negated")

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._condition(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self._add(test, f"(({self._text(test)}) or True)", "filter dropped")
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        if len(node.ops) == 1:
            text = COMPARISONS[type(node.ops[0])]
            self._between(node.left, node.comparators[0], text, "comparison")
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        text = "or" if isinstance(node.op, ast.And) else "and"
        if len(node.values) == 2:
            first, second = node.values
            self._between(first, second, text, "and, or")
        else:
            self._add(node, " or ".join(map(self._text, node.values[:-1])), "last operand dropped")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self._add(node, f"bool({self._text(node.operand)})", "not dropped")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        text = ARITHMETIC.get(type(node.op))
        if text is not None and not _is_of_types(node):
            self._between(node.left, node.right, text, "arithmetic")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._add(node, str(not node.value), "True, False")
        elif isinstance(node.value, int) and node.value <= LARGEST:
            self._add(node, str(node.value + 1), "number")

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not isinstance(node.value, ast.Constant):
            self._add(node, "return None", "answer dropped")
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom):
            text = "pass" if isinstance(node.value, ast.Call) else "yield from ()"
            self._add(node, text, "statement dropped")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._add(node, "pass", "statement dropped")
        self.generic_visit(node)

    def visit_Break(self, node: ast.Break) -> None:
        self._add(node, "continue", "break, continue")

    def visit_Continue(self, node: ast.Continue) -> None:
        self._add(node, "pass", "continue dropped")

    def visit_Call(self, node: ast.Call) -> None:
        for one in node.keywords:
            if one.arg is not None and isinstance(one.value, ast.Constant | ast.Name):
                self._without(node, one)
        self.generic_visit(node)

    def _without(self, node: ast.Call, keyword: ast.keyword) -> None:
        """Leave one argument out of a call, and the comma before or behind it."""
        assert keyword.end_col_offset is not None
        start = self.starts[keyword.lineno - 1] + keyword.col_offset
        end = self.starts[(keyword.end_lineno or 0) - 1] + keyword.end_col_offset
        behind = self.source[end : self._span(node)[1]]
        if behind.lstrip().startswith(b","):
            end += behind.index(b",") + 1
        line = keyword.lineno
        self.places.append(Mutation(self.file, line, line, start, end, "", "argument dropped"))


def _is_of_types(node: ast.BinOp) -> bool:
    """Return whether ``|`` joins types: ``str | None`` as a value."""
    names = {"str", "int", "float", "bool", "bytes", "list", "dict", "tuple", "set"}
    sides = (node.left, node.right)
    return isinstance(node.op, ast.BitOr) and any(
        (isinstance(one, ast.Constant) and one.value is None)
        or (isinstance(one, ast.Name) and (one.id in names or one.id[0].isupper()))
        or isinstance(one, ast.Attribute)
        for one in sides
    )


def compiles(mutation: Mutation, source: bytes) -> bool:
    """Return whether the file with the error is still Python."""
    try:
        ast.parse(mutation.applied(source))
    except SyntaxError:
        return False
    return True


def places(root: Path, rooms: tuple[str, ...]) -> Iterator[Mutation]:
    """Yield every place of the rooms where an error can be made, in the order of the files."""
    for room in rooms:
        for path in sorted((root / room).rglob("*.py")):
            source = path.read_bytes()
            visitor = _Places(path.relative_to(root).as_posix(), source)
            visitor.visit(ast.parse(source))
            yield from dict.fromkeys(visitor.places)
