"""The page of somebody who died: one way on, to the end of the case; then the family's own talk."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.episode import CloseReason
from desktop.services.close_case import close_case
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person


def shown(desk: Desk) -> str:
    """Everything that is shown."""
    return "\n".join(each.text() for each in desk.view.findChildren(QLabel) if each.isVisible())


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_next_act_opens_the_end_of_the_case(qtbot: QtBot, bench: Bench, language: str) -> None:
    ref = bench.new_case()
    new = NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.DIED)
    log_attempt(bench.work_as(ROSA), ref, new)
    desk = open_person(qtbot, bench, ref, language=language)
    words = {"en": "This person died", "es": "Esta persona falleció"}[language]
    assert words in shown(desk)
    found = audit_window(desk.view)

    desk.press("person-go")

    assert desk.sees("close-case-reason")
    assert found + audit_window(desk.view) == []


def test_after_the_end_the_talk_with_the_family_is_still_offered(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = bench.new_case()
    close_case(bench.work_as(ROSA), ref, CloseReason.DIED)

    desk = open_person(qtbot, bench, ref)

    assert "Help for a family member" in shown(desk)
    rows = desk.find("person-own-forms", RowList).rows()
    assert [row.item.title for row in rows] == ["Help for a family member"]
    assert not desk.sees("person-go")
