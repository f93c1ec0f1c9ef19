"""What a privacy officer asks of the audit trail; pure functions over opened entries."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.records.audit_event import AuditAction, AuditEvent, Vouched
from desktop.records.ids import PersonId

ACCOUNTING_YEARS = 6
"""Years before the request that an accounting covers (45 CFR 164.528(a)(1))."""

READS = frozenset(
    {
        AuditAction.CASE_OPENED,
        AuditAction.IDENTITY_READ,
        AuditAction.DRAFT_READ,
        AuditAction.FORM_READ,
        AuditAction.FORM_STARTED,
        AuditAction.AMENDMENT_STARTED,
        AuditAction.CONSENTS_READ,
        AuditAction.NEEDS_READ,
        AuditAction.VISIT_READ,
        AuditAction.PACKET_PLANNED,
        AuditAction.PACKET_PREVIEWED,
        AuditAction.PACKET_READ,
        AuditAction.PART2_READ,
        AuditAction.LENT_PERSON_READ,
        AuditAction.GLASS_OPENED,
    }
)
RELEASES = frozenset(
    {
        AuditAction.RELEASED,
        AuditAction.PACKET_PRINTED,
        AuditAction.PACKET_SAVED_AS_FILE,
        AuditAction.RECORD_PRINTED,
    }
)
"""What left the app on paper or as a file; ``RELEASED`` names a recipient outside."""

WRONG_PASSWORDS = frozenset(
    {
        AuditAction.SIGN_IN_FAILED,
        AuditAction.CONFIRM_FAILED,
        AuditAction.PIN_FAILED,
        AuditAction.UNLOCK_FAILED,
        AuditAction.CODE_REFUSED,
        AuditAction.TRIES_SET_BACK,
    }
)
"""At sign-in, where somebody signed in was asked again, at the cover, at the start of the
workstation, with a code, and a count of them that was set back."""


@dataclass(frozen=True, slots=True)
class NumberedEvent:
    """An entry of the chain and whose it is; ``person`` is None when it is nobody's."""

    number: int
    event: AuditEvent
    person: PersonId | None
    vouched: Vouched = Vouched.SIGNED

    @property
    def is_forged(self) -> bool:
        """It is shown, and counts for nothing."""
        return self.vouched is Vouched.FALSE


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One line of an accounting of disclosures (45 CFR 164.528(b)(2))."""

    at: datetime
    recipient: str
    what: str
    purpose: str


def with_persons(
    events: Sequence[tuple[int, AuditEvent]],
    records: Mapping[str, PersonId],
    vouched: Mapping[int, Vouched] | None = None,
) -> tuple[NumberedEvent, ...]:
    """Say whose each entry is; the desk's packets are the persons' for whom they were sent.

    ``vouched`` names the entries, by number, that are not simply signed.
    """
    known = vouched or {}
    packets = {
        event.subject: PersonId(event.person)
        for number, event in events
        if event.action is AuditAction.PACKET_SENT
        and event.person
        and known.get(number) is not Vouched.FALSE
    }
    return tuple(
        NumberedEvent(
            number,
            event,
            PersonId(event.person)
            if event.person
            else records.get(event.subject) or packets.get(event.subject),
            known.get(number, Vouched.SIGNED),
        )
        for number, event in events
    )


def about(events: Sequence[NumberedEvent], person: PersonId) -> tuple[NumberedEvent, ...]:
    """Everything that concerns one person, newest first."""
    return tuple(each for each in reversed(events) if each.person == person)


def looked_at(events: Sequence[NumberedEvent], person: PersonId) -> tuple[NumberedEvent, ...]:
    """Who opened something of this person, newest first."""
    return tuple(each for each in about(events, person) if each.event.action in READS)


def releases(events: Sequence[NumberedEvent]) -> tuple[NumberedEvent, ...]:
    """Everything that left on paper, as a file or to a recipient, newest first."""
    return tuple(each for each in reversed(standing(events)) if each.event.action in RELEASES)


def failed_sign_ins(events: Sequence[NumberedEvent]) -> tuple[NumberedEvent, ...]:
    """Every wrong password, PIN, passphrase and code, newest first.

    The actor is "unknown" for a name that is nobody's, and where nobody is signed in.
    """
    return tuple(each for each in reversed(events) if each.event.action in WRONG_PASSWORDS)


def standing(events: Sequence[NumberedEvent]) -> tuple[NumberedEvent, ...]:
    """All but the releases that a later entry takes back, in the order given.

    An entry is written before the release; the printer or the disk may refuse it then.
    """
    refused: Counter[tuple[str, str]] = Counter()
    kept = []
    for each in reversed(events):
        event = each.event
        if each.is_forged:
            kept.append(each)
        elif event.action is AuditAction.RELEASE_REFUSED:
            refused[event.subject, event.detail] += 1
        elif refused and refused[event.subject, refused_detail(event.action, event.detail)] > 0:
            refused[event.subject, refused_detail(event.action, event.detail)] -= 1
        else:
            kept.append(each)
    return tuple(reversed(kept))


def refused_detail(action: AuditAction, detail: str) -> str:
    """The detail of a ``RELEASE_REFUSED`` entry about an entry with this action and detail."""
    return f"{action.value}{DETAIL_MARK}{detail}"


def accounting_since(now: datetime) -> datetime:
    """The same moment six years before ``now``; February 29 becomes March 1."""
    try:
        return now.replace(year=now.year - ACCOUNTING_YEARS)
    except ValueError:
        return now.replace(year=now.year - ACCOUNTING_YEARS, month=3, day=1)


def disclosures(
    events: Sequence[NumberedEvent], person: PersonId, now: datetime
) -> tuple[Disclosure, ...]:
    """To whom this person's information went in the six years before ``now``, oldest first."""
    since = accounting_since(now)
    return tuple(
        _disclosure(each.event)
        for each in standing(events)
        if each.person == person
        and not each.is_forged
        and each.event.action is AuditAction.RELEASED
        and each.event.at >= since
    )


def _disclosure(event: AuditEvent) -> Disclosure:
    recipient, what, purpose = (*event.detail.split(DETAIL_MARK), "", "", "")[:3]
    return Disclosure(event.at, recipient, what, purpose)


DETAIL_MARK = "\x1f"
"""Between recipient, what and purpose in the detail of a release (the ASCII unit separator)."""


def release_detail(recipient: str, what: str, purpose: str) -> str:
    """The detail of a ``RELEASED`` entry."""
    parts = (recipient, what, purpose)
    return DETAIL_MARK.join(" ".join(part.replace(DETAIL_MARK, " ").split()) for part in parts)
