"""The store could not be opened: what happened, what is safe, and what can be done."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.views.entry.entry_page import EntryPage
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.message_bar import MessageBar


class TroublePage(EntryPage):
    """Signals: ``retry_requested()``, ``first_start_requested()``, ``close_requested()``,
    ``enrol_again_requested()``, ``restore_requested()``."""

    enter_presses = True
    retry_requested = Signal()
    first_start_requested = Signal()
    close_requested = Signal()
    enrol_again_requested = Signal()
    restore_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="trouble", title=self.tr("The store did not open"))
        self.message = MessageBar(self, name="trouble-message", is_closable=False)
        self.retry_button = Button(
            self.tr("Try again"),
            self,
            name="trouble-retry",
            role=ButtonRole.PRIMARY,
            icon=Icon.REFRESH,
        )
        self.enrol_button = Button(
            self.tr("Enrol this workstation again"), self, name="trouble-enrol", icon=Icon.KEY
        )
        self.restore_button = Button(
            self.tr("Put a backup back"), self, name="trouble-restore", icon=Icon.HISTORY
        )
        self.start_button = Button(self.tr("Go to the first page"), self, name="trouble-start")
        self.close_button = Button(self.tr("Close Firstlight"), self, name="trouble-close")
        # One width for all: as many lines of different ends are hard to read as a list of ways.
        box = QWidget(self)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        buttons = QVBoxLayout(box)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(Space.M)
        for button in (
            self.retry_button,
            self.enrol_button,
            self.restore_button,
            self.start_button,
            self.close_button,
        ):
            buttons.addWidget(button)
        self.body.addWidget(self.message)
        self.body.addSpacing(Space.S)
        self.body.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        self.retry_button.clicked.connect(self._retry)
        self.enrol_button.clicked.connect(self._enrol)
        self.restore_button.clicked.connect(self._restore)
        self.start_button.clicked.connect(self._start)
        self.close_button.clicked.connect(self._close)

    def show_state(self, text: str, *, can_enrol: bool = False, can_restore: bool = False) -> None:
        """Show the sentence; ``can_enrol``: the key is gone, and two recovery codes bring one.

        ``can_restore``: the file itself is the trouble.
        """
        self.message.show_message(Tone.DANGER, text)
        self.enrol_button.setVisible(can_enrol)
        self.restore_button.setVisible(can_restore)

    def focus_first(self) -> None:
        """The harmless way on."""
        self.retry_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _retry(self) -> None:
        self.retry_requested.emit()

    @Slot()
    def _enrol(self) -> None:
        self.enrol_again_requested.emit()

    @Slot()
    def _restore(self) -> None:
        self.restore_requested.emit()

    @Slot()
    def _start(self) -> None:
        self.first_start_requested.emit()

    @Slot()
    def _close(self) -> None:
        self.close_requested.emit()
