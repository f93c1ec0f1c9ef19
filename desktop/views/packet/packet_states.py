"""What the packet composer shows, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.records.packet_record import PacketChoices, PacketPart
from desktop.services.plan_packet import PacketDraft
from desktop.services.ports import PageImage, PrintQueue
from desktop.services.preview_packet import Preview
from desktop.views.person.person_banner import PersonBannerState


class OpenPanel(StrEnum):
    """What stands in the left column."""

    PARTS = "parts"
    STEPS = "steps"
    APPOINTMENTS = "appointments"
    PLACES = "places"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class MadePages:
    """The pages as they will print; ``page_of`` is the first page of each part, from 1."""

    preview: Preview = field(repr=False)
    images: tuple[PageImage, ...] = field(repr=False)
    page_of: Mapping[PacketPart, int]

    def reason_against(self, part: PacketPart) -> str:
        """The message id why a chosen part is not in (all of) the copies; empty when it is."""
        return next((reason for each, reason in self.preview.refused if each is part), "")


@dataclass(frozen=True, slots=True)
class PacketState:
    """``problem`` is a sentence why there are no pages; ``sent`` what the desk has already."""

    draft: PacketDraft = field(repr=False)
    choices: PacketChoices = field(repr=False)
    banner: PersonBannerState
    queues: tuple[PrintQueue, ...] = ()
    panel: OpenPanel = OpenPanel.PARTS
    pages: MadePages | None = field(default=None, repr=False)
    is_making: bool = False
    problem: str = ""
    foreign_steps: frozenset[int] = frozenset()
    """Places (from 0) of steps that are written in another language than the packet's."""
    can_undo: bool = False
    sent: PacketChoices | None = field(default=None, repr=False)
    is_busy: bool = False
    """Being sent or printed now."""
    queue: str = ""
    """The chosen print queue."""

    @property
    def stale_places(self) -> int:
        """How many chosen places print "call first"."""
        chosen = self.choices.service_ids
        return sum(one.call_first for one in self.draft.services if one.service_id in chosen)

    @property
    def is_sent(self) -> bool:
        """Whether exactly these choices are at the desk."""
        return self.sent == self.choices
