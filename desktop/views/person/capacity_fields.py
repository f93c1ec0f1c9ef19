"""Who judged that the person cannot, or may not be able to, decide now, and what is in the way."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.room import CapacityBy, CapacityReason
from desktop.views.theme.tokens import Space
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.picker import Picker

NOT_SAID = "not-said"


class CapacityFields(QWidget):
    """Nothing is picked at first, nothing is required, and what was picked can be taken back."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("room-capacity-fields")
        self._language = language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        self.by = self._picker("by", CapacityBy)
        self.why = self._picker("why", CapacityReason)
        for name, picker in (("by", self.by), ("why", self.why)):
            column.addWidget(FieldRow(self._say(f"capacity.{name}"), picker, self))

    def clear(self) -> None:
        """Nothing is said."""
        self.by.show_picked("")
        self.why.show_picked("")

    def judged_by(self) -> CapacityBy | None:
        """Whose judgement it was; None where nobody said."""
        key = self.by.picked_key()
        return CapacityBy(key) if key not in ("", NOT_SAID) else None

    def reason(self) -> CapacityReason | None:
        """What stands in the way; None where nobody said."""
        key = self.why.picked_key()
        return CapacityReason(key) if key not in ("", NOT_SAID) else None

    def _picker(self, name: str, members: Iterable[StrEnum]) -> Picker:
        stem = "capacity-by" if name == "by" else "capacity-reason"
        choices = [(one.value, self._say(f"{stem}.{one.value}")) for one in members]
        choices.append((NOT_SAID, self._say("capacity.say-nothing")))
        choose = self.tr("Choose")
        return Picker(self, name=f"room-capacity-{name}", choices=choices, placeholder=choose)

    def _say(self, message_id: str) -> str:
        return sentence(message_id, self._language)
