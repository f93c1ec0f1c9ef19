"""When the screen is covered and when the app locks: settings of the site, within bounds."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.ports import Setting
from desktop.services.work import Work

COVER_SETTING, LOCK_SETTING = "idle-cover-minutes", "idle-lock-minutes"
COVER_LEAST, COVER_MOST = 2, 10
LOCK_LEAST, LOCK_MOST = 5, 30
"""Minutes. NIST SP 800-63B-4, 2.2.3 leaves the inactivity limit to the site, an hour at most at
AAL2; ours stays within half of it, because the screen stands beside beds."""


@dataclass(frozen=True, slots=True)
class IdleRules:
    """Minutes without hands: the cover first, the full lock later."""

    cover_minutes: int = 5
    lock_minutes: int = 15


def idle_rules(work: Work) -> IdleRules:
    """The site's rules; a setting out of bounds counts as not set."""
    return rules_of(work.session.site.settings())


def rules_of(settings: Mapping[str, str]) -> IdleRules:
    """The rules in stored settings."""
    cover = _minutes(settings.get(COVER_SETTING, ""), COVER_LEAST, COVER_MOST)
    lock = _minutes(settings.get(LOCK_SETTING, ""), LOCK_LEAST, LOCK_MOST)
    usual = IdleRules()
    rules = IdleRules(cover or usual.cover_minutes, lock or usual.lock_minutes)
    return rules if rules.cover_minutes < rules.lock_minutes else usual


def save_idle_rules(work: Work, rules: IdleRules) -> IdleRules:
    """Keep them; they count from the next sign-in.

    KnownErrors ``idle.cover-bounds``, ``idle.lock-bounds``, ``idle.lock-first``,
    ``work.not-allowed``.
    """
    work.need(Permission.SET_SITE)
    if not COVER_LEAST <= rules.cover_minutes <= COVER_MOST:
        raise KnownError("idle.cover-bounds", least=COVER_LEAST, most=COVER_MOST)
    if not LOCK_LEAST <= rules.lock_minutes <= LOCK_MOST:
        raise KnownError("idle.lock-bounds", least=LOCK_LEAST, most=LOCK_MOST)
    if rules.lock_minutes <= rules.cover_minutes:
        raise KnownError("idle.lock-first")
    for name, minutes in (
        (COVER_SETTING, rules.cover_minutes),
        (LOCK_SETTING, rules.lock_minutes),
    ):
        work.session.site.change_setting(Setting(name, str(minutes)))
        work.audit(AuditAction.SETTING_CHANGED, name)
    return idle_rules(work)


def _minutes(text: str, least: int, most: int) -> int:
    """Within bounds, else 0."""
    if not (text.isascii() and text.isdigit()):
        return 0
    return int(text) if least <= int(text) <= most else 0
