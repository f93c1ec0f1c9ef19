"""What concerns the privacy of one person: reference, restricted notes, erasing, lending."""

from dataclasses import dataclass, field

from desktop.records.display import display_name
from desktop.records.erasure import ErasureWish, LegalHold, person_reference
from desktop.records.roles import Permission, StaffMember
from desktop.services.confidential_status import holding_status
from desktop.services.episode_records import episode_of
from desktop.services.lend_keys import officers
from desktop.services.linked_people import linked_cases
from desktop.services.own_caseload import need_case
from desktop.services.part2_notes import Part2Shelf, read_part2_notes
from desktop.services.ports import EpisodeRef
from desktop.services.release_part2 import Part2Recipient, part2_recipients
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class PersonPrivacy:
    """``recipients`` only for whoever may read the notes; ``officers`` for whoever may lend."""

    alias: str
    reference: str
    is_closed: bool
    shelf: Part2Shelf = field(repr=False)
    recipients: tuple[Part2Recipient, ...]
    officers: tuple[StaffMember, ...]
    may_ask_erasure: bool
    hold: LegalHold | None
    wish: ErasureWish | None
    linked: tuple[str, ...] = ()
    """Aliases of the other cases of the same person: they are erased with this one."""
    is_confidential: bool = False
    """Whether no caller is told that the person is here."""


def read_privacy(work: Work, ref: EpisodeRef) -> PersonPrivacy:
    """Everything at once."""
    need_case(work, Permission.READ_CASES, ref)
    episode = episode_of(work, ref).value
    shelf, me = read_part2_notes(work, ref), work.session.me
    desk = work.session.erasure_desk
    return PersonPrivacy(
        alias=display_name(episode),
        reference=person_reference(ref.person_id),
        is_closed=episode.is_closed,
        shelf=shelf,
        recipients=part2_recipients(work, ref) if shelf.notes else (),
        officers=officers(work) if me.may(Permission.LEND_KEYS) else (),
        may_ask_erasure=me.may(Permission.ASK_ERASURE),
        hold=next((each for each in desk.holds() if each.person_id == ref.person_id), None),
        wish=next((each for each in desk.wishes() if each.person_id == ref.person_id), None),
        linked=tuple(case.alias for case in linked_cases(work, ref)),
        is_confidential=holding_status(work, ref) is not None,
    )
