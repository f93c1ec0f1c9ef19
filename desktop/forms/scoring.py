"""Scores: calculated numbers, withheld as long as an answer that they depend on is missing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop.forms.answers import Answer, number_in
from desktop.forms.expression_reads import link_ids_read, reads_clock, reads_weights
from desktop.forms.expressions import FormScope
from desktop.forms.fhirpath.expression import Expression
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.form_parts import ScoreBand, band_of
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.questionnaire import ItemType, LocalText, Questionnaire


@dataclass(frozen=True, slots=True)
class Score:
    """``value`` is None while withheld: ``missing`` answers that the formula depends on.

    ``answered`` of ``total`` enabled questions of the formula have an answer. ``band`` is what the
    form says that a score of this height means; a withheld score has none.
    """

    link_id: str
    label: LocalText
    value: Decimal | None
    answered: int
    total: int
    missing: tuple[ItemKey, ...]
    band: ScoreBand | None = None


def is_score(instance: Instance) -> bool:
    """A calculated number."""
    return instance.item.calculated is not None and instance.item.type.is_number


def is_derived(instance: Instance) -> bool:
    """A calculated number, or a calculated yes or no: what must not speak while inputs miss."""
    return is_score(instance) or (
        instance.item.calculated is not None and instance.item.type is ItemType.BOOLEAN
    )


@dataclass(frozen=True, slots=True)
class Scorer:
    """Finds what each score depends on, and withholds it while something is missing."""

    form: Questionnaire
    tree: FormTree

    def score(
        self, instance: Instance, answer: Answer, total: int, missing: tuple[ItemKey, ...]
    ) -> Score:
        """One score now: ``total`` enabled questions count, ``missing`` of them have no answer."""
        value = None if missing else number_in(answer)
        return Score(
            instance.item.link_id,
            instance.item.label,
            value,
            total - len(missing),
            total,
            missing,
            None if value is None else band_of(instance.item.bands, value),
        )

    def inputs(
        self, instance: Instance, full_scope: Callable[[], FormScope]
    ) -> tuple[ItemKey, ...]:
        """The questions that a calculated item depends on, through other calculated items too.

        ``full_scope`` shows unanswered questions too, to see what is read.
        """
        found: set[ItemKey] = set()
        seen = {instance.key}
        waiting = [instance]
        while waiting:
            for one in self._read_by(waiting.pop(), full_scope):
                if one.item.calculated is None:
                    found.add(one.key)
                elif one.key not in seen:
                    seen.add(one.key)
                    waiting.append(one)
        return tuple(key for key in self.tree.by_key if key in found)

    def reads_by_name(self, instance: Instance) -> bool:
        """Whether the linkIds in its formulas say what it depends on, whatever the answers are."""
        seen = {instance.key}
        waiting = [instance]
        while waiting:
            one = waiting.pop()
            expression = one.item.calculated
            if expression is not None and expression.total is not None:
                waiting += [each for each in self._calculated() if each.key not in seen]
                seen |= {each.key for each in waiting}
                continue
            link_ids = link_ids_read(expression, one.item, self.form) if expression else frozenset()
            if link_ids is None:
                return False
            read = [each for name in link_ids for each in self.tree.by_link_id.get(name, ())]
            if any(each.children for each in read):
                return False
            for each in read:
                if each.item.calculated is not None and each.key not in seen:
                    seen.add(each.key)
                    waiting.append(each)
        return True

    def could_read(self, instance: Instance) -> frozenset[ItemKey] | None:
        """Every item at which its formulas may look, whatever the answers are; None for "any".

        While nothing of it changes, ``inputs`` finds the same.
        """
        found: set[ItemKey] = set()
        seen = {instance.key}
        waiting = [instance]
        while waiting:
            one = waiting.pop()
            expression = one.item.calculated
            if expression is None:
                continue
            link_ids = link_ids_read(expression, one.item, self.form)
            if link_ids is None or expression.total is not None:
                return None
            if reads_clock(expression, one.item, self.form):
                return None
            named = [each for name in link_ids for each in self.tree.by_link_id.get(name, ())]
            for each in (below for one in named for below in one.with_descendants()):
                found.add(each.key)
                if each.key not in seen:
                    seen.add(each.key)
                    waiting.append(each)
        return frozenset(found)

    def _calculated(self) -> list[Instance]:
        """Every calculated item: a sum may read any of them."""
        return [one for one in self.tree.by_key.values() if one.item.calculated is not None]

    def _read_by(
        self, instance: Instance, full_scope: Callable[[], FormScope]
    ) -> Iterable[Instance]:
        expression = instance.item.calculated
        if expression is None:
            return []
        link_ids = link_ids_read(expression, instance.item, self.form)
        found = [one for name in link_ids or () for one in self.tree.by_link_id.get(name, ())]
        # A linkId counts with all below it; which questions of a group are read, only trying tells.
        is_open = link_ids is None or any(one.children for one in found)
        if expression.total is not None:
            is_open, found = True, full_scope().adds_to(expression.total, instance, self.tree)
        elif is_open:
            found = _watched(expression, instance, self.tree, full_scope())
        questions = [one for one in found if one.is_question and one is not instance]
        if is_open and reads_weights(expression, instance.item, self.form):
            weighted = [one for one in questions if one.item.calculated or _has_weights(one)]
            return weighted or questions
        return questions


def _has_weights(instance: Instance) -> bool:
    return any(option.weight is not None for option in instance.item.options)


def _watched(
    expression: Expression, instance: Instance, tree: FormTree, scope: FormScope
) -> list[Instance]:
    """The items whose ``answer`` an evaluation reads."""
    read: set[int] = set()
    watching = FormScope(
        scope.form, scope.live, scope.now, scope.launch, lambda node: read.add(id(node))
    )
    try:
        watching.evaluate(expression, instance)
    except EvaluationError:
        return list(tree.by_key.values())
    return [tree.by_key[key] for key, node in scope.live.nodes.items() if id(node) in read]
