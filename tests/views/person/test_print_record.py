"""Printing a form for the staff from the person page: offered where allowed, chosen, printed."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.ports import EpisodeRef
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ROSA, Bench
from tests.services.filling import completed
from tests.services.test_print_record import allow
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A case with a completed core."""
    found = bench.new_case()
    completed(bench.work_as(ROSA), found)
    return found


def first_form(desk: Desk) -> str:
    """The name of the first form that is offered."""
    from desktop.views.widgets.option_group import OptionGroup

    return desk.find("record-print-form", OptionGroup).rows()[0].objectName()


def test_nothing_is_offered_where_the_site_did_not_allow_it(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    assert not open_person(qtbot, bench, ref).sees("person-print")


def test_a_form_is_chosen_and_printed(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    allow(bench)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-print")
    desk.press("person-do")
    assert desk.errors() == ["Choose a form."]

    desk.press(first_form(desk))
    desk.press("person-do")

    assert [job.queue for job in bench.printers.jobs] == ["ED-PRN-2"]
    assert desk.navigator.messages[-1].text == "Printed on ED-PRN-2."
    assert not desk.sees("record-print")


def test_the_panel_holds_in_every_look(
    qapp: QApplication, qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    allow(bench)
    problems: list[str] = []
    try:
        for language, tokens, scale in (("en", LIGHT, 1.0), ("es", DARK, 1.0), ("es", LIGHT, 2.0)):
            apply_theme(qapp, Theme(tokens, scale))
            desk = open_person(qtbot, bench, ref, language=language)
            desk.press("person-print")
            problems += audit_window(desk.view)
            desk.view.hide()
    finally:
        apply_theme(qapp, Theme(LIGHT, 1.0))

    assert problems == []
