"""What an alert of the site can be about: the forms in use, their questions and scores."""

from dataclasses import dataclass
from itertools import chain

from desktop.errors import KnownError
from desktop.forms.findings import answer_code
from desktop.forms.questionnaire import Item, ItemType, LocalText, Questionnaire, all_items
from desktop.records.site_alert import AlertCondition
from desktop.services.answer_words import message_words
from desktop.services.known_totals import added_total, form_with_total
from desktop.services.library import FURTHER
from desktop.services.ports import FormStanding, LoadedForm
from desktop.services.work import Work

_OURS = ("bedside-core", *(name for name in FURTHER if not name.startswith("plan-")))
"""Our forms in which somebody is asked; plans are in the person's own words."""


@dataclass(frozen=True, slots=True)
class AlertForm:
    """A form that is in use here, in one version. ``family`` is what its versions share."""

    family: str
    title: LocalText
    version: str


@dataclass(frozen=True, slots=True)
class AlertQuestion:
    """A question that can raise an alert: by its ``options``, or as a number or a score."""

    link_id: str
    words: LocalText
    options: tuple[tuple[str, LocalText], ...]
    is_number: bool
    is_score: bool


def alert_forms(work: Work) -> tuple[AlertForm, ...]:
    """Our own forms and every form that the site loaded, each once, by title."""
    ours = [work.library.instrument(name) for name in _OURS]
    found = [AlertForm(one.url, one.title, one.version) for one in ours]
    own = {one.family for one in found}
    loaded = {one.family: one for one in _loaded(work) if one.family not in own}
    found += [AlertForm(one.family, one.title, one.version) for one in loaded.values()]
    return tuple(sorted(found, key=lambda one: one.title.base.casefold()))


def alert_questions(work: Work, family: str) -> tuple[AlertQuestion, ...]:
    """What can raise an alert in the version that is in use; nothing when it is not here."""
    form = _in_use(work, family)
    items = all_items(form.items) if form is not None else []
    found = (_question(item) for item in items)
    return tuple(one for one in found if one is not None)


def alert_trouble(work: Work, condition: AlertCondition) -> KnownError | None:
    """Why a rule can raise nothing with the form as it is in use now; None when it can.

    KnownErrors ``site-alert.no-form``, ``site-alert.other-version``, ``site-alert.no-question``,
    ``site-alert.no-answer``, ``site-alert.no-number``.
    """
    form = _in_use(work, condition.url)
    if form is None:
        return KnownError("site-alert.no-form")
    if not condition.covers(form.version):
        return KnownError("site-alert.other-version", version=form.version or "-")
    questions = {one.link_id: one for one in alert_questions(work, condition.url)}
    question = questions.get(condition.link_id)
    if question is None:
        return KnownError("site-alert.no-question", question=condition.link_id)
    if not condition.codes:
        return None if question.is_number else KnownError("site-alert.no-number")
    known = {code for code, _ in question.options}
    return None if known.issuperset(condition.codes) else KnownError("site-alert.no-answer")


def _question(item: Item) -> AlertQuestion | None:
    if not item.type.is_question:
        return None
    options = _options(item)
    if not options and not item.type.is_number:
        return None
    is_score = item.type.is_number and item.calculated is not None
    return AlertQuestion(item.link_id, item.label, options, item.type.is_number, is_score)


def _options(item: Item) -> tuple[tuple[str, LocalText], ...]:
    if item.type is ItemType.BOOLEAN:
        words = (("true", "answer.yes"), ("false", "answer.no"))
        return tuple((code, message_words(message)) for code, message in words)
    return tuple((answer_code(one.value), one.label) for one in item.options)


def _in_use(work: Work, family: str) -> Questionnaire | None:
    """The version that new work is begun with, else the one that was loaded last."""
    own = work.library.own_name(family)
    if own is not None:
        return work.library.instrument(own)
    form = next((one for one in reversed(_loaded(work)) if one.family == family), None)
    if form is None:
        return None
    found, instrument = work.library.by_ref(form.ref), added_total(work, form.ref)
    return found if instrument is None else form_with_total(found, instrument)


def _loaded(work: Work) -> list[LoadedForm]:
    """Every loaded form that is here whole, those that are current last."""
    shelf = work.session.forms
    stands = shelf.standings()
    whole = [one for one in shelf.forms() if shelf.bytes_of(one.content_hash) is not None]

    def is_current(form: LoadedForm) -> bool:
        stand = stands.get(form.content_hash)
        return stand is not None and stand.standing is FormStanding.CURRENT

    behind = (one for one in whole if not is_current(one))
    return list(chain(behind, (one for one in whole if is_current(one))))
