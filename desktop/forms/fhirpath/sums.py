"""Sums over the items of a response that can be kept: each item adds on its own.

``%resource.descendants().where(linkId.startsWith('q')).answer.value.ordinal().sum()`` adds up what
every item gives by itself. Who holds the parts need not look at the other items when one changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeGuard

from desktop.forms.fhirpath.compiler import compile_tree
from desktop.forms.fhirpath.elements import Element, plain
from desktop.forms.fhirpath.evaluation import Code, Environment, Run
from desktop.forms.fhirpath.syntax import (
    Binary,
    Call,
    Literal,
    Member,
    Node,
    Special,
    Variable,
    walk,
)
from desktop.forms.fhirpath.tree_walks import Reach, reach_of
from desktop.forms.fhirpath.values import truth

_MOST_DIGITS = 18
"""Sums of longer numbers are worked out anew each time, as they would be rounded."""
_ITEM_TYPE = "QuestionnaireResponse.item"
_ROOTS = (Variable("resource"), Variable("rootResource"))
_STEPS = frozenset({"answer", "value", "valueInteger", "valueDecimal", "valueCoding"})
_ON_EACH_VALUE = frozenset({"ordinal", "weight"})
_NAME_TESTS = frozenset({"startsWith", "endsWith", "contains", "matches"})
_LINK_ID = Member(None, "linkId")


@dataclass(frozen=True, slots=True)
class SumOverItems:
    """``levels`` items deep (0: any depth); ``anywhere`` also below answers."""

    levels: int
    anywhere: bool
    _test: Code | None = field(repr=False, compare=False)
    _part: Code = field(repr=False, compare=False)

    def names(self, link_id: str, environment: Environment) -> bool:
        """Whether items of this linkId add to the sum."""
        if self._test is None:
            return True
        node = Element({"linkId": link_id}, _ITEM_TYPE)
        return truth(self._test(Run(environment), [node])) is True

    def part(
        self, node: Mapping[str, object], environment: Environment
    ) -> tuple[int | Decimal, ...] | None:
        """What one item adds; None where it is not plain numbers, so that no sum can be kept.

        Raises EvaluationError.
        """
        found = plain(self._part(Run(environment), [Element(node, _ITEM_TYPE)]))
        numbers = tuple(one for one in found if _is_plain_number(one))
        return numbers if len(numbers) == len(found) else None


def _is_plain_number(value: object) -> TypeGuard[int | Decimal]:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    exact = Decimal(value)
    return exact.is_finite() and len(exact.as_tuple().digits) <= _MOST_DIGITS


def sum_over_items(tree: Node) -> SumOverItems | None:
    """The sum that ``tree`` is; None where it is anything else."""
    if not isinstance(tree, Call) or tree.name != "sum" or tree.arguments or tree.base is None:
        return None
    steps: list[Member | Call] = []
    node: Node | None = tree.base
    while isinstance(node, Member | Call) and _adds_each(node):
        steps.append(node)
        node = node.base
    test = None
    if isinstance(node, Call) and node.name == "where" and len(node.arguments) == 1:
        test = node.arguments[0]
        node = node.base
    reach = reach_of(node)
    if reach is None or not steps or not _is_safe(reach, test):
        return None
    part: Node = Special("this")
    for step in reversed(steps):
        part = replace(step, base=part)
    tested = None if test is None else compile_tree(test, False)
    return SumOverItems(reach.levels, reach.anywhere, tested, compile_tree(part, False))


def _adds_each(step: Member | Call) -> bool:
    if isinstance(step, Member):
        return step.name in _STEPS
    return step.name in _ON_EACH_VALUE and not step.arguments


def _is_safe(reach: Reach, test: Node | None) -> bool:
    if reach.start not in _ROOTS:
        return False
    if test is None:
        return not reach.anywhere
    return _asks_for_the_name(test)


def _asks_for_the_name(test: Node) -> bool:
    """A test on the linkId alone, which nothing without a linkId can pass."""
    match test:
        case Binary("=", left, Literal(str())):
            return left == _LINK_ID
        case Binary("and" | "or", left, right):
            return _asks_for_the_name(left) and _asks_for_the_name(right)
        case Binary("in", left, right):
            return left == _LINK_ID and _is_constant(right)
        case Call(base, name, (Literal(str()),), _):
            return name in _NAME_TESTS and base == _LINK_ID
        case _:
            return False


def _is_constant(node: Node) -> bool:
    return all(isinstance(one, Literal) or _is_union(one) for one in walk(node))


def _is_union(node: Node) -> bool:
    return isinstance(node, Binary) and node.operator == "|"
