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

PHOTOGRAPHS_DAYS = 365
"""Days that a consent to photographs holds by default."""

RESEARCH_DAYS = 365
"""Days that a yes to being asked about studies holds by default."""

TELEPHONE_WITNESSES = 2
"""Members of staff who hear a yes on the phone; no Connecticut rule was found: a site decides."""

OFFERS = {"photographs": "photograph-consent", "research": "research-consent"}
"""Consents that a site may leave out by setting this to "off"."""


def site_offers(work: Work, consent_type: str) -> bool:
    """Whether the site asks for this kind of consent at all."""
    name = OFFERS.get(consent_type, "")
    return not name or work.session.site.settings().get(name) != "off"


def site_number(work: Work, name: str, default: int) -> int:
    """A whole number above zero from the site's settings, else the default."""
    text = work.session.site.settings().get(name, "")
    return int(text) if text.isascii() and text.isdigit() and int(text) > 0 else default
