"""A paper that bears the legal name, while no caller is told that the person is here.

It is asked for once more, with the reason: an alias is used in systems and callers are told nothing
(gillettechildrens.org, patient anonymity and confidentiality; 45 CFR 164.510(a)).
"""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.packet_record import PacketChoices, PacketPart
from desktop.services.confidential_status import holding_status
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

LETTER, CONSENT_COPY = "referral-letter", "consent-copy"
"""The papers that bear it, as the audit trail names them."""


def need_name_allowed(
    work: Work, ref: EpisodeRef, choices: PacketChoices, *, is_confirmed: bool
) -> None:
    """KnownError ``confidential.name-on-paper`` for a letter that was not confirmed."""
    if PacketPart.LETTER in choices.parts:
        need_paper_allowed(work, ref, LETTER, is_confirmed=is_confirmed)


def need_paper_allowed(work: Work, ref: EpisodeRef, paper: str, *, is_confirmed: bool) -> None:
    """The same for any paper with the name; a confirmation stands in the audit trail."""
    if holding_status(work, ref) is None:
        return
    if not is_confirmed:
        raise KnownError("confidential.name-on-paper")
    work.audit(AuditAction.CONFIDENTIAL_NAME_ALLOWED, ref.episode_id, paper)
