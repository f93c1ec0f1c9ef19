"""How many presses, keys and fields a first touch takes: the step budget of the bedside."""

from pathlib import Path

from desktop.views.walkthrough.first_touch import FIRST_TOUCH
from desktop.views.walkthrough.pictures import Pictures
from desktop.views.walkthrough.stage import Stage
from tests.services.bench import ROSA
from tests.support.journey import Traveller

BUDGET = 60
"""Presses, keys, strokes and fields from the worklist to the review (the design's own number)."""

CORE_ALONE = 32
"""Of them in the core assessment: 22 answers, 5 pages, a hand-off of 4, Complete."""


def test_a_first_touch_takes_no_more_than_its_step_budget(
    traveller: Traveller, tmp_path: Path
) -> None:
    traveller.sign_in(ROSA)
    window, hands = traveller.opened.window, traveller.hands
    stage = Stage(
        window, traveller.opened.parts.runner, hands, Pictures(window, tmp_path), tmp_path
    )
    steps: dict[str, int] = {}

    for part in FIRST_TOUCH:
        before = hands.steps
        for until in part(stage):
            traveller.opened.until(until)
        steps[part.__name__] = hands.steps - before

    assert sum(steps.values()) <= BUDGET, steps
    assert steps["interview"] <= CORE_ALONE, steps
