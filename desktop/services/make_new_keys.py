"""Make new every key that somebody held who has left, as far as I hold it."""

from desktop.records.kinds import Compartment
from desktop.records.roles import Permission
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.renew_key import renew_key
from desktop.services.work import Work


def make_new_keys(work: Work) -> tuple[Compartment, ...]:
    """The keys that were made new, each of them audited; what they lock is moved afterwards.

    Everybody who stays is given the new key, so the password is asked again (ASVS 5.0 7.5).
    KnownErrors ``confirm.needed``, ``keys.not-mine``.
    """
    work.need(Permission.HAND_ON_KEYS)
    need_confirmed(work, ConfirmedAct.GRANT)
    made = tuple(work.session.key_desk.renewable())
    for compartment in made:
        renew_key(work, compartment)
    return made
