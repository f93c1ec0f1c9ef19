"""What the site tells its staff to do about an alert, in place of our words."""

from collections.abc import Mapping

from desktop.errors import BugError, KnownError
from desktop.messages import LANGUAGES
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.records.site_contact import ALERT_CODES
from desktop.services.ports import Setting
from desktop.services.work import Work

MOST_LETTERS = 400
"""What can be read beside a bed while somebody waits."""


def alert_texts(work: Work, language: str) -> Mapping[str, str]:
    """The site's text of each alert that has one, in a language. Readable to every account."""
    settings = work.session.site.settings()
    found = {code: settings.get(_name(code, language), "").strip() for code in ALERT_CODES}
    return {code: text for code, text in found.items() if text}


def save_alert_text(work: Work, code: str, texts: Mapping[str, str]) -> None:
    """Keep the site's text of one alert in every language; all empty gives our words back.

    KnownErrors ``alert-text.one-language`` when a language is left out, ``alert-text.too-long``,
    ``work.not-allowed``.
    """
    work.need(Permission.SET_SITE)
    if code not in ALERT_CODES or set(texts) != set(LANGUAGES):
        raise BugError("no such alert, or not every language")
    kept = {language: " ".join(text.split()) for language, text in texts.items()}
    if any(kept.values()) and not all(kept.values()):
        raise KnownError("alert-text.one-language")
    if any(len(text) > MOST_LETTERS for text in kept.values()):
        raise KnownError("alert-text.too-long", limit=MOST_LETTERS)
    before = work.session.site.settings()
    for language, text in kept.items():
        name = _name(code, language)
        if before.get(name, "") != text:
            work.session.site.change_setting(Setting(name, text))
            work.audit(AuditAction.SETTING_CHANGED, name)


def _name(code: str, language: str) -> str:
    return f"alert-text-{code}-{language}"
