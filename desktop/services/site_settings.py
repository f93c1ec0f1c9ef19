"""Site settings that the use cases read, with their defaults."""

from collections.abc import Mapping

from desktop.services.work import Work

FIRST_CONTACT_TARGET_MIN = 240
"""Minutes from arrival to first contact; no published standard gives a figure: a site decides."""

FIRST_CONTACT_BOUNDS_MIN = (15, 7 * 24 * 60)
"""What a site may decide, in minutes: below, nobody gets to a bed; above, it is not a first one."""

LOST_AFTER_TRIES = 5
"""Tries without an answer after which contact counts as lost. Programs close after some number of
them and none was found in print: the number is ours, a site decides. It is shown, never enforced.
"""

LOST_BOUNDS_TRIES = (1, 50)
"""What a site may set for it."""

REPORT_ORAL_HOURS = 12
"""Hours from reasonable cause to the oral report to child protection: Connecticut's
(``records.mandated_report`` has the source); setting ``report-oral-hours``."""

REPORT_WRITTEN_HOURS = 48
"""Hours from the oral report to the written one; setting ``report-written-hours``."""

REPORT_BOUNDS_HOURS = (1, 7 * 24)
"""What a site may set for either."""

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

REFERRAL_ANSWER_DAYS = 3
"""Days until a partner that was asked is asked again: no source gives a figure, this one is ours;
setting ``referral-answer-days``."""

REFERRAL_MEETING_DAYS = 7
"""Days from a partner's yes to the first meeting, ours too; setting ``referral-meeting-days``."""

REFERRAL_BOUNDS_DAYS = (1, 60)
"""What a site may set for either."""

FOLLOW_UP = "follow-up-check"
"""Our form that is filled again and again after discharge."""

FOLLOW_UP_PLAN = ((7, 91), (14, 182), (30, 365))
"""Days between follow-up checks, and until how many days after arrival: weekly to month 3, every
two weeks to month 6, monthly to month 12. What is done in the first three months matters most
(journals.lww.com/jtrauma 2013/04000); the rhythm itself is a site's to decide."""

DUE_BOUNDS_DAYS = (1, 365)
"""What a site may set for a form of ours, in days from arrival."""

DUE_DAYS = "due-days-"
"""``due-days-needs-assessment``: days from arrival until that form of ours is due."""

CONTACT_PHONE = "contact-phone"
"""The number of the team that stands on papers, unless somebody writes another there."""

FOLLOW_UP_SETTING = "follow-up-plan"
"""The same as "7:91 14:182 30:365"."""

OFFERS = {"photographs": "photograph-consent", "research": "research-consent"}
"""Consents that a site may leave out by setting this to "off"."""


def prints_records(work: Work) -> bool:
    """Whether a completed form may be printed for the staff: only where the site says so."""
    return work.session.site.settings().get("record-print") == "on"


def site_offers(work: Work, consent_type: str) -> bool:
    """Whether the site asks for this kind of consent at all."""
    name = OFFERS.get(consent_type, "")
    return not name or work.session.site.settings().get(name) != "off"


def form_due_days(settings: Mapping[str, str], own: str, days: int | None) -> int | None:
    """Days from arrival until one of our forms is due: the site's, else ``days`` of the form."""
    return _number_in(settings, f"{DUE_DAYS}{own}", 0, DUE_BOUNDS_DAYS) or days


def follow_up_plan(work: Work) -> tuple[tuple[int, int], ...]:
    """The site's plan of follow-ups, else ours; one that cannot be read is as good as none."""
    parts = work.session.site.settings().get(FOLLOW_UP_SETTING, "").split()
    pairs = [part.partition(":") for part in parts]
    if not pairs or not all(_is_whole(every) and _is_whole(until) for every, _, until in pairs):
        return FOLLOW_UP_PLAN
    return tuple(sorted(((int(e), int(u)) for e, _, u in pairs), key=lambda pair: pair[1]))


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) > 0


def site_number(work: Work, name: str, default: int, bounds: tuple[int, int] | None = None) -> int:
    """A whole number above zero from the site's settings, else the default.

    One out of ``bounds`` (least and most, both allowed) counts as not set.
    """
    return _number_in(work.session.site.settings(), name, default, bounds)


def _number_in(
    settings: Mapping[str, str], name: str, default: int, bounds: tuple[int, int] | None = None
) -> int:
    text = settings.get(name, "")
    if not _is_whole(text):
        return default
    number = int(text)
    return number if bounds is None or bounds[0] <= number <= bounds[1] else default
