"""Checks scores: worked examples come out, ours have some, bands leave no gap and no doubt."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from desktop.forms.form_parts import ScoreBand, band_of
from desktop.forms.form_problem import FormProblem, problem
from desktop.forms.questionnaire import Item, ItemType, Questionnaire, all_items
from desktop.forms.worked_examples import failing_examples

OUR_FORMS = "https://firstlight.example/"
SCORE_ROLES = frozenset({"score", "subscale", "needs-score"})
"""Values of our ``role`` extension that mark a calculated item as a score of the form."""


def score_items(form: Questionnaire) -> list[Item]:
    """The calculated numbers of a form, in reading order."""
    return [
        item
        for item in all_items(form.items)
        if item.calculated is not None and item.type.is_number
    ]


def score_findings(form: Questionnaire) -> Iterator[FormProblem]:
    """What is wrong with scores, bands and worked examples."""
    for example, found in failing_examples(form):
        yield problem("", "test-vector", example=example, found=found)
    scores = score_items(form)
    graded = [one for one in scores if one.bands or one.role in SCORE_ROLES or _weighs(one)]
    proved = {link_id for one in form.worked_examples for link_id, _ in one.scores}
    for item in graded:
        if form.url.startswith(OUR_FORMS) and item.link_id not in proved:
            yield problem(item.link_id, "no-test-vector")
    for item in all_items(form.items):
        if item.bands and (item.calculated is None or not item.type.is_number):
            yield problem(item.link_id, "bands-no-score")
        yield from _bands(item)
        yield from _unbanded(form, item)


def _weighs(item: Item) -> bool:
    return item.calculated is not None and item.calculated.reads_weights


def _bands(item: Item) -> Iterator[FormProblem]:
    for band in item.bands:
        if not band.label:
            yield problem(item.link_id, "band-no-label")
        if band.low is not None and band.high is not None and band.low > band.high:
            low, high = _shown(band.low), _shown(band.high)
            yield problem(item.link_id, "band-reversed", low=low, high=high)
            return
    ordered = sorted(item.bands, key=_start)
    for one, other in pairwise(ordered):
        yield from _border(item, one, other)


def _start(band: ScoreBand) -> tuple[bool, Decimal]:
    return (band.low is not None, band.low or Decimal(0))


def _border(item: Item, one: ScoreBand, other: ScoreBand) -> Iterator[FormProblem]:
    """Whole numbers go on at the next one, fractions at the same one."""
    whole = item.type is ItemType.INTEGER
    if (
        one.high is None
        or other.low is None
        or other.low < one.high
        or (whole and other.low == one.high)
    ):
        yield problem(item.link_id, "bands-overlap", first=one.label.base, second=other.label.base)
        return
    ends = one.high + 1 if whole else one.high
    if other.low > ends:
        between = f"{_shown(one.high)} - {_shown(other.low)}"
        yield problem(item.link_id, "bands-gap", between=between)


def _unbanded(form: Questionnaire, item: Item) -> Iterator[FormProblem]:
    """A worked example whose score no band holds."""
    if not item.bands:
        return
    for example in form.worked_examples:
        for link_id, score in example.scores:
            if link_id != item.link_id or score is None:
                continue
            if band_of(item.bands, Decimal(score)) is None:
                yield problem(item.link_id, "band-missing", score=score)


def _shown(number: Decimal) -> str:
    return format(number, "f")
