"""Worker side of the preview: the packet, each page as a picture, and where each part begins."""

from desktop.background.progress import Progress, Step
from desktop.packets.packet import (
    AppointmentsSection,
    LetterSection,
    Packet,
    PlanSection,
    ResourcesSection,
    Section,
    StepsSection,
)
from desktop.records.packet_record import PLANS, PacketChoices, PacketPart
from desktop.services.ports import EpisodeRef, PageImage
from desktop.services.preview_packet import preview_packet
from desktop.services.work import Work
from desktop.views.packet.packet_states import MadePages


def make_pages(
    work: Work, ref: EpisodeRef, choices: PacketChoices, dpi: int, progress: Progress
) -> MadePages:
    """Everything that the preview shows; ``dpi`` is that of the pictures."""
    preview = preview_packet(work, ref, choices)
    pdf = preview.rendered.pdf
    images = picture_pages(work, pdf, preview.rendered.pages, dpi, progress)
    return MadePages(preview, images, pages_of(preview.packet, work.paper.page_texts(pdf)))


def picture_pages(
    work: Work, pdf: bytes, pages: int, dpi: int, progress: Progress
) -> tuple[PageImage, ...]:
    """A picture of every page, telling each one as a step."""
    images = []
    for index in range(pages):
        progress.report(Step(index + 1, pages))
        images.append(work.paper.page_image(pdf, index, dpi))
    return tuple(images)


def pages_of(packet: Packet, page_texts: tuple[str, ...]) -> dict[PacketPart, int]:
    """The first page (from 1) on which each part's heading is read back."""
    headings = {_part_of(section): section.heading for section in packet.sections}
    if packet.card is not None:
        headings[PacketPart.WALLET_CARD] = packet.card.heading
    found: dict[PacketPart, int] = {}
    for part, heading in headings.items():
        wanted = " ".join(heading.split())
        # Plans have the same heading, and each a page of its own.
        after = max((found[one] for one in found.keys() & PLANS), default=0)
        first = after if part in PLANS else 0
        pages = (at for at, text in enumerate(page_texts, 1) if at > first and wanted in text)
        page = next(pages, None)
        if page is not None:
            found[part] = page
    return found


def _part_of(section: Section) -> PacketPart:
    match section:
        case StepsSection():
            return PacketPart.STEPS
        case AppointmentsSection():
            return PacketPart.APPOINTMENTS
        case ResourcesSection():
            return PacketPart.RESOURCES
        case PlanSection():
            return section.part
        case LetterSection():
            return PacketPart.LETTER
