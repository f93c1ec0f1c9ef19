"""Keeps what every score depends on and what of it is missing, renewed answer by answer."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from desktop.forms.answers import Answered
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.questionnaire import ItemType
from desktop.forms.scoring import Score, Scorer, is_derived, is_score
from desktop.forms.settling import Settler


@dataclass(slots=True)
class _Inputs:
    """What one calculated item depends on: in reading order, and how each stands."""

    ordered: tuple[ItemKey, ...]
    members: frozenset[ItemKey]
    enabled: set[ItemKey] = field(default_factory=set)
    missing: set[ItemKey] = field(default_factory=set)


class ScoreKeeping:
    """The scores and derived answers of one tree of a form."""

    def __init__(self, tree: FormTree, settler: Settler, scorer: Scorer) -> None:
        self._tree = tree
        self._settler = settler
        self._scorer = scorer
        self._items = [one for one in tree.by_key.values() if is_score(one)]
        self._derived = [one for one in tree.by_key.values() if is_derived(one)]
        self._inputs: dict[ItemKey, _Inputs] = {}
        self._scores: dict[ItemKey, Score] = {}
        self._by_name: dict[ItemKey, bool] = {}
        self._reach: dict[ItemKey, frozenset[ItemKey] | None] = {}

    @property
    def scores(self) -> tuple[Score, ...]:
        """The scores of enabled items; withheld ones have no value."""
        return tuple(self._score(one) for one in self._items if self._settler.is_enabled(one.key))

    def reading(self, touched: AbstractSet[ItemKey]) -> frozenset[ItemKey]:
        """The scores and derived answers that depend on any of these questions."""
        return frozenset(
            one.key for one in self._derived if not touched.isdisjoint(self._inputs_of(one).members)
        )

    def is_unknown(self, instance: Instance) -> bool:
        """Whether a calculated yes or no speaks although an answer that it reads is missing.

        An unanswered question must never become "no".
        """
        item = instance.item
        if item.calculated is None or item.type is not ItemType.BOOLEAN:
            return False
        return self.is_withheld(instance)

    def is_withheld(self, instance: Instance) -> bool:
        """Whether an answer that a computed one depends on is missing."""
        return bool(self._inputs_of(instance).missing)

    def renew(self, changed: AbstractSet[ItemKey]) -> None:
        """Look again at what depends on these items."""
        for key, inputs in tuple(self._inputs.items()):
            if not self._is_read_by_name(key) and self._could_look_at(key, changed):
                # What it reads is only known by watching it read, and may be another set now.
                del self._inputs[key]
                self._scores.pop(key, None)
                continue
            met = changed & inputs.members
            for one in met:
                self._note(inputs, one)
            if met or key in changed:
                self._scores.pop(key, None)

    def _score(self, instance: Instance) -> Score:
        if instance.key not in self._scores:
            inputs = self._inputs_of(instance)
            missing = tuple(key for key in inputs.ordered if key in inputs.missing)
            answer = self._settler.answer_of(instance.key)
            self._scores[instance.key] = self._scorer.score(
                instance, answer, len(inputs.enabled), missing
            )
        return self._scores[instance.key]

    def _inputs_of(self, instance: Instance) -> _Inputs:
        if instance.key not in self._inputs:
            ordered = self._scorer.inputs(instance, self._settler.full_scope)
            inputs = self._inputs[instance.key] = _Inputs(ordered, frozenset(ordered))
            for key in ordered:
                self._note(inputs, key)
        return self._inputs[instance.key]

    def _note(self, inputs: _Inputs, key: ItemKey) -> None:
        inputs.enabled.discard(key)
        inputs.missing.discard(key)
        if self._settler.is_enabled(key):
            inputs.enabled.add(key)
            if not isinstance(self._settler.answer_of(key), Answered):
                inputs.missing.add(key)

    def _could_look_at(self, key: ItemKey, changed: AbstractSet[ItemKey]) -> bool:
        if key not in self._reach:
            self._reach[key] = self._scorer.could_read(self._tree.by_key[key])
        reach = self._reach[key]
        return reach is None or not reach.isdisjoint(changed)

    def _is_read_by_name(self, key: ItemKey) -> bool:
        if key not in self._by_name:
            self._by_name[key] = self._scorer.reads_by_name(self._tree.by_key[key])
        return self._by_name[key]
