"""Printers of a computer without CUPS (Windows): each page is painted for the system's spooler.

No file of ours on any disk; what the spooler keeps while it prints is the system's.
"""

from collections.abc import Callable, Sequence
from itertools import count

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.errors import KnownError
from desktop.services.ports import PageImage, Paper, PrintQueue

DPI = 300
"""Of the painted pages: a laser printer's usual, and enough for the smallest print we set."""
_POINTS_PER_INCH = 72
_STOPPED = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


class PaintedPrinters:
    """Queues of the system, jobs as pictures of pages in the size that the paper has.

    May be called on a worker: nothing here is a widget.
    """

    def __init__(self, paper: Paper, printer_of: Callable[[str], QPrinter] | None = None) -> None:
        self._paper = paper
        self._printer_of = printer_of or _system_printer
        self._numbers = count(1)

    def queues(self) -> Sequence[PrintQueue]:
        """All queues, the default first."""
        found = [(not one.isDefault(), _queue_of(one)) for one in QPrinterInfo.availablePrinters()]
        return tuple(queue for _is_other, queue in sorted(found, key=lambda one: one[0]))

    def print_pdf(self, queue: str, pdf: bytes, job_name: str) -> str:
        """Paint every page; returns a number of ours. ``job_name`` carries no person.

        Raises KnownError ``print.refused``; a job that is refused half way is taken back.
        """
        printer = self._printer_of(queue)
        printer.setDocName(job_name)
        printer.setFullPage(True)
        pages = len(self._paper.page_texts(pdf))
        painter = QPainter()
        try:
            for index in range(pages):
                page = self._paper.page_image(pdf, index, DPI)
                _lay_out(printer, page)
                if not (printer.newPage() if index else painter.begin(printer)):
                    printer.abort()
                    raise KnownError("print.refused", queue=queue)
                _paint(painter, printer, page)
        finally:
            painter.end()
        if printer.printerState() in _STOPPED:
            raise KnownError("print.refused", queue=queue)
        return f"{queue}-{next(self._numbers)}"


def _system_printer(queue: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(queue)
    if printer.printerName() != queue:
        raise KnownError("print.refused", queue=queue)
    return printer


def _queue_of(one: QPrinterInfo) -> PrintQueue:
    described = one.description().strip() or one.printerName()
    return PrintQueue(one.printerName(), described, is_ready=one.state() not in _STOPPED)


def _lay_out(printer: QPrinter, page: PageImage) -> None:
    """The sheet in the size of the page, to its edges: nothing is scaled to fit."""
    inches = QSizeF(page.width_px / DPI, page.height_px / DPI)
    size = QPageSize(inches * _POINTS_PER_INCH, QPageSize.Unit.Point)
    printer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point)
    )
    printer.setFullPage(True)


def _paint(painter: QPainter, printer: QPrinter, page: PageImage) -> None:
    image = QImage(
        page.pixels, page.width_px, page.height_px, page.width_px * 4, QImage.Format.Format_RGB32
    )
    scale = printer.resolution() / DPI
    target = QRectF(0, 0, page.width_px * scale, page.height_px * scale)
    painter.drawImage(target, image)
