"""Everything that the packet composer needs at its start, read in one go on the worker."""

from dataclasses import dataclass, field

from desktop.records.packet_record import PacketChoices
from desktop.services.packet_choices import kept_choices
from desktop.services.plan_packet import PacketDraft, plan_packet
from desktop.services.ports import EpisodeRef, PrintQueue
from desktop.services.read_person import PersonPage, read_person
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the composer starts from."""

    draft: PacketDraft
    page: PersonPage
    queues: tuple[PrintQueue, ...]
    kept: PacketChoices | None = field(repr=False)
    """What was chosen and not sent yet."""


def load_packet(work: Work, ref: EpisodeRef) -> Loaded:
    """The proposal, what was chosen already, the case's facts for the banner, and the printers
    (on the worker)."""
    draft, page = plan_packet(work, ref), read_person(work, ref)
    return Loaded(draft, page, tuple(work.printers.queues()), kept_choices(work, ref))
