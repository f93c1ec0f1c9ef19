"""What stands of a person's attempts: a wish for no more contact, or a death.

What somebody said is not undone by a later try that reached nobody: only the person takes it back,
by being spoken with again. That nobody is called against their wish is the wish itself; the
outcomes are those of :mod:`desktop.records.attempt`.
"""

from collections.abc import Iterable
from enum import StrEnum

from desktop.records.attempt import NO_MORE_CONTACT, REACHED, Attempt, AttemptOutcome


class Standing(StrEnum):
    """What holds until the person is spoken with again; while it does, nobody is due a call."""

    NO_CONTACT = "no-contact"
    DIED = "died"


def after_attempt(
    standing: Standing | None, outcome: AttemptOutcome, may_call_later: bool | None = None
) -> Standing | None:
    """What holds after one more attempt.

    A wish for no contact ends when the person is spoken with, but a bare "not now" does not say
    that a later call is right: with that outcome only a yes to a later call ends it.
    """
    if outcome is AttemptOutcome.DIED:
        return Standing.DIED
    if outcome in NO_MORE_CONTACT or may_call_later is False:
        return Standing.NO_CONTACT
    if outcome not in REACHED:
        return standing
    if outcome is AttemptOutcome.DECLINED_NOW and may_call_later is None:
        return Standing.NO_CONTACT if standing is Standing.NO_CONTACT else None
    return None


def standing_of(attempts: Iterable[Attempt]) -> Standing | None:
    """What holds after all attempts, given in the order of trying; None where nothing does.

    An attempt is never taken back: a death that was noted by mistake ends with the next attempt
    in which the person was spoken with, and with nothing else.
    """
    standing: Standing | None = None
    for attempt in attempts:
        standing = after_attempt(standing, attempt.outcome, attempt.may_call_later)
    return standing
