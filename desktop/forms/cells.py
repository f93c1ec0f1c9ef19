"""What one item comes to, given all others: enabled or not, its calculated value, a failure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.forms.answers import Answer, Answered, AnswerValue, Unanswered, answer_values
from desktop.forms.enablement import conditions_hold
from desktop.forms.expression_values import values_for
from desktop.forms.expressions import FormScope
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.values import truth
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.keeping import kept_values

FAILED = "form-problem-expression"
LOOP = "form-problem-loop"


@dataclass(frozen=True, slots=True)
class Cell:
    """One item's settled state. ``failure`` is a message id; a failed item stays enabled."""

    enabled: bool = True
    calculated: Answer = field(default_factory=Unanswered)
    failure: str | None = None


def shown_answer(
    instance: Instance, answers: Mapping[ItemKey, Answer], cells: Mapping[ItemKey, Cell]
) -> Answer:
    """What the item shows: a calculated value until someone typed over it, else the answer."""
    given = answers.get(instance.key, Unanswered())
    if instance.item.calculated is None:
        return given
    if instance.item.read_only or isinstance(given, Unanswered):
        return cells[instance.key].calculated
    return given


def compute_cell(
    instance: Instance,
    tree: FormTree,
    answers: Mapping[ItemKey, Answer],
    cells: Mapping[ItemKey, Cell],
    scope: Callable[[], FormScope],
) -> Cell:
    """The cell of one item from those of the others; ``scope`` is asked only for expressions."""

    def answers_of(link_id: str) -> tuple[AnswerValue, ...]:
        return tuple(
            value
            for one in tree.nearest(link_id, instance)
            if cells[one.key].enabled
            for value in answer_values(shown_answer(one, answers, cells))
        )

    item, failure = instance.item, None
    enabled = instance.parent is None or cells[instance.parent.key].enabled
    enabled = enabled and conditions_hold(item, answers_of)
    if enabled and item.enable_expression is not None:
        try:
            enabled = truth(scope().evaluate(item.enable_expression, instance)) is True
        except EvaluationError:
            failure = FAILED
    calculated: Answer = Unanswered()
    if item.calculated is not None:
        try:
            found = values_for(item, scope().evaluate(item.calculated, instance))
            values = kept_values(item, found)
            calculated = Answered(values) if values else Unanswered()
        except EvaluationError:
            failure = FAILED
    return Cell(enabled, calculated, failure)
