"""Site settings that the use cases read, with their defaults."""

from desktop.services.work import Work

FIRST_CONTACT_TARGET_MIN = 240
"""Minutes from arrival to first contact; no published standard gives a figure: a site decides."""

RELEASE_DAYS = 90
"""Days that a release to a partner holds by default ("reasonably time-limited", 28 CFR 94.115)."""

CONTACT_DAYS = 180
"""Days that a consent to be contacted after discharge holds by default."""

PARTICIPATION_DAYS = 365
"""Days that a consent to take part holds by default."""


def site_number(work: Work, name: str, default: int) -> int:
    """A whole number above zero from the site's settings, else the default."""
    text = work.session.site.settings().get(name, "")
    return int(text) if text.isascii() and text.isdigit() and int(text) > 0 else default
