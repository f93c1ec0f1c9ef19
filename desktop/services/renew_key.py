"""Make a compartment's key new after someone left, and move the data keys under it."""

from collections.abc import Callable

from desktop.records.audit_event import AuditAction
from desktop.records.kinds import Compartment
from desktop.records.roles import Permission
from desktop.services.ports import RecoveryCodes
from desktop.services.work import Work

AT_ONCE = 200
"""Data keys moved in one transaction: short enough that an answer never waits for it."""


def renew_key(work: Work, compartment: Compartment, codes: RecoveryCodes | None = None) -> None:
    """The new key, for everyone who stays. KnownErrors ``keys.not-mine``, ``recovery.*``."""
    work.need(Permission.HAND_ON_KEYS)
    work.session.key_desk.renew(compartment, codes)
    work.audit(AuditAction.KEY_RENEWED, compartment.value)


def move_data_keys(
    work: Work, compartment: Compartment, report: Callable[[int, int], None] | None = None
) -> None:
    """Move every data key under the newest key; ``report`` gets (moved, all) after each part.

    Stopping between two parts (``report`` raises) loses nothing: the next call goes on.
    """
    work.need(Permission.HAND_ON_KEYS)
    total = left = work.session.key_desk.to_move().get(compartment, 0)
    while left:
        left = work.session.key_desk.rewrap(compartment, AT_ONCE)
        if report is not None:
            report(total - left, total)


def move_some_data_keys(work: Work) -> int:
    """Move one part, of the first key that has any left; returns how many are left in all.

    For a runner that does other work between two parts.
    """
    work.need(Permission.HAND_ON_KEYS)
    desk = work.session.key_desk
    waiting = desk.to_move()
    compartment = next(iter(waiting), None)
    if compartment is None:
        return 0
    left = desk.rewrap(compartment, AT_ONCE)
    return sum(waiting.values()) - waiting[compartment] + left
