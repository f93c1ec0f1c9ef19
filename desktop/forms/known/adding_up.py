"""A form with the total of its instrument beside it: the file stays as it is, its reference too."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

from desktop.forms.fhirpath.expression import compile_expression
from desktop.forms.form_parts import ScoreBand
from desktop.forms.known.counting import YES_CODES, Fit, fit_of, has_points
from desktop.forms.known.instrument import KnownInstrument
from desktop.forms.questionnaire import Item, ItemType, LocalText, Marks, Questionnaire, all_items

TOTAL = "firstlight-total"
"""The linkId of the total; no response holds it."""

_FOR_STAFF = Marks(role="staff")
"""A total and its band are read by staff: never put before the person."""


def with_total(
    form: Questionnaire, instrument: KnownInstrument, label: LocalText, bands: tuple[ScoreBand, ...]
) -> Questionnaire:
    """The same form with a total behind the last question that counts; unchanged where the app
    cannot add it up, or where the form has a formula of its own, which is kept.

    It is a calculated number like any other: withheld while an answer that counts is missing or
    has a reason. A total that an answer is missing from would read as a lower one.
    """
    fit = fit_of(form, instrument)
    if (
        not fit.adds_up
        or TOTAL in form.by_link_id
        or not _stands_free(form, (*fit.gates, *fit.counted))
    ):
        return form
    last = fit.counted[-1]
    total = Item(
        TOTAL,
        ItemType.DECIMAL,
        section=TOTAL if last.section == last.link_id else last.section,
        parent=last.parent,
        text=label,
        read_only=True,
        calculated=compile_expression(_formula(fit)),
        bands=bands,
        marks=_FOR_STAFF,
        added=True,
    )
    items = tuple(_behind(form.items, last.link_id, total))
    by_link_id = MappingProxyType({one.link_id: one for one in all_items(items)})
    return replace(form, items=items, by_link_id=by_link_id)


def edges_of(instrument: KnownInstrument) -> tuple[tuple[Decimal, Decimal], ...]:
    """The stretches of the total between its cut-offs, lowest first, whole numbers at both ends."""
    if instrument.total is None:
        return ()
    low, high = instrument.total
    starts = sorted({low, *(one.least for one in instrument.total_cut_offs)})
    return tuple((one, after - 1) for one, after in pairwise([*starts, high + 1]))


def _stands_free(form: Questionnaire, counted: tuple[Item, ...]) -> bool:
    """Whether each is asked once: no row is added up as if it were the whole form."""
    for item in counted:
        above: Item | None = item
        while above is not None:
            if above.repeats or (above is not item and above.type.is_question):
                return False
            above = form.by_link_id[above.parent] if above.parent is not None else None
    return True


def _formula(fit: Fit) -> str:
    """Nothing unless every question that counts has an answer: one that is not asked is no nought.

    Behind a gate none of them may be asked; then the gate must have its answer, and it is nought.
    """
    answers = _answers(fit.counted)
    is_whole = f"{answers}.count() = {len(fit.counted)}"
    if fit.gates:
        gates = f"{_answers(fit.gates)}.count() = {len(fit.gates)}"
        is_whole = f"({gates}) and ({is_whole} or {answers}.empty())"
    return f"iif({is_whole}, {_added(fit.counted)}, {{}})"


def _added(counted: tuple[Item, ...]) -> str:
    """Points where the answers have some, one for each yes elsewhere."""
    pointed = tuple(one for one in counted if has_points(one))
    plain = tuple(one for one in counted if not has_points(one))
    said = " or ".join(f"code.lower() = {_quoted(one)}" for one in sorted(YES_CODES))
    parts = []
    if pointed:
        parts.append(f"{_answers(pointed)}.value.ordinal().sum()")
    if plain:
        parts.append(f"{_answers(plain)}.value.where($this = true or {said}).count()")
    return " + ".join(parts)


def _answers(items: tuple[Item, ...]) -> str:
    named = " or ".join(f"linkId = {_quoted(one.link_id)}" for one in items)
    return f"%resource.descendants().where({named}).answer"


def _quoted(text: str) -> str:
    """A FHIRPath string (https://hl7.org/fhirpath/#string)."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _behind(items: tuple[Item, ...], link_id: str, total: Item) -> Iterator[Item]:
    for item in items:
        below = tuple(_behind(item.children, link_id, total))
        yield item if below == item.children else replace(item, children=below)
        if item.link_id == link_id:
            yield total
