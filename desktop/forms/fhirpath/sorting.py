"""``sort()``: by the items themselves or by keys, each upwards or, with a minus, downwards.

Source: FHIRPath 2.1 (https://build.fhir.org/ig/HL7/FHIRPath), "sort". As in the
official test suite, an item without a key goes first in either direction.
"""

from functools import cmp_to_key

from desktop.forms.fhirpath.elements import Items
from desktop.forms.fhirpath.evaluation import Code, Run
from desktop.forms.fhirpath.values import order, single


def sorted_items(base: Code, keys: list[tuple[Code, bool]], run: Run, this: Items) -> Items:
    """The items of ``base`` in the order of ``keys``: each a closure and whether it goes down."""
    items = base(run, this)
    run.spend(len(items) * (len(keys) + 4))
    outside = run.index
    rows: list[tuple[list[object], object]] = []
    for index, item in enumerate(items):
        run.index = index
        rows.append(([single(code(run, [item])) for code, _ in keys], item))
    run.index = outside

    def compare(one: tuple[list[object], object], other: tuple[list[object], object]) -> int:
        for (_, is_down), mine, theirs in zip(keys, one[0], other[0], strict=True):
            if mine is None or theirs is None:
                result = (mine is not None) - (theirs is not None)
            else:
                result = (order(mine, theirs) or 0) * (-1 if is_down else 1)
            if result:
                return result
        return 0

    return [item for _, item in sorted(rows, key=cmp_to_key(compare))]
