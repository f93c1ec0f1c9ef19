"""Up to three next steps in the packet's language."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.packets.build import MOST_STEPS
from desktop.packets.paper_words import one_line
from desktop.records.evidence_guard import reads_like_evidence
from desktop.views.packet.editor_panel import EditorPanel
from desktop.views.packet.packet_states import PacketState
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.text_field import TextField
from desktop.views.widgets.wrap_label import WrapLabel


class StepsEditor(EditorPanel):
    """Signals: ``steps_written(steps)`` all sentences as they now stand, a tuple of str."""

    steps_written = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, name="packet-steps")
        self.set_title(self.tr("My next steps"))
        help_text = self.tr("Short sentences. A phone number at the end is printed large.")
        self.body.addWidget(WrapLabel(help_text, self, tone=Tone.MUTED))
        self.fields: list[TextField] = []
        self._rows: list[FieldRow] = []
        for number in range(1, MOST_STEPS + 1):
            field = TextField(self, name=f"packet-step-{number}", lines=2, is_patient_text=True)
            field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            row = FieldRow(self.tr("Step {number}").format(number=number), field, self)
            field.committed.connect(self._written)
            field.unsaved_changed.connect(self.unsaved_changed)
            self.fields.append(field)
            self._rows.append(row)
            self.body.addWidget(row)
        self.hint = MessageBar(self, name="packet-steps-hint", is_closable=False, has_edge=False)
        self.body.addWidget(self.hint)

    def show_state(self, state: PacketState) -> None:
        """Show the sentences; boxes that say the same already stay as they are typed."""
        steps = state.choices.steps
        if self._written_steps() != steps:
            for at, field in enumerate(self.fields):
                field.set_value(steps[at] if at < len(steps) else "")
        foreign = {steps[at] for at in state.foreign_steps}
        words = self._foreign_words(state.choices.language)
        for field, row in zip(self.fields, self._rows, strict=True):
            row.set_help(words if one_line(field.value()) in foreign else "")
        if any(reads_like_evidence(step) for step in steps):
            self.hint.show_message(Tone.WARNING, self._evidence_words(), is_spoken=False)
        else:
            self.hint.clear()

    def focus_first(self) -> None:
        """Begin in the first sentence."""
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_unsaved(self) -> bool:
        """Whether a sentence is being typed."""
        return any(field.has_unsaved for field in self.fields)

    def flush(self) -> None:
        """Tell what is typed now."""
        for field in self.fields:
            field.flush()

    def _foreign_words(self, language: str) -> str:
        if language == "es":
            return self.tr("The packet is in Spanish: write this one in Spanish.")
        return self.tr("The packet is in English: write this one in English.")

    def _evidence_words(self) -> str:
        return self.tr(
            "This reads like what happened. Somebody else may see the paper: keep to what comes"
            " next."
        )

    def _written_steps(self) -> tuple[str, ...]:
        return tuple(line for field in self.fields if (line := one_line(field.value())))

    @Slot(str)
    def _written(self, _text: str) -> None:
        self.steps_written.emit(self._written_steps())
