"""Forms are offered for the age and the time that they are made for, and say until when."""

from datetime import date, timedelta

import pytest

from desktop.errors import KnownError
from desktop.forms.answers import NoAnswerReason
from desktop.records.episode import CaseSource
from desktop.services.add_case import NewCase, add_case
from desktop.services.complete_form import complete_form
from desktop.services.form_offers import FormOffer, next_follow_up
from desktop.services.library import FURTHER
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.read_person import read_person
from desktop.services.site_settings import FOLLOW_UP, FOLLOW_UP_PLAN, FOLLOW_UP_SETTING
from desktop.services.start_loaded_form import start_loaded_form
from tests.content import shipped
from tests.services.bench import ADMIN, ROSA, Bench
from tests.services.filling import fill, give_reason, say
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


def set_site(bench: Bench, name: str, value: str) -> None:
    """The administrator decides."""
    bench.work_as(ADMIN).session.site.change_setting(Setting(name, value))


def test_a_site_decides_by_when_a_form_is_due(bench: Bench) -> None:
    ref = case_of(bench, 30)
    set_site(bench, "due-days-needs-assessment", "12")

    (found,) = [one for one in offered(bench, ref) if one.own == "needs-assessment"]

    assert found.due == bench.clock.now().astimezone().date() + timedelta(days=12)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(0, 7), (90, 97), (91, 105), (181, 195), (182, 212), (364, 394), (365, None)],
)
def test_the_plan_of_follow_ups_thins_out(day: int, expected: int | None) -> None:
    arrived = date(2026, 1, 1)

    found = next_follow_up(FOLLOW_UP_PLAN, arrived, arrived + timedelta(days=day))

    assert found == (None if expected is None else arrived + timedelta(days=expected))


def checked(bench: Bench, ref: EpisodeRef, next_on: str = "") -> None:
    """A follow-up check, done today; ``next_on`` is the day that was agreed."""
    work = bench.work_as(ROSA)
    (found,) = [one for one in offered(bench, ref) if one.own == FOLLOW_UP]
    form = start_loaded_form(work, ref, found.content_hash)
    say(work, form, "start.talk-now", "yes")
    if next_on:
        say(work, form, "contacts.next-on", next_on)
    else:
        give_reason(work, form, "contacts.next-on", NoAnswerReason.DECLINED)
    fill(work, form, **{"safe.here": "yes", "safe.more-harm": "no", "heal.ending-life": "no"})
    complete_form(work, form.draft)


@pytest.mark.parametrize(("setting", "days"), [("", 7), ("3:91", 3), ("sometimes", 7), ("0:9", 7)])
def test_a_follow_up_is_due_again_by_the_plan_of_the_site(
    bench: Bench, setting: str, days: int
) -> None:
    ref = case_of(bench, 30, days=10)
    if setting:
        set_site(bench, FOLLOW_UP_SETTING, setting)
    checked(bench, ref)

    (found,) = [one for one in offered(bench, ref) if one.own == FOLLOW_UP]

    assert found.is_again
    assert found.due == bench.clock.now().astimezone().date() + timedelta(days=days)


def test_the_day_that_was_agreed_comes_before_the_plan_and_only_the_last_counts(
    bench: Bench,
) -> None:
    ref = case_of(bench, 30, days=10)
    checked(bench, ref, "2026-03-30")
    bench.clock.advance(60)
    checked(bench, ref, "2026-04-02")

    page = read_person(bench.work_as(ROSA), ref)

    (found,) = [one for one in page.offered if one.own == FOLLOW_UP]
    assert found.due == date(2026, 4, 2)
    assert [line.next_due for line in page.loaded] == [None, date(2026, 4, 2)]
    assert {line.for_whom for line in page.loaded} == {"person"}
