"""A date of birth goes before the age that was noted at arrival, wherever an age decides."""

from datetime import date

import pytest

from desktop.directory.matching import match
from desktop.errors import KnownError
from desktop.records.kinds import PERSON_IDENTITY, RecordKind
from desktop.records.person import PersonIdentity
from desktop.services import plan_packet as planning
from desktop.services.age import age_of
from desktop.services.identity import save_identity
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import PersonPage, read_person
from desktop.services.work import Work
from tests.services.bench import ROSA, Bench, memory_bench
from tests.services.test_form_offers import case_of

YOUNG = "youth-talk"


@pytest.fixture
def bench() -> Bench:
    """In memory."""
    return memory_bench()


def born(bench: Bench, ref: EpisodeRef, years: int) -> None:
    """So many full years ago and a day."""
    today = bench.clock.now().astimezone().date()
    birthday = date(today.year - years, 1, 1)
    assert birthday.replace(year=today.year) <= today
    save_identity(bench.work_as(ROSA), ref, PersonIdentity(ref.person_id, birth_date=birthday))


def page_of(bench: Bench, typed: int | None, by_birth: int | None) -> tuple[EpisodeRef, PersonPage]:
    """A case with an age as typed at arrival, and perhaps a date of birth."""
    ref = case_of(bench, typed)
    if by_birth is not None:
        born(bench, ref, by_birth)
    return ref, read_person(bench.work_as(ROSA), ref)


@pytest.mark.parametrize(
    ("typed", "by_birth", "talk", "age"),
    [
        (19, 15, YOUNG, 15),
        (None, 15, YOUNG, 15),
        (15, 19, "", 19),
        (15, None, YOUNG, 15),
        (19, 6, "caregiver-talk", 6),
        (19, None, "", 19),
        (None, None, "", None),
    ],
)
def test_first_touch_and_offers_follow_the_date_of_birth(
    bench: Bench, typed: int | None, by_birth: int | None, talk: str, age: int | None
) -> None:
    ref, page = page_of(bench, typed, by_birth)

    assert (page.talk, age_of(bench.work_as(ROSA), ref)) == (talk, age)
    known = [one for one in page.offered if one.rule.fits_age(age)]
    assert list(page.offered) == known
    assert (YOUNG in {one.own for one in page.offered}) is (age is None or 8 <= age < 18)


@pytest.mark.parametrize(
    ("typed", "by_birth", "age"), [(19, 15, 15), (None, 15, 15), (19, None, 19), (None, None, None)]
)
def test_places_of_a_packet_are_looked_for_by_the_date_of_birth(
    bench: Bench,
    monkeypatch: pytest.MonkeyPatch,
    typed: int | None,
    by_birth: int | None,
    age: int | None,
) -> None:
    ref, _ = page_of(bench, typed, by_birth)
    asked = []
    monkeypatch.setattr(
        planning, "match", lambda *given, **_: asked.append(given[3]) or match(*given)
    )

    plan_packet(bench.work_as(ROSA), ref)

    assert asked == [age]


def test_who_holds_no_key_to_the_identity_goes_by_the_age_at_arrival(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref, _ = page_of(bench, 19, 15)
    real = Work.list_newest

    def sealed(work: Work, kind: RecordKind[object], person_id: str) -> object:
        if kind is PERSON_IDENTITY:
            raise KnownError("store.no-key")
        return real(work, kind, person_id)

    monkeypatch.setattr(Work, "list_newest", sealed)

    assert age_of(bench.work_as(ROSA), ref) == 19
