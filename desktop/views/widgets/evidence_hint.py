"""A gentle line below a box of free text that reads like the incident; it blocks nothing."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.records.evidence_guard import reads_like_evidence
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.text_field import TextField
from desktop.views.widgets.wrap_label import WrapLabel


class EvidenceHint(QWidget):
    """Follows ``fields`` as they are typed; hidden while none of them reads like the incident.

    It is said once each time it appears. The text goes nowhere else. ``asks_a_name``: a person's
    name is what the box is for.
    """

    def __init__(
        self,
        fields: tuple[LineField | TextField, ...],
        parent: QWidget,
        *,
        name: str,
        asks_a_name: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._fields = fields
        self._asks_a_name = asks_a_name
        self.words = WrapLabel(
            self.tr(
                "You may not need to write this here. A court can ask for these notes: what"
                " happened, who was there and any weapon can stay out."
            ),
            self,
            tone=Tone.MUTED,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        mark = IconLabel(Icon.LIGHTBULB, self, tone=Tone.ACCENT)
        row.addWidget(mark)
        row.addWidget(self.words, 1)
        row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        self.hide()
        for field in fields:
            field.textChanged.connect(self.follow)

    @Slot()
    def follow(self) -> None:
        """Look at what stands in the boxes now; to be called after a box was filled or emptied."""
        texts = [field.value() for field in self._fields]
        is_needed = any(reads_like_evidence(one, asks_a_name=self._asks_a_name) for one in texts)
        if is_needed and self.isHidden():
            announce(self, self.words.text())
        self.setVisible(is_needed)


def hint_below(row: FieldRow, field: LineField, *, asks_a_name: bool = False) -> None:
    """The hint in the row of a short box, where somebody may write more than is asked."""
    name = f"{field.objectName()}-hint"
    row.add_below(EvidenceHint((field,), row, name=name, asks_a_name=asks_a_name))
