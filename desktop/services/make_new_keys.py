"""Make new every key that somebody held who has left, as far as I hold it."""

from desktop.records.kinds import Compartment
from desktop.records.roles import Permission
from desktop.services.renew_key import renew_key
from desktop.services.work import Work


def make_new_keys(work: Work) -> tuple[Compartment, ...]:
    """The keys that were made new, each of them audited; what they lock is moved afterwards.

    KnownErrors ``keys.not-mine``.
    """
    work.need(Permission.HAND_ON_KEYS)
    made = tuple(work.session.key_desk.renewable())
    for compartment in made:
        renew_key(work, compartment)
    return made
