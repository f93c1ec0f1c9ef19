"""Which status of a referral may follow which, and each step as a new value of the referral.

FHIR leaves the states of a Task to the workflow (hl7.org/fhir/R4/task.html, "Task state machine");
this table is ours. Two rules hold it together: nothing is accepted, met or completed that was not
sent, and nothing is completed without acceptance and a first meeting.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from desktop.errors import KnownError
from desktop.records.ids import StaffId
from desktop.records.referral import (
    Accepted,
    ClosedReason,
    Ended,
    FirstMeeting,
    Referral,
    ReferralStatus,
    Sent,
)

_S, _R = ReferralStatus, ClosedReason

MOVES: Mapping[ReferralStatus, frozenset[ReferralStatus]] = {
    _S.DRAFT: frozenset({_S.REQUESTED, _S.CANCELLED, _S.ENTERED_IN_ERROR}),
    _S.REQUESTED: frozenset(
        {_S.ACCEPTED, _S.REJECTED, _S.ON_HOLD, _S.CANCELLED, _S.ENTERED_IN_ERROR}
    ),
    _S.ACCEPTED: frozenset(
        {_S.IN_PROGRESS, _S.ON_HOLD, _S.FAILED, _S.CANCELLED, _S.ENTERED_IN_ERROR}
    ),
    _S.IN_PROGRESS: frozenset(
        {_S.COMPLETED, _S.ON_HOLD, _S.FAILED, _S.CANCELLED, _S.ENTERED_IN_ERROR}
    ),
    _S.ON_HOLD: frozenset(
        {_S.REQUESTED, _S.ACCEPTED, _S.IN_PROGRESS, _S.CANCELLED, _S.ENTERED_IN_ERROR}
    ),
    _S.REJECTED: frozenset({_S.ENTERED_IN_ERROR}),
    _S.CANCELLED: frozenset({_S.ENTERED_IN_ERROR}),
    _S.FAILED: frozenset({_S.ENTERED_IN_ERROR}),
    _S.COMPLETED: frozenset({_S.ENTERED_IN_ERROR}),
    _S.ENTERED_IN_ERROR: frozenset(),
}
"""Every pair that is allowed; from hold only back to where it was held."""

REASONS: Mapping[ReferralStatus, tuple[ClosedReason, ...]] = {
    _S.COMPLETED: (_R.HANDED_ON,),
    _S.REJECTED: (_R.NO_ROOM, _R.NOT_SERVED, _R.NO_REASON),
    _S.FAILED: (_R.NEVER_MET, _R.PERSON_NOT_REACHED),
    _S.CANCELLED: (
        _R.PERSON_SAID_NO,
        _R.NO_ANSWER,
        _R.NOT_NEEDED,
        _R.OTHER_PARTNER,
        _R.NO_CONSENT,
        _R.PERSON_DIED,
    ),
    _S.ENTERED_IN_ERROR: (_R.BY_MISTAKE,),
}
"""The statuses that end a referral, each with the reasons that go with it."""

WHO_LETTERS = 80
"""Most letters of who accepted: a name and a role, no story."""


def may_become(referral: Referral, to: ReferralStatus) -> bool:
    """Whether this referral may go to that status now."""
    if to not in MOVES[referral.status]:
        return False
    if referral.status is _S.ON_HOLD and to not in REASONS:
        return to is referral.held_from
    return to is not _S.COMPLETED or referral.is_warm


def sent(referral: Referral, how: Sent) -> Referral:
    """The partner was asked. KnownError ``referral.not-now``."""
    return replace(_moved(referral, _S.REQUESTED), sent=how)


def accepted(referral: Referral, yes: Accepted) -> Referral:
    """The partner said yes. KnownErrors ``referral.not-now``, ``referral.who-missing``,
    ``referral.who-too-long``, ``referral.too-early``."""
    if not yes.who.strip():
        raise KnownError("referral.who-missing")
    if len(yes.who) > WHO_LETTERS:
        raise KnownError("referral.who-too-long", most=WHO_LETTERS)
    moved = _moved(referral, _S.ACCEPTED)
    if referral.sent is not None:
        _need_not_before(yes.on, referral.sent.at.astimezone().date())
    return replace(moved, accepted=yes)


def met(referral: Referral, meeting: FirstMeeting) -> Referral:
    """The first meeting was held, or was not: then the referral stays accepted and waits for
    another day. KnownErrors ``referral.not-now``, ``referral.too-early``."""
    moved = _moved(referral, _S.IN_PROGRESS)
    if referral.accepted is not None:
        _need_not_before(meeting.on, referral.accepted.on)
    return replace(moved if meeting.was_held else referral, first_meeting=meeting)


def held(referral: Referral) -> Referral:
    """Nothing is due until it goes on. KnownError ``referral.not-now``."""
    return replace(_moved(referral, _S.ON_HOLD), held_from=referral.status)


def resumed(referral: Referral) -> Referral:
    """It stands again where it was held. KnownError ``referral.not-now``."""
    if referral.status is not _S.ON_HOLD or referral.held_from is None:
        raise KnownError("referral.not-now")
    return replace(_moved(referral, referral.held_from), held_from=None)


def ended(
    referral: Referral, to: ReferralStatus, reason: ClosedReason, at: datetime, by: StaffId
) -> Referral:
    """It is over. KnownErrors ``referral.not-now``, ``referral.not-warm`` (completed without
    acceptance and first meeting), ``referral.reason-missing``."""
    if reason not in REASONS.get(to, ()):
        raise KnownError("referral.reason-missing")
    if to is _S.COMPLETED and referral.is_open and not referral.is_warm:
        raise KnownError("referral.not-warm")
    return replace(_moved(referral, to), held_from=None, ended=Ended(reason, at, by))


def _moved(referral: Referral, to: ReferralStatus) -> Referral:
    if not may_become(referral, to):
        raise KnownError("referral.not-now")
    return replace(referral, status=to)


def _need_not_before(day: date, earliest: date) -> None:
    if day < earliest:
        raise KnownError("referral.too-early")
