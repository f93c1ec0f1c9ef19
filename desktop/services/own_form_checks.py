"""What a new version of one of our own forms would take away from the app.

The app finds its way in a form by our extensions (alerts, roles, needs, steps, private sections),
so a version without them is read without complaint and something silently stops. The versions in
use are held against it here: an alert that could not be raised any more keeps it out, anything
else is said.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.errors import KnownError
from desktop.forms.form_problem import FormProblem, problem
from desktop.forms.questionnaire import AlertRule, Item, Questionnaire, Sensitivity, all_items
from desktop.services.approve_text import TEXT_NAMES
from desktop.services.consent_document import PLACEHOLDERS
from desktop.services.library import Library

SPOKEN_ROLES = frozenset(
    {
        "agreement-to-talk",
        "desk-may-print",
        "matters-most",
        "needs-score",
        "papers",
        "review-date",
    }
)
"""Roles whose loss has a sentence of its own; any other is named by its code."""

_STRENGTH = {None: 0, Sensitivity.WARN: 1, Sensitivity.LOCK: 2}
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class OwnVersion:
    """Held against the versions in use: ``refusals`` keep it out, ``losses`` are said."""

    refusals: tuple[KnownError, ...] = ()
    losses: tuple[FormProblem, ...] = ()


def own_version_check(library: Library, form: Questionnaire) -> OwnVersion:
    """The check of a form with the address of one of our own; of any other form nothing."""
    name = library.own_name(form.url)
    if name is None:
        return OwnVersion()
    in_use = {one.ref: one for one in (library.built_in(name), library.instrument(name))}.values()
    refusals = [error for one in in_use for error in _refusals(one, form)]
    if name in TEXT_NAMES:
        refusals += _text_refusals(name, form)
    losses = [loss for one in in_use for loss in _losses(one, form)]
    by_words = {(one.message_id, *one.params.values()): one for one in refusals}
    return OwnVersion(tuple(by_words.values()), tuple(dict.fromkeys(losses)))


def _refusals(old: Questionnaire, new: Questionnaire) -> Iterator[KnownError]:
    for item in all_items(old.items):
        here = new.by_link_id.get(item.link_id)
        for rule in item.marks.alerts:
            if not _raises(here, rule):
                yield KnownError("form-import.loses-alert", alert=rule.code, link_id=item.link_id)
        asks_again = here is not None and here.marks.reask_when_missing
        if item.marks.reask_when_missing and not asks_again:
            yield KnownError("form-import.loses-reask", link_id=item.link_id)


def _raises(here: Item | None, rule: AlertRule) -> bool:
    """Whether the question is still asked and each answer that raised the alert still does."""
    if here is None or here.hidden or not here.type.is_question:
        return False
    raised = {code for one in here.marks.alerts if one.code == rule.code for code in one.when}
    return set(rule.when) <= raised


def _text_refusals(name: str, form: Questionnaire) -> Iterator[KnownError]:
    """What is signed is the paragraphs at the top level, with known places filled in."""
    for item in form.items:
        if item.type.is_question or item.children:
            yield KnownError("form-import.not-a-text", link_id=item.link_id)
    known = PLACEHOLDERS[name]
    for text in (form.title, *(item.text for item in form.items)):
        for words in (text.base, *text.translations.values()):
            for place in _PLACEHOLDER.findall(words):
                if place not in known:
                    yield KnownError("form-import.unknown-place", place=place[:40])


def _losses(old: Questionnaire, new: Questionnaire) -> Iterator[FormProblem]:
    yield from _missing_marks(old, new)
    guards = _guards(new.items)
    for link_id, before in _guards(old.items).items():
        if link_id in guards and _STRENGTH[guards[link_id]] < _STRENGTH[before]:
            yield problem(link_id, "loses-privacy")
    for language in old.languages:
        if language not in new.languages:
            yield problem("", "loses-language", language=language)


def _missing_marks(old: Questionnaire, new: Questionnaire) -> Iterator[FormProblem]:
    here = _marks(all_items(new.items))
    for (kind, code), link_id in _marks(all_items(old.items)).items():
        if (kind, code) in here:
            continue
        if kind == "role":
            says = f"loses-role-{code}" if code in SPOKEN_ROLES else "loses-role"
            yield problem(link_id, "loses-role", says, role=code)
        else:
            yield problem(link_id, f"loses-{kind}", mark=code)


def _marks(items: Iterable[Item]) -> dict[tuple[str, str], str]:
    """Each need, step, role and kind of paragraph, with the first item that has it."""
    found: dict[tuple[str, str], str] = {}
    for item in items:
        marks = item.marks
        pairs = [("need", one.category) for one in marks.needs]
        pairs += [("step", one.code) for one in marks.steps]
        pairs += [("role", marks.role)] if marks.role else []
        pairs += [("paragraph", marks.paragraph_role)] if marks.paragraph_role else []
        for pair in pairs:
            found.setdefault(pair, item.link_id)
    return found


def _guards(
    items: Iterable[Item], above: Sensitivity | None = None
) -> dict[str, Sensitivity | None]:
    """How each item minds who is in the room, by itself or by what it stands in."""
    found: dict[str, Sensitivity | None] = {}
    for item in items:
        guard = max(item.sensitivity, above, key=_STRENGTH.__getitem__)
        found[item.link_id] = guard
        found |= _guards(item.children, guard)
    return found
