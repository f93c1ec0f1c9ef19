"""Whom the site wants told about an alert: read from the site's settings."""

from desktop.services.work import Work
from desktop.views.interview.interview_state import Contact

SETTING = "hand-off-contacts"
"""One contact a line: name; role; phone."""


def hand_off_contacts(work: Work) -> tuple[Contact, ...]:
    """The contacts in the site's order; none when the site has set none. Runs on the worker."""
    lines = work.session.site.settings().get(SETTING, "").splitlines()
    return tuple(found for line in lines if (found := _contact(line)) is not None)


def _contact(line: str) -> Contact | None:
    parts = [part.strip() for part in line.split(";")][:3]
    return Contact(*parts) if parts and parts[0] else None
