"""A QtBot that gives a busy machine time: a wait ends with its condition, not by the clock."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

PATIENCE_MS = 60_000
"""Only a test that fails waits so long."""


class PatientBot(QtBot):
    """Waits for conditions at least a minute, whatever a test thought to be enough."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 0) -> None:
        """Wait in the event loop until ``callback()`` is true; TimeoutError after a minute."""
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))
