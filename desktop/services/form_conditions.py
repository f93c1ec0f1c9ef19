"""The conditions that were decided when a form was loaded: a signed setting for each form."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from desktop.errors import KnownError
from desktop.forms.form_face import OfferRule
from desktop.records.audit_event import AuditAction
from desktop.records.form_conditions import FormConditions
from desktop.records.roles import Permission
from desktop.services.ports import Setting
from desktop.services.work import Work

PREFIX = "form-conditions-"
"""Before the SHA-256 (hex) of the form: another version is another decision."""
_VERSION = 1


def form_conditions(work: Work, content_hash: str) -> FormConditions | None:
    """What was decided about this form; None when nothing was. Readable to every account.

    KnownError ``store.damaged`` when the setting is none of ours.
    """
    return conditions_in(work.session.site.settings(), content_hash)


def conditions_in(settings: Mapping[str, str], content_hash: str) -> FormConditions | None:
    """The same out of settings that were read already."""
    text = settings.get(PREFIX + content_hash, "")
    return _read(text) if text else None


def need_conditions(conditions: FormConditions) -> None:
    """KnownErrors ``form-known.ages-wrong``, ``form-known.day-wrong``."""
    if not conditions.ages_fit:
        raise KnownError("form-known.ages-wrong")
    if not conditions.day_fits:
        raise KnownError("form-known.day-wrong")


def keep_form_conditions(work: Work, content_hash: str, wanted: FormConditions) -> FormConditions:
    """Keep a decision; adding up begins now unless it stood already.

    KnownErrors of ``need_conditions``, ``work.not-allowed``.
    """
    work.need(Permission.LOAD_FORMS)
    need_conditions(wanted)
    before = form_conditions(work, content_hash)
    stood = before is not None and before.adds_up and before.known == wanted.known
    since = before.since if before is not None and stood else work.clock.now()
    kept = replace(wanted, since=since if wanted.adds_up else None)
    if kept != before:
        work.session.site.change_setting(Setting(PREFIX + content_hash, _written(kept)))
        work.audit(AuditAction.SETTING_CHANGED, PREFIX + content_hash)
    return kept


def drop_form_conditions(work: Work, content_hash: str) -> None:
    """Nothing is decided any more: the form is offered as it says itself."""
    work.need(Permission.LOAD_FORMS)
    if form_conditions(work, content_hash) is not None:
        work.session.site.change_setting(Setting(PREFIX + content_hash, ""))
        work.audit(AuditAction.SETTING_CHANGED, PREFIX + content_hash)


def with_conditions(rule: OfferRule, conditions: FormConditions | None) -> OfferRule:
    """To whom and when a form is offered, as it was decided; as the form says where nothing was."""
    if conditions is None:
        return rule
    return replace(
        rule,
        from_age=conditions.from_age,
        to_age=conditions.to_age,
        from_days=conditions.first_day,
    )


def _written(one: FormConditions) -> str:
    kept = {
        "version": _VERSION,
        "known": one.known,
        "from-age": one.from_age,
        "to-age": one.to_age,
        "first-day": one.first_day,
        "adds-up": one.adds_up,
        "since": one.since.isoformat() if one.since is not None else None,
    }
    return json.dumps(kept, sort_keys=True)


def _read(text: str) -> FormConditions:
    try:
        kept = json.loads(text)
        if kept["version"] != _VERSION:
            raise KnownError("store.damaged")
        return FormConditions(
            known=str(kept["known"]),
            from_age=_whole(kept["from-age"]),
            to_age=_whole(kept["to-age"]),
            first_day=_whole(kept["first-day"]),
            adds_up=kept["adds-up"] is True,
            since=None if kept["since"] is None else datetime.fromisoformat(str(kept["since"])),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise KnownError("store.damaged") from None


def _whole(kept: object) -> int | None:
    return None if kept is None else int(str(kept))
