"""The administrator asks for an alert on a loaded form, and the interview raises it."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.records.site_alert import AlertCondition
from desktop.services.site_alerts import site_alerts
from desktop.views.widgets.picker import Picker
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.segment import Segment
from tests.services.bench import ROSA, Bench
from tests.services.loaded_forms import offer
from tests.services.scored_form import ALONE, URL, rule, save, worry_form
from tests.support.qt_audit import audit_window
from tests.views.contacts.test_contacts import open_contacts
from tests.views.person.desk import Desk

WORDS = {
    "site-alert-name-en": "High worry",
    "site-alert-name-es": "Mucha angustia",
    "site-alert-text-en": "Tell the social worker.",
    "site-alert-text-es": "Avise a trabajo social.",
    "site-alert-call": "Social work, 555-0131",
}


def pick(desk: Desk, name: str, key: str) -> None:
    """Choose from an open list as the keyboard does."""
    picker = desk.find(name, Picker)
    picker.setCurrentIndex(picker.findData(key))
    picker.activated.emit(picker.currentIndex())
    desk.rest()


def write_words(desk: Desk) -> None:
    """Type every word that is asked for."""
    for name, text in WORDS.items():
        kind = QPlainTextEdit if "-text-" in name else QLineEdit
        box = desk.find(name, kind)
        box.setFocus()
        desk.bot.keyClicks(box, text)


def begin_score(desk: Desk) -> None:
    """An alert on the score of the loaded form."""
    desk.press("site-alerts-add")
    pick(desk, "site-alert-form", URL)
    pick(desk, "site-alert-question", "sum")


def test_an_alert_on_a_score_is_asked_for(qtbot: QtBot, bench: Bench) -> None:
    offer(bench, worry_form())
    desk = open_contacts(qtbot, bench)
    begin_score(desk)
    desk.press("site-alert-bound-least")
    desk.find("site-alert-number", QLineEdit).setFocus()
    desk.bot.keyClicks(desk.find("site-alert-number", QLineEdit), "4")
    desk.press("site-alert-about-other")
    desk.press("site-alert-waits-no")
    write_words(desk)

    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (kept,) = site_alerts(bench.work_as(ROSA))
    assert kept.condition == AlertCondition(URL, "sum", least=Decimal(4))
    assert (kept.waits, kept.title.in_language("es")) == (False, "Mucha angustia")
    (row,) = desk.find("site-alerts", RowList).rows()
    assert row.item.second == "Worry check: 4 or more"
    assert row.item.right == "Complete does not wait"


def test_what_is_missing_is_said_below_its_field(qtbot: QtBot, bench: Bench) -> None:
    offer(bench, worry_form())
    desk = open_contacts(qtbot, bench)
    begin_score(desk)
    desk.press("site-alert-bound-least")
    desk.bot.keyClicks(desk.find("site-alert-number", QLineEdit), "4")
    desk.press("contacts-do")
    assert "what the alert is about" in desk.errors()[0]

    desk.press("site-alert-about-suicide")
    assert not desk.find("site-alert-waits", Segment).isVisible()


def test_what_is_missing_is_said_from_the_top_of_the_page(qtbot: QtBot, bench: Bench) -> None:
    offer(bench, worry_form())
    desk = open_contacts(qtbot, bench)
    desk.press("site-alerts-add")

    desk.press("contacts-do")
    of_nothing = (desk.errors(), desk.focus())
    desk.press("contacts-cancel")
    begin_score(desk)
    desk.press("contacts-do")
    of_a_score = desk.find("site-alert-bound", Segment)

    assert of_nothing == (
        [
            "Choose the form, the question, and which answers or which number raise the alert."
            " Nothing was saved."
        ],
        "site-alert-form",
    )
    assert of_a_score.isAncestorOf(of_a_score.window().focusWidget())


def test_an_alert_that_stands_is_changed_and_ended(qtbot: QtBot, bench: Bench) -> None:
    offer(bench, worry_form())
    save(bench, rule(ALONE))
    desk = open_contacts(qtbot, bench)
    (row,) = desk.find("site-alerts", RowList).rows()
    assert row.item.second == "Worry check: Yes"
    desk.find("site-alerts", RowList).opened.emit(row.item.key)
    desk.rest()
    assert desk.find("site-alert-question", Picker).picked_key() == "alone"

    desk.press("site-alert-end")

    assert [one.stands for one in site_alerts(bench.work_as(ROSA))] == [False]
    assert desk.find("site-alerts", RowList).rows() == ()


def test_a_question_that_is_gone_is_told_in_its_row(qtbot: QtBot, bench: Bench) -> None:
    offer(bench, worry_form())
    save(bench, rule(ALONE))
    newer = worry_form("2.0.0")
    newer["item"][0]["item"].pop(0)
    offer(bench, newer)

    desk = open_contacts(qtbot, bench)

    (row,) = desk.find("site-alerts", RowList).rows()
    assert row.item.second.startswith('The form in use has no question "alone"')


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_panel_passes_the_audit(qtbot: QtBot, bench: Bench, language: str) -> None:
    offer(bench, worry_form())
    save(bench, rule(ALONE))
    desk = open_contacts(qtbot, bench, language=language)
    before = audit_window(desk.view)
    begin_score(desk)

    assert before + audit_window(desk.view) == []
    shown = [one.text() for one in desk.view.findChildren(QLabel) if one.isVisibleTo(desk.view)]
    assert any(one in shown for one in ("Which numbers raise it", "Qué números la activan"))
