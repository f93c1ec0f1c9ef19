"""Where somebody goes on: a form, once, theirs alone, and over a full lock by ids only."""

import pytest

from desktop.records.form_record import FormKind
from desktop.records.ids import EpisodeId, PersonId, RecordId, StaffId
from desktop.services.ports import EpisodeRef
from desktop.views.shell.left_places import LeftPlaces
from desktop.views.shell.place import Desk, Place

ROSA, TOMAS = StaffId("a" * 32), StaffId("b" * 32)
REF = EpisodeRef(PersonId("c" * 32), EpisodeId("d" * 32))
FORM = Place(Desk.FORM, REF, kind=FormKind.ASSESSMENT)


def test_a_form_is_gone_back_to_once_by_whoever_left_it() -> None:
    places = LeftPlaces()
    places.keep(ROSA, FORM)

    assert places.take(TOMAS) is None
    assert places.take(ROSA) == FORM
    assert places.take(ROSA) is None


@pytest.mark.parametrize("place", [None, Place(Desk.WORKLIST), Place(Desk.PERSON, REF)])
def test_any_other_place_forgets_the_form_before_it(place: Place | None) -> None:
    places = LeftPlaces()
    places.keep(ROSA, FORM)
    places.keep(ROSA, place)

    assert places.take(ROSA) is None
    assert places.as_text(ROSA) == ""


@pytest.mark.parametrize("record", [None, RecordId("e" * 32)])
def test_a_place_comes_over_a_full_lock(record: RecordId | None) -> None:
    place = Place(Desk.FORM, REF, kind=FormKind.LOADED, record_id=record)
    before = LeftPlaces()
    before.keep(ROSA, place)

    after = LeftPlaces(before.as_text(ROSA))

    assert after.take(ROSA) == place


@pytest.mark.parametrize(
    "text", ["", "{", "null", "[]", '"x"', "{}", '{"staff": "a", "person": "b"}', '{"kind": "x"}']
)
def test_what_cannot_be_read_is_no_place(text: str) -> None:
    assert LeftPlaces(text).take(ROSA) is None
