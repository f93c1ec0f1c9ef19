"""A packet as PDF bytes: US Letter, fonts embedded, the same bytes for the same content."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from desktop.packets.packet import Packet
from desktop.rendering.cover_page import draw_cover
from desktop.rendering.fonts import REGULAR, register_fonts
from desktop.rendering.paper_style import (
    BODY_BOTTOM,
    BODY_WIDTH,
    FOOTER_BASELINE,
    FOOTER_SIZE,
    INK_MUTED,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PaperStyle,
)
from desktop.rendering.section_flow import heading, note, section_flow
from desktop.rendering.wallet_cards import WalletCards


def packet_pdf(packet: Packet) -> bytes:
    """The whole packet: cover, sections, card. Nothing touches the disk."""
    register_fonts()
    buffer = BytesIO()
    document = _document(packet, buffer)
    document.addPageTemplates([_cover_template(packet), _inside_template()])
    document.build(_story(packet), canvasmaker=_canvas_with_footers(packet))
    return buffer.getvalue()


def _document(packet: Packet, buffer: BytesIO) -> BaseDocTemplate:
    """Neutral metadata: a file's properties tell no more than its cover."""
    return BaseDocTemplate(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=packet.title,
        author="",
        subject="",
        creator="",
        producer="",
        lang=packet.language,
        invariant=1,
        initialFontName=REGULAR,
        initialFontSize=FOOTER_SIZE,
        displayDocTitle=1,
    )


def _frame() -> Frame:
    height = PAGE_HEIGHT - MARGIN - BODY_BOTTOM
    return Frame(
        MARGIN,
        BODY_BOTTOM,
        BODY_WIDTH,
        height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def _cover_template(packet: Packet) -> PageTemplate:
    def draw(canvas: Canvas, _document: BaseDocTemplate) -> None:
        draw_cover(canvas, packet.cover)

    return PageTemplate(id="cover", frames=[_frame()], onPage=draw)


def _inside_template() -> PageTemplate:
    def draw(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.doForm(_footer_name(canvas.getPageNumber()))

    return PageTemplate(id="inside", frames=[_frame()], onPage=draw)


def _footer_name(page: int) -> str:
    return f"footer-{page}"


def _canvas_with_footers(packet: Packet) -> type[Canvas]:
    """Footers are forms drawn at the end, when the number of pages is known."""

    class FooterCanvas(Canvas):
        """Fills in the footer of each inside page before it saves."""

        def save(self) -> None:
            """Draw the footers, then finish the document."""
            pages = self.getPageNumber() - 1
            for page in range(2, pages + 1):
                words = packet.footer.format(page=page, pages=pages, mark=packet.mark)
                self.beginForm(_footer_name(page), 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
                self.setFont(REGULAR, FOOTER_SIZE)
                self.setFillColor(INK_MUTED)
                self.drawCentredString(PAGE_WIDTH / 2, FOOTER_BASELINE, words)
                self.endForm()
            super().save()

    return FooterCanvas


def _story(packet: Packet) -> list[Flowable]:
    style = PaperStyle.of(packet.size)
    story: list[Flowable] = [NextPageTemplate("inside"), PageBreak()]
    for section in packet.sections:
        story += section_flow(section, style)
    if packet.card is not None:
        story += [PageBreak(), *heading(packet.card.heading, style)]
        story += [*note(packet.card.note, style), WalletCards(packet.card)]
    return story
