"""Every form of the corpus in the real interview page: all pages, scrolled, one answer given."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.forms.answers import Answer, Answered
from desktop.forms.questionnaire import ItemType, Questionnaire
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession, ItemKey
from desktop.messages import explain
from desktop.views.interview.interview_state import Gate
from tests.forms.form_makers import NOON
from tests.services.bench import memory_bench
from tests.views.interview.form_desk import FormDesk, open_any_form

PEOPLE: tuple[dict[str, object], ...] = (
    {"resourceType": "Patient", "birthDate": "1990-05-17", "gender": "female"},
    {"resourceType": "Patient", "birthDate": "2018-05-17", "gender": "male"},
)
"""Some forms show their pages to a grown woman or to a boy only."""

PARTS = 8
"""Tests that share the corpus between them, so that they run beside each other."""


def forms_in(corpus: Path, part: int) -> Iterator[tuple[str, bytes]]:
    """The Questionnaires of one part of the corpus."""
    paths = sorted((corpus / "questionnaires").rglob("*.json"))
    for at, path in enumerate(paths):
        if at % PARTS == part:
            data = path.read_bytes()
            if json.loads(data).get("resourceType") == "Questionnaire":
                yield str(path.relative_to(corpus)), data


@pytest.mark.parametrize("part", range(PARTS))
def test_every_form_of_the_corpus_opens_or_is_refused_in_words(
    qtbot: QtBot, corpus: Path, part: int
) -> None:
    seen = 0
    for name, data in forms_in(corpus, part):
        form = read_or_refused(name, data)
        if isinstance(form, KnownError):
            assert name in explain(form)
            assert names_item(form), explain(form)
        elif form.items:
            for person in PEOPLE if "patient" in form.launch_contexts else PEOPLE[:1]:
                session = FormSession(form, now=lambda: NOON, launch={"patient": person})
                look_through(open_any_form(qtbot, memory_bench(), form, session=session))
            seen += 1
    assert seen > 0


def read_or_refused(name: str, data: bytes) -> Questionnaire | KnownError:
    """The form, or why it is refused."""
    try:
        return read_questionnaire(data, name)
    except KnownError as error:
        return error


def names_item(refusal: KnownError) -> bool:
    """Whether the sentence says which item it is about, or is about the form as a whole."""
    said = explain(refusal)
    named = [str(refusal.params[one]) for one in ("link_id", "text") if one in refusal.params]
    is_whole = refusal.message_id in ("form-modifier-extension", "form-duplicate-variable-root")
    return is_whole or any(one in said for one in named)


def look_through(desk: FormDesk) -> None:
    """Show every page from its top to its end and answer one question of it."""
    interview, seen = desk.running.interview, set[str]()
    # An answer may bring pages: those are looked at too.
    while new := [one for one in interview.shown_sections() if one.name not in seen]:
        section = new[0]
        seen.add(section.name)
        desk.view.section_requested.emit(section.name)
        assert interview.section.name == section.name
        assert interview.gate(section) is Gate.OPEN
        desk.bot.waitUntil(lambda: scrolled(desk), timeout=60_000)
        for key in interview.questions(section):
            if answer_one(desk, key):
                break
    desk.until_saved()


def scrolled(desk: FormDesk) -> bool:
    """Scroll on by a screen; whether all of the page was made on the way."""
    bar = desk.view.page.verticalScrollBar()
    bar.setValue(bar.value() + bar.pageStep())
    return desk.view.page.growth.is_whole


def answer_one(desk: FormDesk, key: ItemKey) -> bool:
    """Answer a question as its editor would; False for a kind that is not answered here."""
    card, state = desk.view.page.card(key), desk.session.state(key)
    if card is None:
        return False
    answer = an_answer(desk, key)
    if answer is None:
        return False
    desk.view.answered.emit(key, answer)
    assert desk.session.given(key) == answer or state.item.calculated is not None
    return True


def an_answer(desk: FormDesk, key: ItemKey) -> Answer | None:
    """Some answer that a question takes."""
    state = desk.session.state(key)
    match state.item.type:
        case ItemType.BOOLEAN:
            return Answered((True,))
        case ItemType.INTEGER:
            return Answered((1,))
        case ItemType.STRING | ItemType.TEXT:
            return Answered(("word",))
        case ItemType.CHOICE | ItemType.OPEN_CHOICE if state.options:
            return Answered((state.options[0].value,))
        case _:
            return None
