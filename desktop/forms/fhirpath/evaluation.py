"""One evaluation under way: what it can see, where it stands, and how much it may still do."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Protocol, cast, runtime_checkable

from desktop.forms.fhirpath.elements import Element, Items
from desktop.forms.fhirpath.syntax import EvaluationError

MAX_STEPS = 200_000
MAX_PATTERNS = 8
"""Different regular expressions in one evaluation: making one can take 11 ms."""
"""Items one evaluation may visit before it is given up: no expression may hang the form."""

Json = Mapping[str, object]


class Environment(Protocol):
    """What an expression can see besides its focus."""

    @property
    def now(self) -> datetime:
        """The moment of evaluation, aware; ``today()`` is its date as given."""
        ...

    def variable(self, name: str) -> Items:
        """The value of ``%name``. Raises UndefinedVariableError."""
        ...

    def saw_answer(self, node: Json) -> None:
        """Told whenever the expression reads ``answer`` of a JSON object."""
        ...


@runtime_checkable
class NodeIndex(Protocol):
    """An environment that can also find nodes of a tree without walking it.

    The methods speak of the tree as it is now. What they say must be what a walk would find: an
    index changes how long an expression takes, never its value.
    """

    def nodes_with(self, name: str, text: str) -> Sequence[Json] | None:
        """Every object below a root whose element ``name`` is ``text``, in document order.

        None where this name is not indexed.
        """
        ...

    def holder_of(self, node: Json) -> tuple[str, Json] | None:
        """The element in which an object stands and the object that has it.

        None for a root and for an object that does not stand in an indexed tree.
        """
        ...

    def is_root(self, node: Json) -> bool:
        """Whether an object is the root of an indexed tree."""
        ...


def _index_of(environment: Environment) -> NodeIndex | None:
    # Asked once for each class: a protocol check costs more than a short evaluation.
    return cast(NodeIndex, environment) if _has_index(type(environment)) else None


@cache
def _has_index(environment_type: type) -> bool:
    return issubclass(environment_type, NodeIndex)


class Run:
    """``index`` and ``total`` are ``$index`` and ``$total``; ``defined`` is by defineVariable."""

    __slots__ = ("defined", "environment", "index", "lookup", "patterns", "steps", "total")

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.lookup = _index_of(environment)
        self.steps = 0
        self.patterns: set[str] | None = None
        self.index: int | None = None
        self.total: Items | None = None
        self.defined: dict[str, Items] = {}

    def spend(self, steps: int) -> None:
        """Counts visited items. Raises EvaluationError when the budget is used up."""
        self.steps += steps
        if self.steps > MAX_STEPS:
            raise EvaluationError("the expression takes too long")

    def is_spent(self) -> bool:
        """Whether nothing is left to spend."""
        return self.steps > MAX_STEPS

    def use_pattern(self, pattern: str) -> None:
        """Counts different patterns. Raises EvaluationError when there are too many."""
        if self.patterns is None:
            self.patterns = set()
        self.patterns.add(pattern)
        if len(self.patterns) > MAX_PATTERNS:
            raise EvaluationError("the expression takes too long")

    def saw_answers(self, items: Items) -> None:
        """Tells the environment that ``answer`` of these is read."""
        for item in items:
            if isinstance(item, Element):
                self.environment.saw_answer(item.json)


Code = Callable[[Run, Items], Items]
"""A compiled sub-expression: from the focus to its value."""
