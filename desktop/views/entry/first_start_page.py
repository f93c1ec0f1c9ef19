"""The very first page: try the app with invented people, or set up this workstation."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.entry.entry_page import EntryPage
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import IconSize, Space, TextStyle, Tone
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.surface import Ground, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class FirstStartPage(EntryPage):
    """Signals: ``demo_requested()``, ``set_up_requested()``, ``restore_requested()``,
    ``back_requested()`` to the page that says why the store did not open."""

    enter_presses = True
    demo_requested = Signal()
    set_up_requested = Signal()
    restore_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="first-start", title=self.tr("Welcome"))
        self.why_label = WrapLabel("", self, tone=Tone.MUTED, style=TextStyle.ROW)
        self.body.addWidget(self.why_label)
        self.demo_button = Button(
            self.tr("Try with invented people"),
            self,
            name="first-start-demo",
            role=ButtonRole.PRIMARY,
        )
        self.set_up_button = Button(
            self.tr("Set up this workstation"), self, name="first-start-set-up"
        )
        self.body.addSpacing(Space.S)
        self.body.addWidget(
            _choice(
                Icon.FLASK,
                self.tr("Look around first"),
                self.tr(
                    "Opens a practice store with invented people and cases, ready to sign in to. "
                    "Never enter a real person there."
                ),
                self.demo_button,
            )
        )
        self._set_up = _choice(
            Icon.MONITOR,
            self.tr("Begin for real"),
            self.tr(
                "Makes an encrypted store on this workstation for people who use it in turn, "
                "under one account of this computer. Takes about ten minutes, pen and paper."
            ),
            self.set_up_button,
        )
        self.body.addWidget(self._set_up)
        self._build_restore()
        self.back_button = Button(self.tr("Back"), self, name="first-start-back")
        self.way_back = self.back_button
        self.body.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.back_button.clicked.connect(self._back)
        self.demo_button.clicked.connect(self._ask_demo)
        self.set_up_button.clicked.connect(self._ask_set_up)

    def _build_restore(self) -> None:
        self.restore_button = Button(self.tr("Put a backup back"), self, name="first-start-restore")
        self._restore = QWidget(self)
        lost = QVBoxLayout(self._restore)
        lost.setContentsMargins(0, 0, 0, 0)
        lost.setSpacing(Space.S)
        words = self.tr("After a loss: a new disk, or the data folder is gone.")
        lost.addWidget(WrapLabel(words, self._restore, tone=Tone.MUTED))
        lost.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._restore)
        self.restore_button.clicked.connect(self._ask_restore)

    def show_state(self, *, has_records: bool) -> None:
        """Where there is a store that did not open, neither set-up nor restore is offered: the
        page that says why offers what helps."""
        if has_records:
            words = self.tr(
                "There is a store on this workstation that did not open; nothing in it was "
                "changed. Meanwhile you can look around."
            )
        else:
            words = self.tr("There are no records on this workstation yet. Choose how to begin.")
        self.why_label.setText(words)
        self._set_up.setVisible(not has_records)
        self._restore.setVisible(not has_records)
        self.back_button.setVisible(has_records)

    def focus_first(self) -> None:
        """The harmless choice."""
        self.demo_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask_demo(self) -> None:
        self.demo_requested.emit()

    @Slot()
    def _ask_set_up(self) -> None:
        self.set_up_requested.emit()

    @Slot()
    def _back(self) -> None:
        self.back_requested.emit()

    @Slot()
    def _ask_restore(self) -> None:
        self.restore_requested.emit()


def _choice(icon: Icon, title: str, sentence: str, button: Button) -> Surface:
    """A card with what a choice means and its button."""
    card = Surface(Ground.PANEL)
    column = QVBoxLayout(card)
    column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
    column.setSpacing(Space.M)
    head = QHBoxLayout()
    head.setSpacing(Space.M)
    head.addWidget(IconLabel(icon, card, tone=Tone.ACCENT, size=IconSize.LARGE))
    head.addWidget(WrapLabel(title, card, style=TextStyle.ROW_STRONG), 1)
    column.addLayout(head)
    column.addWidget(WrapLabel(sentence, card, is_long=True))
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return card
