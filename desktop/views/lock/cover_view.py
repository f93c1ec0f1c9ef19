"""The cover screen: a clock, a horizon and a PIN; nothing of a person or of the programme."""

from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, QElapsedTimer, QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import IconSize, Space, TextStyle, Tone, Width
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.landscape import Landscape
from desktop.views.widgets.pin_entry import PinEntry
from desktop.views.widgets.surface import Ground, Surface
from desktop.views.widgets.wrap_label import WrapLabel

TICK_MS = 1000
_CENTER = Qt.AlignmentFlag.AlignHCenter


class WorkState(StrEnum):
    """Whether what was typed before the cover is on the disk."""

    SAVING = "saving"
    SAVED = "saved"
    NOT_SAVED = "not-saved"
    BEGUN = "begun"
    """Typed into something that only its own button saves; kept until somebody else signs in."""


class CoverView(Landscape):
    """Built once with the window, so that covering only shows it.

    Signals: ``pin_entered(pin)``; ``other_person_requested()``.
    """

    pin_entered = Signal(str)
    other_person_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, sun_at=(0.5, 0.62))
        self.setObjectName("cover")
        self._work = WorkState.SAVED
        self._shown_at: datetime | None = None
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.clock_label = WrapLabel("", style=TextStyle.CLOCK, align=_CENTER)
        self.clock_label.setObjectName("cover-clock")
        self.date_label = WrapLabel("", style=TextStyle.TITLE_PLAIN, tone=Tone.MUTED, align=_CENTER)
        self.date_label.setObjectName("cover-date")
        self._card = self._build_card()
        self._lay_out()
        theme_holder().changed.connect(self._follow_scale)
        self._follow_scale()
        self.rebuild()

    def show_state(self, workstation: str, now: datetime, *, error: str) -> None:
        """Cover now: ``now`` is aware; the clock goes on from it in the computer's time zone."""
        self._shown_at = now
        self._since.start()
        self.station_label.setText(workstation)
        self.show_warning("")
        self._tick()
        self.pin_row.begin(error)

    def show_error(self, error: str) -> None:
        """The PIN was not taken: the field is empty again and says why."""
        self.pin_row.begin(error)

    def show_warning(self, words: str) -> None:
        """What comes within a minute, said aloud once; "" takes it away."""
        is_new = bool(words) and self.warning_label.isHidden()
        self.warning_label.setText(words)
        self.warning_label.setVisible(bool(words))
        if is_new:
            announce(self, words)

    def show_work(self, work: WorkState) -> None:
        """Say only what the store has confirmed."""
        self._work = work
        self.saved_label.setText(
            {
                WorkState.SAVING: self.tr("Saving your work"),
                WorkState.SAVED: self.tr("Your work is saved"),
                WorkState.NOT_SAVED: self.tr("Not saved yet: leave this computer on"),
                WorkState.BEGUN: self.tr(
                    "Something begun is not saved. Go on to save it, or leave once more to drop it."
                ),
            }[work]
        )

    @Slot()
    def rebuild(self) -> None:
        """Word everything in the language now installed."""
        self.show_work(self._work)
        self.pin_row.set_label(self.tr("PIN"))
        self.go_on_button.setText(self.tr("Go on"))
        self.other_button.setText(self.tr("Someone else signs in"))
        self.pin_row.set_error("")
        self._tick()

    def showEvent(self, event: QShowEvent) -> None:
        """The clock goes while it is seen."""
        super().showEvent(event)
        self._timer.start()
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clock; no digits stay behind."""
        super().hideEvent(event)
        self._timer.stop()
        self.pin_row.forget()

    def _build_card(self) -> Surface:
        card = Surface(Ground.CARD)
        card.setObjectName("cover-card")
        self.saved_label = WrapLabel("", card, style=TextStyle.ROW_STRONG)
        self.pin_row = PinEntry(
            "", card, name="cover-pin", button_name="cover-go-on", role=ButtonRole.PRIMARY
        )
        self.pin, self.go_on_button = self.pin_row.pin, self.pin_row.button
        self.warning_label = WrapLabel("", card, tone=Tone.WARNING)
        self.warning_label.setObjectName("cover-warning")
        self.warning_label.hide()
        self.other_button = Button("", card, name="cover-other", role=ButtonRole.LINK)
        self.station_label = WrapLabel("", card, tone=Tone.MUTED)
        self.station_label.setObjectName("cover-workstation")
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(IconLabel(Icon.CHECK, card, tone=Tone.SUCCESS, size=IconSize.MEDIUM))
        head.addWidget(self.saved_label, 1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.L)
        foot.addWidget(self.other_button)
        foot.addStretch(1)
        foot.addWidget(self.station_label)
        column = QVBoxLayout(card)
        edge = Space.XL + Space.S
        column.setContentsMargins(edge, Space.XL, edge, Space.XL)
        column.setSpacing(Space.L)
        column.addLayout(head)
        column.addWidget(self.pin_row)
        column.addWidget(self.warning_label)
        column.addLayout(foot)
        self.pin_row.entered.connect(self.pin_entered)
        self.other_button.clicked.connect(self._other)
        return card

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("page", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.S)
        column.addStretch(1)
        column.addWidget(self.clock_label)
        column.addWidget(self.date_label)
        column.addStretch(3)
        # Between stretches, not aligned: the height of an aligned item is asked for at the full
        # width of the page, where a sentence needs fewer lines than in the card.
        beside = QHBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self._card)
        beside.addStretch(1)
        column.addLayout(beside)
        column.addStretch(2)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    @Slot()
    def _follow_scale(self) -> None:
        self._card.setMinimumWidth(current_theme().metrics.scaled(2 * Width.PICTURE))
        self._card.setMaximumWidth(current_theme().metrics.scaled(Width.SIDE_MOST))

    @Slot()
    def _tick(self) -> None:
        if self._shown_at is None:
            return
        now = (self._shown_at + timedelta(milliseconds=self._since.elapsed())).astimezone()
        locale = QLocale()
        is_spanish = locale.language() == QLocale.Language.Spanish
        form = "dddd, d 'de' MMMM" if is_spanish else "dddd, MMMM d"
        self.clock_label.setText(f"{now:%H:%M}")
        day = locale.toString(QDate(now.year, now.month, now.day), form)
        self.date_label.setText(f"{day[:1].upper()}{day[1:]}")

    @Slot()
    def _other(self) -> None:
        self.other_person_requested.emit()
