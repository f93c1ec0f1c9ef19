"""A packet leaves the composer: to the desk, to a printer here, to a file that was asked for."""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import PacketId
from desktop.services.open_packet import open_packet
from desktop.services.ports import PacketState, PrintQueue
from desktop.services.read_packet_desk import read_packet_desk
from desktop.views.theme.tokens import Tone
from tests.services.bench import DESK, ROSA, Bench
from tests.support.fake_printers import DESK_QUEUE, FakePrinters
from tests.support.file_modes import is_for_its_owner_only
from tests.views.packet.cases import PLAN_WORDS, assessed, planned
from tests.views.packet.table import open_composer, words_of

KEEPING = PrintQueue("HALL-1", "Letter", is_ready=True, keeps_files=True)
STOPPED = PrintQueue("HALL-2", "Letter", is_ready=False)


class JammedPrinters(FakePrinters):
    """Say that they are ready, and then take nothing."""

    def print_pdf(self, queue: str, pdf: bytes, job_name: str) -> str:
        """Always refused."""
        raise KnownError("print.refused", queue=queue)


def at_the_desk(bench: Bench) -> tuple[PacketId, str]:
    """The one packet at the desk and its text."""
    desk = bench.work_as(DESK)
    (row,) = read_packet_desk(desk).ready
    pdf = open_packet(desk, row.packet_id).pdf
    return row.packet_id, words_of(bench.paper.page_texts(pdf))


def test_sending_says_so_and_the_desk_has_the_pages(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    text = table.text

    table.press("packet-send")

    (message,) = table.navigator.messages
    assert (message.tone, message.text) == (Tone.SUCCESS, "Sent. The desk sees it now.")
    assert at_the_desk(bench)[1] == text
    assert AuditAction.PACKET_SENT in bench.actions()
    assert table.view.actions_bar.send.closed_reason
    assert len(table.navigator.saves) == 1


def test_what_is_sent_while_the_pages_are_made_is_what_they_show(
    qtbot: QtBot, bench: Bench
) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    table.press("packet-change-steps")
    step = table.view.steps.fields[0]
    step.setFocus()
    step.selectAll()
    QTest.keyClicks(step, "Call Rosa on Monday.")

    table.press("packet-send")

    assert "Call Rosa on Monday." in table.text
    assert at_the_desk(bench)[1] == table.text


def test_what_is_changed_can_be_sent_again(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    table.press("packet-send")

    table.press("packet-size-large")

    assert not table.view.actions_bar.send.closed_reason


def test_the_plan_stays_out_of_the_desks_copy_and_the_screen_says_so(
    qtbot: QtBot, bench: Bench
) -> None:
    table = open_composer(qtbot, bench, planned(bench))

    table.press("packet-send")

    assert "stays out of the desk's copy" in table.navigator.messages[0].text
    assert PLAN_WORDS not in at_the_desk(bench)[1]
    assert PLAN_WORDS in table.text


def test_printing_here_hands_over_the_previewed_pages(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, planned(bench))
    table.press("packet-print-here")
    assert table.state.queue == DESK_QUEUE.name
    assert not bench.printers.jobs

    table.press("packet-print-now")

    (job,) = bench.printers.jobs
    assert job.pdf == table.pages.preview.rendered.pdf
    assert job.queue == DESK_QUEUE.name
    assert table.state.draft.alias not in job.job_name
    assert bench.heard[-1].action is AuditAction.PACKET_PRINTED
    assert bench.heard[-1].detail == table.pages.preview.rendered.sha256
    assert not bench.work_as(ROSA).session.packets.statuses()


def test_a_spooler_that_keeps_files_is_named_before_printing(qtbot: QtBot, bench: Bench) -> None:
    bench.printers = FakePrinters((KEEPING, STOPPED))
    table = open_composer(qtbot, bench, assessed(bench))

    table.press("packet-print-here")

    assert "PreserveJobFiles No" in table.view.printing.warning.text_label.text()
    stopped = table.view.printing.queues.rows()[1]
    assert not stopped.isEnabled()
    assert table.state.queue == KEEPING.name


def test_without_a_printer_a_file_is_written_only_when_asked(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    bench.printers = FakePrinters(())
    table = open_composer(qtbot, bench, assessed(bench))
    table.press("packet-print-here")
    assert not table.sees("packet-print-now")
    path = tmp_path / "packet.pdf"
    assert not path.exists()

    table.press("packet-save-file")
    table.save_to("packet-save-dialog", path)

    assert path.read_bytes() == table.pages.preview.rendered.pdf
    assert is_for_its_owner_only(path)
    assert bench.heard[-1].action is AuditAction.PACKET_SAVED_AS_FILE
    assert "Saved as a file" in table.navigator.messages[-1].text


def test_a_printer_that_refuses_is_said_and_nothing_is_kept(qtbot: QtBot, bench: Bench) -> None:
    bench.printers = JammedPrinters()
    table = open_composer(qtbot, bench, assessed(bench))
    table.press("packet-print-here")

    table.press("packet-print-now")

    assert [str(error) for error in table.navigator.errors] == ["print.refused"]
    assert not table.state.is_busy
    assert PacketState.READY not in {
        one.state for one in bench.work_as(ROSA).session.packets.statuses()
    }


def test_after_sending_the_focus_stays_among_the_actions(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    table.view.actions_bar.send.setFocus()

    table.press("packet-send")

    assert table.focus() == "packet-print-here"
