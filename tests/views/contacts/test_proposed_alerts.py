"""What an instrument offers as an alert opens filled in, is completed, and only then stands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.records.site_alert import AlertAbout
from desktop.services.site_alerts import site_alerts
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.segment import Segment
from tests.forms.known.instrument_forms import nine
from tests.services.bench import ROSA, Bench
from tests.services.test_propose_site_alerts import load
from tests.support.qt_audit import audit_window
from tests.views.contacts.test_contacts import open_contacts
from tests.views.person.desk import Desk


def write(desk: Desk, name: str, text: str) -> None:
    """Type into a box."""
    box = desk.find(name, QPlainTextEdit if "-text-" in name else QLineEdit)
    box.setFocus()
    desk.bot.keyClicks(box, text)


def test_nothing_is_offered_while_no_instrument_is_loaded(qtbot: QtBot, bench: Bench) -> None:
    desk = open_contacts(qtbot, bench)

    assert not desk.sees("proposed-alerts")


@pytest.mark.parametrize(
    ("language", "title", "right"),
    [
        ("en", "PHQ-9: 10 or more", "Not active"),
        ("es", "PHQ-9: 10 o más", "No activa"),
    ],
)
def test_an_offer_says_its_border_its_source_and_that_it_is_not_active(
    qtbot: QtBot, bench: Bench, language: str, title: str, right: str
) -> None:
    load(bench, nine(), "phq-9")
    desk = open_contacts(qtbot, bench, language=language)
    rows = desk.find("proposed-alerts", RowList).rows()

    assert (rows[0].item.title, rows[0].item.right) == (title, right)
    assert "https://" in rows[0].item.second.replace("\u200b", "")
    assert audit_window(desk.view) == []


def test_an_offer_opens_filled_in_and_stands_once_the_site_wrote_its_words(
    qtbot: QtBot, bench: Bench
) -> None:
    load(bench, nine(), "phq-9")
    desk = open_contacts(qtbot, bench)
    desk.press("proposed-alerts-1")
    assert desk.find("site-alert-about", Segment).chosen_key() == "suicide"
    assert not desk.sees("site-alert-end")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.errors()
    assert site_alerts(bench.work_as(ROSA)) == ()

    write(desk, "site-alert-text-en", "Call psychiatry.")
    write(desk, "site-alert-text-es", "Llame al equipo.")
    write(desk, "site-alert-call", "Psychiatry on call, 555-0101")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (kept,) = site_alerts(bench.work_as(ROSA))
    assert (kept.about, kept.condition.codes) == (AlertAbout.SUICIDE, ("a1", "a2", "a3"))
    assert len(desk.find("proposed-alerts", RowList).rows()) == 1


def test_whether_complete_waits_is_never_chosen_beforehand(qtbot: QtBot, bench: Bench) -> None:
    load(bench, nine(), "phq-9")
    desk = open_contacts(qtbot, bench)

    desk.press("proposed-alerts-0")

    assert desk.find("site-alert-waits", Segment).chosen_key() == ""
    assert desk.find("site-alert-number", QLineEdit).text() == "10"
