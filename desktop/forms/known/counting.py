"""Which questions of a form make the total of a known instrument, and what does not fit it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.forms.answers import AnswerValue, Coding
from desktop.forms.known.instrument import KnownInstrument, Scoring
from desktop.forms.questionnaire import Item, ItemType, Questionnaire, all_items
from desktop.forms.score_checks import score_items

YES_CODES = frozenset({"true", "yes", "y", "la33-6", "373066001"})
"""Yes as FHIR forms write it: https://terminology.hl7.org/CodeSystem-v2-0136.html, LOINC's answer
LA33-6 and SNOMED CT's 373066001; in small letters, any case is meant."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A fact in which a form and the instrument differ: a message id and what it needs."""

    message_id: str
    params: dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Fit:
    """``counted`` are the questions that make the total; empty where the app cannot add it up.
    ``gates`` come before them: without an answer there the total says nothing.

    ``own_totals`` are the numbers that the form works out by itself.
    """

    counted: tuple[Item, ...]
    gates: tuple[Item, ...]
    own_totals: tuple[Item, ...]
    misfits: tuple[Misfit, ...]

    @property
    def adds_up(self) -> bool:
        """Whether the app adds up: it can, and the form has no formula of its own."""
        return bool(self.counted) and not self.own_totals


def fit_of(form: Questionnaire, instrument: KnownInstrument) -> Fit:
    """How a form and an instrument fit each other; nothing in it is evaluated."""
    own = tuple(score_items(form))
    asked = tuple(_asked(form, instrument))
    counted = _counted(asked, instrument)
    misfits = tuple(_misfits(asked, counted, instrument))
    if misfits or not counted:
        return Fit((), (), own, misfits)
    return Fit(counted, asked[: asked.index(counted[0])], own, misfits)


def has_points(item: Item) -> bool:
    """Whether every answer of it has points."""
    return bool(item.options) and all(one.weight is not None for one in item.options)


def points_of(item: Item, value: AnswerValue, scoring: Scoring) -> Decimal | None:
    """What an answer adds to the total; None where it says nothing of points."""
    option = item.option_of(value)
    if option is not None and option.weight is not None:
        return option.weight
    if scoring is not Scoring.COUNT or not _is_yes_or_no(item):
        return None
    return Decimal(_is_yes(value))


def _asked(form: Questionnaire, instrument: KnownInstrument) -> Iterator[Item]:
    """The questions whose answers have points, in reading order."""
    for item in all_items(form.items):
        can_count = instrument.scoring is Scoring.COUNT and _is_yes_or_no(item)
        if item.calculated is None and not item.hidden and (can_count or has_points(item)):
            yield item


def _counted(asked: tuple[Item, ...], instrument: KnownInstrument) -> tuple[Item, ...]:
    wanted = instrument.items
    if wanted is None or instrument.scoring is Scoring.NONE:
        return ()
    if len(asked) == wanted:
        return asked
    rest = len(asked) - wanted - instrument.before
    if 0 <= rest <= instrument.after:
        return asked[instrument.before : instrument.before + wanted]
    return ()


def _misfits(
    asked: tuple[Item, ...], counted: tuple[Item, ...], instrument: KnownInstrument
) -> Iterator[Misfit]:
    if instrument.scoring is Scoring.NONE or instrument.items is None or instrument.total is None:
        return
    if not asked:
        yield Misfit("form-known.no-points", {"name": instrument.name})
        return
    if not counted:
        yield Misfit(
            "form-known.other-count",
            {"name": instrument.name, "found": len(asked), "wanted": instrument.items},
        )
        return
    low, high = _range(counted, instrument.scoring)
    if (low, high) != instrument.total:
        least, most = instrument.total
        params = {"low": low, "high": high, "least": least, "most": most}
        shown = {name: format(number, "f") for name, number in params.items()}
        yield Misfit("form-known.other-range", {"name": instrument.name, **shown})


def _range(counted: tuple[Item, ...], scoring: Scoring) -> tuple[Decimal, Decimal]:
    low, high = Decimal(0), Decimal(0)
    for item in counted:
        if has_points(item):
            points = [one.weight for one in item.options if one.weight is not None]
        else:
            points = [Decimal(0), Decimal(1)] if scoring is Scoring.COUNT else []
        low, high = low + min(points), high + max(points)
    return low, high


def _is_yes_or_no(item: Item) -> bool:
    if item.type is ItemType.BOOLEAN:
        return True
    return len(item.options) == 2 and sum(_is_yes(one.value) for one in item.options) == 1


def _is_yes(value: AnswerValue) -> bool:
    if isinstance(value, bool):
        return value
    code = value.code if isinstance(value, Coding) else ""
    return code.lower() in YES_CODES
