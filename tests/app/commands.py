"""The command line as a test runs it: real parts, a window that only notes that it was opened."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from desktop import cli
from desktop.app import Composition
from desktop.clock import RandomIds, SystemClock
from desktop.services.ports import (
    AnotherWorkstation,
    MadeWorkstation,
    NewCode,
    ReEnrolment,
    StoreGate,
    tell_nobody,
)
from desktop.storage.another_workstation import set_up_another
from desktop.storage.gate import open_gate
from desktop.storage.re_enrolment import re_enrol
from desktop.storage.verify import verify_store
from desktop.store_commands import StoreCommands
from tests.support.store_fixture import CHEAP_KDF


@dataclass
class NotingCommands:
    """Opens no window and plays nothing; forms and stores are the real ones."""

    built: Composition = field(default_factory=Composition)
    opened: list[tuple[Path | None, bool]] = field(default_factory=list)
    opened_in: list[str | None] = field(default_factory=list)
    played: list[tuple[Path, bool]] = field(default_factory=list)

    def open_window(self, data_dir: Path | None, *, demo: bool, language: str | None) -> int:
        """Noted."""
        self.opened.append((data_dir, demo))
        self.opened_in.append(language)
        return 0

    def play_demo(self, out: Path, *, pictures_only: bool) -> int:
        """Noted."""
        self.played.append((out, pictures_only))
        return 0

    def show_form(self, file: Path, png: Path, language: str, response: Path | None) -> None:
        """The real one."""
        self.built.show_form(file, png, language, response)

    def store(self) -> StoreCommands:
        """The real ones, on gates that take the cheap passwords of the fixtures."""
        return StoreCommands(
            self._open_gate,
            self.built.work_for,
            SystemClock(),
            self._enrol,
            verify_store,
            self._add_workstation,
        )

    def _add_workstation(self, data_dir: Path, wanted: AnotherWorkstation) -> MadeWorkstation:
        clock, ids = SystemClock(), RandomIds()
        return set_up_another(data_dir, clock, ids, wanted, tell_nobody, allow_weak=True)

    def _enrol(self, data_dir: Path, wanted: ReEnrolment) -> NewCode:
        return re_enrol(data_dir, SystemClock(), wanted, allow_weak=True)

    def _open_gate(self, data_dir: Path) -> StoreGate:
        return open_gate(data_dir, SystemClock(), RandomIds(), kdf=CHEAP_KDF)


@dataclass
class Ran:
    """What came of one command."""

    code: int
    out: str
    err: str
    commands: NotingCommands

    @property
    def json(self) -> Any:
        """Standard output, all of which must be one JSON text."""
        return json.loads(self.out)


@dataclass
class Terminal:
    """Types commands."""

    capture: pytest.CaptureFixture[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    """That of the commands; without a locale they speak English."""

    def run(self, *words: str | Path) -> Ran:
        """Run one command."""
        commands = NotingCommands()
        code = cli.run([str(word) for word in words], commands, self.environment)
        out, err = self.capture.readouterr()
        return Ran(code, out, err, commands)
