"""Headers and footers of a form stand on every page of it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.forms import extensions as ext
from desktop.forms.answers import Answered
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.session import ItemKey
from desktop.views.interview.form_picture import render_form_png
from desktop.views.interview.running import running_of
from desktop.views.interview.sections import sections_of
from tests.forms.form_makers import Json, expression, form, group, item, when
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window, settle
from tests.views.interview.form_desk import FormDesk, open_any_form
from tests.views.interview.layouts.test_tables import control

HEAD = item("head", "display", control("header"), text="Sleep clinic of the hospital")
FOOT = item("foot", "display", control("footer"), text="Thank you for your time")
PAGES = (group("one", item("a", "boolean")), group("two", item("b", "string")))


def loose() -> Questionnaire:
    """The header after what it stands above."""
    return form(FOOT, *PAGES, HEAD)


def in_tabs() -> Questionnaire:
    """Beside the tabs of a group."""
    return form(group("tabs", HEAD, *PAGES, FOOT, extension=[control("tab-container")]))


def as_group() -> Questionnaire:
    """A header of several lines."""
    lines = group("head", item("line", "display"), extension=[control("header")])
    return form(lines, *PAGES, FOOT)


def names(desk: FormDesk) -> list[str]:
    shown = [one.objectName() for one in desk.view.page.parts()]
    return [one for one in shown if one.startswith(("text", "question"))]


@pytest.mark.parametrize(
    ("asked", "above"),
    [
        (loose(), ["text-head"]),
        (in_tabs(), ["text-head"]),
        (as_group(), ["text-head", "text-line"]),
    ],
    ids=["loose", "tabs", "group"],
)
def test_header_and_footer_stand_on_every_page(
    qtbot: QtBot, bench: Bench, asked: Questionnaire, above: list[str]
) -> None:
    desk = open_any_form(qtbot, bench, asked)
    assert names(desk) == [*above, "question-a", "text-foot"]
    shown = [one.name for one in desk.running.interview.shown_sections()]

    desk.view.section_requested.emit("two")
    settle(desk.view)

    assert shown == ["one", "two"]
    assert names(desk) == [*above, "question-b", "text-foot"]
    assert audit_window(desk.view) == []


def test_a_header_that_appears_is_shown_on_the_page_that_is_open(
    qtbot: QtBot, bench: Bench
) -> None:
    late = HEAD | {"enableWhen": [when("b", "exists", answerBoolean=True)]}
    desk = open_any_form(qtbot, bench, form(late, *PAGES), at="b")
    assert names(desk) == ["question-b"]

    desk.view.answered.emit("b", Answered(("word",)))
    desk.follow()
    settle(desk.view)

    assert names(desk) == ["text-head", "question-b"]


def test_words_that_an_expression_makes_change_on_every_page(qtbot: QtBot, bench: Bench) -> None:
    made = expression(ext.CQF_EXPRESSION, "%resource.item.item.where(linkId='b').answer.value")
    head: Json = HEAD | {"_text": {"extension": [made]}}
    desk = open_any_form(qtbot, bench, form(head, *PAGES), at="b")

    desk.view.answered.emit("b", Answered(("A new word",)))
    settle(desk.view)

    label = desk.find("words-head")
    assert isinstance(label, QLabel)
    assert label.text() == "A new word"


def test_a_header_with_questions_stays_a_page(qtbot: QtBot, bench: Bench) -> None:
    asking = group("head", item("name", "string"), extension=[control("header")])
    made = form(asking, *PAGES)

    assert running_of(made).headers == ()
    assert [one.name for one in sections_of(made)] == ["head", "one", "two"]


def test_a_form_of_headers_alone_still_has_a_page(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, form(HEAD))

    assert names(desk) == ["text-head"]


def test_a_picture_of_the_whole_form_has_them_once(qapp: QApplication, tmp_path: Path) -> None:
    plain, running = tmp_path / "plain.png", tmp_path / "running.png"

    render_form_png(form(*PAGES), None, "en", plain)
    render_form_png(loose(), None, "en", running)

    more = QImage(str(running)).height() - QImage(str(plain)).height()
    assert 40 < more < 140


def test_going_to_a_header_leaves_the_page(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, loose(), at="b")

    assert desk.running.interview.section_of(ItemKey("head")).name == "two"
