"""Forms are offered for the age and the time that they are made for, and say until when."""

from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.episode import CaseSource
from desktop.services.add_case import NewCase, add_case
from desktop.services.form_offers import FormOffer
from desktop.services.library import FURTHER
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.start_loaded_form import start_loaded_form
from tests.content import shipped
from tests.services.bench import ROSA, Bench
from tests.services.filling import say
from tests.services.loaded_forms import Json, offer, sleep_form

OFFER = "https://firstlight.example/fhir/StructureDefinition/offer"


def case_of(bench: Bench, age: int | None, days: int = 0) -> EpisodeRef:
    """Somebody of this age who arrived so many days ago."""
    arrived = bench.clock.now() - timedelta(days=days)
    new = NewCase("ED 7", CaseSource.TRAUMA_PAGE, arrived, age_years=age)
    return add_case(bench.work_as(ROSA), new).ref


def offered(bench: Bench, ref: EpisodeRef) -> tuple[FormOffer, ...]:
    """What the person page offers."""
    return read_person(bench.work_as(ROSA), ref).offered


def past_month() -> Json:
    """A form of others whose questions look back on a month."""
    parts = [{"url": "asks-about-days", "valueInteger": 30}]
    return sleep_form(extension=[{"url": OFFER, "extension": parts}])


def for_ages(low: int, high: int) -> Json:
    """A form of others for these ages."""
    ends = {name: {"value": end, "code": "a"} for name, end in (("low", low), ("high", high))}
    return sleep_form(useContext=[{"code": {"code": "age"}, "valueRange": ends}])


@pytest.mark.parametrize(("age", "is_offered"), [(11, False), (12, True), (21, True), (22, False)])
def test_a_loaded_form_is_offered_for_its_ages(bench: Bench, age: int, is_offered: bool) -> None:
    loaded = offer(bench, for_ages(12, 21))
    ref = case_of(bench, age)

    assert (loaded in [one.ref for one in offered(bench, ref)]) is is_offered
    if not is_offered:
        with pytest.raises(KnownError, match=r"form-start\.not-offered"):
            start_loaded_form(bench.work_as(ROSA), ref, loaded.content_hash)


@pytest.mark.parametrize(("days", "waits"), [(0, 30), (29, 1), (30, None), (31, None)])
def test_a_form_about_the_past_month_says_from_when(
    bench: Bench, days: int, waits: int | None
) -> None:
    loaded = offer(bench, past_month())
    ref = case_of(bench, 30, days)

    (found,) = [one for one in offered(bench, ref) if one.ref == loaded]

    today = bench.clock.now().astimezone().date()
    assert found.not_before == (None if waits is None else today + timedelta(days=waits))
    if waits is None:
        assert start_loaded_form(bench.work_as(ROSA), ref, loaded.content_hash)
    else:
        with pytest.raises(KnownError, match=r"form-start\.not-yet"):
            start_loaded_form(bench.work_as(ROSA), ref, loaded.content_hash)


def test_our_own_forms_come_first_and_in_their_order(bench: Bench) -> None:
    offer(bench)

    found = offered(bench, case_of(bench, 30))

    own = [one.own for one in found if one.own]
    assert [one.own for one in found] == [*own, ""]
    assert [one.rule.order for one in found] == sorted(one.rule.order for one in found)
    assert set(own) <= set(FURTHER)


YOUNG, FAMILY = "youth-talk", "caregiver-talk"


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (0, {FAMILY}),
        (7, {FAMILY}),
        (8, {YOUNG, FAMILY}),
        (17, {YOUNG, FAMILY}),
        (18, set()),
        (None, {YOUNG, FAMILY}),
    ],
)
def test_young_people_and_those_who_care_for_them_have_forms_by_age(
    bench: Bench, age: int | None, expected: set[str]
) -> None:
    found = {one.own for one in offered(bench, case_of(bench, age))}

    assert found & {YOUNG, FAMILY} == expected
    assert set(FURTHER) - {YOUNG, FAMILY} <= found


def test_a_follow_up_waits_for_the_day_after(bench: Bench) -> None:
    ref = case_of(bench, 30)

    waiting = {one.own for one in offered(bench, ref) if one.not_before is not None}

    assert waiting == {"follow-up-check"}


def test_the_content_tests_know_every_form_of_ours() -> None:
    assert set(FURTHER) == set(shipped.FURTHER)


def test_a_form_of_ours_is_due_and_goes_on_as_a_draft(bench: Bench) -> None:
    ref = case_of(bench, 30, days=40)
    (found,) = [one for one in offered(bench, ref) if one.own == "needs-assessment"]
    today = bench.clock.now().astimezone().date()
    assert found.due == today - timedelta(days=10)

    work = bench.work_as(ROSA)
    begun = start_loaded_form(work, ref, found.content_hash)
    say(work, begun, "start.who-answers", "self")

    page = read_person(work, ref)
    assert [line.own for line in page.loaded] == ["needs-assessment"]
    assert "needs-assessment" not in [one.own for one in page.offered]
