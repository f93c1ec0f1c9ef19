"""The paper port, done with reportlab and pdfium, which are loaded when first needed."""

import hashlib

from desktop.packets.accounting import Accounting
from desktop.packets.code_sheet import CodeSheet
from desktop.packets.consent_paper import ConsentPaper
from desktop.packets.packet import Packet
from desktop.packets.record_paper import RecordPaper
from desktop.services.ports import PageImage, RenderedPacket


class ReportlabPaper:
    """Lays packets out and proves them: every PDF is read back before it is handed on."""

    def render(self, packet: Packet) -> RenderedPacket:
        """The packet as PDF, and every piece of its text that was not read back from it."""
        from desktop.rendering.packet_pdf import packet_pdf

        return _proved(packet_pdf(packet), packet.texts())

    def render_accounting(self, accounting: Accounting) -> RenderedPacket:
        """The report as PDF, and every piece of its text that was not read back from it."""
        from desktop.rendering.accounting_pdf import accounting_pdf

        return _proved(accounting_pdf(accounting), accounting.texts())

    def render_consent(self, paper: ConsentPaper) -> RenderedPacket:
        """The paper of a consent, and every piece of its text that was not read back from it."""
        from desktop.rendering.consent_pdf import consent_pdf

        return _proved(consent_pdf(paper), paper.texts())

    def render_record(self, paper: RecordPaper) -> RenderedPacket:
        """A completed form, and every piece of its text that was not read back from it."""
        from desktop.rendering.record_pdf import record_pdf

        return _proved(record_pdf(paper), paper.texts())

    def code_sheet(self, sheet: CodeSheet) -> bytes:
        """One page with one code."""
        from desktop.rendering.code_sheet_pdf import code_sheet_pdf

        return code_sheet_pdf(sheet)

    def page_image(self, pdf: bytes, index: int, dpi: int) -> PageImage:
        """Page ``index`` (from 0) at ``dpi``, BGRA."""
        from desktop.rendering.pages import page_image

        return page_image(pdf, index, dpi)

    def page_texts(self, pdf: bytes) -> tuple[str, ...]:
        """The text of each page as read back."""
        from desktop.rendering.read_back import page_texts

        return page_texts(pdf)


def _proved(pdf: bytes, pieces: tuple[str, ...]) -> RenderedPacket:
    from desktop.rendering.paper_style import BODY_BOTTOM
    from desktop.rendering.read_back import missing_pieces, page_texts

    return RenderedPacket(
        pdf=pdf,
        pages=len(page_texts(pdf)),
        sha256=hashlib.sha256(pdf).hexdigest(),
        missing=missing_pieces(pieces, pdf, BODY_BOTTOM),
    )
