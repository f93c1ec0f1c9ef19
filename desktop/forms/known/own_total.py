"""Holds the formula of a form against the rule of its instrument: the form's is kept, and told."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

from desktop.forms.answers import AnswerValue
from desktop.forms.known.counting import Fit, Misfit, points_of
from desktop.forms.known.instrument import KnownInstrument
from desktop.forms.known.recognising import codes_of
from desktop.forms.questionnaire import Item, Questionnaire
from desktop.forms.session import FormSession

_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def own_total_misfits(
    form: Questionnaire, fit: Fit, instrument: KnownInstrument
) -> Iterator[Misfit]:
    """A difference at the lowest and at the highest answers, where the form has one total."""
    own = total_of(fit.own_totals, instrument)
    if own is None or not fit.counted:
        return
    for says, at in (("form-known.own-low", 0), ("form-known.own-high", -1)):
        values = {item.link_id: _ordered(item, instrument)[at] for item in fit.counted}
        points = (points_of(one, values[one.link_id], instrument.scoring) for one in fit.counted)
        wanted = sum((one or Decimal(0) for one in points), Decimal(0))
        found = _worked_out(form, values, own)
        if found != wanted:
            shown = "-" if found is None else format(found, "f")
            yield Misfit(
                says, {"name": instrument.name, "found": shown, "wanted": format(wanted, "f")}
            )


def total_of(own: tuple[Item, ...], instrument: KnownInstrument) -> Item | None:
    """Which number of the form is its total: by its code, else the only one."""
    code = instrument.codes.total
    coded = [one for one in own if code and code in codes_of(one)]
    if coded:
        return coded[0]
    return own[0] if len(own) == 1 else None


def _worked_out(form: Questionnaire, values: dict[str, AnswerValue], own: Item) -> Decimal | None:
    session = FormSession(form, now=lambda: _ANY_DAY)
    for link_id, value in values.items():
        for instance in session.tree.by_link_id.get(link_id, ()):
            session.answer(instance.key, value)
    return next((one.value for one in session.scores if one.link_id == own.link_id), None)


def _ordered(item: Item, instrument: KnownInstrument) -> list[AnswerValue]:
    """The answers of a question, that with the fewest points first."""
    values: list[AnswerValue] = [one.value for one in item.options] or [False, True]
    return sorted(values, key=lambda one: points_of(item, one, instrument.scoring) or Decimal(0))
