"""Everybody who was told of the alerts of a form: in its draft, and after it was completed."""

from desktop.records.alert import HandOff
from desktop.records.form_record import FormRecord
from desktop.records.ids import PersonId
from desktop.records.kinds import LATE_HAND_OFF
from desktop.services.work import Work


def hand_offs_of(work: Work, person_id: PersonId, form: FormRecord) -> tuple[HandOff, ...]:
    """The acts that the form itself holds, then the later ones, oldest first, each once: a
    correction that was completed since holds those that came before it."""
    late = [one.value.act for one in work.list_newest(LATE_HAND_OFF, person_id)]
    mine = [act for act in late if act.form_id == form.form_id and act not in form.hand_offs]
    return (*form.hand_offs, *sorted(mine, key=lambda act: act.recorded_at))
