"""Which keys of my role nobody has given me yet, and what a newcomer is told of it."""

from dataclasses import dataclass

from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.services.ports import StaffStanding
from desktop.services.work import Work

GIVERS = {
    Compartment.ID: Role.NURSE_MANAGER,
    Compartment.CLIN: Role.NURSE_MANAGER,
    Compartment.PKT: Role.PACKET_DESK,
    Compartment.AUD: Role.PRIVACY_OFFICER,
}
"""Who gives a key that a role cannot begin without. That of substance-use records is not among
them: whoever is named for those has work to do without it."""


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """Empty ``givers`` mean that the work can begin."""

    givers: tuple[Role, ...] = ()
    names: tuple[str, ...] = ()
    """People of these roles who are at work now."""
    fingerprint: str = ""
    """The code that a giver compares."""


def own_keys(work: Work) -> OwnKeys:
    """What the signed-in person still waits for."""
    people = work.session.staff_desk.people()
    me = next((one for one in people if one.member.staff_id == work.session.me.staff_id), None)
    missing = me.missing if me is not None else ()
    givers = tuple(dict.fromkeys(GIVERS[each] for each in missing if each in GIVERS))
    if me is None or not givers:
        return OwnKeys()
    names = tuple(
        one.member.display_name
        for one in people
        if one.standing is StaffStanding.ACTIVE and one.member.role in givers
    )
    return OwnKeys(givers, names, me.fingerprint)
