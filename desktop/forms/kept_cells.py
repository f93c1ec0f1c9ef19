"""What a finished response says of its items: it stands, whatever conditions would say today."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desktop.forms.answers import Answer, Unanswered
from desktop.forms.cells import Cell
from desktop.forms.instances import FormTree, Instance, ItemKey


@dataclass(frozen=True, slots=True)
class KeptCells:
    """``present`` took part when the response was written; ``calculated`` are its stored values.

    Disabled items are never in a response (SDC), so whatever holds an answer was enabled.
    """

    present: frozenset[ItemKey] = frozenset()
    calculated: Mapping[ItemKey, Answer] | None = field(default=None, repr=False)
    """None where values are computed: a form that is still being filled."""

    def over(self, instance: Instance, cell: Cell) -> Cell:
        """The cell as it was kept. A value that nobody could type is the stored one, or none."""
        if self.calculated is None:
            return cell
        if instance.key in self.present and not cell.enabled:
            cell = replace(cell, enabled=True)
        item = instance.item
        if item.calculated is not None and item.read_only and not item.added:
            cell = replace(cell, calculated=self.calculated.get(instance.key, Unanswered()))
        return cell


def kept_cells(tree: FormTree, answers: Mapping[ItemKey, Answer]) -> KeptCells:
    """What a finished response with these answers holds: what is answered, and all above it."""
    present: set[ItemKey] = set()
    for key in answers:
        instance = tree.by_key.get(key)
        while instance is not None and instance.key not in present:
            present.add(instance.key)
            instance = instance.parent
    calculated = {
        key: answers[key]
        for key, one in tree.by_key.items()
        if one.item.calculated is not None and key in answers
    }
    return KeptCells(frozenset(present), calculated)
