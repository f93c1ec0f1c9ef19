"""The composer asks once more before a letter names somebody of whom no caller is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.records.confidential_status import AskedBy
from desktop.services.confidential_status import set_no_information
from desktop.services.ports import EpisodeRef
from desktop.services.read_packet_desk import read_packet_desk
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.services.bench import DESK, ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.packet.cases import assessed, consented
from tests.views.packet.table import FULL_PX, PacketTable, open_composer


def with_letter(
    qtbot: QtBot, bench: Bench, size: tuple[int, int] = FULL_PX
) -> tuple[PacketTable, EpisodeRef]:
    """A composer with a letter in the packet of somebody of whom no caller is told."""
    ref = assessed(bench)
    recipient = consented(bench, ref)
    set_no_information(bench.work_as(ROSA), ref, AskedBy.PERSON)
    table = open_composer(qtbot, bench, ref, size=size)
    letters = table.state.draft.letters
    at = next(at for at, one in enumerate(letters, start=1) if one.recipient == recipient)
    table.toggle(f"letter-{at}")
    return table, ref


def at_desk(bench: Bench) -> int:
    """How many packets wait at the desk."""
    return len(read_packet_desk(bench.work_as(DESK)).ready)


def test_the_banner_says_that_no_caller_is_told(qtbot: QtBot, bench: Bench) -> None:
    table, _ = with_letter(qtbot, bench)

    assert table.view.banner.confidential_chip.text() == sentence("confidential.mark", "en")


def test_sending_asks_and_goes_on_when_it_is_confirmed(qtbot: QtBot, bench: Bench) -> None:
    table, _ = with_letter(qtbot, bench)

    table.press("packet-send")
    assert table.sees("packet-name")
    assert table.focus() == "packet-name-keep"
    assert at_desk(bench) == 0
    table.press("packet-name-go-on")

    assert not table.sees("packet-name")
    assert at_desk(bench) == 1
    assert AuditAction.CONFIDENTIAL_NAME_ALLOWED in bench.actions()
    assert table.navigator.errors == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_esc_or_the_first_button_makes_nothing(qtbot: QtBot, bench: Bench, key: Qt.Key) -> None:
    table, _ = with_letter(qtbot, bench)
    table.press("packet-send")

    table.key(key)

    assert not table.sees("packet-name")
    assert table.focus().startswith("packet-parts")
    assert at_desk(bench) == 0
    assert AuditAction.CONFIDENTIAL_NAME_ALLOWED not in bench.actions()


def test_printing_here_asks_too(qtbot: QtBot, bench: Bench) -> None:
    table, _ = with_letter(qtbot, bench)
    table.press("packet-print-here")
    table.press("packet-print-now")
    assert table.sees("packet-name")
    assert not bench.printers.jobs

    table.press("packet-name-go-on")

    (job,) = bench.printers.jobs
    assert "Invented" not in job.job_name


def test_without_the_letter_it_goes_at_once(qtbot: QtBot, bench: Bench) -> None:
    ref = assessed(bench)
    set_no_information(bench.work_as(ROSA), ref, AskedBy.PERSON)
    table = open_composer(qtbot, bench, ref)

    table.press("packet-send")

    assert not table.sees("packet-name")
    assert at_desk(bench) == 1


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)])
def test_the_question_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, qapp: QApplication, bench: Bench, tokens: Tokens, scale: float
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    table, _ = with_letter(qtbot, bench, FULL_PX if scale == 1.0 else (1366, 4000))

    table.press("packet-send")

    assert audit_window(table.view) == []
