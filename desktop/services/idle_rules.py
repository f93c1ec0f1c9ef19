"""When the screen is covered and when the app locks: settings of the site, within bounds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.ports import Setting
from desktop.services.work import Work

COVER_SETTING, LOCK_SETTING = "idle-cover-minutes", "idle-lock-minutes"
PATIENT_SETTING = "idle-patient-minutes"
COVER_LEAST, COVER_MOST = 2, 10
LOCK_LEAST, LOCK_MOST = 5, 30
PATIENT_LEAST, PATIENT_MOST = 5, 20
"""Minutes. NIST SP 800-63B-4, 2.2.3 leaves the inactivity limit to the site, an hour at most at
AAL2; ours stays within half of it, because the screen stands beside beds."""


@dataclass(frozen=True, slots=True)
class IdleRules:
    """Minutes without hands: the cover first, the full lock later.

    ``patient_minutes`` stand for the cover while the person has the screen; the full lock then
    comes as long after the cover as ever.
    """

    cover_minutes: int = 5
    lock_minutes: int = 15
    patient_minutes: int = 10


def idle_rules(work: Work) -> IdleRules:
    """The site's rules; a setting out of bounds counts as not set."""
    return rules_of(work.session.site.settings())


def rules_of(settings: Mapping[str, str]) -> IdleRules:
    """The rules in stored settings."""
    cover = _minutes(settings.get(COVER_SETTING, ""), COVER_LEAST, COVER_MOST)
    lock = _minutes(settings.get(LOCK_SETTING, ""), LOCK_LEAST, LOCK_MOST)
    usual = IdleRules()
    patient = _minutes(settings.get(PATIENT_SETTING, ""), PATIENT_LEAST, PATIENT_MOST)
    rules = IdleRules(
        cover or usual.cover_minutes,
        lock or usual.lock_minutes,
        patient or usual.patient_minutes,
    )
    if rules.cover_minutes >= rules.lock_minutes:
        rules = replace(usual, patient_minutes=rules.patient_minutes)
    return replace(rules, patient_minutes=max(rules.patient_minutes, rules.cover_minutes))


def save_idle_rules(work: Work, rules: IdleRules) -> IdleRules:
    """Keep them; they count from the next sign-in.

    KnownErrors ``idle.cover-bounds``, ``idle.lock-bounds``, ``idle.lock-first``,
    ``idle.patient-bounds``, ``idle.patient-longer``, ``work.not-allowed``.
    """
    work.need(Permission.SET_SITE)
    if not COVER_LEAST <= rules.cover_minutes <= COVER_MOST:
        raise KnownError("idle.cover-bounds", least=COVER_LEAST, most=COVER_MOST)
    if not LOCK_LEAST <= rules.lock_minutes <= LOCK_MOST:
        raise KnownError("idle.lock-bounds", least=LOCK_LEAST, most=LOCK_MOST)
    if rules.lock_minutes <= rules.cover_minutes:
        raise KnownError("idle.lock-first")
    if not PATIENT_LEAST <= rules.patient_minutes <= PATIENT_MOST:
        raise KnownError("idle.patient-bounds", least=PATIENT_LEAST, most=PATIENT_MOST)
    if rules.patient_minutes < rules.cover_minutes:
        raise KnownError("idle.patient-longer")
    for name, minutes in (
        (COVER_SETTING, rules.cover_minutes),
        (LOCK_SETTING, rules.lock_minutes),
        (PATIENT_SETTING, rules.patient_minutes),
    ):
        work.session.site.change_setting(Setting(name, str(minutes)))
        work.audit(AuditAction.SETTING_CHANGED, name)
    return idle_rules(work)


def _minutes(text: str, least: int, most: int) -> int:
    """Within bounds, else 0."""
    if not (text.isascii() and text.isdigit()):
        return 0
    return int(text) if least <= int(text) <= most else 0
