"""The gate of one data folder, asked on the storage worker; answers come back as signals."""

import logging
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.errors import BugError, KnownError

if TYPE_CHECKING:
    # The sign-in page must not wait for these; the worker imports what it needs of them.
    from desktop.packets.code_sheet import CodeSheet
    from desktop.services.backup_rules import BackupPlan
    from desktop.services.ports import (
        BackupDesk,
        BackupLog,
        NewCode,
        PrintQueue,
        ReEnrolment,
        SetUp,
        SetUpResult,
        StoreCondition,
        StoreGate,
    )
    from desktop.services.work import Work
    from desktop.views.entry.entry_states import EnrolRequest
    from desktop.views.shell.parts import ShellParts

log = logging.getLogger("firstlight.door")
T = TypeVar("T")


class DoorAct(StrEnum):
    """What was tried when something went wrong."""

    OPEN = "open"
    SET_UP = "set-up"
    UNLOCK = "unlock"
    PRINT = "print"
    ENROL = "enrol"
    ENROL_AGAIN = "enrol-again"
    SIGN_IN = "sign-in"


class StoreFacts(NamedTuple):
    """What is known of a store before sign-in."""

    condition: "StoreCondition | None" = None
    """None until somebody looked."""
    hospital: str = ""
    workstation: str = ""
    is_demo: bool = False
    has_keyring: bool = False
    """Known only where a set-up was asked for."""


class BackupStand(NamedTuple):
    """The plan for backups, what was tried, and the desk that makes one without anybody's keys."""

    plan: "BackupPlan"
    log: "BackupLog"
    desk: "BackupDesk"


