"""A compiled FHIRPath expression: parsed strictly once, evaluated often, dependencies stated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from desktop.forms.fhirpath.dependencies import (
    functions_called,
    link_ids_read,
    variables_named,
)
from desktop.forms.fhirpath.evaluator import Environment, Evaluator, Focus, Function
from desktop.forms.fhirpath.functions import argument_counts, known_functions
from desktop.forms.fhirpath.parser import parse
from desktop.forms.fhirpath.syntax import (
    Call,
    EvaluationError,
    Node,
    NotCoveredError,
    UndefinedVariableError,
)
from desktop.forms.fhirpath.values import Items

_CLOCK_FUNCTIONS = frozenset({"today", "now", "timeOfDay"})
_WEIGHT_FUNCTIONS = frozenset({"weight", "ordinal"})


@dataclass(frozen=True, slots=True)
class Expression:
    """``link_ids`` is what it reads from a response by literal linkId; None means anything."""

    text: str
    tree: Node = field(repr=False)
    link_ids: frozenset[str] | None
    variables: frozenset[str]
    reads_clock: bool
    reads_weights: bool

    def evaluate(self, focus: Items, environment: Environment) -> Items:
        """Its value. Raises EvaluationError or UndefinedVariableError, never anything else."""
        evaluator = Evaluator(environment, _functions())
        try:
            return evaluator.evaluate(self.tree, Focus(focus))
        except NotCoveredError:
            return self._by_fallback(focus, environment)
        except (RecursionError, OverflowError, ArithmeticError):
            raise EvaluationError("the expression cannot be evaluated") from None

    def _by_fallback(self, focus: Items, environment: Environment) -> Items:
        if self.reads_clock or unknown_functions(self):
            raise EvaluationError("the expression cannot be evaluated")
        known = self.variables - {"ucum", "sct", "loinc"}
        variables = {name: environment.variable(name) for name in known}
        from desktop.forms.fhirpath import fallback  # fhirpathpy and antlr load only when needed

        return fallback.evaluate(self.text, focus, variables)


def compile_expression(text: str) -> Expression:
    """Parses ``text``. Raises FhirPathSyntaxError with the position of the first fault."""
    tree = parse(text)
    names = {call.name for call in functions_called(tree)}
    return Expression(
        text,
        tree,
        link_ids_read(tree),
        variables_named(tree),
        bool(names & _CLOCK_FUNCTIONS),
        bool(names & _WEIGHT_FUNCTIONS),
    )


def unknown_functions(expression: Expression) -> tuple[str, ...]:
    """Functions that neither we nor the fallback know, or that get a wrong number of arguments."""
    return tuple(
        sorted({call.name for call in functions_called(expression.tree) if not _is_known(call)})
    )


def _is_known(call: Call) -> bool:
    counts = argument_counts().get(call.name)
    if counts is not None:
        return counts[0] <= len(call.arguments) <= counts[1]
    from desktop.forms.fhirpath import fallback  # fhirpathpy and antlr load only when needed

    return fallback.knows(call.name)


@cache
def _functions() -> Mapping[str, Function]:
    return known_functions()


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
