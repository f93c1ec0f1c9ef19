"""Pages painted for a print system that takes no PDF."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop.errors import KnownError
from desktop.packets.build import build_packet
from desktop.printing.painted import PaintedPrinters
from desktop.rendering.paper import ReportlabPaper
from tests.support.packet_requests import packet_request

PAPER = ReportlabPaper()
LOOK_DPI = 48
NUDGE_PX = 2
"""A millimetre at that size, of which a letter page is 408 pixels wide: rows need no padding."""


def printing_to(path: Path) -> QPrinter:
    """A printer of Qt whose sheets can be looked at: it draws into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def picture(pdf: bytes, index: int) -> QImage:
    page = PAPER.page_image(pdf, index, LOOK_DPI)
    made = QImage(
        page.pixels, page.width_px, page.height_px, page.width_px * 4, QImage.Format.Format_RGB32
    )
    return made.convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one: QImage, other: QImage) -> float:
    """Mean difference of grey, 0 to 255."""
    assert one.size() == other.size()
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(left - right) for left, right in pairs) / one.sizeInBytes()


def ink(picture_: QImage) -> int:
    """How dark the whole page is."""
    return sum(255 - grey for grey in bytes(picture_.constBits()))


@dataclass(frozen=True)
class Printed:
    """A packet, the sheets that came out of it, and what the job was called."""

    pdf: bytes
    sheets: bytes
    name: str
    job: str


@pytest.fixture(scope="module")
def printed(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """A packet of several pages, printed once."""
    pdf = PAPER.render(build_packet(packet_request("es"))).pdf
    path = tmp_path_factory.mktemp("printed") / "sheets.pdf"
    printer = printing_to(path)
    job = PaintedPrinters(PAPER, lambda _queue: printer).print_pdf("ward", pdf, "Papers 12AB")
    return Printed(pdf, path.read_bytes(), printer.docName(), job)


def test_every_page_comes_out_in_its_place_and_its_size(printed: Printed) -> None:
    pages = len(PAPER.page_texts(printed.pdf))

    assert len(PAPER.page_texts(printed.sheets)) == pages > 1
    for index in range(pages):
        wanted, found = picture(printed.pdf, index), picture(printed.sheets, index)
        nudged = wanted.copy(NUDGE_PX, NUDGE_PX, wanted.width(), wanted.height())
        assert difference(wanted, found) < difference(wanted, nudged) / 2
        assert ink(found) == pytest.approx(ink(wanted), rel=0.1)


def test_the_job_carries_the_name_that_it_was_given_and_a_number(printed: Printed) -> None:
    assert (printed.name, printed.job) == ("Papers 12AB", "ward-1")


def test_a_printer_that_cannot_begin_refuses_in_words(qapp: QApplication, tmp_path: Path) -> None:
    pdf = PAPER.render(build_packet(packet_request())).pdf
    nowhere = tmp_path / "no folder" / "sheets.pdf"

    with pytest.raises(KnownError) as refused:
        PaintedPrinters(PAPER, lambda _queue: printing_to(nowhere)).print_pdf("ward", pdf, "P")

    assert refused.value.message_id == "print.refused"


def test_a_printer_that_is_not_there_refuses_in_words(qapp: QApplication) -> None:
    pdf = PAPER.render(build_packet(packet_request())).pdf

    with pytest.raises(KnownError) as refused:
        PaintedPrinters(PAPER).print_pdf("no-such-printer", pdf, "Papers 1")

    assert refused.value.message_id == "print.refused"


def test_the_printers_of_this_computer_can_be_asked_for(qapp: QApplication) -> None:
    assert all(queue.name for queue in PaintedPrinters(PAPER).queues())
