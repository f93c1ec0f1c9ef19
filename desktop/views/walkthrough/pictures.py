"""Numbered pictures of the window as it is now."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.errors import KnownError


class Pictures:
    """Writes ``NN-name.png`` into one folder."""

    def __init__(self, window: QWidget, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._count = 0

    def take(self, name: str) -> None:
        """One picture of the whole window. KnownError when it cannot be written."""
        self._count += 1
        path = self._folder / f"{self._count:02d}-{name}.png"
        if not self._window.grab().save(str(path)):
            raise KnownError("cli.cannot-write", file=path.name)
