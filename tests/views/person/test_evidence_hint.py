"""Boxes of free text say gently when a line reads like the incident, and take it all the same."""

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.form_record import FormKind
from desktop.views.packet.packet_controller import PacketController
from desktop.views.person.ask_panel import AskPanel
from desktop.views.person.choice_panel import AmendPanel
from desktop.views.person_privacy.privacy_asks import PrivacyAsks
from desktop.views.widgets.evidence_hint import EvidenceHint
from desktop.views.widgets.text_field import TextField
from tests.services.bench import ROSA, Bench
from tests.views.oversight.overseen import open_screen

TOLD, TOLD_ES = "He shot me outside the store", "Me dispararon en la esquina"
PLAIN = "Call my aunt after six"


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[tuple[TextField, EvidenceHint]]:
    """A shown box with its hint."""
    page = QWidget()
    field = TextField(page, name="box")
    hint = EvidenceHint((field,), page, name="hint")
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(hint)
    qtbot.addWidget(page)
    page.show()
    yield field, hint
    page.close()


@pytest.mark.parametrize("told", [TOLD, TOLD_ES])
def test_the_hint_comes_and_goes_with_the_words(
    box: tuple[TextField, EvidenceHint], told: str
) -> None:
    field, hint = box
    field.setPlainText(PLAIN)
    before = hint.isVisible()

    field.setPlainText(told)
    during = hint.isVisible()
    field.setPlainText(PLAIN)

    assert (before, during, hint.isVisible()) == (False, True, False)
    assert hint.words.text().startswith("You may not need to write this here.")


def test_nothing_that_was_typed_is_logged(
    box: tuple[TextField, EvidenceHint], caplog: pytest.LogCaptureFixture
) -> None:
    field, _ = box
    with caplog.at_level(logging.DEBUG):
        field.setPlainText(TOLD)

    assert TOLD not in caplog.text
    assert "shot" not in caplog.text


def test_a_reason_for_a_correction_is_taken_as_it_is_written(qtbot: QtBot) -> None:
    panel = AmendPanel()
    qtbot.addWidget(panel)
    panel.begin((FormKind.ASSESSMENT,))
    panel.show()
    panel.reason.setPlainText(TOLD)
    assert panel.hint.isVisible()

    with qtbot.waitSignal(panel.amendment_given) as given:
        panel.submit()
    panel.begin((FormKind.ASSESSMENT,))

    assert given.args == [FormKind.ASSESSMENT, TOLD]
    assert not panel.hint.isVisible()


def test_a_note_that_reads_so_already_says_it_when_it_is_opened(qtbot: QtBot) -> None:
    panel = AskPanel("en", name="note")
    qtbot.addWidget(panel)
    panel.show()

    panel.begin(PrivacyAsks("en").note(None))
    empty = panel.findChild(EvidenceHint, "note-text-hint").isVisible()
    panel.begin(PrivacyAsks("en").note(None))
    panel.fill(TOLD)

    hints = panel.findChildren(EvidenceHint, "note-text-hint")
    assert (empty, hints[-1].isVisible()) == (False, True)


def test_a_date_to_keep_on_paper_has_the_hint(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    desk = open_screen(qtbot, bench, lambda context: PacketController(context, ref), ROSA)
    desk.press("packet-change-appointments")

    desk.find("packet-date-what", QLineEdit).setText(TOLD)

    assert desk.sees("packet-date-hint")
