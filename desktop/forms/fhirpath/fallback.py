"""Evaluates with fhirpathpy what our own evaluator does not know; imported only when needed."""

from collections.abc import Mapping
from decimal import Decimal

from fhirpathpy import evaluate as fhirpathpy_evaluate
from fhirpathpy.engine.invocations import invocation_registry
from fhirpathpy.engine.nodes import FP_Type

from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.temporal import Temporal
from desktop.forms.fhirpath.values import Items, QuantityValue, text_of


def knows(function_name: str) -> bool:
    """Whether fhirpathpy has a function of this name."""
    return function_name in invocation_registry


def evaluate(text: str, focus: Items, variables: Mapping[str, Items]) -> Items:
    """The value of an expression that our strict parser accepted. Raises EvaluationError.

    The caller keeps ``today()`` and ``now()`` away: fhirpathpy reads the computer's own clock.
    """
    context = {name: _outwards(items) for name, items in variables.items()}
    try:
        found = fhirpathpy_evaluate(_outwards(focus), text, context)
    except Exception as error:  # fhirpathpy raises bare Exception for every failure
        raise EvaluationError("the expression cannot be evaluated") from error
    return [_inwards(item) for item in found]


def _outwards(items: Items) -> list[object]:
    return [_plain(item) for item in items]


def _plain(value: object) -> object:
    match value:
        case Mapping():
            return {name: _plain(part) for name, part in value.items()}
        case list():
            return [_plain(part) for part in value]
        case QuantityValue():
            return {"value": value.value, "unit": value.unit, "code": value.unit}
        case Temporal():
            return text_of(value)
        case _:
            return value


def _inwards(value: object) -> object:
    if isinstance(value, FP_Type):
        return str(value)
    return Decimal(str(value)) if isinstance(value, float) else value
