"""Earlier answers that a question may be offered: of other completed forms, with their day.

Source: SDC observation-based population, http://hl7.org/fhir/uv/sdc/populate.html#observation-based-population:
the newest observation with a code of the item inside its link period. There it becomes the answer;
here it is only offered, since what somebody said on another day is not what they say today.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count

from desktop.forms.answers import Answer, Answered, AnswerValue, NoAnswer
from desktop.forms.item_state import ItemState
from desktop.forms.json_input import JsonObject, a_text, an_object, objects
from desktop.forms.link_periods import Concept, LinkPeriod, concepts_of, linked_codes
from desktop.forms.observation_answers import observed_answers
from desktop.forms.observations import observation_bundle
from desktop.forms.questionnaire import Item, Questionnaire, all_items
from desktop.forms.session import FormSession
from desktop.forms.shapes import MOST_CANDIDATES, plain_shape
from desktop.forms.validation import fits_question
from desktop.forms.wording import LocalText

_SPEAKS_FOR_ITSELF = ("completed", "amended")
"""Status of a response whose answers may be offered: not one in progress or entered in error."""


@dataclass(frozen=True, slots=True)
class EarlierForm:
    """A completed form: ``title`` names it, ``at`` is when its answers were given (aware)."""

    title: LocalText
    at: datetime
    session: FormSession = field(repr=False)
    """The form as it was stored."""
    response: JsonObject = field(repr=False)


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """What was answered at ``at`` in the form ``title``.

    ``is_private``: it was asked in a part that minds company, so it is shown in private only.
    """

    value: AnswerValue = field(repr=False)
    at: datetime
    title: LocalText
    is_private: bool = False


def earlier_answers(
    form: Questionnaire, others: Iterable[EarlierForm], now: datetime
) -> Mapping[str, tuple[EarlierAnswer, ...]]:
    """What may be offered, by linkId: all answers of the newest form that has any that fit.

    ``now`` is aware; nothing after it is offered, and what lies exactly at the begin of the link
    period is. Two forms of the same moment are both offered. Empty where nothing is found.
    """
    asking = [(item, linked_codes(item)) for item in form.by_link_id.values()]
    asking = [(item, codes) for item, codes in asking if codes]
    if not asking:
        return {}
    said = [one for other in others if other.at <= now for one in _observed(other)]
    found = {item.link_id: tuple(_newest(item, codes, said, now)) for item, codes in asking}
    return {link_id: answers for link_id, answers in found.items() if answers}


def offered_now(
    state: ItemState, found: Sequence[EarlierAnswer], *, is_private: bool
) -> tuple[EarlierAnswer, ...]:
    """Those that a question as it stands can take now; ``is_private`` while nobody listens.

    None where it was answered, or has a reason for no answer: that is what is said today.
    """
    if not found or state.read_only or _is_settled(state.item, state.answer):
        return ()
    shape = replace(plain_shape(state.item), options=state.options, limits=state.limits)
    given = state.answer.values if isinstance(state.answer, Answered) else ()
    return tuple(
        one
        for one in found
        if (is_private or not one.is_private)
        and one.value not in given
        and fits_question(state.item, shape, one.value)
    )


def could_answer(form: Questionnaire, other: Questionnaire) -> bool:
    """Whether a form asks for a code that the other one has: nothing else need be opened."""
    wanted = {code for item in form.by_link_id.values() for code in linked_codes(item)}
    had = (concepts_of(item.source) for item in other.by_link_id.values())
    return any(not wanted.isdisjoint(codes) for codes in had)


def _is_settled(item: Item, answer: Answer) -> bool:
    return isinstance(answer, NoAnswer) or (isinstance(answer, Answered) and not item.repeats)


@dataclass(frozen=True, slots=True)
class _Said:
    """One Observation or component with where it comes from."""

    observed: JsonObject
    codes: frozenset[Concept]
    form: EarlierForm
    is_private: bool


def _observed(other: EarlierForm) -> Iterator[_Said]:
    if a_text(other.response, "status") not in _SPEAKS_FOR_ITSELF:
        return
    form, numbers = other.session.questionnaire, count(1)
    response = _without(other.response, _withheld(other.session))
    bundle = observation_bundle(form, response, lambda: str(next(numbers)))
    private = _private_codes(other.session)
    for entry in objects(bundle, "entry"):
        whole = an_object(entry, "resource")
        for one in (whole, *objects(whole, "component")):
            codes = frozenset(_codings(one))
            yield _Said(one, codes, other, not private.isdisjoint(codes))


def _codings(observed: JsonObject) -> tuple[Concept, ...]:
    return concepts_of({"code": objects(an_object(observed, "code"), "coding")})


def _newest(
    item: Item,
    codes: Mapping[Concept, tuple[LinkPeriod, ...]],
    said: Iterable[_Said],
    now: datetime,
) -> Iterator[EarlierAnswer]:
    begins = {code: min(one.begin(now) for one in periods) for code, periods in codes.items()}
    found: dict[AnswerValue, EarlierAnswer] = {}
    newest: datetime | None = None
    for one in sorted(said, key=lambda each: each.form.at, reverse=True):
        if newest is not None and one.form.at < newest:
            break
        if not any(begins[code] <= one.form.at for code in one.codes & begins.keys()):
            continue
        for value in observed_answers(item, one.observed):
            newest = one.form.at
            answer = EarlierAnswer(value, one.form.at, one.form.title, one.is_private)
            before = found.get(value)
            found[value] = answer if before is None or before.is_private else before
    yield from list(found.values())[:MOST_CANDIDATES]


def _withheld(session: FormSession) -> frozenset[str]:
    """Computed items that must not speak: an answer that they depend on is missing."""
    scores = {one.link_id for one in session.scores if one.value is None}
    return frozenset(scores) | {
        one.item.link_id
        for one in session.tree.by_key.values()
        if one.item.calculated is not None and session.state(one.key).is_unknown
    }


def _without(node: JsonObject, link_ids: frozenset[str]) -> JsonObject:
    """A response, or a part of one, without the answers to these items."""
    if not link_ids:
        return node
    kept = dict(node)
    if a_text(node, "linkId") in link_ids:
        kept.pop("answer", None)
    for name in ("item", "answer"):
        if name in kept:
            kept[name] = [_without(one, link_ids) for one in objects(kept, name)]
    return kept


def _private_codes(session: FormSession) -> frozenset[Concept]:
    """Codes of what stands in a part that minds company."""
    minding = [one for one in all_items(session.questionnaire.items) if one.sensitivity is not None]
    return frozenset(code for one in all_items(tuple(minding)) for code in concepts_of(one.source))
