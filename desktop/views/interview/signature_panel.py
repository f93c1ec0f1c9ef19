"""One signature under a part of a form: pad, printed name, "cannot sign", and the signed state."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.records.consent import WITNESSED_MODES, ConsentMode
from desktop.views.consent.sign_area import fit_pad
from desktop.views.interview.signature_states import SignatureEntry, SignatureState
from desktop.views.theme.holder import theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import IconSize, Space, TextStyle, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.signature_pad import SignaturePad
from desktop.views.widgets.surface import Ground, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class SignaturePanel(Surface):
    """Unfinished strokes live in the pad only: they are biometrics and are never journaled.

    Signals: ``signed(state, entry)`` a ``SignatureState`` and what was signed there;
    ``unsaved_changed()`` when ``has_unsaved`` may have.
    """

    signed = Signal(object, object)
    unsaved_changed = Signal()

    def __init__(self, state: SignatureState, parent: QWidget) -> None:
        super().__init__(Ground.PANEL, parent)
        self.state = state
        self._is_again = False
        name = state.name
        self.setObjectName(name)
        self.icon = IconLabel(State.NOT_STARTED, self, size=IconSize.MEDIUM)
        self.title = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.second_title = WrapLabel("", self, tone=Tone.MUTED)
        self.role = WrapLabel("", self, tone=Tone.MUTED)
        self.date = WrapLabel("", self, tone=Tone.MUTED)
        self._make_ways(name)
        self.pad = SignaturePad(self, name=f"{name}-pad")
        self.pad.caption_label.hide()
        self.problem_icon = IconLabel(Icon.TRIANGLE_ALERT, self, tone=Tone.DANGER)
        self.problem = WrapLabel("", self, tone=Tone.DANGER)
        self.problem.setObjectName(f"{name}-problem")
        self.kept_words = WrapLabel("", self)
        self.kept_words.setObjectName(f"{name}-kept")
        self._make_fields(name)
        self._make_buttons(name)
        self._lay_out()
        self._connect()
        self._restyle()
        self.show_problem("")
        self.show_state(state)

    def _make_ways(self, name: str) -> None:
        self.ways = OptionGroup(
            self.tr("Cannot sign"),
            [
                OptionItem(ConsentMode.VERBAL, self.tr("Says yes out loud, with a witness")),
                OptionItem(ConsentMode.MARK, self.tr("Makes a mark, with a witness")),
                OptionItem(ConsentMode.REPRESENTATIVE, self.tr("Guardian or representative signs")),
            ],
            self,
            name=f"{name}-way",
        )

    def _make_fields(self, name: str) -> None:
        self.name_field = LineField(self, name=f"{name}-name")
        self.name_row = FieldRow(self.tr("Printed name of who signs"), self.name_field, self)
        self.witness_field = LineField(self, name=f"{name}-witness")
        self.witness_row = FieldRow(self.tr("Witness, name and role"), self.witness_field, self)
        self.authority_field = LineField(self, name=f"{name}-authority")
        self.authority_row = FieldRow(
            self.tr("By what right, such as mother or legal guardian"), self.authority_field, self
        )

    def _make_buttons(self, name: str) -> None:
        self.keep = Button(self.tr("Keep signature"), self, name=f"{name}-keep", icon=Icon.PEN)
        self.cannot = Button(self.tr("Cannot sign"), self, name=f"{name}-cannot", is_toggle=True)
        self.again = Button(self.tr("Sign again"), self, name=f"{name}-again", icon=Icon.UNDO)
        self.buttons = ButtonFlow([self.keep, self.cannot], self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        for words in (self.second_title, self.role, self.date):
            column.addWidget(words)
        for field in (self.ways, self.pad):
            column.addWidget(field)
        below = QHBoxLayout()
        below.setSpacing(Space.XS)
        below.addWidget(self.problem_icon)
        below.addWidget(self.problem, 1)
        column.addLayout(below)
        for row in (self.kept_words, self.name_row, self.witness_row, self.authority_row):
            column.addWidget(row)
        column.addWidget(self.buttons)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        theme_holder().changed.connect(self._restyle)
        self.pad.strokes_changed.connect(self._edited)
        self.pad.cannot_sign_requested.connect(self._cannot_sign)
        for field in (self.name_field, self.witness_field, self.authority_field):
            field.edited.connect(self._typed)
        self.keep.clicked.connect(self._keep)
        self.cannot.toggled.connect(self._cannot_toggled)
        self.again.clicked.connect(self._again)
        self.ways.answered.connect(self._way_chosen)

    def show_state(self, state: SignatureState) -> None:
        """Show who signs what, or the signature; ink that was begun stays."""
        was_kept = self.state.kept is not None
        self.state = state
        if state.kept is None and was_kept:
            self.start_over()
        if state.kept is not None and not was_kept:
            self._is_again = False
        self.title.setText(self.tr("Signature: {part}").format(part=state.title))
        self.second_title.setText(state.second_title)
        self.second_title.setVisible(bool(state.second_title))
        self.role.setText(self.tr("Signs as: {role}").format(role=state.role_words))
        self.role.setVisible(bool(state.role_words))
        self.date.setText(self.tr("Date: {date}").format(date=state.today))
        self.pad.canvas.setAccessibleName(self.title.text())
        self.icon.show_icon(State.DONE if state.kept is not None else State.NOT_STARTED)
        self._fit()

    def start_over(self) -> None:
        """No ink, no problem, nobody's name."""
        self.pad.start_over()
        self.cannot.setChecked(False)
        self.ways.set_chosen(())
        for field in (self.name_field, self.witness_field, self.authority_field):
            field.set_value("")
        self.show_problem("")

    def show_problem(self, words: str) -> None:
        """One sentence under the pad, said at once; "" takes it away."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.problem_icon.setVisible(bool(words))
        self.pad.canvas.setAccessibleDescription(words or self._how_to_sign)
        if words:
            announce(self, words, is_urgent=True)

    @property
    def has_unsaved(self) -> bool:
        """Whether somebody began to sign: it counts once it is kept."""
        is_open = self.state.kept is None or self._is_again
        return is_open and (bool(self.pad.strokes()) or bool(self.name_field.value()))

    def focus_first(self) -> None:
        """Put the focus where it goes on."""
        is_kept = self.state.kept is not None and not self._is_again
        (self.again if is_kept else self.pad.canvas).setFocus()

    @property
    def mode(self) -> ConsentMode:
        """How the person signs now."""
        chosen = self.ways.chosen_keys() if self.cannot.isChecked() else ()
        return ConsentMode(chosen[0]) if chosen else ConsentMode.SIGNED

    def _fit(self) -> None:
        kept = self.state.kept if not self._is_again else None
        is_open, mode = kept is None, self.mode
        if kept is not None:
            self.pad.show_signed(kept.strokes, "")
            self.kept_words.setText(kept.words)
        has_ink = mode is not ConsentMode.VERBAL if is_open else bool(kept and kept.strokes)
        focus = Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.NoFocus
        self.pad.canvas.setFocusPolicy(focus)
        self.pad.setVisible(has_ink)
        self.kept_words.setVisible(not is_open)
        self.again.setVisible(not is_open)
        for widget in (self.date, self.name_row, self.buttons):
            widget.setVisible(is_open)
        self.ways.setVisible(is_open and self.cannot.isChecked())
        self.witness_row.setVisible(is_open and mode in WITNESSED_MODES)
        self.authority_row.setVisible(is_open and mode is ConsentMode.REPRESENTATIVE)

    @property
    def _how_to_sign(self) -> str:
        return self.tr("Sign with pen, finger or mouse. Press Enter when the person cannot sign.")

    @Slot()
    def _keep(self) -> None:
        is_drawn = self.mode is not ConsentMode.VERBAL
        entry = SignatureEntry(
            self.mode,
            self.name_field.value(),
            self.pad.strokes() if is_drawn else (),
            self.witness_field.value() if self.mode in WITNESSED_MODES else "",
            self.authority_field.value() if self.mode is ConsentMode.REPRESENTATIVE else "",
        )
        self.signed.emit(self.state, entry)

    @Slot()
    def _cannot_sign(self) -> None:
        self.cannot.setChecked(True)
        self.ways.setFocus()

    @Slot(bool)
    def _cannot_toggled(self, _is_on: bool) -> None:
        self.show_problem("")
        self._fit()

    @Slot(object)
    def _way_chosen(self, _keys: tuple[str, ...]) -> None:
        self.show_problem("")
        self._fit()

    @Slot()
    def _again(self) -> None:
        self._is_again = True
        self.start_over()
        self._fit()
        self.pad.canvas.setFocus()

    @Slot()
    def _edited(self) -> None:
        self.show_problem("")
        self.unsaved_changed.emit()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._edited()

    @Slot()
    def _restyle(self) -> None:
        fit_pad(self.pad)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field here never goes on to the next question."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
