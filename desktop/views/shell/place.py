"""Where a signed-in person is: enough to build the same screen again at any time."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.forms.instances import ItemKey
from desktop.records.consent import Purpose
from desktop.records.form_record import FormKind
from desktop.records.ids import PersonId, RecordId
from desktop.records.roles import Permission, Role, StaffMember
from desktop.services.ports import EpisodeRef
from desktop.views.screen import Then


class Desk(StrEnum):
    """Every kind of screen."""

    WORKLIST = "worklist"
    REACH = "reach"
    PERSON = "person"
    FORM = "form"
    CONSENTS = "consents"
    NEEDS = "needs"
    PACKET = "packet"
    REVIEW = "review"
    PACKETS = "packets"
    TEXTS = "texts"
    FORMS = "forms"
    CONTACTS = "contacts"
    RULES = "rules"
    BACKUPS = "backups"
    AUDIT = "audit"
    OVERSIGHT = "oversight"
    PRIVACY = "privacy"
    LENT = "lent"
    PEOPLE = "people"
    WAITING = "waiting"
    """A newcomer whom nobody has given keys yet."""
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Place:
    """One screen with what it shows. Only opaque ids: a place may be kept across a sign-out."""

    desk: Desk
    ref: EpisodeRef | None = None
    kind: FormKind | None = None
    at: ItemKey | None = None
    recipient: str = ""
    purpose: Purpose | None = None
    visit_id: RecordId | None = None
    record_id: RecordId | None = None
    person_id: PersonId | None = None
    then: Then | None = None
    about: PersonId | None = None
    """Whom the audit trail is asked about: nothing of the person is opened there."""

    @property
    def person(self) -> PersonId | None:
        """Whose screen this is, if it is one person's."""
        return self.ref.person_id if self.ref is not None else self.person_id

    @property
    def rail_desk(self) -> Desk:
        """Which desk of the rail is lit here."""
        inside_worklist = {
            Desk.PERSON,
            Desk.FORM,
            Desk.CONSENTS,
            Desk.NEEDS,
            Desk.PACKET,
            Desk.PRIVACY,
        }
        if self.desk is Desk.LENT:
            return Desk.OVERSIGHT
        return Desk.WORKLIST if self.desk in inside_worklist else self.desk


_ALWAYS_PEOPLE = frozenset({Role.NURSE_MANAGER, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR})
"""The packet desk and named specialists have the desk of people while somebody needs them there."""


def desks_of(member: StaffMember, *, gives_keys: bool = False) -> tuple[Desk, ...]:
    """The desks that a role has, its first desk first.

    ``gives_keys``: somebody whose role alone has no desk of people, and who holds a key to give.
    """
    desks = []
    if member.may(Permission.REVIEW):
        desks.append(Desk.REVIEW)
    if member.may(Permission.READ_CASES):
        desks += [Desk.WORKLIST, Desk.REACH]
    if member.may(Permission.PRINT_PACKETS):
        desks.append(Desk.PACKETS)
    if member.may(Permission.APPROVE_TEXTS):
        desks.append(Desk.TEXTS)
    if member.may(Permission.LOAD_FORMS):
        desks.append(Desk.FORMS)
    if member.may(Permission.SET_SITE):
        desks += [Desk.CONTACTS, Desk.RULES, Desk.BACKUPS]
    if member.may(Permission.READ_AUDIT):
        desks.append(Desk.AUDIT)
    if member.may(Permission.REVIEW_ACCESS) or member.may(Permission.GUARD_DATA):
        desks.append(Desk.OVERSIGHT)
    if gives_keys or member.role in _ALWAYS_PEOPLE:
        desks.append(Desk.PEOPLE)
    return tuple(desks)
