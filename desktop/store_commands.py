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
    from desktop.records.hand_over import (
        HandedOver,
        HandOverReason,
        TakeBackReason,
        Workstation,
    )
    from desktop.records.kinds import Compartment
    from desktop.services.count_reach import ReachCount
    from desktop.services.hand_over_case import HandOverDone
    from desktop.services.ports import (
        AnotherWorkstation,
        Arriving,
        BackupDesk,
        BackupDone,
        MadeWorkstation,
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
    add_workstation: "Callable[[Path, AnotherWorkstation], MadeWorkstation]"
    """Makes a further workstation from a backup, with two recovery codes."""

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

    def write_card(self, data_dir: Path, account: Account, file: Path) -> "Workstation":
        """This workstation's card, for the others of the hospital."""
        from desktop.services.workstation_cards import write_card

        with self._work(data_dir, account) as work:
            return write_card(work, file)

    def read_card(self, data_dir: Path, account: Account, file: Path) -> "Workstation":
        """Know another workstation from now on."""
        from desktop.services.workstation_cards import read_card

        with self._work(data_dir, account) as work:
            return read_card(work, file)

    def hand_over(
        self,
        data_dir: Path,
        account: Account,
        *,
        alias: str,
        to: str,
        reason: "HandOverReason",
        folder: Path,
    ) -> "HandOverDone":
        """Close a case here and write its file; ``to`` is the other workstation's name or id."""
        from desktop.services.find_case import case_of_alias
        from desktop.services.hand_over_case import HandOverWish, hand_over_case, workstation_named

        password = first_line(account.password_file)
        with self._work(data_dir, account) as work:
            wish = HandOverWish(workstation_named(work, to), reason, folder)
            return hand_over_case(work, case_of_alias(work, alias), wish, password)

    def take_back(
        self, data_dir: Path, account: Account, *, alias: str, reason: "TakeBackReason"
    ) -> None:
        """A case that was handed over stays here after all."""
        from desktop.services.find_case import case_of_alias
        from desktop.services.hand_over_case import take_back_case

        with self._work(data_dir, account) as work:
            take_back_case(work, case_of_alias(work, alias), reason)

    def look_at_case(self, data_dir: Path, account: Account, file: Path) -> "Arriving":
        """Check a hand-over file to the last bit and keep nothing of it."""
        from desktop.services.take_in_case import look_at_case_file

        with self._work(data_dir, account) as work:
            return look_at_case_file(work, file)

    def take_in(
        self, data_dir: Path, account: Account, file: Path, receipt_to: Path | None
    ) -> "tuple[Arriving, Path | None]":
        """Take a case in; with a folder also write the receipt for where it came from."""
        from desktop.services.take_in_case import take_in_case, write_receipt

        with self._work(data_dir, account) as work:
            arrived = take_in_case(work, file)
            receipt = None
            if receipt_to is not None:
                receipt = write_receipt(work, arrived.letter, receipt_to)
            return arrived, receipt

    def read_receipt(self, data_dir: Path, account: Account, file: Path) -> "HandedOver":
        """The other workstation has the case."""
        from desktop.services.take_in_case import read_receipt

        with self._work(data_dir, account) as work:
            return read_receipt(work, file)

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
