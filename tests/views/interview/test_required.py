"""That an answer is needed is said in words, seen and heard, where somebody is asked."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.forms import extensions as ext
from desktop.forms.session import ItemKey
from desktop.views.interview.layouts.table_box import TableBox
from desktop.views.interview.question_card import QuestionCard
from tests.forms.form_makers import Json, choice, form, group, item, when
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window, settle
from tests.views.interview.form_desk import FormDesk, open_any_form

URL = "https://forms.example/needed"
WORDS = "An answer or a reason is needed."


def opened(
    bot: QtBot, bench: Bench, *items: Json, url: str = URL, interface: str = "en"
) -> FormDesk:
    asked = form(group("page", *items), url=url)
    desk = open_any_form(bot, bench, asked, interface=interface, size=(1278, 4_000))
    desk.follow()
    return desk


def seen(desk: FormDesk, key: str) -> str:
    found = [
        one
        for one in desk.view.findChildren(QLabel, f"required-{key}")
        if one.isVisibleTo(desk.view)
    ]
    return found[0].text() if found else ""


def heard(desk: FormDesk, key: str) -> str:
    card = desk.view.page.card(ItemKey(key))
    assert isinstance(card, QuestionCard)
    assert card.editor is not None
    spoken = [card.editor.focus_target(), *card.editor.children()]
    return " ".join(each.accessibleDescription() for each in spoken if hasattr(each, "rect"))


@pytest.mark.parametrize(
    ("interface", "words"), [("en", WORDS), ("es", "Hace falta una respuesta o un motivo.")]
)
@pytest.mark.parametrize(
    "asked",
    [
        item("a", "string", required=True),
        item("a", "boolean", required=True),
        item("a", "date", required=True),
        item("a", "decimal", required=True),
        choice("a", "x", "y", required=True, repeats=True),
    ],
    ids=lambda one: one["type"],
)
def test_a_needed_answer_is_seen_and_heard(
    qtbot: QtBot, bench: Bench, asked: Json, interface: str, words: str
) -> None:
    desk = opened(qtbot, bench, asked, item("b", "string"), interface=interface)

    assert seen(desk, "a") == words
    assert words in heard(desk, "a")
    assert seen(desk, "b") == ""
    assert words not in heard(desk, "b")
    assert audit_window(desk.view) == []


def test_nothing_is_said_of_what_nobody_is_asked(qtbot: QtBot, bench: Bench) -> None:
    hidden = {"url": ext.HIDDEN, "valueBoolean": True}
    protected = {"url": ext.DISABLED_DISPLAY, "valueCode": "protected"}
    never = [when("a", "=", answerBoolean=True)]
    desk = opened(
        qtbot,
        bench,
        item("a", "boolean"),
        item("h", "string", hidden, required=True),
        item("r", "string", required=True, readOnly=True),
        item("d", "string", protected, required=True, enableWhen=never),
    )
    assert [seen(desk, key) for key in "hrd"] == ["", "", ""]

    desk.press("answer-a-true")

    assert seen(desk, "d") == WORDS


def test_a_missing_answer_is_not_said_twice(qtbot: QtBot, bench: Bench) -> None:
    desk = opened(qtbot, bench, item("a", "string", required=True))

    desk.press("interview-next")
    settle(desk.view)

    assert seen(desk, "a") == ""
    assert "This question needs an answer or a reason." in heard(desk, "a")


def test_forms_of_our_own_leave_it_to_the_side_panel(qtbot: QtBot, bench: Bench) -> None:
    own = "https://firstlight.example/fhir/Questionnaire/own"
    desk = opened(qtbot, bench, item("a", "string", required=True), url=own)

    assert seen(desk, "a") == ""


def test_in_a_table_the_words_of_the_line_say_it(qtbot: QtBot, bench: Bench) -> None:
    table = {
        "url": ext.ITEM_CONTROL,
        "valueCodeableConcept": {"coding": [{"code": "table"}]},
    }
    lines = (choice("m", "x", "y", required=True), choice("n", "x", "y"))
    desk = opened(qtbot, bench, group("t", *lines, extension=[table]))

    boxes = desk.view.findChildren(TableBox)
    shown = [one.text() for box in boxes for one in box.findChildren(QLabel) if one.text()]
    assert "Text of m (needed)" in shown
    assert "Text of n" in shown
    assert seen(desk, "m") == ""
    assert WORDS in heard(desk, "m")
