"""Rows that a form begins with: one for each thing that it finds in what it is told.

Source: SDC, http://hl7.org/fhir/uv/sdc/populate.html#expression-based-population: a group with an
``itemPopulationContext`` has one repetition for each result, and its name stands for that result
in the initial expressions of the repetition.
"""

from collections.abc import Callable

from desktop.forms.answers import Answer, Answered, Rows
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.values import Items
from desktop.forms.initial_values import written_values
from desktop.forms.instances import Instance, ItemKey, first_rows, make_key
from desktop.forms.questionnaire import Item, ItemType, Questionnaire, Variable
from desktop.forms.settling import Settler

MOST_POPULATED = 200
"""Rows of all groups of a form; what it is told of one case is short."""


def populate(
    form: Questionnaire,
    settler: Settler,
    answers: dict[ItemKey, Answer],
    regrow: Callable[[str], None],
) -> None:
    """Fills the population contexts of a form that begins, outermost groups first.

    ``regrow`` is called with the linkId of each list whose rows changed and lets them come. What
    cannot be evaluated, or gives several results where nothing repeats, populates nothing.
    """
    for variable in form.variables:
        _keep(settler, variable, None)
    left = MOST_POPULATED
    for item in form.by_link_id.values():
        if any(one.context is not None for one in item.variables):
            # What is below comes later: its rows stand within those that came here.
            lists = {one.list_key: one for one in settler.tree.by_link_id.get(item.link_id, ())}
            for first in lists.values():
                left -= _populate_item(item, first, settler, answers, regrow, left)


def _populate_item(
    item: Item,
    at: Instance,
    settler: Settler,
    answers: dict[ItemKey, Answer],
    regrow: Callable[[str], None],
    left: int,
) -> int:
    """How many rows came; no more than ``left``."""
    if item.type is not ItemType.GROUP or not item.repeats:
        for variable in item.variables:
            _keep(settler, variable, at)
        return 0
    least = len(first_rows(item))
    count = least
    for variable in item.variables:
        found = _results(settler, variable, at.parent)[: item.limits.max_occurs or MOST_POPULATED]
        found = found[: least + left]
        for row, one in enumerate(found):
            key = make_key(item.link_id, (*at.rows[:-1], row))
            settler.scope.populated[key, variable.name] = [one]
        count = max(count, len(found))
    if count > least:
        known = set(settler.tree.by_key)
        answers[at.list_key] = Rows(tuple(range(count)), count)
        regrow(item.link_id)
        new = [one for key, one in settler.tree.by_key.items() if key not in known]
        written = {one.key: values for one in new if (values := written_values(one))}
        answers |= {key: Answered(values) for key, values in written.items()}
        if written:
            regrow(item.link_id)
            settler.settle(written)
    return count - least


def _keep(settler: Settler, variable: Variable, owner: Instance | None) -> None:
    found = _results(settler, variable, owner)
    if len(found) == 1:
        settler.scope.populated["" if owner is None else owner.key, variable.name] = found


def _results(settler: Settler, variable: Variable, at: Instance | None) -> Items:
    if variable.context is None:
        return []
    try:
        return settler.scope.initial(variable.context, at)
    except EvaluationError:
        return []
