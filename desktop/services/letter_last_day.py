"""Until when a letter that waits at the desk may go: as long as every consent that it stands on.

The desk holds no clinical key and cannot ask the gate. What it holds says the last day itself, so
that a paper which was covered when it was sent is not handed out when it no longer is (45 CFR
164.508(b)(2): an authorization whose date has passed is none; 28 CFR 94.115: time-limited).
"""

from collections.abc import Iterable
from datetime import date

from desktop.errors import KnownError
from desktop.records.consent import Category
from desktop.services.ask_gate import ask_gate
from desktop.services.kept_consents import consents_of
from desktop.services.local_day import local_day
from desktop.services.packet_letter import OWN_CATEGORY, letter_purpose
from desktop.services.ports import EpisodeRef, PacketContent
from desktop.services.work import Work

TOLD = (Category.IDENTITY_CONTACT, Category.NEEDS, *OWN_CATEGORY.values())


def letter_last_day(
    work: Work, ref: EpisodeRef, recipient: str, told: Iterable[Category] = TOLD
) -> date | None:
    """The earliest last day of the consents that cover it today; None where none has one."""
    purpose = letter_purpose(work, ref, recipient)
    if not recipient or purpose is None:
        return None
    gates = [ask_gate(work, ref, recipient, purpose, one) for one in dict.fromkeys(told)]
    ids = {gate.consent_id for gate in gates if gate.allowed}
    scopes = [one.scope for one in consents_of(work, ref) if one.consent_id in ids]
    return min(
        (one.expires_on for one in scopes if one is not None and one.expires_on is not None),
        default=None,
    )


def need_letter_in_time(work: Work, content: PacketContent) -> None:
    """KnownError ``packet.letter-expired`` after the last day; looking at it stays possible."""
    if content.last_day is not None and local_day(work) > content.last_day:
        raise KnownError("packet.letter-expired", day=content.last_day.isoformat())
