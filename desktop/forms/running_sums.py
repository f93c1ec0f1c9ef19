"""Keeps sums over many items, so that one answer costs the same in a long form."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, localcontext

from desktop.forms.fhirpath.evaluation import Environment
from desktop.forms.fhirpath.sums import SumOverItems
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.live_form import LiveForm

_DIGITS = 60
"""Enough for any number of plain numbers: nothing is rounded."""
_WIDEST = 25
"""Digits before and after the point of a number that is plain; a wider one is not kept, or the sum
of it and of small ones would be rounded, and stay so after it has gone."""


def adds_to(total: SumOverItems, tree: FormTree, environment: Environment) -> list[Instance]:
    """The items whose answers can add to a sum, answered or not."""
    found = []
    for link_id, same in tree.by_link_id.items():
        if total.names(link_id, environment):
            found += [one for one in same if _is_within(total, one)]
    return found


def _is_within(total: SumOverItems, instance: Instance) -> bool:
    if total.anywhere:
        return True
    above = instance.parent
    while above is not None:
        if above.is_question:
            return False
        above = above.parent
    return total.levels in (0, instance.depth + 1)


def _is_plain(value: int | Decimal) -> bool:
    number = Decimal(value)
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_WIDEST and number.adjusted() < _WIDEST


@dataclass(slots=True)
class _Kept:
    """One sum: its parts by item, what changed since, and how it is written (decimal places)."""

    members: frozenset[ItemKey]
    waiting: set[ItemKey]
    parts: dict[ItemKey, tuple[int | Decimal, ...]] = field(default_factory=dict)
    odd: set[ItemKey] = field(default_factory=set)
    total: Decimal = Decimal(0)
    exponents: Counter[int] = field(default_factory=Counter)
    decimals: int = 0

    def replace(self, key: ItemKey, new: tuple[int | Decimal, ...] | None) -> None:
        """One item adds something else now; None where it adds what cannot be kept."""
        if new and not all(map(_is_plain, new)):
            new = None
        with localcontext() as context:
            context.prec = _DIGITS
            for one in self.parts.pop(key, ()):
                self.total -= one
                self._count(one, -1)
            for one in new or ():
                self.total += one
                self._count(one, 1)
        if new:
            self.parts[key] = new
        if new is None:
            self.odd.add(key)
        else:
            self.odd.discard(key)

    def _count(self, value: int | Decimal, step: int) -> None:
        exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
        if isinstance(exponent, int):
            self.exponents[exponent] += step
        self.decimals += step if isinstance(value, Decimal) else 0

    def value(self) -> int | Decimal | None:
        """The sum as adding its parts one by one would write it; None where it cannot be kept."""
        if self.odd:
            return None
        if not self.decimals:
            return int(self.total)
        lowest = min(place for place, count in self.exponents.items() if count)
        with localcontext() as context:
            context.prec = _DIGITS
            return self.total.quantize(Decimal(1).scaleb(lowest))


class RunningSums:
    """The sums of one form being filled. ``changed`` must be told of every renewed node."""

    def __init__(self, live: LiveForm) -> None:
        self._live = live
        self._kept: dict[int, _Kept] = {}

    def forget(self) -> None:
        """Rows came, went or moved."""
        self._kept.clear()

    def changed(self, keys: Iterable[ItemKey]) -> None:
        """These nodes have other content now."""
        if not self._kept:
            return
        keys = set(keys)
        for kept in self._kept.values():
            kept.waiting |= keys & kept.members

    def value(self, total: SumOverItems, environment: Environment) -> int | Decimal | None:
        """The sum now, None where it must be worked out anew. Raises EvaluationError."""
        kept = self._kept.get(id(total))
        if kept is None:
            members = frozenset(one.key for one in adds_to(total, self._live.tree, environment))
            kept = self._kept[id(total)] = _Kept(members, set(members))
        for key in tuple(kept.waiting):
            here = self._live.is_present(key)
            kept.replace(key, total.part(self._live.nodes[key], environment) if here else ())
            kept.waiting.discard(key)
        return kept.value()
