"""Which folds are open and which tabs are chosen; kept while the form is open, never stored."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.forms.instances import Instance
from desktop.forms.presentation import Fold
from desktop.forms.session import ItemKey


@dataclass(slots=True)
class PagePlace:
    """Starts as the form says: folds by ``collapsible``, the first tab chosen."""

    _open: dict[ItemKey, bool] = field(default_factory=dict)
    _tabs: dict[ItemKey, ItemKey] = field(default_factory=dict)

    def is_open(self, group: Instance) -> bool:
        """Whether a group that folds shows what is in it."""
        starts_open = group.item.presentation.fold is not Fold.CLOSED
        return self._open.get(group.key, starts_open)

    def set_open(self, key: ItemKey, *, is_open: bool) -> None:
        """Open or fold a group."""
        self._open[key] = is_open

    def tab_of(self, container: Instance, tabs: Sequence[Instance]) -> ItemKey:
        """The chosen tab; the first one where that is gone."""
        chosen = self._tabs.get(container.key)
        return chosen if chosen in {one.key for one in tabs} and chosen else tabs[0].key

    def choose_tab(self, container: ItemKey, tab: ItemKey) -> None:
        """Show another tab of a container."""
        self._tabs[container] = tab

    def reveal(self, instance: Instance) -> bool:
        """Open whatever an item stands in; whether that changed anything."""
        before = (dict(self._open), dict(self._tabs))
        below, above = instance, instance.parent
        while above is not None:
            if above.item.presentation.control == "tab-container":
                self._tabs[above.key] = below.key
            if above.item.presentation.fold is not None:
                self._open[above.key] = True
            below, above = above, above.parent
        return before != (self._open, self._tabs)
