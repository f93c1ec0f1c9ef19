"""Everyone of the site, who waits for a key, and which keys are to be renewed."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.records.kinds import Compartment
from desktop.records.roles import Permission
from desktop.services.ports import PendingKey, StaffEntry
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class PeopleState:
    """What the People desk shows; ``may_certify`` says whether the reader may change it."""

    people: Sequence[StaffEntry]
    pending: Sequence[PendingKey]
    owed: Sequence[Compartment]
    renewable: Sequence[Compartment]
    """Those of ``owed`` that the reader can renew without recovery codes."""
    may_certify: bool
    to_move: int = 0
    """Records still locked with an older key, that the reader can move under the new one."""


def read_people(work: Work) -> PeopleState:
    """For administrators and for whoever hands on keys. KnownError ``work.not-allowed``."""
    may_certify = work.session.me.may(Permission.CERTIFY_STAFF)
    if not may_certify:
        work.need(Permission.HAND_ON_KEYS)
    return PeopleState(
        work.session.staff_desk.people(),
        work.session.key_desk.pending(),
        work.session.key_desk.owed(),
        work.session.key_desk.renewable(),
        may_certify,
        records_to_move(work),
    )


def keys_waiting(work: Work) -> int:
    """How many keys the signed-in person could hand on or renew now: the desk's small number."""
    if not work.session.me.may(Permission.HAND_ON_KEYS):
        return 0
    desk = work.session.key_desk
    return sum(each.is_for_me for each in desk.pending()) + len(desk.renewable())


def records_to_move(work: Work) -> int:
    """How many data keys still lie under an older key; none for whoever holds no key."""
    return sum(work.session.key_desk.to_move().values())
