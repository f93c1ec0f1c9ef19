"""What staff read in an alert, whoever asked for it: its name, what to do, whom to call."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.forms.wording import LocalText
from desktop.messages import LANGUAGES
from desktop.records.site_alert import SiteAlert
from desktop.records.site_contact import ALERT_CODES, SiteContact
from desktop.services.alert_texts import alert_texts
from desktop.services.answer_words import message_words
from desktop.services.site_alerts import site_alerts
from desktop.services.work import Work

_BASE, *_OTHERS = LANGUAGES


@dataclass(frozen=True, slots=True)
class AlertWords:
    """One alert. ``call`` is whom the site wants told first; ``contacts_of`` is the alert whose
    contacts are offered too."""

    title: LocalText
    what_to_do: LocalText
    contacts_of: str
    call: str = ""

    def offered(self, contacts: tuple[SiteContact, ...]) -> tuple[SiteContact, ...]:
        """Who can be chosen as told, in this order."""
        first = (SiteContact(self.call),) if self.call else ()
        return first + tuple(one for one in contacts if one.is_for(self.contacts_of))


def alert_words(work: Work) -> Mapping[str, AlertWords]:
    """Every alert by its code: ours in the site's words where it has some, and the site's own,
    those of ended rules too, because what they raised is still read."""
    texts = {one: alert_texts(work, one) for one in LANGUAGES}
    found = {code: _of_ours(code, texts) for code in ALERT_CODES}
    found |= {one.code: _of_site(one) for one in site_alerts(work)}
    return found


def alert_title(words: Mapping[str, AlertWords], code: str) -> LocalText:
    """What an alert is called; its bare code where nobody knows it any more."""
    return words[code].title if code in words else LocalText(code)


def _of_ours(code: str, texts: Mapping[str, Mapping[str, str]]) -> AlertWords:
    what_to_do = message_words(f"alert.{code}.what-to-do")
    if texts[_BASE].get(code):
        what_to_do = LocalText(texts[_BASE][code], {one: texts[one][code] for one in _OTHERS})
    return AlertWords(message_words(f"alert.{code}.title"), what_to_do, code)


def _of_site(alert: SiteAlert) -> AlertWords:
    contacts_of = alert.about.contacts or alert.code
    return AlertWords(alert.title, alert.what_to_do, contacts_of, alert.call)
