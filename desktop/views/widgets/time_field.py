"""A time of day that may be empty, typed as 14:05 or 1405, with a button for now."""

import re
from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.theme.tokens import Space
from desktop.views.widgets.button import Button
from desktop.views.widgets.compound import Compound
from desktop.views.widgets.parsed_field import NotReadable, ParsedField

_TIME = re.compile(r"([01]?\d|2[0-3])[:.h ]?([0-5]\d)")


class TimeField(Compound):
    """A box for a 24-hour time and Now; ``now`` gives the local wall clock.

    Signals: ``value_committed(value)`` a time, None when emptied; ``problem_found(sentence)``;
    ``edited(text)``.
    """

    value_committed = Signal(object)
    problem_found = Signal(str)
    edited = Signal(str)

    def __init__(
        self, now: Callable[[], datetime], parent: QWidget | None = None, *, name: str
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-time")
        self._now = now
        self.line = ParsedField(
            self._to_time, _shown, self, name=name, placeholder=self.tr("HH:MM")
        )
        self.now_button = Button(self.tr("Now"), self, name=f"{name}-now")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.line, 1)
        row.addWidget(self.now_button)
        self.lead_to(self.line)
        self.line.value_committed.connect(self.value_committed)
        self.line.problem_found.connect(self.problem_found)
        self.line.edited.connect(self.edited)
        self.now_button.clicked.connect(self._take_now)

    def typed_value(self) -> time | None:
        """The time of the text, None when empty; raises NotReadable."""
        value = self.line.typed_value()
        return value if isinstance(value, time) else None

    def show_value(self, value: time | None) -> None:
        """Show a time without a signal."""
        self.line.show_value(value)

    def flush(self) -> None:
        """Tell what was typed now."""
        self.line.flush()

    def _to_time(self, text: str) -> time:
        found = _TIME.fullmatch(text)
        if found is None:
            raise NotReadable(self.tr("Type a time like 14:05, or leave it empty."))
        return time(int(found[1]), int(found[2]))

    @Slot()
    def _take_now(self) -> None:
        self.line.enter_value(self._now().time().replace(second=0, microsecond=0))


def _shown(value: object) -> str:
    return value.strftime("%H:%M") if isinstance(value, time) else ""
