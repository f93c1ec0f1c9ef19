"""Finds items that wait for each other in a circle."""

from collections.abc import Iterator
from datetime import UTC, datetime

from desktop.forms.cells import LOOP
from desktop.forms.form_problem import FormProblem, problem
from desktop.forms.item_graph import item_graph
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.session import FormSession

_NAMED = 40


def loop_findings(form: Questionnaire) -> Iterator[FormProblem]:
    """One finding per circle, naming its items: conditions, or rules that never settle."""
    loops = {loop[0]: loop for loop in item_graph(form).loops.values()}
    by_conditions = {
        name: all(form.by_link_id[one].enable_when for one in loop) for name, loop in loops.items()
    }
    unsettled = frozenset[str]() if all(by_conditions.values()) else _unsettled(form)
    for name, loop in loops.items():
        if by_conditions[name] or not unsettled.isdisjoint(loop):
            yield problem(name, "loop", names=", ".join(loop[:_NAMED]))


def _unsettled(form: Questionnaire) -> frozenset[str]:
    """The items that never settle in an empty form; other circles of rules may well settle."""
    session = FormSession(form, now=lambda: datetime(2000, 1, 1, tzinfo=UTC))
    return frozenset(
        session.tree.by_key[key].item.link_id
        for key, cell in session.cells.items()
        if cell.failure == LOOP
    )
