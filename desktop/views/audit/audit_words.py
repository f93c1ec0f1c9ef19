"""Entries of the audit trail in words, as rows of a list and as one line to copy."""

from dataclasses import dataclass

from desktop.messages import sentence
from desktop.packets.accounting import local_moment
from desktop.records.audit_event import BY_ITSELF, AuditAction, AuditEvent, Vouched
from desktop.records.audit_questions import DETAIL_MARK, NumberedEvent
from desktop.records.break_glass import GlassOutcome, GlassReason
from desktop.records.erasure import person_reference
from desktop.services.read_audit import AuditBook
from desktop.views.widgets.row_item import Cell, Column, RowItem

_LISTS = frozenset(
    {
        AuditAction.WORKLIST_READ,
        AuditAction.REVIEW_DESK_READ,
        AuditAction.PACKET_DESK_READ,
        AuditAction.OVERSIGHT_READ,
    }
)


@dataclass(frozen=True, slots=True)
class AuditWords:
    """One trail, worded in one language."""

    book: AuditBook
    language: str

    def row(self, each: NumberedEvent) -> RowItem:
        """When, who in which role, what, and about whom."""
        event = each.event
        alias = self.book.aliases.get(each.person or "", "")
        reference = person_reference(each.person) if each.person else ""
        cells = (
            Cell(self.who(event), second=self.standing(each)),
            Cell(self.what(event.action), second=self.more(event), is_strong=True),
            Cell(alias or reference, second=reference if alias else ""),
        )
        when = local_moment(event.at)
        said = [when, *(part for cell in cells for part in (cell.text, cell.second))]
        spoken = ", ".join(part for part in said if part)
        return RowItem(str(each.number), when, cells=cells, spoken=spoken)

    def line(self, each: NumberedEvent) -> str:
        """One line to copy: the person by reference alone, the recipient of a letter left out."""
        event = each.event
        person = person_reference(each.person) if each.person else ""
        parts = (str(each.number), local_moment(event.at), self.who(event), self.standing(each))
        return "\t".join((*parts, self.what(event.action), person))

    def who(self, event: AuditEvent) -> str:
        """The name of whoever did it."""
        member = self.book.staff.get(event.actor)
        nobody = "audit.by-itself" if event.actor == BY_ITSELF else "audit.nobody"
        return member.display_name if member else self._words(nobody)

    def role(self, event: AuditEvent) -> str:
        """In which role; empty for a name that is nobody's."""
        member = self.book.staff.get(event.actor)
        return self._words(f"role.{member.role.value}") if member else ""

    def standing(self, each: NumberedEvent) -> str:
        """The role of whoever did it, or why their name proves nothing."""
        if each.vouched is Vouched.SIGNED:
            return self.role(each.event)
        return self._words(f"audit.vouched-{each.vouched.value}")

    def what(self, action: AuditAction) -> str:
        """What was done."""
        return self._words(f"audit-action.{action.value}")

    def more(self, event: AuditEvent) -> str:
        """What the detail says, where it says something to a reader."""
        if event.action is AuditAction.RELEASED:
            return self._words("audit.to", recipient=event.detail.split(DETAIL_MARK)[0])
        if event.action in _LISTS:
            return self._words("audit.listed", count=event.detail)
        if event.action is AuditAction.TRAIL_GREW:
            return self._words("audit.grew", numbers=event.detail)
        if event.action is AuditAction.GLASS_REVIEWED and event.detail in set(GlassOutcome):
            return self._words(f"glass-outcome.{event.detail}")
        reason = event.detail.partition(":")[2]
        if event.action is AuditAction.GLASS_OPENED and reason in set(GlassReason):
            return self._words(f"glass-reason.{reason}")
        return self._words("audit.outside") if event.detail.startswith("glass:") else ""

    def _words(self, message_id: str, **params: str | int) -> str:
        return sentence(message_id, self.language, **params)


def columns(language: str) -> tuple[Column, ...]:
    """Heads of the list."""
    heads = (("when", 3), ("who", 3), ("what", 4), ("person", 3))
    return tuple(Column(sentence(f"audit.head-{name}", language), share) for name, share in heads)
