"""Which alerts an answer raised in a draft and a later one took away with nobody told."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from desktop.forms.findings import Alert
from desktop.forms.instances import ItemKey
from desktop.forms.session import FormSession
from desktop.records.form_record import FormRecord
from desktop.records.taken_back import TakenBack
from desktop.services.draft_session import OpenDraft, response_of

SLIP = timedelta(seconds=10)
"""A slip of the finger is corrected sooner. The number is ours: no source gives one."""


def taken_back(found: OpenDraft) -> tuple[TakenBack, ...]:
    """Those of earlier revisions, then those of this draft in the order in which they ended.

    The draft is answered once more, act by act, by its rows. An alert that stands again at the
    end, or of which a clinician was told by name, is not among them.
    """
    before = found.before
    standing = _names(found.session.alerts)
    return (before.taken_back if before else ()) + tuple(
        one
        for one in _ended(found, before)
        if one.until - one.since >= SLIP
        and (one.alert_code, one.key) not in standing
        and not any(act.covers(one.alert_code, one.key) for act in found.hand_offs)
    )


def _ended(found: OpenDraft, before: FormRecord | None) -> Iterable[TakenBack]:
    state = found.state
    moment = (before.moment if before else None) or state.changed_at
    session = FormSession(
        found.questionnaire,
        response_of(before) if before else None,
        now=lambda: moment,
        launch=found.launch,
    )
    begun = (before.completed_at if before else None) or state.started.started_at
    since: dict[tuple[str, ItemKey], datetime] = dict.fromkeys(_names(session.alerts), begun)
    for at, change in zip(state.acted_at, state.changes, strict=True):
        session.restore(dict(change))
        stand = _names(session.alerts)
        for code, key in sorted(since.keys() - stand):
            yield TakenBack(code, key, since.pop((code, key)), at)
        for name in stand - since.keys():
            since[name] = at


def _names(alerts: Iterable[Alert]) -> set[tuple[str, ItemKey]]:
    return {(one.code, one.key) for one in alerts}