class StoreDoor(QObject):
    """Holds at most one open gate; all of its calls run on the worker, in order.

    Signals: ``looked(StoreFacts)``; ``was_set_up(SetUpResult, PrintQueue or None)``;
    ``codes_printed(queue)``; ``enrolled()``;
    ``signed_in(Work)``; ``refused(DoorAct, Exception)``; ``backups_seen(BackupStand)``;
    ``keyring_seen(bool)``; ``enrolled_again(NewCode)``; ``let_go()`` nothing may use it any more.
    """

    let_go = Signal()

    looked = Signal(object)
    was_set_up = Signal(object, object)
    codes_printed = Signal(str)
    enrolled = Signal()
    signed_in = Signal(object)
    refused = Signal(object, object)
    backups_seen = Signal(object)
    keyring_seen = Signal(bool)
    enrolled_again = Signal(object)

    def __init__(self, parts: "ShellParts", parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._gate: StoreGate | None = None

    def open(self, folder: Path, *, for_set_up: bool = False) -> None:
        """Open the folder (closing another one first) and look; makes nothing.

        The keyring is looked for only ``for_set_up``: on a desktop that has none yet, looking
        makes the system ask the user for a new password.
        """
        work = partial(_open, self._parts, self._gate, folder, for_set_up=for_set_up)
        self._gate = None
        self._run(work, self._opened, DoorAct.OPEN)

    def open_demo(self, folder: Path) -> None:
        """Open the demo store, making it first when there is none."""
        work = partial(_open_demo, self._parts, self._gate, folder)
        self._gate = None
        self._run(work, self._opened, DoorAct.OPEN)

    def set_up(self, wanted: "SetUp") -> None:
        """Make the store beside its place, where it waits until its codes are kept."""
        work = partial(_set_up, self._need_gate(), self._parts, wanted)
        self._run(work, self._made, DoorAct.SET_UP)

    def print_codes(self, sheets: "Sequence[CodeSheet]") -> None:
        """Each sheet by a pipe to the printer, never by a file."""
        work = partial(_print, self._parts, sheets)
        self._run(work, self.codes_printed.emit, DoorAct.PRINT)

    def finish_set_up(self) -> None:
        """Put the store into its place and look."""
        work = partial(_finish_set_up, self._need_gate())
        self._run(work, self.looked.emit, DoorAct.SET_UP)

    def unlock(self, passphrase: str) -> None:
        """Open the site secret and look again."""
        work = partial(_unlock, self._need_gate(), passphrase)
        self._run(work, self.looked.emit, DoorAct.UNLOCK)

    def enrol(self, request: "EnrolRequest") -> None:
        """Spend a one-time code."""
        gate = self._need_gate()
        work = partial(
            gate.enrol, request.sign_in_name, request.code, request.password, request.pin
        )
        self._run(work, self._was_enrolled, DoorAct.ENROL)

    def look_for_keyring(self, folder: Path) -> None:
        """Whether this workstation has a keyring; the system may ask for its password."""
        work = partial(_has_keyring, self._parts, folder)
        self._run(work, self.keyring_seen.emit, DoorAct.ENROL_AGAIN)

    def enrol_again(self, folder: Path, wanted: "ReEnrolment") -> None:
        """Close the store and give it a new key; it is to be opened anew."""
        work = partial(_enrol_again, self._parts, self._gate, folder, wanted)
        self._gate = None
        self._run(work, self.enrolled_again.emit, DoorAct.ENROL_AGAIN)

    def sign_in(self, name: str, password: str) -> None:
        """Check name and password; Argon2id runs on the worker."""
        work = partial(_sign_in, self._need_gate(), self._parts, name, password)
        self._run(work, self.signed_in.emit, DoorAct.SIGN_IN)

    def look_at_backups(self) -> None:
        """Read the plan and what was tried; nothing when no store is open."""
        if self._gate is not None:
            self._parts.runner.run(
                self, partial(_backups, self._gate), done=self._saw_backups, failed=_ignore
            )

    def hand_out(self) -> "StoreGate | None":
        """The open gate for whoever closes it on the worker; None when none is open."""
        gate, self._gate = self._gate, None
        self.let_go.emit()
        return gate

    def close(self) -> None:
        """Let go of the file. Only when the worker has nothing left to do."""
        if self._gate is not None:
            self._gate.close()
            self._gate = None

    def _need_gate(self) -> "StoreGate":
        if self._gate is None:
            raise BugError("no store is open")
        return self._gate

    def _run(self, work: Callable[[], T], done: Callable[[T], None], act: DoorAct) -> None:
        failed = partial(self.refused.emit, act)
        self._parts.runner.run(self, work, done=done, failed=failed, label=act.value)

    def _saw_backups(self, stand: BackupStand | None) -> None:
        if stand is not None and self._gate is not None:
            self.backups_seen.emit(stand)

    def _opened(self, opened: "tuple[StoreGate, StoreFacts]") -> None:
        self._gate = opened[0]
        self.looked.emit(opened[1])

    def _made(self, made: "tuple[SetUpResult, PrintQueue | None]") -> None:
        self.was_set_up.emit(*made)

    def _was_enrolled(self, _nothing: None) -> None:
        self.enrolled.emit()


def _open(
    parts: "ShellParts", before: "StoreGate | None", folder: Path, *, for_set_up: bool = False
) -> "tuple[StoreGate, StoreFacts]":
    from desktop.services.demo_people import DEMO_PASSPHRASE
    from desktop.services.ports import StoreCondition

    if before is not None:
        before.close()
    gate = parts.open_gate(folder)
    if gate.condition() is StoreCondition.ABSENT:
        gate.clear_unfinished()
    facts = _facts(gate, for_set_up=for_set_up)
    if facts.is_demo and facts.condition is StoreCondition.LOCKED:
        # Its passphrase is no secret: it stands on its sign-in page.
        facts = _unlock(gate, DEMO_PASSPHRASE)
    return gate, facts


def _has_keyring(parts: "ShellParts", folder: Path) -> bool:
    return parts.open_gate(folder).keyring_available()


def _enrol_again(
    parts: "ShellParts", before: "StoreGate | None", folder: Path, wanted: "ReEnrolment"
) -> "NewCode":
    if before is not None:
        before.close()
    if parts.enrol_again is None:
        raise BugError("nothing enrols a workstation here")
    return parts.enrol_again(folder, wanted)


def _open_demo(
    parts: "ShellParts", before: "StoreGate | None", folder: Path
) -> "tuple[StoreGate, StoreFacts]":
    from desktop.services.ports import StoreCondition

    gate, facts = _open(parts, before, folder)
    if facts.condition is StoreCondition.ABSENT:
        gate.close()
        parts.make_demo(folder)
        gate, facts = _open(parts, gate, folder)
    if not facts.is_demo:
        gate.close()
        raise KnownError("store.not-the-demo")
    return gate, facts


def _facts(gate: "StoreGate", *, for_set_up: bool = False) -> StoreFacts:
    from desktop.services.ports import StoreCondition

    condition = gate.condition()
    if condition is StoreCondition.ABSENT:
        return StoreFacts(condition, has_keyring=for_set_up and gate.keyring_available())
    hospital, workstation, is_demo = gate.site_names()
    return StoreFacts(condition, hospital, workstation, is_demo)


def _backups(gate: "StoreGate") -> BackupStand | None:
    from desktop.services.backup_rules import SETTING, plan_of
    from desktop.services.ports import StoreCondition

    if gate.condition() is StoreCondition.ABSENT:
        return None
    desk = gate.backups()
    return BackupStand(plan_of(gate.site_setting(SETTING)), desk.log(), desk)


def _ignore(error: Exception) -> None:
    log.warning("the plan for backups was not read", exc_info=error)


def _set_up(
    gate: "StoreGate", parts: "ShellParts", wanted: "SetUp"
) -> "tuple[SetUpResult, PrintQueue | None]":
    result = gate.begin_set_up(wanted)
    try:
        queue = parts.print_room().queue() if parts.print_room is not None else None
    except KnownError:
        queue = None  # a print system that does not answer: the codes are shown
    return result, queue


def _print(parts: "ShellParts", sheets: "Sequence[CodeSheet]") -> str:
    if parts.print_room is None:
        raise KnownError("sheet.no-printer")
    return parts.print_room().print_sheets(sheets)


def _finish_set_up(gate: "StoreGate") -> StoreFacts:
    gate.finish_set_up()
    return _facts(gate)


def _unlock(gate: "StoreGate", passphrase: str) -> StoreFacts:
    gate.unlock(passphrase)
    return _facts(gate)


def _sign_in(gate: "StoreGate", parts: "ShellParts", name: str, password: str) -> "Work":
    return parts.work_for(gate.sign_in(name, password))
