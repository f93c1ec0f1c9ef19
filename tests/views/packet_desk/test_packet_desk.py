"""The packet desk: pages in view, exactly those printed, saved only on request, sent back."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.audit_event import AuditAction
from desktop.services.ports import PacketState, PrintQueue
from desktop.services.read_person import read_person
from desktop.services.refuse_packet import PacketRefusal
from desktop.views.packet.page_pictures import pictures
from desktop.views.shell.translations import Translations
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.holder import current_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Space, Tokens, Tone
from tests.services.bench import DESK, ROSA, Bench
from tests.support.fake_printers import DESK_QUEUE, FakePrinters
from tests.support.file_modes import is_for_its_owner_only
from tests.support.qt_audit import audit_window, settle, tab_chain
from tests.views.packet.cases import assessed
from tests.views.packet.table import FULL_PX
from tests.views.packet_desk.open_desk import open_desk, sent

STOPPED = PrintQueue("HALL-2", "Letter", is_ready=False)
KEEPING = PrintQueue("HALL-3", "Letter", is_ready=True, keeps_files=True)
LOOKS = ((LIGHT, 1.0), (DARK, 2.0))


def test_the_oldest_packet_is_open_with_all_its_pages(qtbot: QtBot, bench: Bench) -> None:
    first = sent(bench, ref=assessed(bench))
    bench.clock.advance(60)
    second = sent(bench, language="es")

    table = open_desk(qtbot, bench)

    assert table.navigator.title == "Packet desk"
    assert table.ready() == [first, second]
    assert table.state.chosen == first
    row = table.state.row
    assert row is not None
    assert table.state.opened is not None
    assert len(table.state.opened.images) == row.pages
    assert table.item("desk-ready", second).second.startswith("Spanish, 12 pt, ")
    assert table.view.actions_bar.print.text() == f"Print {row.pages} pages"
    assert row.alias in table.view.actions_bar.note_label.text()


def test_arrows_choose_and_turn_every_page(qtbot: QtBot, bench: Bench) -> None:
    sent(bench)
    bench.clock.advance(60)
    second = sent(bench, ref=assessed(bench))
    table = open_desk(qtbot, bench)

    table.key(Qt.Key.Key_Down)

    assert table.state.chosen == second
    assert bench.heard[-1].action is AuditAction.PACKET_READ
    assert bench.heard[-1].subject == second
    assert table.state.opened is not None
    table.view.preview.canvas.setFocus()
    for page in range(1, len(table.state.opened.images)):
        table.key(Qt.Key.Key_Right)
        assert table.view.preview.index == page
    table.key(Qt.Key.Key_PageUp)
    assert table.view.preview.index == len(table.state.opened.images) - 2
    assert table.view.actions_bar.print in tab_chain(table.view)


def test_what_is_printed_is_what_was_shown_and_its_hash_is_logged(
    qtbot: QtBot, bench: Bench
) -> None:
    packet_id = sent(bench, ref=assessed(bench))
    table = open_desk(qtbot, bench)
    opened, dpi, row = table.state.opened, table.view.page_dpi(), table.state.row
    assert opened is not None
    assert row is not None

    table.press("desk-print")

    (job,) = bench.printers.jobs
    again = [bench.paper.page_image(job.pdf, at, dpi) for at in range(row.pages)]
    assert pictures(again) == pictures(opened.images)
    assert bench.heard[-1].action is AuditAction.PACKET_PRINTED
    assert bench.heard[-1].detail == hashlib.sha256(job.pdf).hexdigest()
    assert row.alias not in job.job_name
    (message,) = table.navigator.messages
    assert message.tone is Tone.SUCCESS
    assert message.text.endswith(f"on {DESK_QUEUE.name}. Mark {row.mark}.")
    assert row.mark in bench.paper.page_texts(job.pdf)[1]
    assert not table.ready()
    assert table.printed() == [packet_id]
    assert table.item("desk-printed", packet_id).right == f"Mark {row.mark}"
    assert table.sees("desk-empty")


def test_a_printed_packet_can_be_printed_again_while_it_is_kept(qtbot: QtBot, bench: Bench) -> None:
    packet_id = sent(bench)
    table = open_desk(qtbot, bench)
    table.press("desk-print")

    table.press(f"desk-printed-{packet_id}")
    assert table.view.actions_bar.print.text() == "Print again"
    table.press("desk-print")

    assert len(bench.printers.jobs) == 2


def test_a_file_is_written_only_on_request_under_a_neutral_name(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    sent(bench)
    table = open_desk(qtbot, bench)
    path = tmp_path / "packet.pdf"

    table.press("desk-save")
    assert not path.exists()
    table.save_to("desk-save-dialog", path)

    assert path.read_bytes().startswith(b"%PDF")
    assert is_for_its_owner_only(path)
    assert bench.heard[-1].action is AuditAction.PACKET_SAVED_AS_FILE
    assert not bench.printers.jobs
    assert len(table.printed()) == 1


def test_a_packet_that_cannot_be_printed_goes_back_with_a_reason(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = assessed(bench)
    packet_id = sent(bench, ref=ref)
    table = open_desk(qtbot, bench)
    table.press("desk-refuse")
    assert table.focus() == "desk-reason-wrong-person"
    assert table.view.refusing.send_back.closed_reason

    table.key(Qt.Key.Key_Down)
    table.press("desk-send-back")

    assert bench.heard[-1].action is AuditAction.PACKET_REFUSED
    assert bench.heard[-1].detail == PacketRefusal.WRONG_LANGUAGE
    assert not table.ready()
    states = {one.packet_id: one.state for one in bench.work_as(DESK).session.packets.statuses()}
    assert states[packet_id] is PacketState.REFUSED
    summary = read_person(bench.work_as(ROSA), ref).steps[5].summary_id
    assert summary == "step-summary.packet.refused"


def test_esc_keeps_a_packet_that_was_almost_sent_back(qtbot: QtBot, bench: Bench) -> None:
    packet_id = sent(bench)
    table = open_desk(qtbot, bench)
    table.press("desk-refuse")

    table.key(Qt.Key.Key_Escape)

    assert not table.sees("desk-refuse-panel")
    assert table.ready() == [packet_id]
    assert table.focus() == f"desk-ready-{packet_id}"


def test_the_printers_say_whether_they_are_ready_and_what_they_keep(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.printers = FakePrinters((STOPPED, DESK_QUEUE, KEEPING))
    sent(bench)
    table = open_desk(qtbot, bench)
    assert table.item("desk-printers", "HALL-2").second.startswith("Stopped")
    assert table.item("desk-printers", DESK_QUEUE.name).right == "Ready, prints"
    assert "PreserveJobFiles No" in table.view.printers.warning.text_label.text()

    table.press("desk-printers-HALL-3")
    table.press("desk-print")

    assert [job.queue for job in bench.printers.jobs] == ["HALL-3"]


def test_without_a_printer_only_a_file_is_left(qtbot: QtBot, bench: Bench) -> None:
    bench.printers = FakePrinters(())
    sent(bench)

    table = open_desk(qtbot, bench)

    actions = table.view.actions_bar
    assert "Save as file" in actions.print.closed_reason
    assert not actions.save.closed_reason
    assert table.view.printers.none_label.isVisible()


def test_after_72_hours_a_packet_is_gone(qtbot: QtBot, bench: Bench) -> None:
    sent(bench)
    bench.clock.advance(timedelta(hours=73).total_seconds())

    table = open_desk(qtbot, bench)

    assert table.sees("desk-empty")
    assert table.view.actions_bar.print.closed_reason == "Nothing to print"


def test_refresh_shows_what_came_meanwhile(qtbot: QtBot, bench: Bench) -> None:
    table = open_desk(qtbot, bench)
    packet_id = sent(bench)

    table.press("desk-refresh")

    assert table.ready() == [packet_id]
    assert table.state.chosen == packet_id


def test_nobody_but_the_desk_reads_it(qtbot: QtBot, bench: Bench) -> None:
    sent(bench)

    table = open_desk(qtbot, bench, who=ROSA)

    assert [str(error) for error in table.navigator.errors] == ["work.not-allowed"]
    assert table.view.state is None


@pytest.mark.parametrize(("tokens", "scale"), LOOKS, ids=["light", "dark, 200 %"])
@pytest.mark.parametrize("is_empty", [False, True], ids=["packets", "empty"])
def test_the_desk_has_no_flaw_in_any_look(
    qtbot: QtBot, qapp: QApplication, bench: Bench, tokens: Tokens, scale: float, is_empty: bool
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    bench.printers = FakePrinters((DESK_QUEUE, STOPPED, KEEPING))
    if not is_empty:
        sent(bench)

    table = open_desk(qtbot, bench, size=FULL_PX if scale == 1.0 else (1366, 4000))

    assert table.view.width() == 1366
    assert not audit_window(table.view)
    if not is_empty:
        table.press("desk-refuse")
        assert not audit_window(table.view)


def test_large_text_leaves_the_bar_low_and_the_reason_readable(
    qtbot: QtBot, qapp: QApplication, bench: Bench
) -> None:
    apply_theme(qapp, Theme(LIGHT, 2.0))
    bench.printers = FakePrinters(())
    sent(bench)
    table = open_desk(qtbot, bench)
    settle(table.view)

    bar = table.view.actions_bar

    assert bar.note_label.text().startswith("No printer is ready")
    assert bar.height() <= current_theme().metrics.action_bar + Space.L


def test_large_spanish_words_do_not_widen_the_window(
    qtbot: QtBot, qapp: QApplication, bench: Bench
) -> None:
    translations = Translations(qapp)
    translations.use("es")
    apply_theme(qapp, Theme(LIGHT, 2.0))
    sent(bench)

    table = open_desk(qtbot, bench, size=(1278, 736))
    settle(table.view)

    width = table.view.width()
    translations.use("en")
    translations.remove()
    assert width == 1278
