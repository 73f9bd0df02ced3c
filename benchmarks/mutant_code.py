"""Put a small error into a program that is imported already, function by function.

Most errors stand in a function: its code is replaced where it lies, in this process only, and no
file is changed. What stands outside of functions (constants, defaults, decorators) has had its
effect when it was imported; such an error needs a process that imports the program again.
"""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterable, Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FunctionType

from benchmarks.mutations import Mutation

Place = tuple[str, str, int]
"""The file of a function, its qualified name and its first line."""


def place(code: CodeType) -> Place:
    """Return where a function stands."""
    return code.co_filename, code.co_qualname, code.co_firstlineno


class Program:
    """The functions and the caches of all that is imported from some folders."""

    def __init__(self, root: Path, rooms: Iterable[str]) -> None:
        self.root = root
        inside = tuple(f"{root / room}/" for room in rooms)
        self.functions: dict[Place, list[FunctionType]] = {}
        self.caches: list[_lru_cache_wrapper[object]] = []
        for one in gc.get_objects():
            if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(inside):
                self.functions.setdefault(place(one.__code__), []).append(one)
            elif isinstance(one, _lru_cache_wrapper):
                code = getattr(one.__wrapped__, "__code__", None)
                if code is not None and code.co_filename.startswith(f"{root}/"):
                    self.caches.append(one)

    def forget(self) -> None:
        """Clear the caches, so that nothing is known that was computed before."""
        for one in self.caches:
            one.cache_clear()

    def replacement(self, mutation: Mutation) -> tuple[list[FunctionType], CodeType] | None:
        """Return the functions to change and their code with the error; None if it cannot be."""
        path = self.root / mutation.file
        source = path.read_bytes()
        before, after = ast.parse(source), ast.parse(mutation.applied(source))
        different = [
            number
            for number, (old, new) in enumerate(zip(_outer(before), _outer(after), strict=True))
            if ast.dump(old) != ast.dump(new)
        ]
        if len(different) != 1:
            return None
        number = different[0]
        old, new = list(_outer(before))[number], list(_outer(after))[number]
        if ast.dump(_head(old)) != ast.dump(_head(new)):
            return None
        codes = [
            list(_functions(compile(tree, str(path), "exec", dont_inherit=True)))
            for tree in (before, after)
        ]
        at = min([old.lineno, *(one.lineno for one in old.decorator_list)])
        was = next(one for one in codes[0] if _is(one, old.name, at))
        code = codes[1][codes[0].index(was)]
        functions = self.functions.get(place(was), [])
        cells = {len(one.__closure__ or ()) for one in functions}
        if cells != {len(code.co_freevars)}:
            return None
        return functions, code


def put(functions: list[FunctionType], code: CodeType) -> None:
    """Give functions another code."""
    for one in functions:
        one.__code__ = code


def _is(code: CodeType, name: str, line: int) -> bool:
    return code.co_name == name and code.co_firstlineno == line


def _outer(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """Yield the functions of a module and of its classes, none that stands in another."""
    for one in ast.iter_child_nodes(tree):
        if isinstance(one, ast.FunctionDef):
            yield one
        elif not isinstance(one, ast.Lambda | ast.expr):
            yield from _outer(one)


def _head(function: ast.FunctionDef) -> ast.FunctionDef:
    """Return a function without its body."""
    return ast.FunctionDef(
        name=function.name,
        args=function.args,
        body=[],
        decorator_list=function.decorator_list,
        returns=function.returns,
    )


def _functions(module: CodeType) -> Iterator[CodeType]:
    """Yield the code of a module's functions and of those of its classes, in their order.

    The code of a class has no arguments and is not optimized for local names, a function's is.
    """
    optimized = 0x1
    for one in module.co_consts:
        if isinstance(one, CodeType):
            if one.co_flags & optimized:
                yield one
            else:
                yield from _functions(one)
