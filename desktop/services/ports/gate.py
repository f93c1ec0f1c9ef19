"""The door to one data folder: set-up, unlock, enrolment, sign-in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from desktop.services.ports.backup_desk import BackupDesk
from desktop.services.ports.session import Session
from desktop.services.ports.staff_desk import NewStaff


@dataclass(frozen=True, slots=True)
class SetUp:
    """What the set-up asks. ``staff`` holds administrator, specialist, manager and desk."""

    hospital_name: str
    workstation_name: str
    staff: tuple[NewStaff, ...]
    passphrase: str | None = field(default=None, repr=False)
    """None = the operating system's keyring; else passphrase mode."""
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class SetUpResult:
    """Shown once: three recovery codes, and a one-time code by sign-in name."""

    recovery_codes: tuple[str, str, str] = field(repr=False)
    enrolment_codes: Mapping[str, str] = field(repr=False)


class StoreCondition(StrEnum):
    """What is in the data folder."""

    ABSENT = "absent"
    LOCKED = "locked"
    """There is a store; its site secret is not open yet (passphrase mode)."""
    OPEN = "open"
    """There is a store and people can sign in."""


class StoreGate(Protocol):
    """The door to one data folder: one process, one connection."""

    @property
    def data_dir(self) -> Path: ...

    def condition(self) -> StoreCondition:
        """Look without changing. KnownErrors: not a store, newer version, damaged, in use,
        read-only, network share, keyring entry gone or locked."""
        ...

    def keyring_available(self) -> bool:
        """Whether this workstation has a keyring that keeps what it is given."""
        ...

    def set_up(self, wanted: SetUp) -> SetUpResult:
        """Make the store at once. Nothing is left behind when it fails."""
        ...

    def begin_set_up(self, wanted: SetUp) -> SetUpResult:
        """Make it beside its place, while its codes are written down. Nothing stays when it
        fails, when the gate is closed before the end, or after the next start when it is killed."""
        ...

    def finish_set_up(self) -> None:
        """The codes are kept: from now on it is the store."""
        ...

    def clear_unfinished(self) -> None:
        """Remove what a killed set-up left; KnownError ``store.in-use`` while one is under way."""
        ...

    def unlock(self, passphrase: str) -> None:
        """Passphrase mode: open the site secret for this process."""
        ...

    def site_names(self) -> tuple[str, str, bool]:
        """Hospital, workstation and is-demo of an existing store, before sign-in."""
        ...

    def enrol(self, sign_in_name: str, code: str, password: str, pin: str) -> None:
        """Use a one-time code to choose a password and a PIN; the code is spent."""
        ...

    def sign_in(self, sign_in_name: str, password: str) -> Session:
        """KnownErrors ``sign-in.wrong-password`` (also for a wrong name), ``store.damaged``,
        ``store.newer-version``, ``sign-in.wait`` (seconds)."""
        ...

    def backups(self) -> BackupDesk:
        """Backups by the app itself, checked without anybody's keys."""
        ...

    def site_setting(self, name: str) -> str:
        """A setting that an administrator signed, readable before sign-in; "" when not set."""
        ...

    def close(self) -> None:
        """Close the file; safe to call twice."""
        ...
