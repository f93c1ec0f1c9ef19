"""The alerts that the site asks for: kept as a signed setting, never taken out, only ended."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal, InvalidOperation

from desktop.errors import KnownError
from desktop.forms.added_alerts import AddedAlerts
from desktop.forms.questionnaire import AlertRule, InstrumentRef
from desktop.forms.wording import LocalText
from desktop.messages import LANGUAGES
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.records.site_alert import AlertAbout, AlertCondition, SiteAlert
from desktop.services.alert_texts import MOST_LETTERS
from desktop.services.ports import Setting, family_of
from desktop.services.site_alert_checks import alert_trouble
from desktop.services.work import Work

SETTING = "site-alerts"
_VERSION = 1
_BASE, *_OTHERS = LANGUAGES


def site_alerts(work: Work) -> tuple[SiteAlert, ...]:
    """Every rule that ever stood, oldest first. Readable to every account.

    KnownError ``store.damaged`` when the setting is none of ours: no alert may be lost in silence.
    """
    text = work.session.site.settings().get(SETTING, "")
    if not text:
        return ()
    try:
        kept = json.loads(text)
        if kept["version"] != _VERSION:
            raise KnownError("store.damaged")
        return tuple(map(_alert, kept["alerts"]))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation):
        raise KnownError("store.damaged") from None


def save_site_alert(work: Work, wanted: SiteAlert) -> tuple[SiteAlert, ...]:
    """Keep a rule; all of them as they are then. A new one has an empty ``alert_id``.

    Where more than its words changed, the rule of before ends and another begins: what was begun
    under the one keeps to it. KnownErrors ``site-alert.words-missing``, ``alert-text.too-long``,
    ``site-alert.call-missing``, ``site-alert.condition-missing``, ``site-alert.must-wait``, those
    of ``alert_trouble``, ``work.not-allowed``.
    """
    work.need(Permission.SET_SITE)
    whole = replace(
        wanted,
        title=_tidy(wanted.title),
        what_to_do=_tidy(wanted.what_to_do),
        call=" ".join(wanted.call.split()),
    )
    _need_whole(work, whole)
    alerts = list(site_alerts(work))
    at = next((at for at, one in enumerate(alerts) if one.alert_id == wanted.alert_id), None)
    now = work.clock.now()
    if at is not None and _is_same_rule(alerts[at], whole):
        before = alerts[at]
        alerts[at] = replace(whole, since=before.since, until=before.until)
    else:
        if at is not None:
            alerts[at] = _ended(alerts[at], now)
        alerts.append(replace(whole, alert_id=work.ids.new_id(), since=now, until=None))
    return _keep(work, alerts)


def end_site_alert(work: Work, alert_id: str) -> tuple[SiteAlert, ...]:
    """The rule raises nothing in work that is begun from now on; all of them as they are then."""
    work.need(Permission.SET_SITE)
    now = work.clock.now()
    alerts = [one if one.alert_id != alert_id else _ended(one, now) for one in site_alerts(work)]
    return _keep(work, alerts)


def added_alerts(
    work: Work, form: InstrumentRef, begun: datetime, ended: datetime | None
) -> AddedAlerts:
    """What the site's rules add to a form for a work from ``begun`` on."""
    return tuple(
        (one.condition.link_id, _rule(one))
        for one in site_alerts(work)
        if one.condition.url == family_of(form)
        and one.condition.covers(form.version)
        and one.stood(begun, ended)
    )


def _rule(alert: SiteAlert) -> AlertRule:
    condition = alert.condition
    waits = alert.waits or alert.about.must_wait
    return AlertRule(alert.code, condition.codes, condition.least, condition.most, waits)


def _is_same_rule(before: SiteAlert, after: SiteAlert) -> bool:
    def facts(one: SiteAlert) -> tuple[object, ...]:
        return (one.condition, one.about, one.waits)

    return before.stands and facts(before) == facts(after)


def _ended(alert: SiteAlert, now: datetime) -> SiteAlert:
    return replace(alert, until=now) if alert.stands else alert


def _need_whole(work: Work, alert: SiteAlert) -> None:
    for words in (alert.title, alert.what_to_do):
        texts = [words.in_language(one) if words.has(one) else "" for one in _OTHERS]
        if not words.base or not all(texts):
            raise KnownError("site-alert.words-missing")
        if any(len(text) > MOST_LETTERS for text in (words.base, *texts)):
            raise KnownError("alert-text.too-long", limit=MOST_LETTERS)
    if not alert.call:
        raise KnownError("site-alert.call-missing")
    if not alert.condition.is_whole:
        raise KnownError("site-alert.condition-missing")
    if alert.about.must_wait and not alert.waits:
        raise KnownError("site-alert.must-wait")
    trouble = alert_trouble(work, alert.condition)
    if trouble is not None:
        raise trouble


def _keep(work: Work, alerts: list[SiteAlert]) -> tuple[SiteAlert, ...]:
    kept = {"version": _VERSION, "alerts": list(map(_json, alerts))}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    if work.session.site.settings().get(SETTING, "") != text:
        work.session.site.change_setting(Setting(SETTING, text))
        work.audit(AuditAction.SETTING_CHANGED, SETTING)
    return site_alerts(work)


def _tidy(words: LocalText) -> LocalText:
    others = {one: " ".join(words.translations.get(one, "").split()) for one in _OTHERS}
    return LocalText(" ".join(words.base.split()), others)


def _json(alert: SiteAlert) -> dict[str, object]:
    condition = alert.condition
    return {
        "id": alert.alert_id,
        "url": condition.url,
        "linkId": condition.link_id,
        "codes": list(condition.codes),
        "least": None if condition.least is None else str(condition.least),
        "most": None if condition.most is None else str(condition.most),
        "from-version": condition.first_version,
        "to-version": condition.last_version,
        "about": alert.about.value,
        "waits": alert.waits,
        "title": _words_json(alert.title),
        "what-to-do": _words_json(alert.what_to_do),
        "call": alert.call,
        "since": alert.since.isoformat(),
        "until": None if alert.until is None else alert.until.isoformat(),
    }


def _alert(kept: Mapping[str, object]) -> SiteAlert:
    codes = kept["codes"]
    if not isinstance(codes, list):
        raise TypeError
    until = kept["until"]
    return SiteAlert(
        alert_id=str(kept["id"]),
        condition=AlertCondition(
            url=str(kept["url"]),
            link_id=str(kept["linkId"]),
            codes=tuple(map(str, codes)),
            least=_number(kept["least"]),
            most=_number(kept["most"]),
            first_version=str(kept["from-version"]),
            last_version=str(kept["to-version"]),
        ),
        about=AlertAbout(str(kept["about"])),
        waits=kept["waits"] is True,
        title=_words(kept["title"]),
        what_to_do=_words(kept["what-to-do"]),
        call=str(kept["call"]),
        since=datetime.fromisoformat(str(kept["since"])),
        until=None if until is None else datetime.fromisoformat(str(until)),
    )


def _number(kept: object) -> Decimal | None:
    return None if kept is None else Decimal(str(kept))


def _words_json(words: LocalText) -> dict[str, str]:
    return {_BASE: words.base, **words.translations}


def _words(kept: object) -> LocalText:
    if not isinstance(kept, dict):
        raise TypeError
    return LocalText(str(kept[_BASE]), {one: str(kept[one]) for one in _OTHERS})
