"""The place to sign: head with date and time, pad, its tools, the printed name, what is missing."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.forms.questionnaire import LocalText
from desktop.messages import LANGUAGES, sentence
from desktop.records.signature import Point
from desktop.views.consent.consent_states import CannotWay, ConsentState, other_language
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.signature_pad import SignaturePad
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel

PAD_HEIGHT = 96
"""Least height of the pad in pixels at 100 % text."""


def fit_pad(pad: SignaturePad) -> None:
    """Let a pad take what height is left, and no less than a name needs."""
    expanding, ignored = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
    pad.canvas.setSizePolicy(expanding, ignored)
    pad.canvas.setMinimumHeight(current_theme().metrics.scaled(PAD_HEIGHT))


class SignArea(QWidget):
    """Unfinished strokes live in the pad only: they are biometrics and are never journaled.

    Signals: ``ink_changed()`` a stroke came or went; ``cannot_sign_requested()`` from the pad;
    ``unsaved_changed()`` when ``has_unsaved`` may have.
    """

    ink_changed = Signal()
    unsaved_changed = Signal()
    cannot_sign_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text_key = ""
        self._card_key: object = None
        self._name_before = ""
        self.head_label = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.second_label = WrapLabel("", self, tone=Tone.MUTED)
        self.moment_label = WrapLabel("", self, tone=Tone.MUTED, align=Qt.AlignmentFlag.AlignRight)
        self.moment_label.setObjectName("consent-moment")
        self.pad = SignaturePad(self, name="consent-signature")
        self.pad.caption_label.hide()
        for button in (self.pad.undo_button, self.pad.clear_button):
            button.set_icon_only(True)
        self.name_field = LineField(self, name="consent-name")
        self.name_row = FieldRow("", self.name_field, self)
        self.name_row.label.setObjectName("consent-signer")
        self.problem_icon = IconLabel(Icon.TRIANGLE_ALERT, self, tone=Tone.DANGER)
        self.problem_label = WrapLabel("", self, tone=Tone.DANGER)
        self.problem_label.setObjectName("consent-pad-problem")
        self._lay_out()
        self.show_problem("")
        theme_holder().changed.connect(self._restyle)
        self._restyle()
        self.pad.strokes_changed.connect(self._ink_changed)
        self.name_field.edited.connect(self._name_typed)
        self.pad.cannot_sign_requested.connect(self.cannot_sign_requested)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(Space.S)
        head.addWidget(self.head_label)
        head.addWidget(self.second_label)
        head.addStretch(1)
        head.addWidget(self.moment_label)
        column.addWidget(self._head)
        column.addWidget(self.pad, 1)
        below = QHBoxLayout()
        below.setSpacing(Space.XS)
        below.addWidget(self.problem_icon)
        below.addWidget(self.problem_label, 1)
        column.addLayout(below)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(Space.S)
        for button in (self.pad.undo_button, self.pad.clear_button):
            self._tools.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self._tools.addWidget(self.name_row, 1)
        column.addLayout(self._tools)
        stops = [self.pad.canvas, self.pad.undo_button, self.pad.clear_button, self.name_field]
        keep_tab_order(self, stops)

    @property
    def has_unsaved(self) -> bool:
        """Whether there is ink, or a name typed since the last answer."""
        return not self.pad.is_empty or self.name_field.value() != self._name_before

    def strokes(self) -> tuple[tuple[Point, ...], ...]:
        """What was drawn so far."""
        return self.pad.strokes() if self.pad.isVisibleTo(self) else ()

    def show_state(self, state: ConsentState) -> None:
        """Show where and who signs; ink on another text than the one shown is taken away."""
        self._keep_ink_to_text(state)
        has_pad = state.way not in (CannotWay.VERBAL, CannotWay.TELEPHONE)
        self._show_head(state)
        self._head.setVisible(has_pad)
        self.pad.setVisible(has_pad)
        self.pad.setEnabled(state.can_take)
        for button in (self.pad.undo_button, self.pad.clear_button):
            button.setVisible(has_pad)
        signers = {
            CannotWay.VERBAL: self.tr("Says yes: the person, printed name"),
            CannotWay.TELEPHONE: self.tr("Says yes: the person, printed name"),
            CannotWay.REPRESENTATIVE: self.tr("Signer: representative, printed name"),
        }
        signer = self.tr("Signer: the person, printed name")
        self.name_row.set_label(signers.get(state.way, signer) if state.way else signer)

    def show_problem(self, words: str) -> None:
        """One sentence under the pad, said at once; "" takes it away."""
        self.problem_label.setText(words)
        self.problem_label.setVisible(bool(words))
        self.problem_icon.setVisible(bool(words))
        if words:
            announce(self.pad.canvas, words, is_urgent=True)

    def start_over(self) -> None:
        """No ink, no problem; the name stays for the next consent of the same person."""
        self.pad.start_over()
        self._name_before = self.name_field.value()
        self.unsaved_changed.emit()
        self.show_problem("")
        self.name_row.set_error("")

    def _keep_ink_to_text(self, state: ConsentState) -> None:
        document = state.document
        key = document.sha256 if document else ""
        if key == self._text_key:
            return
        is_same_card = self._card_key == (state.card.consent_type, state.card.recipient)
        was_drawn = bool(self.pad.strokes()) and is_same_card
        self._text_key = key
        self._card_key = (state.card.consent_type, state.card.recipient)
        self.start_over()
        if was_drawn:
            words = self.tr("The text changed, so the signature was taken away. Sign again.")
            self.show_problem(words)

    def _show_head(self, state: ConsentState) -> None:
        is_mark = state.way is CannotWay.MARK
        message = "consent-line.your-mark" if is_mark else "consent-line.sign-here"
        words = LocalText("", {one: sentence(message, one) for one in LANGUAGES})
        language = state.text.language
        is_both = state.mode is LanguageMode.BOTH
        self.head_label.setText(words.in_language(language if is_both else state.mode.value))
        self.second_label.setText(words.in_language(other_language(language)))
        self.second_label.setVisible(is_both)

    @Slot(str)
    def _name_typed(self, _text: str) -> None:
        self.name_row.set_error("")
        self.unsaved_changed.emit()

    @Slot()
    def _ink_changed(self) -> None:
        self.show_problem("")
        self.unsaved_changed.emit()
        self.ink_changed.emit()

    @Slot()
    def _restyle(self) -> None:
        fit_pad(self.pad)
