"""What the specialist chose for a packet, and what became of it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.records.ids import EpisodeId, PacketId, RecordId, StaffId


class PaperSize(StrEnum):
    """Text size on paper: 12 or 16 points."""

    NORMAL = "normal"
    LARGE = "large"


class PacketPart(StrEnum):
    """A part of the packet that can be left out."""

    STEPS = "steps"
    APPOINTMENTS = "appointments"
    RESOURCES = "resources"
    SAFETY_PLAN = "safety-plan"
    LETTER = "letter"
    WALLET_CARD = "wallet-card"
    PLAN_SUICIDE = "plan-suicide"
    PLAN_RETALIATION = "plan-retaliation"
    PLAN_PARTNER = "plan-partner"


FURTHER_PLANS = (PacketPart.PLAN_SUICIDE, PacketPart.PLAN_RETALIATION, PacketPart.PLAN_PARTNER)
"""Plans beside the general one, each by the name of its form. None of them goes to the desk."""
PLANS = frozenset({PacketPart.SAFETY_PLAN, *FURTHER_PLANS})
NEVER_PROPOSED = frozenset({PacketPart.PLAN_PARTNER})
"""Put in by hand or not at all: paper that was filled in by itself reached an abuser (Pediatrics
152(4) e2022060189)."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A date the person should keep; words are the specialist's own."""

    when: datetime
    what: str = field(repr=False)
    where: str = field(repr=False)
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PacketChoices:
    """What to put on paper. ``steps`` are up to three sentences in the packet's language."""

    language: str
    size: PaperSize
    parts: frozenset[PacketPart]
    steps: tuple[str, ...] = field(default=(), repr=False)
    appointments: tuple[Appointment, ...] = field(default=(), repr=False)
    service_ids: tuple[str, ...] = ()
    letter_recipient: str = ""
    desk_may_print_plan: bool = False
    contact_name: str = ""
    contact_phone: str = ""


@dataclass(frozen=True, slots=True)
class PacketDraftRecord:
    """What was chosen for the next packet of a case so far; ``choices`` None once it was sent."""

    draft_id: RecordId
    episode_id: EpisodeId
    choices: PacketChoices | None
    changed_by: StaffId
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class PacketRecord:
    """The specialist's record of one packet; the finished paper itself is in PKT only."""

    packet_record_id: RecordId
    episode_id: EpisodeId
    packet_id: PacketId | None
    choices: PacketChoices
    made_by: StaffId
    made_at: datetime
    valid_on: date
    pages: int = 0
    sha256: str = ""
