"""Rows of a repeating group in the person's hands: another one, one less, and it comes back."""

from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered
from desktop.views.patient.patient_view import PatientView
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.forms.form_makers import form, group, item
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window, settle
from tests.views.interview.form_desk import FormDesk, open_any_form

Json = dict[str, Any]


def medicines(*, most: int | None = None) -> Json:
    """A group that repeats, with two questions."""
    limit = "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs"
    more = {"extension": [{"url": limit, "valueInteger": most}]} if most else {}
    asked = (item("name", "string", text="What is it called?"), item("dose", "string", text="Dose"))
    return group("medicine", *asked, text="Medicine", repeats=True, **more)


def given(
    bot: QtBot, bench: Bench, *, most: int | None = None, language: str = "en"
) -> tuple[FormDesk, PatientView]:
    """The form with such a group, in the person's hands."""
    page = group("page", medicines(most=most), item("last", "string"), text="What you take")
    desk = open_any_form(bot, bench, form(page), language=language)
    desk.press("interview-turn")
    side = desk.navigator.turned
    assert side is not None
    view = side.build(desk.host)
    layout = desk.host.layout()
    assert layout is not None
    layout.addWidget(view)
    view.show()
    side.begin()
    return desk, view


def press(view: PatientView, start: str, end: str = "") -> None:
    """Press the one button whose name begins and ends so."""
    found = [
        one
        for one in view.findChildren(QAbstractButton)
        if one.objectName().startswith(start) and one.objectName().endswith(end)
        if one.isVisibleTo(view)
    ]
    assert len(found) == 1, [one.objectName() for one in found]
    found[0].click()


def has(view: PatientView, start: str, end: str = "") -> bool:
    """Whether a button of this kind can be pressed."""
    return any(
        one.objectName().startswith(start) and one.objectName().endswith(end)
        for one in view.findChildren(QAbstractButton)
        if one.isVisibleTo(view)
    )


def words(view: PatientView) -> list[str]:
    """What stands on the page."""
    return [one.text() for one in view.page.findChildren(QLabel) if one.isVisibleTo(view)]


def rows(desk: FormDesk) -> list[str]:
    """The names in the rows."""
    found = []
    for row in desk.session.rows(_list(desk)):
        state = next(
            desk.session.state(one.key)
            for one in desk.session.tree.by_key[row.key].with_descendants()
            if one.item.link_id == "name"
        )
        answer = state.answer
        found.append(str(answer.values[0]) if isinstance(answer, Answered) else "")
    return found


def _list(desk: FormDesk) -> Any:
    return desk.session.tree.by_link_id["medicine"][0].list_key


def say(view: PatientView, text: str) -> None:
    """Answer the question on the page."""
    card = view.page.card
    assert card is not None
    card.answered.emit(card.state.key, Answered((text,)))


def test_another_row_is_added_behind_the_last_question_of_the_last(
    qtbot: QtBot, bench: Bench
) -> None:
    desk, view = given(qtbot, bench)
    at_first = has(view, "patient-add-")
    say(view, "Aspirin")
    view.next_button.click()

    press(view, "patient-add-")

    assert not at_first
    assert "Medicine, 2 of 2" in words(view)
    assert "What is it called?" in words(view)
    say(view, "Insulin")
    desk.until_saved()
    assert rows(desk) == ["Aspirin", "Insulin"]


def test_a_row_is_taken_out_where_it_begins_and_comes_back_with_its_answers(
    qtbot: QtBot, bench: Bench
) -> None:
    desk, view = given(qtbot, bench)
    say(view, "Aspirin")
    alone = has(view, "patient-row-", "-remove")
    view.next_button.click()
    press(view, "patient-add-")
    say(view, "Insulin")

    press(view, "patient-row-", "-remove")
    left, said = rows(desk), words(view)
    press(view, "patient-notice-undo")
    desk.until_saved()

    assert not alone
    assert left == ["Aspirin"]
    assert "Taken out: Medicine, 2 of 2." in said
    assert rows(desk) == ["Aspirin", "Insulin"]
    assert "Medicine, 2 of 2" in words(view)


def test_after_another_answer_nothing_can_be_brought_back_any_more(
    qtbot: QtBot, bench: Bench
) -> None:
    desk, view = given(qtbot, bench)
    view.next_button.click()
    press(view, "patient-add-")
    press(view, "patient-row-", "-remove")

    say(view, "Aspirin")

    assert not has(view, "patient-notice-undo")
    assert rows(desk) == ["Aspirin"]


def test_a_full_group_offers_no_more(qtbot: QtBot, bench: Bench) -> None:
    _desk, view = given(qtbot, bench, most=2)
    view.next_button.click()
    press(view, "patient-add-")

    view.next_button.click()

    assert not has(view, "patient-add-")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.75), (DARK, 2.0)], ids=["light", "dark"])
def test_the_lines_about_rows_pass_the_audit(
    qtbot: QtBot, bench: Bench, qapp: QApplication, tokens: Tokens, scale: float, language: str
) -> None:
    desk, view = given(qtbot, bench, language=language)
    apply_theme(qapp, Theme(tokens, scale))
    desk.view.hide()
    view.next_button.click()
    press(view, "patient-add-")
    view.next_button.click()
    settle(view)

    assert view.page.isVisible()
    found = audit_window(desk.host)
    view.back_button.click()
    settle(view)

    assert [*found, *audit_window(desk.host)] == []
