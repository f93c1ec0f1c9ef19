"""How a session starts: initial values of an empty form, or the answers of a response."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.forms.answers import Answer, Answered, same_answer
from desktop.forms.expressions import values_for
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.instances import FormTree, ItemKey, grow_tree
from desktop.forms.keeping import kept_values
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.response_reading import read_response
from desktop.forms.settling import Settler


@dataclass(frozen=True, slots=True)
class Start:
    """A settled beginning; ``settler`` watches ``answers``, which the session goes on to change."""

    tree: FormTree
    answers: dict[ItemKey, Answer]
    settler: Settler
    not_loaded: tuple[str, ...] = ()


def started(
    form: Questionnaire,
    response: Mapping[str, object] | None,
    now: Callable[[], datetime],
    launch: Mapping[str, object],
) -> Start:
    """The beginning of a session. Raises KnownError for a response that is none."""
    if response is None:
        return _empty(form, now, launch)
    loaded = read_response(form, response)
    tree, answers = loaded.tree, loaded.answers
    calculated = {
        key: answers.pop(key)
        for key, instance in tree.by_key.items()
        if instance.item.calculated is not None and key in answers
    }
    settler = Settler(form, tree, answers, now, launch)
    settler.settle_all()
    for key, stored in calculated.items():
        if not tree.by_key[key].item.read_only and not same_answer(stored, settler.answer_of(key)):
            answers[key] = stored
            settler.settle([key])
    return Start(tree, answers, settler, tuple(loaded.not_loaded))


def _empty(form: Questionnaire, now: Callable[[], datetime], launch: Mapping[str, object]) -> Start:
    """``initial`` and initialExpression, once; an initial value that does not fit is ignored.

    Source: SDC, http://hl7.org/fhir/uv/sdc/behavior.html#initial-values.
    """
    tree = grow_tree(form, {})
    answers: dict[ItemKey, Answer] = {}
    for key, instance in tree.by_key.items():
        values = kept_values(instance.item, instance.item.initial)
        if instance.is_question and values:
            answers[key] = Answered(values)
    settler = Settler(form, tree, answers, now, launch)
    settler.settle_all()
    for key, instance in tree.by_key.items():
        expression = instance.item.initial_expression
        if expression is None or not instance.is_question or key in answers:
            continue
        try:
            found = values_for(instance.item, settler.scope().evaluate(expression, instance))
        except EvaluationError:
            continue
        values = kept_values(instance.item, found)
        if values:
            answers[key] = Answered(values)
            settler.settle([key])
    return Start(tree, answers, settler)
