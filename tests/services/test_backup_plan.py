"""When a backup is due, and what an administrator may say about it."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.services.backup_by_hand import backup_by_hand
from desktop.services.backup_plan import backup_plan, save_backup_plan
from desktop.services.backup_rules import BackupPlan, days_without, failed_try, is_due, plan_of
from desktop.services.ports import BackupLog, BackupTry
from desktop.services.read_backups import read_backups
from tests.services.bench import ADMIN, DESK, NADIA, ROSA, Bench

EAST = timezone(timedelta(hours=-5))
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=EAST)
PLAN = BackupPlan("/usb", is_on=True, hour=13)


def good(hours_ago: float) -> BackupLog:
    """One good backup so long before noon."""
    tried = BackupTry(NOON - timedelta(hours=hours_ago))
    return BackupLog((tried,), tried)


@pytest.mark.parametrize(
    ("plan", "log", "now", "due"),
    [
        (PLAN, BackupLog(), NOON, True),
        (BackupPlan("/usb", is_on=False), BackupLog(), NOON, False),
        (PLAN, good(1), NOON, False),
        (PLAN, good(22.9), NOON, False),
        (PLAN, good(23.1), NOON, True),
        (PLAN, good(1), NOON + timedelta(minutes=59), False),
        (PLAN, good(1), NOON + timedelta(minutes=60), True),
        (PLAN, good(24.1), NOON, True),
        (PLAN, good(-5), NOON, True),  # a clock that ran backwards
    ],
)
def test_a_backup_is_due_once_the_hour_has_passed_since_the_last(
    plan: BackupPlan, log: BackupLog, now: datetime, due: bool
) -> None:
    assert is_due(plan, log, now) is due


@pytest.mark.parametrize(("minutes_ago", "due"), [(1, False), (59, False), (61, True), (-9, True)])
def test_after_a_failure_there_is_an_hours_rest(minutes_ago: int, due: bool) -> None:
    failed = failed_try(NOON - timedelta(minutes=minutes_ago), KnownError("backup.folder-missing"))

    assert is_due(PLAN, BackupLog((failed,)), NOON) is due


@pytest.mark.parametrize(
    ("hours_ago", "days"), [(1, None), (71, None), (72, 3), (95, 3), (96, 4), (2400, 100)]
)
def test_an_old_backup_is_worth_a_line_after_three_days(hours_ago: int, days: int | None) -> None:
    assert days_without(PLAN, good(hours_ago), NOON) == days


def test_where_there_never_was_one_the_days_count_from_the_first_that_failed() -> None:
    failed = failed_try(NOON, KnownError("backup.folder-missing"))
    log = BackupLog((failed,), None, NOON - timedelta(days=5))

    assert days_without(PLAN, log, NOON) == 5


def test_nothing_is_said_where_backups_are_off_or_none_was_made() -> None:
    assert days_without(BackupPlan("/usb"), good(2400), NOON) is None
    assert days_without(PLAN, BackupLog(), NOON) is None


@pytest.mark.parametrize("value", ["", "on", "on;x;/usb", "on;24;/usb", "on;5;", "maybe;5;/usb"])
def test_a_setting_that_is_no_plan_is_the_default_one(value: str) -> None:
    assert plan_of(value) == BackupPlan()


def test_an_administrator_sets_the_plan_and_it_is_audited(
    sealed_work: Bench, tmp_path: Path
) -> None:
    plan = BackupPlan(str(tmp_path / "a; b"), is_on=True, hour=0)

    kept = save_backup_plan(sealed_work.work_as(ADMIN), plan)

    assert kept == plan == backup_plan(sealed_work.work_as(ROSA))
    assert sealed_work.heard[-1].action is AuditAction.SETTING_CHANGED
    assert (tmp_path / "a; b").is_dir()


@pytest.mark.parametrize(
    ("plan", "message_id"),
    [
        (BackupPlan("/usb-never-there/deep", is_on=True), "backup.folder-missing"),
        (BackupPlan("", is_on=True), "backup.folder-missing"),
        (BackupPlan("/", is_on=True, hour=24), "backup.hour-wrong"),
    ],
)
def test_a_plan_that_cannot_work_is_refused(
    sealed_work: Bench, plan: BackupPlan, message_id: str
) -> None:
    with pytest.raises(KnownError) as caught:
        save_backup_plan(sealed_work.work_as(ADMIN), plan)

    assert caught.value.message_id == message_id
    assert backup_plan(sealed_work.work_as(ADMIN)) == BackupPlan()


@pytest.mark.parametrize("name", [ROSA, NADIA, DESK])
def test_nobody_else_sets_sees_or_starts_backups(
    sealed_work: Bench, tmp_path: Path, name: str
) -> None:
    work = sealed_work.work_as(name)
    for act in (
        lambda: save_backup_plan(work, BackupPlan(str(tmp_path))),
        lambda: read_backups(work),
        lambda: backup_by_hand(work),
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.message_id == "work.not-allowed"
