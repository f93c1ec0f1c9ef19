"""Reads the source for the message ids that it uses."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import desktop

CALLS = frozenset({"KnownError", "sentence"})
_DOTTED = re.compile(r"[a-z0-9-]+[*a-z0-9-]*(\.[a-z0-9*-]+)+|form-[a-z0-9*-]+")


@dataclass(frozen=True)
class Call:
    """One call that names an id (``*`` where it is worked out), with the parameters it gives."""

    where: str
    message_id: str
    params: frozenset[str]
    is_open: bool
    """Whether more parameters come by ``**`` or the sentence is filled elsewhere."""


def source_files() -> list[Path]:
    """Every module of the app."""
    return sorted(Path(desktop.__file__).parent.rglob("*.py"))


def calls() -> Iterator[Call]:
    """Every ``KnownError("...")`` and ``sentence("...")`` with an id written out in the call."""
    for file in source_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in CALLS and node.args:
                message_id = pattern(node.args[0])
                if message_id:
                    where = f"{file.name}:{node.lineno}"
                    names = frozenset(word.arg for word in node.keywords if word.arg)
                    is_open = any(word.arg is None for word in node.keywords)
                    yield Call(where, message_id, names, is_open)


def mentioned() -> tuple[set[str], set[str]]:
    """All words in quotes, and all worked-out words that look like an id, with ``*``."""
    words, worked_out = set(), set()
    for file in source_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value)
            elif isinstance(node, ast.JoinedStr) and _DOTTED.fullmatch(pattern(node)):
                worked_out.add(pattern(node))
    return words, worked_out


def pattern(node: ast.expr) -> str:
    """The text of a literal, ``*`` for each part that is worked out; "" for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts = [part.value if isinstance(part, ast.Constant) else "*" for part in node.values]
    return "".join(str(part) for part in parts)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""
