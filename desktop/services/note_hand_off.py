"""Note who was told of an alert of a completed form, or that no one was reached."""

from datetime import datetime, timedelta

from desktop.errors import KnownError
from desktop.records.alert import HandOff, ToldBy
from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.kinds import FORM, LATE_HAND_OFF
from desktop.records.late_hand_off import LateHandOff
from desktop.records.roles import Permission
from desktop.services.alerts import open_alerts, raised_by
from desktop.services.draft_session import record_session
from desktop.services.episode_records import one_of
from desktop.services.hand_offs import hand_offs_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

MOST_AHEAD = timedelta(minutes=2)
"""A clock may run a little ahead; anything later is still to come."""
NO_ONE = "no-one"
"""In the trail, before the code of an alert of which no one was reached."""


def note_hand_off(
    work: Work,
    ref: EpisodeRef,
    form_id: RecordId,
    alert_code: str,
    *,
    told: str,
    how: ToldBy,
    told_at: datetime,
    said: str = "",
) -> HandOff:
    """Keep it beside the newest revision of the form, which stays as it is, signed or not.

    ``told`` is empty when no one was reached: that is kept and closes nothing. A case that was
    closed since takes it too. ``told_at`` is aware. KnownErrors ``hand-off.told-already`` when
    nobody has to be told of this alert any more, ``hand-off.in-future``, those of ``need_case``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    form, now = one_of(work, FORM, ref, form_id), work.clock.now()
    if told_at > now + MOST_AHEAD:
        raise KnownError("hand-off.in-future")
    alerts = record_session(work, ref, form.value).alerts
    untold = open_alerts(alerts, hand_offs_of(work, ref.person_id, form.value))
    if alert_code not in {one.code for one in untold}:
        raise KnownError("hand-off.told-already")
    act = HandOff(
        form_id=form_id,
        alert_code=alert_code,
        told=" ".join(told.split()),
        how=how,
        told_at=told_at.astimezone(now.tzinfo),
        recorded_by=work.session.me.staff_id,
        recorded_at=now,
        said=" ".join(said.split()),
        about=raised_by(alerts, alert_code),
    )
    note = LateHandOff(ref.episode_id, act)
    record_id = RecordId(work.ids.new_id())
    work.session.records.save(LATE_HAND_OFF, ref.person_id, record_id, note, base=0)
    detail = alert_code if act.closes else f"{NO_ONE}:{alert_code}"
    work.audit(AuditAction.ALERT_ACKNOWLEDGED, form_id, detail, ref.person_id)
    return act
