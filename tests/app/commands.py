"""The command line as a test runs it: real parts, a window that only notes that it was opened."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from desktop import cli
from desktop.app import Composition


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

    def verify_store(self, data_dir: Path, language: str) -> tuple[int, int, list[dict[str, str]]]:
        """The real one."""
        return self.built.verify_store(data_dir, language)


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
