"""Paper that loses a piece of what it should say: the one fault that real paper hides."""

from dataclasses import replace

from desktop.packets.accounting import Accounting
from desktop.packets.code_sheet import CodeSheet
from desktop.packets.consent_paper import ConsentPaper
from desktop.packets.packet import Packet
from desktop.packets.record_paper import RecordPaper
from desktop.services.ports import PageImage, Paper, RenderedPacket


class LosingPaper:
    """Paper whose pages do not say everything that they should."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper

    def render(self, packet: Packet) -> RenderedPacket:
        """The pages, with a piece that was not found."""
        return replace(self._paper.render(packet), missing=("988",))

    def render_accounting(self, accounting: Accounting) -> RenderedPacket:
        """The pages, with a piece that was not found."""
        return replace(self._paper.render_accounting(accounting), missing=("988",))

    def render_consent(self, paper: ConsentPaper) -> RenderedPacket:
        """The pages, with the title that was not found."""
        return replace(self._paper.render_consent(paper), missing=(paper.title,))

    def render_record(self, paper: RecordPaper) -> RenderedPacket:
        """The pages, with the title that was not found."""
        return replace(self._paper.render_record(paper), missing=(paper.title,))

    def code_sheet(self, sheet: CodeSheet) -> bytes:
        """The other paper's."""
        return self._paper.code_sheet(sheet)

    def page_image(self, pdf: bytes, index: int, dpi: int) -> PageImage:
        """The other paper's."""
        return self._paper.page_image(pdf, index, dpi)

    def page_texts(self, pdf: bytes) -> tuple[str, ...]:
        """The other paper's."""
        return self._paper.page_texts(pdf)
