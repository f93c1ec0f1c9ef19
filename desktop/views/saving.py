"""Hands changes to the store in their order, says what is saved, tries again when it is not."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.views.journal_writer import JournalWriter, Write
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone

RETRY_AFTER_MS = 5_000


class Saving(QObject):
    """Writes in the order of the changes, never on the GUI thread.

    "Saved" is said only when the store took everything; after a failure the entries stay in
    memory and are tried again with the next change, and every five seconds. It outlives its
    screen until nothing waits: what was typed last is told of, and tried again, all the same.
    """

    def __init__(self, context: ScreenContext) -> None:
        # No parent: whoever still waits for the store's answer keeps it alive, and nobody else.
        super().__init__()
        self.writer = JournalWriter()
        self._context = context
        self._is_failing = False
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_AFTER_MS)
        self._retry.timeout.connect(self._write_again)

    @property
    def unsaved_count(self) -> int:
        """How many changes the store has not taken yet."""
        return self.writer.waiting

    @property
    def is_failing(self) -> bool:
        """Whether the store refused changes that only memory holds now."""
        return self._is_failing

    def keep(self, write: Write) -> None:
        """Hand over one change."""
        self.writer.add(write)
        if not self._is_failing:
            self._context.navigator.saving()
        self._write_again()

    @Slot()
    def _write_again(self) -> None:
        if self._context.runner.is_closed:
            return  # the app ends, and nobody is left to be told
        navigator = self._context.navigator
        self._context.runner.run(
            # Told as long as there is a shell to tell: it outlives the screen, not the window.
            navigator if isinstance(navigator, QObject) else self,
            self.writer.write_all,
            done=self._written,
            failed=self._not_written,
            label="draft",
        )

    def _written(self, at: datetime | None) -> None:
        if at is None or self.writer.waiting:
            return
        self._context.navigator.saved(at)
        if self._is_failing:
            self._is_failing = False
            self.setParent(None)
            self._retry.stop()
            words = self.tr("Saved again. Nothing was lost.")
            self._context.navigator.say(Message(Tone.SUCCESS, words))

    def _not_written(self, error: Exception) -> None:
        if not self._is_failing:
            self._is_failing = True
            self.setParent(self._context.runner)
            self._context.navigator.not_saved(error)
        self._retry.start()
