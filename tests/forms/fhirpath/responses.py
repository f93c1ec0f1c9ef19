"""Made-up responses, an environment with an index, and the expressions of the corpus."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

from desktop.forms.fhirpath.syntax import UndefinedVariableError
from desktop.forms.fhirpath.tree_walks import TreeIndex

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
LINK_IDS = ["a", "b", "c", "g", "h", "zz"]


@dataclass
class IndexedEnvironment:
    """An environment whose %resource has an index, as a form's has."""

    root: Mapping[str, object]
    context: object = None
    now: datetime = NOON
    values: dict[str, list[object]] = field(default_factory=dict)
    seen: list[int] = field(default_factory=list)

    def __post_init__(self):
        self.index = TreeIndex(self.root)

    def variable(self, name):
        if name in ("resource", "rootResource"):
            return [self.root]
        if name == "context":
            return [self.context if self.context is not None else self.root]
        if name not in self.values:
            raise UndefinedVariableError(name)
        return self.values[name]

    def saw_answer(self, node):
        self.seen.append(id(node))

    def nodes_with(self, name, text):
        return self.index.nodes_with(name, text)

    def holder_of(self, node):
        return self.index.holder_of(node)

    def is_root(self, node):
        return self.index.is_root(node)


class PlainEnvironment(IndexedEnvironment):
    """The same without an index."""

    nodes_with = None
    holder_of = None
    is_root = None


def a_value(random: Random) -> dict[str, object]:
    """One answer without what stands below it."""
    return random.choice(
        (
            lambda: {"valueInteger": random.randint(-3, 30)},
            lambda: {"valueDecimal": Decimal(random.randint(-30, 300)) / 10},
            lambda: {"valueBoolean": random.random() < 0.5},
            lambda: {"valueString": random.choice(["", "x", "Yes", "12"])},
            lambda: {"valueDate": random.choice(["2026", "2026-03-14", "1990-05"])},
            lambda: {"valueCoding": _coding(random.choice(["x", "y", "MC1"]))},
            lambda: {"valueQuantity": {"value": random.randint(0, 90), "code": "kg"}},
        )
    )()


def _coding(code: str) -> dict[str, object]:
    return {"system": "http://loinc.org", "code": code, "display": code.upper()}


def _items(random: Random, link_ids: Sequence[str], depth: int) -> list[object]:
    return [
        _item(random, link_ids, depth)
        for _ in range(random.choice((0, 1, 2, 3, 4) if depth < 2 else (0, 0, 1, 2)))
    ]


def _item(random: Random, link_ids: Sequence[str], depth: int) -> dict[str, object]:
    item: dict[str, object] = {"linkId": random.choice(link_ids)}
    below = _items(random, link_ids, depth + 1) if depth < 4 else []
    if below and random.random() < 0.7:
        return item | {"item": below}
    answers = [a_value(random) for _ in range(random.choice((1, 1, 2)))]
    if below:
        answers[-1]["item"] = below
    return item | {"answer": answers}


def a_response(random: Random, link_ids: Sequence[str] = LINK_IDS) -> dict[str, object]:
    """Any tree of items, also with linkIds that stand at several levels."""
    items = _items(random, link_ids, 0)
    head: dict[str, object] = {"resourceType": "QuestionnaireResponse", "status": "completed"}
    return head | ({"item": items} if items else {})


@cache
def corpus_expressions(corpus: Path) -> tuple[tuple[str, str], ...]:
    """Every FHIRPath text of the corpus once, with the name of the first form that has it."""
    found: dict[str, str] = {}
    for path in sorted((corpus / "questionnaires").rglob("*.json")):
        try:
            content = json.loads(path.read_bytes(), parse_float=Decimal)
        except ValueError:
            continue
        for text in _texts(content):
            found.setdefault(text, path.name)
    return tuple(found.items())


def _texts(content: object) -> Iterator[str]:
    if isinstance(content, list):
        for one in content:
            yield from _texts(one)
    if isinstance(content, dict):
        text = content.get("expression")
        if content.get("language") == "text/fhirpath" and isinstance(text, str):
            yield text
        if content.get("url") == "expression" and isinstance(content.get("valueString"), str):
            yield content["valueString"]
        for one in content.values():
            yield from _texts(one)
