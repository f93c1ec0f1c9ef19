"""Where a form stands, kept per item: what is visible, missing, wrong, raised and scored."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

from desktop.forms import findings
from desktop.forms.cells import LOOP
from desktop.forms.completeness import is_missing
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.score_keeping import ScoreKeeping
from desktop.forms.scoring import Score, Scorer, is_derived
from desktop.forms.settling import Settler
from desktop.forms.shapes import Shape
from desktop.forms.shaping import Shaping
from desktop.forms.validation import Problem, answer_problems, row_problems, rule_problems

T = TypeVar("T")

_MOST_NAMES = 200
"""Characters of linkIds in a sentence about a loop."""


class Standing:
    """Renewed only where something changed, so that one answer costs as little in a long form.

    Every list is in reading order. One is made for each tree of the form.
    """

    def __init__(
        self,
        tree: FormTree,
        settler: Settler,
        shaping: Shaping,
        scorer: Scorer,
        held: Mapping[ItemKey, tuple[findings.Alert, ...]] | None = None,
    ) -> None:
        """``held`` are the alerts of computed answers in the tree before this one."""
        self._tree = tree
        self._settler = settler
        self._shaping = shaping
        self._order = {key: at for at, key in enumerate(tree.by_key)}
        self._sections: dict[str, list[Instance]] = {}
        for one in tree.by_key.values():
            self._sections.setdefault(one.item.section, []).append(one)
        self._missing: set[ItemKey] = set()
        self._problems: dict[ItemKey, tuple[Problem, ...]] = {}
        known = {key: found for key, found in (held or {}).items() if key in tree.by_key}
        self._alerts: dict[ItemKey, tuple[findings.Alert, ...]] = known
        watched = [one for one in tree.by_key.values() if one.item.marks.alerts]
        self._computed = [one for one in watched if is_derived(one)]
        self._unchecked: set[ItemKey] = set()
        self._visible: dict[str, tuple[Instance, ...]] = {}
        self._wanting: dict[str, tuple[ItemKey, ...]] = {}
        self._kept_scores = ScoreKeeping(tree, settler, scorer)
        self._shown: set[ItemKey] = set()
        self.shown_changes = 0
        """Grows whenever an item comes into sight or leaves it."""
        self.renew(tree.by_key)

    def renew(self, touched: Iterable[ItemKey]) -> None:
        """Look again at the items whose answer or settled state changed."""
        changed = {self._tree.by_key[key] for key in touched}
        for instance in changed:
            self._visible.pop(instance.item.section, None)
        for instance in changed | _required_above(changed):
            self._look_at(instance)
        self._kept_scores.renew({one.key for one in changed})
        self._look_at_computed()

    def _look_at(self, instance: Instance) -> None:
        key = instance.key
        self._wanting.pop(instance.item.section, None)
        self._note_shown(instance)
        _keep(self._problems, key, self._problems_now(instance))
        if instance.item.marks.alerts and not is_derived(instance):
            _keep(self._alerts, key, self._alerts_now(instance))
        if is_missing(instance, self._settler.answer_of, self.is_visible, self._shaping.of):
            self._missing.add(key)
        else:
            self._missing.discard(key)

    def _look_at_computed(self) -> None:
        """While an answer that it reads is missing, a computed one raises nothing and what it
        raised before stays: silence never clears an alert."""
        for one in self._computed:
            enabled = self._settler.cells[one.key].enabled
            if enabled and self._kept_scores.is_withheld(one):
                self._unchecked.add(one.key)
            else:
                self._unchecked.discard(one.key)
                _keep(self._alerts, one.key, self._alerts_now(one))

    def _note_shown(self, instance: Instance) -> None:
        is_shown = self.is_visible(instance)
        if is_shown is not (instance.key in self._shown):
            self.shown_changes += 1
            (self._shown.add if is_shown else self._shown.discard)(instance.key)

    def is_visible(self, instance: Instance) -> bool:
        """Enabled, not hidden, and for asking."""
        is_off = instance.is_hidden or instance.is_shown_only
        return not is_off and self._settler.cells[instance.key].enabled

    def visible_in(self, section_link_id: str) -> tuple[Instance, ...]:
        """The visible items of a section: questions, groups and display items."""
        if section_link_id not in self._visible:
            listed = self._sections.get(section_link_id, ())
            self._visible[section_link_id] = tuple(one for one in listed if self.is_visible(one))
        return self._visible[section_link_id]

    def questions_in(self, section_link_id: str) -> list[Instance]:
        """The visible questions of a section."""
        return [one for one in self.visible_in(section_link_id) if one.is_question]

    def asked_in(self, section_link_id: str) -> list[Instance]:
        """The visible questions of a section that are not read-only as they stand now."""
        found = self.questions_in(section_link_id)
        return [one for one in found if not self._shaping.of(one).read_only]

    def wanting_in(self, section_link_id: str) -> tuple[ItemKey, ...]:
        """What is missing or wrong in a section, what is not visible included; no warnings."""
        if section_link_id not in self._wanting:
            self._wanting[section_link_id] = tuple(
                one.key
                for one in self._sections.get(section_link_id, ())
                if one.key in self._missing or _is_blocked(self.problems_of(one.key))
            )
        return self._wanting[section_link_id]

    @property
    def missing(self) -> tuple[ItemKey, ...]:
        """Visible required items without an answer or a reason that satisfies."""
        return tuple(self._in_order(self._missing))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with visible answers, and expressions that cannot be evaluated."""
        found = [one for key in self._in_order(self._problems) for one in self._problems[key]]
        return (*found, *self._form_problems())

    def _form_problems(self) -> tuple[Problem, ...]:
        """Rules of the form as a whole, shown at its first item."""
        broken, failure = self._shaping.broken, self._shaping.failure
        if not self._tree.roots or not (broken or failure):
            return ()
        key = self._tree.roots[0].key
        found = rule_problems(key, broken)
        return found if failure is None else (*found, Problem(key, "expression", failure))

    @property
    def alerts(self) -> tuple[findings.Alert, ...]:
        """The alerts that enabled answers raise."""
        return tuple(one for key in self._in_order(self._alerts) for one in self._alerts[key])

    @property
    def held(self) -> Mapping[ItemKey, tuple[findings.Alert, ...]]:
        """The alerts of computed answers, for the standing of the next tree."""
        return {one.key: self._alerts[one.key] for one in self._computed if one.key in self._alerts}

    @property
    def unchecked(self) -> tuple[ItemKey, ...]:
        """Computed answers that could raise an alert and are withheld: it is not known."""
        return tuple(self._in_order(self._unchecked))

    @property
    def is_complete(self) -> bool:
        """Nothing missing and nothing wrong."""
        return not self._missing and not _is_blocked(self.problems)

    def is_missing(self, key: ItemKey) -> bool:
        """Whether this required item has no answer or reason yet."""
        return key in self._missing

    def problems_of(self, key: ItemKey) -> tuple[Problem, ...]:
        """What is wrong with one item."""
        return self._problems.get(key, ())

    @property
    def scores(self) -> tuple[Score, ...]:
        """The scores of enabled items; withheld ones have no value."""
        return self._kept_scores.scores

    def scores_reading(self, touched: AbstractSet[ItemKey]) -> frozenset[ItemKey]:
        """The scores and derived answers that depend on any of these questions."""
        return self._kept_scores.reading(touched)

    def is_unknown(self, instance: Instance) -> bool:
        """Whether a calculated yes or no speaks although an answer that it reads is missing."""
        return self._kept_scores.is_unknown(instance)

    def _in_order(self, keys: Iterable[ItemKey]) -> list[ItemKey]:
        return sorted(keys, key=self._order.__getitem__)

    def _problems_now(self, instance: Instance) -> tuple[Problem, ...]:
        key, cell = instance.key, self._settler.cells[instance.key]
        shape = self._shaping.of(instance)
        found: tuple[Problem, ...] = ()
        failure = cell.failure or shape.failure
        if cell.enabled and failure is not None:
            found = (Problem(key, "expression", failure, self._names_in_loop(instance, failure)),)
        if not self.is_visible(instance):
            return found
        found += rule_problems(key, shape.broken)
        if instance.is_question:
            return found + answer_problems(instance, self._settler.answer_of(key), shape)
        return found + self._row_problems(instance, shape)

    def _names_in_loop(self, instance: Instance, failure: str) -> dict[str, str | int]:
        if failure != LOOP:
            return {}
        loop = self._settler.graph.loops.get(instance.item.link_id, ())
        return {"names": ", ".join(loop)[:_MOST_NAMES]}

    def _row_problems(self, instance: Instance, shape: Shape) -> tuple[Problem, ...]:
        """Shown at the first row, which always stands."""
        if not instance.item.repeats:
            return ()
        same = self._tree.by_link_id[instance.item.link_id]
        rows = [one for one in same if one.rows[:-1] == instance.rows[:-1]]
        return row_problems(instance.key, shape, len(rows)) if rows[0] is instance else ()

    def _alerts_now(self, instance: Instance) -> tuple[findings.Alert, ...]:
        if not instance.is_question or not self._settler.cells[instance.key].enabled:
            return ()
        return tuple(findings.alerts_of(instance, self._settler.answer_of(instance.key)))


def _is_blocked(problems: Iterable[Problem]) -> bool:
    return any(one.is_blocking for one in problems)


def _keep(kept: dict[ItemKey, tuple[T, ...]], key: ItemKey, found: tuple[T, ...]) -> None:
    if found:
        kept[key] = found
    else:
        kept.pop(key, None)


def _required_above(instances: Iterable[Instance]) -> set[Instance]:
    """Required groups are missing or not with what is inside them."""
    found: set[Instance] = set()
    for instance in instances:
        above = instance.parent
        while above is not None and above not in found:
            if above.item.required or above.item.logic.required is not None:
                found.add(above)
            above = above.parent
    return found
