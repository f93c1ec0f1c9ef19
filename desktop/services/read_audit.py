"""The audit trail for the privacy officer, opened in parts with progress."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.records.audit_event import AuditAction, AuditEvent, Vouched
from desktop.records.audit_questions import NumberedEvent, with_persons
from desktop.records.ids import StaffId
from desktop.records.roles import Permission, StaffMember
from desktop.services.work import Work

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class AuditBook:
    """Everything that could be opened, oldest first; ``damaged`` holds numbers that could not."""

    events: Sequence[NumberedEvent] = ()
    damaged: Sequence[int] = ()
    forged: Sequence[int] = ()
    """Numbers of those among ``events`` that name somebody who did not sign them."""
    aliases: dict[str, str] = field(default_factory=dict, repr=False)
    """Person id to the alias that the case got when it was added."""
    staff: Mapping[StaffId, StaffMember] = field(default_factory=dict)
    """Everyone who ever had an account, those revoked too."""


def read_audit(work: Work, report: Callable[[int, int], None] | None = None) -> AuditBook:
    """Open the whole trail; ``report`` gets (opened, all) after each part and may stop it.

    KnownErrors ``work.not-allowed``, ``store.no-key`` (nobody handed on the key yet).
    """
    work.need(Permission.READ_AUDIT)
    work.audit(AuditAction.AUDIT_READ)
    reader = work.session.audit_reader
    count = reader.count()
    events: list[tuple[int, AuditEvent]] = []
    damaged: list[int] = []
    vouched: dict[int, Vouched] = {}
    for first in range(1, count + 1, AT_ONCE):
        last = min(first + AT_ONCE - 1, count)
        found = {line.number: line for line in reader.read(first, last)}
        for number in range(first, last + 1):
            line = found.get(number)
            if line is None or line.event is None:
                damaged.append(number)
                continue
            events.append((number, line.event))
            if line.vouched is not Vouched.SIGNED:
                vouched[number] = line.vouched
        if report is not None:
            report(last, count)
    persons = reader.persons_of([event.subject for _, event in events if event.subject])
    numbered = with_persons(events, persons, vouched)
    forged = [each.number for each in numbered if each.is_forged]
    people = work.session.staff_desk.people()
    staff = {entry.member.staff_id: entry.member for entry in people}
    return AuditBook(numbered, damaged, forged, _aliases(numbered), staff)


def _aliases(events: Sequence[NumberedEvent]) -> dict[str, str]:
    """By person; who has several cases is named by all of them, in the order of adding."""
    found: dict[str, dict[str, None]] = {}
    for each in events:
        is_added = each.event.action is AuditAction.CASE_ADDED and not each.is_forged
        if is_added and each.person and each.event.detail:
            found.setdefault(each.person, {})[each.event.detail] = None
    return {person: ", ".join(aliases) for person, aliases in found.items()}
