"""The administrator words what staff read in an alert, and the interview shows it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.services.alert_texts import alert_texts, save_alert_text
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ADMIN, ROSA, Bench
from tests.services.test_alert_texts import BOTH, CODE
from tests.support.qt_audit import audit_window
from tests.views.contacts.test_contacts import open_contacts
from tests.views.interview.desk import open_desk
from tests.views.person.desk import Desk

HARD = "how-you-are.ending-life"


def rows(desk: Desk) -> dict[str, tuple[str, str]]:
    """What staff read in each alert, and whose words it is."""
    return {
        row.item.key: (row.item.second, row.item.right)
        for row in desk.find("contacts-texts", RowList).rows()
    }


def write(desk: Desk, language: str, text: str) -> None:
    """Type into the box of one language."""
    box = desk.find(f"alert-text-{language}", QPlainTextEdit)
    box.setFocus()
    desk.bot.keyClicks(box, text)


def test_the_words_are_set_by_keyboard_in_both_languages(qtbot: QtBot, bench: Bench) -> None:
    desk = open_contacts(qtbot, bench)
    assert {whose for _text, whose in rows(desk).values()} == {"Our words"}
    desk.find("contacts-texts", RowList).row(CODE).setFocus()
    desk.key(Qt.Key.Key_Return)
    write(desk, "en", BOTH["en"])
    write(desk, "es", BOTH["es"])

    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert rows(desk)[CODE] == (BOTH["en"], "Your words")
    assert alert_texts(bench.work_as(ROSA), "es") == {CODE: BOTH["es"]}


def test_half_of_it_is_refused_below_what_is_missing(qtbot: QtBot, bench: Bench) -> None:
    desk = open_contacts(qtbot, bench)
    desk.find("contacts-texts", RowList).opened.emit(CODE)
    write(desk, "en", BOTH["en"])

    desk.press("contacts-do")

    assert "Write it in both languages" in desk.errors()[0]
    assert desk.focus() == "alert-text-es"
    assert alert_texts(bench.work_as(ROSA), "en") == {}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_alert_says_what_the_site_says(qtbot: QtBot, bench: Bench, language: str) -> None:
    save_alert_text(bench.work_as(ADMIN), CODE, BOTH)
    desk = open_desk(qtbot, bench, at=HARD, language=language)
    desk.press("interview-gate-private")
    desk.press(f"answer-{HARD}-yes")

    shown = [one.text() for one in desk.view.findChildren(QLabel) if one.isVisibleTo(desk.view)]
    assert BOTH[language] in shown
    desk.until_saved()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_desk_with_its_texts_passes_the_audit(
    qtbot: QtBot, bench: Bench, language: str
) -> None:
    desk = open_contacts(qtbot, bench, language=language)
    before = audit_window(desk.view)
    desk.find("contacts-texts", RowList).opened.emit(CODE)

    assert before + audit_window(desk.view) == []
