"""Whom the site wants told about an alert: kept as a signed setting, one contact a line."""

from collections.abc import Sequence

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.records.site_contact import SiteContact
from desktop.services.ports import Setting
from desktop.services.work import Work

SETTING = "hand-off-contacts"
"""A line is: name; role; how to reach; alert codes between commas."""

MARK = ";"


def site_contacts(work: Work) -> tuple[SiteContact, ...]:
    """The contacts in the order in which they are offered. Readable to every account."""
    lines = work.session.site.settings().get(SETTING, "").splitlines()
    return tuple(found for line in lines if (found := _contact(line)) is not None)


def save_site_contacts(work: Work, contacts: Sequence[SiteContact]) -> tuple[SiteContact, ...]:
    """Keep exactly these from now on.

    KnownErrors ``contact.name-missing``, ``contact.reach-missing``, ``work.not-allowed``.
    """
    work.need(Permission.SET_SITE)
    for contact in contacts:
        if not contact.name.strip():
            raise KnownError("contact.name-missing")
        if not contact.reach.strip():
            raise KnownError("contact.reach-missing")
    lines = "\n".join(map(_line, contacts))
    work.session.site.change_setting(Setting(SETTING, lines))
    work.audit(AuditAction.SETTING_CHANGED, SETTING)
    return site_contacts(work)


def _contact(line: str) -> SiteContact | None:
    parts = [part.strip() for part in line.split(MARK)]
    name, role, reach, codes = (*parts, "", "", "", "")[:4]
    alerts = frozenset(code.strip() for code in codes.split(",") if code.strip())
    return SiteContact(name, role, reach, alerts) if name else None


def _line(contact: SiteContact) -> str:
    parts = [contact.name, contact.role, contact.reach, ",".join(sorted(contact.alert_codes))]
    return f"{MARK} ".join(" ".join(part.replace(MARK, ",").split()) for part in parts)
