"""When the screen is covered and the app locks: the site's choice, within bounds."""

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.services.idle_rules import IdleRules, idle_rules, rules_of, save_idle_rules
from tests.services.bench import ADMIN, ROSA, Bench


def test_without_a_choice_it_is_five_and_fifteen_minutes(bench: Bench) -> None:
    assert idle_rules(bench.work_as(ROSA)) == IdleRules(5, 15)


def test_what_an_administrator_chose_counts_for_everybody(bench: Bench) -> None:
    kept = save_idle_rules(bench.work_as(ADMIN), IdleRules(2, 30))

    assert kept == idle_rules(bench.work_as(ROSA)) == IdleRules(2, 30)
    assert bench.actions()[-2:] == [AuditAction.SETTING_CHANGED] * 2


def test_nobody_else_chooses(bench: Bench) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        save_idle_rules(bench.work_as(ROSA), IdleRules(2, 30))


@pytest.mark.parametrize(
    ("cover", "lock", "refusal"),
    [
        (1, 15, "idle.cover-bounds"),
        (11, 15, "idle.cover-bounds"),
        (5, 4, "idle.lock-bounds"),
        (5, 31, "idle.lock-bounds"),
        (10, 10, "idle.lock-first"),
        (10, 9, "idle.lock-first"),
    ],
)
def test_what_is_out_of_bounds_is_refused_and_changes_nothing(
    bench: Bench, cover: int, lock: int, refusal: str
) -> None:
    with pytest.raises(KnownError) as caught:
        save_idle_rules(bench.work_as(ADMIN), IdleRules(cover, lock))

    assert caught.value.message_id == refusal
    assert idle_rules(bench.work_as(ROSA)) == IdleRules(5, 15)


@pytest.mark.parametrize(
    ("cover", "lock", "rules"),
    [
        ("2", "5", IdleRules(2, 5)),
        ("10", "30", IdleRules(10, 30)),
        ("1", "31", IdleRules(5, 15)),
        ("11", "4", IdleRules(5, 15)),
        ("9", "6", IdleRules(5, 15)),
        ("two", "", IdleRules(5, 15)),
        ("-3", "²0", IdleRules(5, 15)),
    ],
)
def test_a_stored_value_out_of_bounds_counts_as_none(
    cover: str, lock: str, rules: IdleRules
) -> None:
    assert rules_of({"idle-cover-minutes": cover, "idle-lock-minutes": lock}) == rules


@pytest.mark.parametrize(
    ("rules", "refusal"),
    [
        (IdleRules(5, 15, 4), "idle.patient-bounds"),
        (IdleRules(5, 15, 21), "idle.patient-bounds"),
        (IdleRules(10, 15, 9), "idle.patient-longer"),
    ],
)
def test_the_time_of_the_patient_is_bounded_and_no_shorter_than_the_cover(
    bench: Bench, rules: IdleRules, refusal: str
) -> None:
    with pytest.raises(KnownError) as caught:
        save_idle_rules(bench.work_as(ADMIN), rules)

    assert caught.value.message_id == refusal
    assert idle_rules(bench.work_as(ROSA)) == IdleRules(5, 15, 10)


def test_the_time_of_the_patient_is_kept_at_its_bounds(bench: Bench) -> None:
    for patient in (5, 20):
        kept = save_idle_rules(bench.work_as(ADMIN), IdleRules(5, 15, patient))

        assert kept == idle_rules(bench.work_as(ROSA)) == IdleRules(5, 15, patient)


@pytest.mark.parametrize(
    ("cover", "patient", "minutes"),
    [("5", "7", 7), ("5", "4", 10), ("5", "21", 10), ("9", "6", 9), ("5", "", 10)],
)
def test_a_stored_time_of_the_patient_is_never_shorter_than_the_cover(
    cover: str, patient: str, minutes: int
) -> None:
    stored = {"idle-cover-minutes": cover, "idle-patient-minutes": patient}

    assert rules_of(stored).patient_minutes == minutes
