"""What the audit trail says: to whom a packet's letter tells what, and why."""

from desktop.records.audit_event import AuditAction
from desktop.records.audit_questions import release_detail
from desktop.records.packet_record import PacketPart
from desktop.services.make_packet import MadePacket
from desktop.services.packet_letter import letter_purpose
from desktop.services.ports import EpisodeRef
from desktop.services.told_first import Release
from desktop.services.work import Work

LETTER = "referral-letter"


def letter_releases(work: Work, ref: EpisodeRef, made: MadePacket) -> tuple[Release, ...]:
    """One entry when the packet holds a letter (45 CFR 164.528(b)(2): who, what, purpose)."""
    if PacketPart.LETTER not in made.choices.parts:
        return ()
    recipient = made.choices.letter_recipient
    purpose = letter_purpose(work, ref, recipient)
    detail = release_detail(recipient, LETTER, purpose.value if purpose else "")
    return (Release(AuditAction.RELEASED, ref.person_id, detail, ref.person_id),)
