"""A compiled FHIRPath expression: parsed strictly once, evaluated often, dependencies stated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from desktop.forms.fhirpath.compiler import compile_tree
from desktop.forms.fhirpath.dependencies import (
    functions_called,
    reads_of,
    variables_named,
)
from desktop.forms.fhirpath.elements import Items, plain, wrapped
from desktop.forms.fhirpath.evaluation import Code, Environment, Run
from desktop.forms.fhirpath.functions import argument_counts
from desktop.forms.fhirpath.parser import parse
from desktop.forms.fhirpath.sums import SumOverItems, sum_over_items
from desktop.forms.fhirpath.syntax import (
    Call,
    EvaluationError,
    FhirPathSyntaxError,
    Node,
    UndefinedVariableError,
    walk,
)

MAX_KEPT = 4_000
_CLOCK_FUNCTIONS = frozenset({"today", "now", "timeOfDay"})
_WEIGHT_FUNCTIONS = frozenset({"weight", "ordinal"})


@dataclass(frozen=True, slots=True)
class Expression:
    """``link_ids`` is what it reads from a response by literal linkId; None means anything.

    Each counts with all that stands below it. ``reads_own``: it also reads the item on which it
    stands. ``link_ids_named`` is every literal linkId of its text. ``total`` is the sum that the
    whole expression is, where each item adds on its own.
    """

    text: str
    tree: Node = field(repr=False)
    code: Code = field(repr=False, compare=False)
    link_ids: frozenset[str] | None
    reads_own: bool
    link_ids_named: frozenset[str]
    variables: frozenset[str]
    reads_clock: bool
    reads_weights: bool
    total: SumOverItems | None = field(default=None, repr=False, compare=False)

    def evaluate(self, focus: Items, environment: Environment) -> Items:
        """Its value. Raises EvaluationError or UndefinedVariableError, never anything else."""
        return self.evaluate_within(Run(environment), focus)

    def evaluate_within(self, run: Run, focus: Items) -> Items:
        """As ``evaluate``, on what earlier evaluations left of the budget of ``run``."""
        try:
            return plain(self.code(run, wrapped(focus)))
        except (RecursionError, OverflowError, ArithmeticError):
            raise EvaluationError("the expression cannot be evaluated") from None


@lru_cache(MAX_KEPT)
def compile_expression(text: str) -> Expression:
    """Parses ``text``. Raises FhirPathSyntaxError with the position of the first fault.

    The last few thousand are kept: forms repeat their expressions, and are opened again.
    """
    tree = parse(text)
    nodes = walk(tree)
    names = {call.name for call in functions_called(nodes)}
    try:
        code, reads = compile_tree(tree, "defineVariable" in names), reads_of(tree)
    except RecursionError:
        raise FhirPathSyntaxError(1, "") from None
    return Expression(
        text,
        tree,
        code,
        reads.link_ids,
        reads.own,
        reads.named,
        variables_named(nodes),
        bool(names & _CLOCK_FUNCTIONS),
        bool(names & _WEIGHT_FUNCTIONS),
        sum_over_items(tree),
    )


def unknown_functions(expression: Expression) -> tuple[str, ...]:
    """Functions that we do not know, or that get a wrong number of arguments."""
    calls = functions_called(walk(expression.tree))
    return tuple(sorted({call.name for call in calls if not _is_known(call)}))


def _is_known(call: Call) -> bool:
    counts = argument_counts().get(call.name)
    return counts is not None and counts[0] <= len(call.arguments) <= counts[1]


def plain_environment(now: datetime, variables: Mapping[str, Items]) -> Environment:
    """An environment of fixed variables, for use outside a form."""
    return _PlainEnvironment(now, variables)


@dataclass(frozen=True, slots=True)
class _PlainEnvironment:
    now: datetime
    values: Mapping[str, Items]

    def variable(self, name: str) -> Items:
        if name not in self.values:
            raise UndefinedVariableError(name)
        return self.values[name]

    def saw_answer(self, node: Mapping[str, object]) -> None:
        """Nobody asked."""
