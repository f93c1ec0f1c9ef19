"""Settles a form after a change: only what depends on it, level by level, never in circles."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from heapq import heappop, heappush

from desktop.forms.answers import Answer
from desktop.forms.cells import LOOP, Cell, compute_cell, shown_answer
from desktop.forms.expressions import FormScope
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.item_graph import item_graph
from desktop.forms.kept_cells import KeptCells
from desktop.forms.live_form import LiveForm
from desktop.forms.questionnaire import Questionnaire, all_items
from desktop.forms.running_sums import RunningSums

MAX_ROUNDS = 60
"""A cycle of items that has not come to rest after so many rounds never will."""


class Settler:
    """Holds the cells of one tree and keeps them true to ``answers`` (which the session owns).

    ``scope`` is what expressions see; it is always as settled as the cells. ``kept`` is what a
    finished response holds and stands over what its conditions and formulas say.
    """

    def __init__(
        self,
        form: Questionnaire,
        tree: FormTree,
        answers: Mapping[ItemKey, Answer],
        now: Callable[[], datetime],
        launch: Mapping[str, object],
        kept: KeptCells | None = None,
    ) -> None:
        self.cells: dict[ItemKey, Cell] = {key: Cell() for key in tree.by_key}
        self.graph = item_graph(form)
        self._form = form
        self._tree = tree
        self._answers = answers
        self._now = now
        self._launch = launch
        self._kept = kept or KeptCells()
        self.live = LiveForm(tree, self.answer_of, self.is_enabled)
        self._full: LiveForm | None = None
        self._sums = RunningSums(self.live)
        self.scope = FormScope(form, self.live, now(), launch, sums=self._sums)
        self._settle_from(tree.by_key.values(), with_dependents=False)  # which are among them

    @property
    def tree(self) -> FormTree:
        """The items as they stand."""
        return self._tree

    def answer_of(self, key: ItemKey) -> Answer:
        """What the item shows."""
        return shown_answer(self._tree.by_key[key], self._answers, self.cells)

    def is_enabled(self, key: ItemKey) -> bool:
        """Whether the item takes part."""
        return self.cells[key].enabled

    def full_scope(self) -> FormScope:
        """What expressions would see if unanswered questions stood in the response too."""
        if self._full is None:
            self._full = LiveForm(self._tree, self.answer_of, self.is_enabled, True)
        return FormScope(self._form, self._full, self.scope.now, self._launch)

    def retree(self, tree: FormTree, lists: Iterable[str]) -> set[ItemKey]:
        """Takes a tree in which rows of these lists (by linkId) came, went or moved.

        Returns the keys to settle: the new ones, and those that read something in the lists.
        """
        before, self._tree = self._tree, tree
        new = [one for key, one in tree.by_key.items() if key not in before.by_key]
        for key in before.by_key.keys() - tree.by_key.keys():
            del self.cells[key]
        for instance in new:
            self.cells[instance.key] = Cell()
        tops = [one for name in lists for one in tree.by_link_id.get(name, ())]
        above = {one.parent.key for one in tops if one.parent is not None}
        items = [self._form.by_link_id[name] for name in lists]
        names = {one.link_id for one in all_items(tuple(items))}
        for live in self._lives():
            live.retree(tree)
            live.refresh({one.key for one in new} | {one.key for one in tops} | above)
            live.relist_root()
        self.scope.forget()
        readers = {one for name in names for one in self.graph.far[name] | self.graph.near[name]}
        return {one.key for one in new} | {
            one.key for name in readers for one in tree.by_link_id.get(name, ())
        }

    def settle(self, changed: Iterable[ItemKey]) -> set[ItemKey]:
        """Settles everything that depends on the changed keys; returns the keys that changed."""
        self.scope.now = self._now()
        changed = list(changed)
        self._tell(changed)
        return self._settle_from([self._tree.by_key[key] for key in changed])

    def _settle_from(
        self, changed: Iterable[Instance], *, with_dependents: bool = True
    ) -> set[ItemKey]:
        levels = self.graph.levels
        waiting: dict[int, set[ItemKey]] = {}
        order: list[int] = []

        def wait(instances: Iterable[Instance], above: int) -> None:
            for one in instances:
                level = levels[one.item.link_id]
                if level <= above:
                    continue
                if level not in waiting:
                    waiting[level] = set()
                    heappush(order, level)
                waiting[level].add(one.key)

        for instance in changed:
            wait([instance], -1)
            if with_dependents:
                wait(self._dependents(instance), -1)
        touched: set[ItemKey] = set()
        while order:
            level = heappop(order)
            for key in self._settle_level(waiting.pop(level)):
                touched.add(key)
                wait(self._dependents(self._tree.by_key[key]), level)
        return touched

    def _lives(self) -> tuple[LiveForm, ...]:
        return (self.live,) if self._full is None else (self.live, self._full)

    def _dependents(self, instance: Instance) -> Iterable[Instance]:
        name = instance.item.link_id
        for near in self.graph.near[name]:
            yield from self._tree.nearest(near, instance)
        for far in self.graph.far[name]:
            yield from self._tree.by_link_id.get(far, ())

    def _tell(self, keys: Iterable[ItemKey]) -> None:
        """The response and the variables follow what changed."""
        keys = list(keys)
        if not keys:
            return
        for live in self._lives():
            live.refresh(keys)
        self._sums.changed(keys)
        self.scope.changed(self._tree.by_key[key] for key in keys)

    def _settle_level(self, keys: set[ItemKey]) -> set[ItemKey]:
        by_key, loops = self._tree.by_key, self.graph.loops
        single = [by_key[key] for key in keys if by_key[key].item.link_id not in loops]
        changed = self._apply([(one.key, self._compute(one)) for one in single])
        for loop in {loops[name] for key in keys if (name := by_key[key].item.link_id) in loops}:
            changed |= self._settle_loop(loop)
        return changed

    def _settle_loop(self, names: tuple[str, ...]) -> set[ItemKey]:
        members = [one for name in names for one in self._tree.by_link_id.get(name, ())]
        before = {one.key: self.cells[one.key] for one in members}
        self._apply([(one.key, Cell()) for one in members])
        moving: set[ItemKey] = set(before)
        for _ in range(MAX_ROUNDS):
            moving = self._apply([(one.key, self._compute(one)) for one in members])
            if not moving:
                break
        if moving:
            self._apply([(key, replace(Cell(), failure=LOOP)) for key in moving])
        return {key for key, cell in before.items() if self.cells[key] != cell}

    def _compute(self, instance: Instance) -> Cell:
        cell = compute_cell(instance, self._tree, self._answers, self.cells, self._get_scope)
        return self._kept.over(instance, cell)

    def _get_scope(self) -> FormScope:
        return self.scope

    def _apply(self, results: list[tuple[ItemKey, Cell]]) -> set[ItemKey]:
        changed = {key for key, cell in results if cell != self.cells[key]}
        for key, cell in results:
            self.cells[key] = cell
        self._tell(changed)
        return changed
