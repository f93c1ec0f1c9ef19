"""Where people were in a form when they left, so that they go on there: opaque ids, no store."""

import json
from typing import Any

from desktop.records.form_record import FormKind
from desktop.records.ids import EpisodeId, PersonId, RecordId, StaffId
from desktop.services.ports import EpisodeRef
from desktop.views.shell.place import Desk, Place


class LeftPlaces:
    """One place a person, of this process and the one that it replaced.

    Only a form is gone back to: elsewhere a day begins at the first desk. The question itself is
    in the draft, which is opened where it stopped.
    """

    def __init__(self, handed_over: str = "") -> None:
        """``handed_over`` is what :meth:`as_text` said in the process before this one."""
        self._places: dict[StaffId, Place] = {}
        if handed_over:
            self._read(handed_over)

    def keep(self, staff_id: StaffId, place: Place | None) -> None:
        """Somebody leaves; what is no form forgets where they were before."""
        self._places.pop(staff_id, None)
        if place is not None and place.desk is Desk.FORM:
            self._places[staff_id] = place

    def take(self, staff_id: StaffId) -> Place | None:
        """Where this person goes on, once."""
        return self._places.pop(staff_id, None)

    def as_text(self, staff_id: StaffId) -> str:
        """This person's place for the process that replaces this one; "" without one."""
        place = self._places.get(staff_id)
        if place is None or place.ref is None or place.kind is None:
            return ""
        return json.dumps(
            {
                "staff": staff_id,
                "person": place.ref.person_id,
                "episode": place.ref.episode_id,
                "kind": place.kind.value,
                "record": place.record_id or "",
            }
        )

    def _read(self, text: str) -> None:
        """What cannot be read is forgotten: the day then begins at the first desk."""
        try:
            said: Any = json.loads(text)
            staff, person, episode, record = (
                str(said[name]) for name in ("staff", "person", "episode", "record")
            )
            kind = FormKind(said["kind"])
        except (ValueError, TypeError, KeyError):
            return
        ref = EpisodeRef(PersonId(person), EpisodeId(episode))
        record_id = RecordId(record) if record else None
        self._places[StaffId(staff)] = Place(Desk.FORM, ref, kind=kind, record_id=record_id)
