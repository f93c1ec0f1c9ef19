"""Printing by pipe to a real CUPS server of the tests' own."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.packets.build import build_packet
from desktop.printing.cups import CupsPrinters
from desktop.rendering.paper import ReportlabPaper
from desktop.services.code_sheets import PrintRoom, sheets_of
from desktop.storage.crypto.one_time_code import OneTimeCode
from tests.support.cups_server import QUEUE, CupsServer, can_run_cupsd, running_cupsd
from tests.support.packet_requests import packet_request

pytestmark = pytest.mark.skipif(
    not can_run_cupsd(), reason="no cupsd here that the tests may start (needs CUPS and root)"
)


@pytest.fixture
def server() -> Iterator[CupsServer]:
    with running_cupsd() as running:
        yield running


def test_the_paper_that_arrives_has_the_same_text(server: CupsServer) -> None:
    paper = ReportlabPaper()
    rendered = paper.render(build_packet(packet_request("es")))
    printers = CupsPrinters(server.address, server.settings)

    job = printers.print_pdf(QUEUE, rendered.pdf, "Firstlight packet")
    server.wait_for(job)

    assert paper.page_texts(server.printed.read_bytes()) == paper.page_texts(rendered.pdf)


def test_no_document_stays_in_the_spool(server: CupsServer) -> None:
    rendered = ReportlabPaper().render(build_packet(packet_request()))
    printers = CupsPrinters(server.address, server.settings)

    server.wait_for(printers.print_pdf(QUEUE, rendered.pdf, "Firstlight packet"))

    assert server.spooled_documents() == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_code_arrives_whole_on_one_sheet_and_stays_nowhere(
    server: CupsServer, language: str
) -> None:
    code = OneTimeCode(bytes(range(20))).text
    room = PrintRoom(ReportlabPaper(), CupsPrinters(server.address, server.settings))
    made = datetime(2026, 3, 14, tzinfo=UTC)

    queue = room.print_sheets(sheets_of((code,), (), "Invented General Hospital", made, language))
    server.wait_for(f"{queue}-1")

    (text,) = room.paper.page_texts(server.printed.read_bytes())
    assert all(group in text for group in code.split("-"))
    assert "Invented General Hospital" in text
    assert server.spooled_documents() == []


def test_a_queue_is_listed_with_its_description_and_what_it_keeps(server: CupsServer) -> None:
    (queue,) = CupsPrinters(server.address, server.settings).queues()

    assert (queue.name, queue.description) == (QUEUE, "Packet desk printer")
    assert queue.is_ready
    assert not queue.keeps_files


def test_a_server_whose_settings_are_unknown_counts_as_keeping_files(server: CupsServer) -> None:
    (queue,) = CupsPrinters(server.address).queues()

    assert queue.keeps_files


def test_a_queue_that_was_switched_off_is_not_ready_and_refuses(server: CupsServer) -> None:
    printers = CupsPrinters(server.address, server.settings)
    server.stop_queue()

    (queue,) = printers.queues()
    with pytest.raises(KnownError) as refused:
        printers.print_pdf(QUEUE, b"%PDF-1.4", "Firstlight packet")

    assert not queue.is_ready
    assert refused.value.message_id == "print.refused"


def test_a_queue_that_does_not_exist_refuses(server: CupsServer) -> None:
    with pytest.raises(KnownError) as refused:
        CupsPrinters(server.address).print_pdf("nowhere", b"%PDF-1.4", "Firstlight packet")

    assert refused.value.message_id == "print.refused"
    assert refused.value.params == {"queue": "nowhere"}


def test_a_server_that_does_not_answer_has_no_queues(tmp_path: Path) -> None:
    assert CupsPrinters("127.0.0.1:1", tmp_path / "none.conf").queues() == ()
