"""Handing a printed packet over: asked once more, by keyboard alone, in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.audit_event import AuditAction
from desktop.services.ports import PacketState
from desktop.views.shell.translations import Translations
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens, Tone
from tests.services.bench import DESK, Bench
from tests.support.qt_audit import audit_window, settle
from tests.views.packet.table import FULL_PX
from tests.views.packet_desk.open_desk import DeskTable, open_desk, sent

LOOKS = ((LIGHT, 1.0), (DARK, 2.0))


def printed(
    bot: QtBot, bench: Bench, size: tuple[int, int] = FULL_PX
) -> tuple[DeskTable, str, str]:
    """A desk with one printed packet chosen, its id and the alias."""
    packet_id = sent(bench)
    table = open_desk(bot, bench, size=size)
    row = table.state.row
    assert row is not None
    table.press("desk-print")
    table.press(f"desk-printed-{packet_id}")
    return table, packet_id, row.alias


def state_of(bench: Bench) -> PacketState:
    """Of the one packet."""
    (status,) = bench.work_as(DESK).session.packets.statuses()
    return status.state


def test_it_is_asked_for_printed_packets_only(qtbot: QtBot, bench: Bench) -> None:
    packet_id = sent(bench)
    table = open_desk(qtbot, bench)
    assert table.sees("desk-refuse")
    assert not table.sees("desk-hand-over")
    table.press("desk-print")

    table.press(f"desk-printed-{packet_id}")

    assert table.sees("desk-hand-over")
    assert not table.sees("desk-refuse")


def test_by_keyboard_alone_it_is_handed_over_and_the_copy_is_gone(
    qtbot: QtBot, bench: Bench
) -> None:
    table, packet_id, alias = printed(qtbot, bench)
    table.view.actions_bar.hand_over.setFocus()
    table.key(Qt.Key.Key_Space)
    assert table.focus() == "desk-hand-over-keep"
    assert state_of(bench) is PacketState.PRINTED

    table.key(Qt.Key.Key_Backtab)
    assert table.focus() == "desk-hand-over-do"
    table.key(Qt.Key.Key_Space)

    heard = [each.subject for each in bench.heard if each.action is AuditAction.PACKET_HANDED_OVER]
    assert heard == [packet_id]
    assert state_of(bench) is PacketState.HANDED_OVER
    assert not table.printed()
    assert not table.sees("desk-hand-over-panel")
    message = table.navigator.messages[-1]
    assert message.tone is Tone.SUCCESS
    assert alias in message.text


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_esc_or_the_first_button_keeps_it(qtbot: QtBot, bench: Bench, key: Qt.Key) -> None:
    table, packet_id, _ = printed(qtbot, bench)
    table.press("desk-hand-over")

    table.key(key)

    assert not table.sees("desk-hand-over-panel")
    assert state_of(bench) is PacketState.PRINTED
    assert table.focus() == f"desk-printed-{packet_id}"


def test_choosing_another_packet_takes_the_question_back(qtbot: QtBot, bench: Bench) -> None:
    table, _, _ = printed(qtbot, bench)
    other = sent(bench)
    table.press("desk-refresh")
    table.press("desk-hand-over")

    table.press(f"desk-ready-{other}")

    assert not table.sees("desk-hand-over-panel")
    assert table.sees("desk-refuse")


@pytest.mark.parametrize(("tokens", "scale"), LOOKS, ids=["light", "dark, 200 %"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_question_has_no_flaw_in_any_look(
    qtbot: QtBot, qapp: QApplication, bench: Bench, tokens: Tokens, scale: float, language: str
) -> None:
    translations = Translations(qapp)
    translations.use(language)
    apply_theme(qapp, Theme(tokens, scale))
    table, _, alias = printed(qtbot, bench, FULL_PX if scale == 1.0 else (1366, 4000))

    table.press("desk-hand-over")

    settle(table.view)
    flaws, words = audit_window(table.view), table.view.handing.accessibleName()
    translations.use("en")
    translations.remove()
    assert not flaws
    assert alias in words
