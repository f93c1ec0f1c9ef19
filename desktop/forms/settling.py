"""Settles a form after a change: only what depends on it, level by level, never in circles."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from heapq import heappop, heappush

from desktop.forms.answers import Answer
from desktop.forms.cells import LOOP, Cell, compute_cell, shown_answer
from desktop.forms.dependency_graph import build_graph
from desktop.forms.expressions import FormScope
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.live_response import LiveResponse, live_response
from desktop.forms.questionnaire import Questionnaire

MAX_ROUNDS = 60
"""A cycle of items that has not come to rest after so many rounds never will."""


class Settler:
    """Holds the cells of one tree and keeps them true to ``answers`` (which the session owns)."""

    def __init__(
        self,
        form: Questionnaire,
        tree: FormTree,
        answers: Mapping[ItemKey, Answer],
        now: Callable[[], datetime],
        launch: Mapping[str, object],
    ) -> None:
        self.cells: dict[ItemKey, Cell] = {key: Cell() for key in tree.by_key}
        self._form = form
        self._tree = tree
        self._answers = answers
        self._now = now
        self._launch = launch
        self._graph = build_graph(form, tree)
        self._scope: FormScope | None = None

    def answer_of(self, key: ItemKey) -> Answer:
        """What the item shows."""
        return shown_answer(self._tree.by_key[key], self._answers, self.cells)

    def live(self, keep_unanswered: bool = False) -> LiveResponse:
        """The response as expressions see it."""
        return live_response(
            self._tree, self.answer_of, lambda key: self.cells[key].enabled, keep_unanswered
        )

    def settle(self, changed: Iterable[ItemKey]) -> set[ItemKey]:
        """Settles everything that depends on the changed keys; returns the keys that changed."""
        self._scope = None
        levels, dependents = self._graph.levels, self._graph.dependents
        waiting: dict[int, set[ItemKey]] = {}
        order: list[int] = []

        def wait(keys: Iterable[ItemKey]) -> None:
            for key in keys:
                if levels[key] not in waiting:
                    waiting[levels[key]] = set()
                    heappush(order, levels[key])
                waiting[levels[key]].add(key)

        for key in changed:
            wait([key, *dependents[key]])
        touched: set[ItemKey] = set()
        while order:
            level = heappop(order)
            for key in self._settle_level(waiting.pop(level)):
                touched.add(key)
                wait(one for one in dependents[key] if levels[one] > level)
        return touched

    def settle_all(self) -> set[ItemKey]:
        """Settles every item."""
        return self.settle(self._tree.by_key)

    def scope(self) -> FormScope:
        """What expressions see now."""
        if self._scope is None:
            self._scope = FormScope(self._form, self.live(), self._now(), self._launch)
        return self._scope

    def _settle_level(self, keys: set[ItemKey]) -> set[ItemKey]:
        loops = {loop for key in keys if (loop := self._graph.loops.get(key))}
        single = [self._tree.by_key[key] for key in keys if key not in self._graph.loops]
        changed = self._apply([(one.key, self._compute(one)) for one in single])
        for loop in loops:
            changed |= self._settle_loop(loop)
        return changed

    def _settle_loop(self, loop: tuple[ItemKey, ...]) -> set[ItemKey]:
        before = {key: self.cells[key] for key in loop}
        members = [self._tree.by_key[key] for key in loop]
        self._apply([(key, Cell()) for key in loop])
        moving: set[ItemKey] = set(loop)
        for _ in range(MAX_ROUNDS):
            moving = self._apply([(one.key, self._compute(one)) for one in members])
            if not moving:
                break
        if moving:
            self._apply([(key, replace(Cell(), failure=LOOP)) for key in moving])
        return {key for key in loop if self.cells[key] != before[key]}

    def _compute(self, instance: Instance) -> Cell:
        return compute_cell(instance, self._tree, self._answers, self.cells, self.scope)

    def _apply(self, results: list[tuple[ItemKey, Cell]]) -> set[ItemKey]:
        changed = {key for key, cell in results if cell != self.cells[key]}
        for key, cell in results:
            self.cells[key] = cell
        if changed:
            self._scope = None
        return changed
