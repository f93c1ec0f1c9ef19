"""The bar over every screen of one person: alias, age, place and facts; never a legal name."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.person.chip_flow import ChipFlow
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.chip import Chip
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, slots=True)
class PersonBannerState:
    """What the banner says; texts are in the interface language already.

    ``private`` is None until somebody noted the room. ``consents_total`` 0 hides the consents.
    """

    alias: str
    age_text: str = ""
    place: str = ""
    language_text: str = ""
    private: bool | None = None
    consents_given: int = 0
    consents_total: int = 0
    confidential_text: str = ""
    """While no caller is told that the person is here; "" hides the mark."""
    case_text: str = ""

    @property
    def second_parts(self) -> tuple[str, ...]:
        """What stands beside the alias."""
        return self.age_text, self.place, self.case_text


class PersonBanner(Surface):
    """Facts stand beside the alias, under it when the window is narrow for its text.

    Signals: ``back_requested()``.
    """

    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str = "banner") -> None:
        super().__init__(Ground.PLAIN, parent)
        self.setObjectName(name)
        self.back_button = Button(
            self.tr("Back"), self, name=f"{name}-back", icon=Icon.ARROW_LEFT, is_icon_only=True
        )
        self.alias_label = WrapLabel("", self, style=TextStyle.TITLE)
        self.alias_label.setObjectName(f"{name}-alias")
        self.second_label = WrapLabel("", self, tone=Tone.MUTED)
        self.second_label.setObjectName(f"{name}-second")
        self.language_chip = Chip("", self, icon=Icon.LANGUAGES)
        self.private_chip = Chip("", self, icon=Icon.DOOR_OPEN)
        self.consent_chip = Chip("", self, icon=Icon.FILE_CHECK)
        self.confidential_chip = Chip("", self, tone=Tone.PRIVATE, icon=Icon.EAR_OFF)
        parts = ("confidential", "language", "private", "consent")
        for chip, part in zip(self._chips(), parts, strict=True):
            chip.setObjectName(f"{name}-{part}")
        self._facts = ChipFlow(self._chips(), self)
        self._rights: list[QWidget] = []
        self._is_below = False
        self._lay_out()
        self.back_button.clicked.connect(self._back)
        theme_holder().changed.connect(self._restyle)
        self.show_state(PersonBannerState(""))
        self._restyle()

    def show_state(self, state: PersonBannerState) -> None:
        """Show one person."""
        self.alias_label.setText(state.alias)
        second = " · ".join(part for part in state.second_parts if part)
        self.second_label.setText(second)
        self.second_label.setVisible(bool(second))
        self.confidential_chip.setText(state.confidential_text)
        self.confidential_chip.setVisible(bool(state.confidential_text))
        self.language_chip.setText(state.language_text)
        self.language_chip.setVisible(bool(state.language_text))
        self._show_private(state.private)
        consents = self.tr("Consent {given} of {total}").format(
            given=state.consents_given, total=state.consents_total
        )
        self.consent_chip.show_fact(consents, Tone.PLAIN, Icon.FILE_CHECK)
        self.consent_chip.setVisible(state.consents_total > 0)
        self._fit()

    def add_right(self, widget: QWidget) -> None:
        """Put a control at the right end (Turn to patient)."""
        self._row.addWidget(widget)
        self._rights.append(widget)
        self._fit()

    def _chips(self) -> tuple[Chip, ...]:
        return self.confidential_chip, self.language_chip, self.private_chip, self.consent_chip

    def _show_private(self, private: bool | None) -> None:
        if private is None:
            fact = (self.tr("Room not noted"), Tone.PLAIN, Icon.DOOR_OPEN)
        elif private:
            fact = (self.tr("Private now"), Tone.PRIVATE, Icon.DOOR_CLOSED)
        else:
            fact = (self.tr("Not private"), Tone.PLAIN, Icon.USERS)
        self.private_chip.show_fact(*fact)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(Space.L, Space.NONE, Space.XL, Space.NONE)
        self._row.setSpacing(Space.M)
        self._row.addWidget(self.back_button)
        self._row.addSpacing(Space.XS)
        self._row.addWidget(self.alias_label)
        self._row.addWidget(self.second_label)
        self._row.addWidget(self._facts, 1)
        self._below = QHBoxLayout()
        self._below.setContentsMargins(Space.XL, Space.NONE, Space.XL, Space.NONE)
        column.addLayout(self._row, 1)
        column.addLayout(self._below)
        column.addWidget(Rule(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the facts where there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._facts.arrange()
        is_below = self._wanted_width() > self.width()
        if is_below == self._is_below:
            return
        self._is_below = is_below
        pad = Space.S if is_below else Space.NONE
        self._row.setContentsMargins(Space.L, pad, Space.XL, pad)
        self._below.setContentsMargins(Space.XL, Space.NONE, Space.XL, pad)
        if is_below:
            self._row.removeWidget(self._facts)
            self._row.insertStretch(self._after_second(), 1)
            self._below.addWidget(self._facts, 1)
        else:
            self._below.removeWidget(self._facts)
            self._row.takeAt(self._after_second())
            self._row.insertWidget(self._after_second(), self._facts, 1)

    def _after_second(self) -> int:
        return self._row.indexOf(self.second_label) + 1

    def _wanted_width(self) -> int:
        parts = [self.back_button, self.alias_label, self.second_label, self._facts, *self._rights]
        shown = [part.sizeHint().width() for part in parts if not part.isHidden()]
        return sum(shown) + Space.M * len(shown) + Space.L + Space.XL

    @Slot()
    def _back(self) -> None:
        self.back_requested.emit()

    @Slot()
    def _restyle(self) -> None:
        self.setMinimumHeight(current_theme().metrics.top_bar)
        self._fit()
