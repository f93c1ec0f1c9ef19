"""What the commands of the sealed store do: opens the parts, and closes them again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from desktop.clock import Clock
from desktop.user_files import read_file

if TYPE_CHECKING:
    from desktop.records.kinds import Compartment
    from desktop.services.count_reach import ReachCount
    from desktop.services.ports import (
        BackupDesk,
        BackupDone,
        NewCode,
        ReEnrolment,
        Restored,
        Session,
        SetUp,
        SetUpResult,
        StoreGate,
        StoreReport,
        StoreStats,
        Tell,
    )
    from desktop.services.work import Work

MOST_SECRET_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Account:
    """Who signs in for a command; secrets are the first line of a file, never words typed."""

    sign_in_name: str
    password_file: Path
    passphrase_file: Path | None = None
    """For a workstation that has a passphrase in place of a keyring."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """What was renewed, how many data keys moved, and what somebody else has to renew."""

    renewed: "tuple[Compartment, ...]"
    moved: int
    not_mine: "tuple[Compartment, ...]"


@dataclass(frozen=True, slots=True)
class StoreCommands:
    """``open_gate`` and ``work_for`` as the composition root builds them."""

    open_gate: "Callable[[Path], StoreGate]"
    work_for: "Callable[[Session], Work]"
    clock: Clock
    enrol: "Callable[[Path, ReEnrolment], NewCode]"
    """Gives a workstation whose key is gone a new one, with two recovery codes."""
    check: "Callable[[Path], StoreReport]"
    """Checks a closed store without an account, and asks the keyring what that saw of it."""

    def init(self, data_dir: Path, wanted: "SetUp") -> "SetUpResult":
        """Set the store up; nothing stays when it fails."""
        gate = self.open_gate(data_dir)
        try:
            return gate.set_up(wanted)
        finally:
            gate.close()

    def verify(self, data_dir: Path, account: Account | None, tell: "Tell") -> "StoreReport":
        """Check what needs no key, or open everything that the account may open."""
        from desktop.records.audit_event import AuditAction

        if account is None:
            return self.check(data_dir)
        with self._work(data_dir, account) as work:
            report = work.session.backups.verify(tell)
            work.audit(AuditAction.STORE_VERIFIED, detail=str(report.opened))
            return report

    def stats(self, data_dir: Path) -> "StoreStats":
        """Counts and sizes only."""
        from desktop.storage.stats import store_stats
        from desktop.storage.without_keys import opened_without_keys

        with opened_without_keys(data_dir, self.clock) as store:
            return store_stats(store)

    def backup(
        self, data_dir: Path, folder: Path, account: Account | None, tell: "Tell"
    ) -> "BackupDone":
        """One backup, checked with the account's keys or without any."""
        from desktop.storage.backup_desk import SealedBackupDesk
        from desktop.storage.without_keys import opened_without_keys

        if account is not None:
            with self._work(data_dir, account) as work:
                return self._back_up(work.session.backups, folder, tell)
        with opened_without_keys(data_dir, self.clock) as store:
            return self._back_up(SealedBackupDesk(store), folder, tell)

    def restore(self, data_dir: Path, backup: Path, tell: "Tell") -> "Restored":
        """Put a backup in the place of the store, which is moved aside."""
        from desktop.storage.restore import restore_store

        return restore_store(backup, data_dir, self.clock, tell)

    def reach(self, data_dir: Path, account: Account, since: date, until: date) -> "ReachCount":
        """Who of those that arrived in these days was reached, and why the rest were not."""
        from desktop.services.count_reach import count_reach

        with self._work(data_dir, account) as work:
            return count_reach(work, since, until)

    def rotate(self, data_dir: Path, account: Account) -> Rotation:
        """Renew the keys that are owed and this account may renew, and move data keys."""
        from desktop.records.roles import Permission
        from desktop.services.renew_key import move_data_keys, renew_key

        with self._work(data_dir, account) as work:
            work.need(Permission.HAND_ON_KEYS)
            desk = work.session.key_desk
            renewed = tuple(desk.renewable())
            for compartment in renewed:
                renew_key(work, compartment)
            to_move = desk.to_move()
            for compartment in to_move:
                move_data_keys(work, compartment)
            return Rotation(renewed, sum(to_move.values()), tuple(desk.owed()))

    def _back_up(self, desk: "BackupDesk", folder: Path, tell: "Tell") -> "BackupDone":
        from desktop.services.backup_rules import failed_try, good_try

        started = perf_counter()
        try:
            desk.check_folder(folder)
            run = desk.begin(folder)
            try:
                while not run.copy_some():
                    tell("backup.step-taking", 0, 0)
                done = run.finish(tell)
            finally:
                run.stop()
        except Exception as error:
            desk.remember(failed_try(self.clock.now(), error))
            raise
        desk.remember(good_try(done, perf_counter() - started))
        return done

    @contextmanager
    def _work(self, data_dir: Path, account: Account) -> "Iterator[Work]":
        from desktop.errors import KnownError
        from desktop.services.demo_people import DEMO_PASSPHRASE
        from desktop.services.ports import StoreCondition

        password = first_line(account.password_file)
        gate = self.open_gate(data_dir)
        try:
            condition = gate.condition()
            if condition is StoreCondition.ABSENT:
                raise KnownError("store.absent")
            if condition is StoreCondition.LOCKED:
                if account.passphrase_file is not None:
                    gate.unlock(first_line(account.passphrase_file))
                elif gate.site_names()[2]:
                    gate.unlock(DEMO_PASSPHRASE)
                else:
                    raise KnownError("cli.passphrase-missing")
            session = gate.sign_in(account.sign_in_name, password)
            try:
                yield self.work_for(session)
            finally:
                session.close()
        finally:
            gate.close()


def first_line(path: Path) -> str:
    """A secret as it stands in the first line of a file. KnownError ``cli.cannot-read``."""
    return next(iter(secret_lines(path)), "")


def secret_lines(path: Path) -> list[str]:
    """Secrets, one a line, empty lines left out. KnownError ``cli.cannot-read``."""
    lines = read_file(path, MOST_SECRET_BYTES).decode("utf-8", "replace").splitlines()
    return [line for line in lines if line.strip()]
