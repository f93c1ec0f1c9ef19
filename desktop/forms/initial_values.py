"""Initial values, once: of a new form, of a new row, of what takes part for the first time.

Source: SDC, http://hl7.org/fhir/uv/sdc/behavior.html#initial-values.
"""

from collections.abc import Iterable, Mapping

from desktop.forms.answers import Answer, Answered, AnswerValue, Unanswered
from desktop.forms.expression_values import values_for
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.history import Step
from desktop.forms.instances import Instance, ItemKey
from desktop.forms.keeping import kept_values
from desktop.forms.settling import Settler


def written_values(instance: Instance) -> tuple[AnswerValue, ...]:
    """What ``initial`` or ``initialSelected`` says; what does not fit is left out."""
    if not instance.is_question:
        return ()
    return kept_values(instance.item, instance.item.initial)


def computed_values(instance: Instance, settler: Settler) -> tuple[AnswerValue, ...]:
    """What initialExpression gives now; a result that does not fit is ignored."""
    expression = instance.item.initial_expression
    if expression is None or not instance.is_question:
        return ()
    try:
        found = values_for(instance.item, settler.scope.initial(expression, instance))
    except EvaluationError:
        return ()
    return kept_values(instance.item, found)


def initial_step(
    instance: Instance, answers: Mapping[ItemKey, Answer], settler: Settler
) -> Step | None:
    """The computed initial value of an item that takes part and has no answer; else None."""
    given = answers.get(instance.key, Unanswered())
    if not settler.is_enabled(instance.key) or not isinstance(given, Unanswered):
        return None
    values = computed_values(instance, settler)
    return Step(instance.key, given, Answered(values)) if values else None


def initial_steps(
    instances: Iterable[Instance], answers: Mapping[ItemKey, Answer], settler: Settler
) -> list[Step]:
    """The initial values of new instances, written or computed."""
    steps = []
    for instance in instances:
        given = answers.get(instance.key, Unanswered())
        values = written_values(instance)
        if values and isinstance(given, Unanswered):
            steps.append(Step(instance.key, given, Answered(values)))
            continue
        step = initial_step(instance, answers, settler)
        if step is not None:
            steps.append(step)
    return steps
