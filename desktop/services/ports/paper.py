"""Packets to PDF bytes, and pages to pixels."""

from dataclasses import dataclass, field
from typing import Protocol

from desktop.packets.accounting import Accounting
from desktop.packets.code_sheet import CodeSheet
from desktop.packets.consent_paper import ConsentPaper
from desktop.packets.packet import Packet
from desktop.packets.record_paper import RecordPaper


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as pixels: BGRA, 4 bytes a pixel, rows of width * 4 bytes."""

    width_px: int
    height_px: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class RenderedPacket:
    """A PDF with what its own text says: ``missing`` holds pieces not found when read back."""

    pdf: bytes = field(repr=False)
    pages: int
    sha256: str
    missing: tuple[str, ...] = field(default=(), repr=False)

    @property
    def text_matches(self) -> bool:
        """True when every piece of the packet was read back from the PDF."""
        return not self.missing


class Paper(Protocol):
    """Packets and consent documents to PDF bytes, and pages to pixels. In memory only."""

    def render(self, packet: Packet) -> RenderedPacket:
        """Lay out and read back."""
        ...

    def render_accounting(self, accounting: Accounting) -> RenderedPacket:
        """Lay out and read back an accounting of disclosures."""
        ...

    def render_consent(self, paper: ConsentPaper) -> RenderedPacket:
        """Lay out and read back the paper of a consent."""
        ...

    def render_record(self, paper: RecordPaper) -> RenderedPacket:
        """Lay out and read back a completed form for the staff."""
        ...

    def code_sheet(self, sheet: CodeSheet) -> bytes:
        """One page with one code."""
        ...

    def page_image(self, pdf: bytes, index: int, dpi: int) -> PageImage:
        """Page ``index`` (from 0) at ``dpi``."""
        ...

    def page_texts(self, pdf: bytes) -> tuple[str, ...]:
        """The text of each page as read back."""
        ...
