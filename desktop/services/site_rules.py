"""The rules of the site in one list: what holds now, what usually does, and how it is changed.

Each rule's own module has the source of its default; the bounds are ours, wide enough for any
policy and narrow enough to catch a slip of the hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.directory.freshness import LIMIT_DAYS
from desktop.errors import BugError, KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.rhythm import rhythm_text
from desktop.records.roles import Permission
from desktop.records.site_rule import RuleGroup, RuleText, RuleUnit, SiteRule
from desktop.services.ask_gate import OLD_TEXTS_HOLD
from desktop.services.compensation import ASK
from desktop.services.compensation import SETTING as COMPENSATION
from desktop.services.compensation import YEARS as COMPENSATION_YEARS
from desktop.services.confidential_status import REVIEW_BOUNDS_DAYS, REVIEW_DAYS
from desktop.services.debriefs import SHOWN_BOUNDS_DAYS, SHOWN_DAYS, SHOWN_SETTING
from desktop.services.first_touch import ALWAYS_CORE
from desktop.services.first_touch import SETTING as FIRST_TOUCH
from desktop.services.guardians import MINOR_ALONE
from desktop.services.outing_rules import (
    GRACE_BOUNDS_MIN,
    GRACE_MINUTES,
    GRACE_SETTING,
    OUTING_BOUNDS_MIN,
    OUTING_MINUTES,
    OUTING_SETTING,
)
from desktop.services.ports import Setting
from desktop.services.room_now import PRIVATE_BOUNDS_MIN, PRIVATE_MINUTES
from desktop.services.room_now import SETTING as PRIVATE
from desktop.services.site_settings import (
    CONTACT_DAYS,
    CONTACT_PHONE,
    DUE_BOUNDS_DAYS,
    DUE_DAYS,
    FIRST_CONTACT_BOUNDS_MIN,
    FIRST_CONTACT_TARGET_MIN,
    FOLLOW_UP_PLAN,
    FOLLOW_UP_SETTING,
    LOST_AFTER_TRIES,
    LOST_BOUNDS_TRIES,
    PARTICIPATION_DAYS,
    PHOTOGRAPHS_DAYS,
    REFERRAL_ANSWER_DAYS,
    REFERRAL_BOUNDS_DAYS,
    REFERRAL_MEETING_DAYS,
    RELEASE_DAYS,
    REPORT_BOUNDS_HOURS,
    REPORT_ORAL_HOURS,
    REPORT_WRITTEN_HOURS,
    RESEARCH_DAYS,
    TELEPHONE_WITNESSES,
)
from desktop.services.work import Work

ON, OFF = "on", "off"
SWITCH = (ON, OFF)
THREE_YEARS = 3 * 365
BY_AGE = "by-age"
REFERRAL_MOST_DAYS = REFERRAL_BOUNDS_DAYS[1]


def _days(name: str, group: RuleGroup, usual: int, most: int = THREE_YEARS) -> SiteRule:
    return SiteRule(name, group, str(usual), (1, most), RuleUnit.DAYS)


def _hours(name: str, usual: int) -> SiteRule:
    return SiteRule(name, RuleGroup.REACH, str(usual), REPORT_BOUNDS_HOURS, RuleUnit.HOURS)


def _minutes(name: str, usual: int, bounds: tuple[int, int]) -> SiteRule:
    return SiteRule(name, RuleGroup.SAFETY, str(usual), bounds, RuleUnit.MINUTES)


def _due(own: str, usual: int) -> SiteRule:
    """``usual`` is what the form itself says; a test holds the two equal."""
    return SiteRule(f"{DUE_DAYS}{own}", RuleGroup.FORMS, str(usual), DUE_BOUNDS_DAYS, RuleUnit.DAYS)


RULES = (
    SiteRule(
        "first-contact-target-min",
        RuleGroup.REACH,
        str(FIRST_CONTACT_TARGET_MIN),
        FIRST_CONTACT_BOUNDS_MIN,
        RuleUnit.MINUTES,
    ),
    SiteRule(
        "lost-after-tries",
        RuleGroup.REACH,
        str(LOST_AFTER_TRIES),
        LOST_BOUNDS_TRIES,
        RuleUnit.TRIES,
    ),
    _hours("report-oral-hours", REPORT_ORAL_HOURS),
    _hours("report-written-hours", REPORT_WRITTEN_HOURS),
    SiteRule(
        "confidential-review-days",
        RuleGroup.REACH,
        str(REVIEW_DAYS),
        REVIEW_BOUNDS_DAYS,
        RuleUnit.DAYS,
    ),
    _days("referral-answer-days", RuleGroup.REACH, REFERRAL_ANSWER_DAYS, REFERRAL_MOST_DAYS),
    _days("referral-meeting-days", RuleGroup.REACH, REFERRAL_MEETING_DAYS, REFERRAL_MOST_DAYS),
    SiteRule(COMPENSATION, RuleGroup.REACH, ASK, choices=tuple(COMPENSATION_YEARS)),
    _minutes(OUTING_SETTING, OUTING_MINUTES, OUTING_BOUNDS_MIN),
    _minutes(GRACE_SETTING, GRACE_MINUTES, GRACE_BOUNDS_MIN),
    SiteRule(SHOWN_SETTING, RuleGroup.SAFETY, str(SHOWN_DAYS), SHOWN_BOUNDS_DAYS, RuleUnit.DAYS),
    SiteRule(MINOR_ALONE, RuleGroup.CONSENT, OFF, choices=SWITCH),
    SiteRule(OLD_TEXTS_HOLD, RuleGroup.CONSENT, ON, choices=SWITCH),
    SiteRule(
        "telephone-witnesses",
        RuleGroup.CONSENT,
        str(TELEPHONE_WITNESSES),
        (1, 2),
        RuleUnit.PEOPLE,
    ),
    _days("participation-days", RuleGroup.CONSENT, PARTICIPATION_DAYS),
    _days("contact-days", RuleGroup.CONSENT, CONTACT_DAYS),
    _days("release-days", RuleGroup.CONSENT, RELEASE_DAYS),
    SiteRule("photograph-consent", RuleGroup.CONSENT, ON, choices=SWITCH),
    _days("photographs-days", RuleGroup.CONSENT, PHOTOGRAPHS_DAYS),
    SiteRule("research-consent", RuleGroup.CONSENT, ON, choices=SWITCH),
    _days("research-days", RuleGroup.CONSENT, RESEARCH_DAYS),
    SiteRule(PRIVATE, RuleGroup.FORMS, str(PRIVATE_MINUTES), PRIVATE_BOUNDS_MIN, RuleUnit.MINUTES),
    SiteRule(FIRST_TOUCH, RuleGroup.FORMS, BY_AGE, choices=(BY_AGE, ALWAYS_CORE)),
    _due("youth-talk", 3),
    _due("caregiver-talk", 3),
    _due("outside-results", 3),
    _due("needs-assessment", 30),
    _due("injury-concern", 30),
    _due("follow-up-check", 7),
    SiteRule(FOLLOW_UP_SETTING, RuleGroup.FORMS, rhythm_text(FOLLOW_UP_PLAN), text=RuleText.RHYTHM),
    SiteRule(CONTACT_PHONE, RuleGroup.PAPER, "", text=RuleText.PHONE),
    SiteRule("record-print", RuleGroup.PAPER, OFF, choices=SWITCH),
    _days("listing-limit-days", RuleGroup.PAPER, LIMIT_DAYS),
)


@dataclass(frozen=True, slots=True)
class RuleNow:
    """A rule with what holds now; ``is_usual`` while the site has set nothing."""

    rule: SiteRule
    value: str
    is_usual: bool


def site_rules(work: Work) -> tuple[RuleNow, ...]:
    """Every rule in its order. A stored value that is not allowed counts as not set."""
    settings = work.session.site.settings()
    return tuple(_now(rule, settings) for rule in RULES)


def save_site_rule(work: Work, name: str, value: str) -> tuple[RuleNow, ...]:
    """Set one rule; "" gives the usual back. All of them as they are then.

    KnownErrors ``rule.out-of-bounds``, ``rule.no-phone``, ``rule.no-rhythm``, ``work.not-allowed``.
    """
    work.need(Permission.SET_SITE)
    rule = next((one for one in RULES if one.name == name), None)
    if rule is None:
        raise BugError("no such rule")
    value = " ".join(value.split())
    if value and not rule.allows(value):
        raise _refusal(rule)
    if work.session.site.settings().get(name, "") != value:
        work.session.site.change_setting(Setting(name, value))
        work.audit(AuditAction.SETTING_CHANGED, name)
    return site_rules(work)


def _refusal(rule: SiteRule) -> Exception:
    if rule.text is not None:
        return KnownError(f"rule.no-{rule.text.value}")
    if rule.bounds is None:
        return BugError("no such choice")
    least, most = rule.bounds
    return KnownError("rule.out-of-bounds", least=least, most=most)


def _now(rule: SiteRule, settings: Mapping[str, str]) -> RuleNow:
    value = settings.get(rule.name, "")
    is_set = rule.allows(value)
    return RuleNow(rule, value if is_set else rule.usual, not is_set)
