"""Narrowing the audit trail: by who, what and when, and finding whom it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.records.audit_event import AuditAction
from desktop.records.audit_questions import NumberedEvent
from desktop.records.erasure import person_reference, same_reference
from desktop.records.ids import PersonId, StaffId


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """What is None is not asked for; days are local and both included."""

    staff: StaffId | None = None
    action: AuditAction | None = None
    since: date | None = None
    until: date | None = None

    def lets_through(self, each: NumberedEvent) -> bool:
        """Whether an entry fits every wish."""
        event, day = each.event, each.event.at.astimezone().date()
        return (
            (self.staff is None or event.actor == self.staff)
            and (self.action is None or event.action is self.action)
            and (self.since is None or day >= self.since)
            and (self.until is None or day <= self.until)
        )


def filtered(events: Sequence[NumberedEvent], wanted: AuditFilter) -> tuple[NumberedEvent, ...]:
    """The entries that fit, newest first."""
    return tuple(each for each in reversed(events) if wanted.lets_through(each))


def find_persons(
    events: Sequence[NumberedEvent], aliases: Mapping[str, str], typed: str
) -> tuple[PersonId, ...]:
    """Whom a reference or an alias names; an alias whole, or else by how it begins."""
    if not typed.strip():
        return ()
    known = {each.person for each in events if each.person is not None}
    by_reference = [each for each in known if same_reference(person_reference(each), typed)]
    if by_reference:
        return tuple(by_reference)
    wanted = typed.strip().casefold()
    names = {person: aliases.get(person, "").casefold() for person in known}
    whole = [person for person, name in names.items() if name == wanted]
    begun = [person for person, name in names.items() if name.startswith(wanted)]
    return tuple(sorted(whole or begun))
