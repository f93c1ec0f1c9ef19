"""The whole state of a form from scratch, in the plainest way: the yardstick of the session."""

from collections.abc import Mapping
from datetime import datetime

from desktop.forms.answers import Answer
from desktop.forms.cells import LOOP, Cell, compute_cell, shown_answer
from desktop.forms.expressions import FormScope
from desktop.forms.instances import FormTree, ItemKey
from desktop.forms.live_response import live_response
from desktop.forms.questionnaire import Questionnaire


def settled_from_scratch(
    form: Questionnaire,
    tree: FormTree,
    answers: Mapping[ItemKey, Answer],
    now: datetime,
    launch: Mapping[str, object],
) -> dict[ItemKey, Cell]:
    """Every cell: start with everything enabled, compute all from the last round, until at rest.

    A chain of n items needs n rounds; what still moves after that is a loop, and says so.
    """
    cells = {key: Cell() for key in tree.by_key}
    for _ in range(len(cells) + 2):
        following = _next_round(form, tree, answers, cells, now, launch)
        if following == cells:
            return cells
        moving = {key for key in cells if cells[key] != following[key]}
        cells = following
    return {key: Cell(failure=LOOP) if key in moving else cell for key, cell in cells.items()}


def _next_round(
    form: Questionnaire,
    tree: FormTree,
    answers: Mapping[ItemKey, Answer],
    cells: Mapping[ItemKey, Cell],
    now: datetime,
    launch: Mapping[str, object],
) -> dict[ItemKey, Cell]:
    live = live_response(
        tree,
        lambda key: shown_answer(tree.by_key[key], answers, cells),
        lambda key: cells[key].enabled,
    )
    scope = FormScope(form, live, now, launch)
    return {
        key: compute_cell(instance, tree, answers, cells, lambda: scope)
        for key, instance in tree.by_key.items()
    }
