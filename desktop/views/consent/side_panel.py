"""The right panel: the scope and, by stage, the pad, the ways, the scope's editor or the answer."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.records.consent import SCOPED_TYPES, WITNESSED_MODES, ConsentMode
from desktop.records.minor import Guardian
from desktop.views.consent.afterwards import Afterwards
from desktop.views.consent.answered import Answered
from desktop.views.consent.cannot_sign import CannotSign
from desktop.views.consent.consent_states import (
    MODES,
    CannotWay,
    ConsentState,
    Part,
    SignAttempt,
    Stage,
)
from desktop.views.consent.consent_words import ConsentWords
from desktop.views.consent.minor_panel import MinorPanel
from desktop.views.consent.scope_editor import ScopeEditor
from desktop.views.consent.scope_lines_view import ScopeLinesView
from desktop.views.consent.sign_area import SignArea
from desktop.views.consent.withdraw import Withdraw
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.surface import Rule


class SidePanel(Panel):
    """Signals: ``scope_edit_requested()``; the parts have their own."""

    scope_edit_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="consent-side")
        self.setAccessibleName(self.tr("Signature"))
        self._words = ConsentWords(self)
        self._stage: Stage | None = None
        self._way: CannotWay | None = None
        self._is_minor = False
        self.afterwards = Afterwards(self)
        self.lines = ScopeLinesView(self)
        self.change_button = Button(self.tr("Change"), self, name="consent-change")
        self.change_button.setAccessibleName(self.tr("Change what is shared"))
        self.change_button.clicked.connect(self._change)
        self.lines.add_beside_last(self.change_button)
        self.rule = Rule(self)
        self.editor = ScopeEditor(language, self)
        self.cannot = CannotSign(self)
        self.minor = MinorPanel(language, self)
        self.area = SignArea(self)
        self.spoken_note = MessageBar(
            self, name="consent-spoken", is_closable=False, has_edge=False
        )
        self.answered = Answered(language, self)
        self.withdraw = Withdraw(self)
        self.body.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.body.setSpacing(Space.S)
        self.body.addWidget(self.afterwards)
        self.body.addWidget(self.lines)
        self.body.addWidget(self.rule)
        self.body.addWidget(self.editor)
        self.body.addWidget(self.cannot)
        self.body.addWidget(self.minor)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.spoken_note)
        self.body.addWidget(self.answered, 1)
        self.body.addWidget(self.withdraw)
        self.body.addStretch(0)

    def show_state(self, state: ConsentState) -> None:
        """Show what the stage needs."""
        stage, is_new = state.stage, state.stage is not self._stage
        is_asking, is_cannot = stage is Stage.ASKING, stage is Stage.CANNOT_SIGN
        if is_new and stage is Stage.WITHDRAWING:
            self.withdraw.start_over()
        if is_new and is_cannot:
            self.cannot.start_over()
        if state.way is not self._way:
            # Whose ink it is changes with the way.
            self.area.start_over()
        if state.way is not self._way and CannotWay.REPRESENTATIVE in (state.way, self._way):
            self.area.name_field.set_value("")
        self._stage, self._way = stage, state.way
        has_area = state.can_take and (is_asking or (is_cannot and state.way in MODES))
        consent = state.card.consent
        # A no has no scope that holds: four lines of yes beside it would mislead.
        was_given = stage is Stage.ANSWERED and consent is not None and consent.mode is not None
        self.lines.setVisible(is_asking or was_given)
        self.rule.setVisible((is_asking and has_area) or was_given)
        is_release = state.card.consent_type in SCOPED_TYPES
        self.change_button.setVisible(is_asking and is_release)
        self.editor.setVisible(stage is Stage.SCOPE)
        self.cannot.setVisible(is_cannot)
        self._is_minor = state.page.is_minor
        self.minor.setVisible(has_area and self._is_minor)
        if self._is_minor:
            self.minor.show_state(state)
        self.area.setVisible(has_area)
        self.answered.setVisible(stage is Stage.ANSWERED)
        self.afterwards.setVisible(stage is Stage.ANSWERED)
        self.afterwards.show_state(state)
        self.withdraw.setVisible(stage is Stage.WITHDRAWING)
        for part in (self.lines, self.editor, self.cannot, self.area, self.answered, self.withdraw):
            part.show_state(state)
        self._show_spoken(state)

    def attempt(self) -> SignAttempt:
        """What was given so far."""
        mode = MODES.get(self._way, ConsentMode.SIGNED) if self._way else ConsentMode.SIGNED
        minor = self.minor.signing() if self._is_minor else None
        guardian = self.minor.guardian if self._is_minor else None
        if guardian is not None and mode is ConsentMode.SIGNED:
            mode = ConsentMode.REPRESENTATIVE
        needs_witness = mode in WITNESSED_MODES
        is_by_phone = mode is ConsentMode.TELEPHONE
        is_for_another = mode is ConsentMode.REPRESENTATIVE
        return SignAttempt(
            mode,
            self.area.name_field.value(),
            self.area.strokes(),
            self.cannot.witness_field.value() if needs_witness else "",
            self.cannot.second_field.value() if is_by_phone else "",
            self.cannot.person_field.value() if is_for_another else "",
            minor,
            self._authority(guardian) if is_for_another else "",
        )

    def _authority(self, guardian: Guardian | None) -> str:
        """By what right somebody signs for the other; of a kept guardian it is known."""
        return self.cannot.authority_field.value() or (guardian.relationship if guardian else "")

    def show_problem(self, part: Part, words: str) -> None:
        """Say what is missing at its place, and put the focus there."""
        self.clear_problems()
        if part is Part.PAD:
            self.area.show_problem(words)
            self.area.pad.canvas.setFocus()
            return
        rows = {
            Part.NAME: self.area.name_row,
            Part.WITNESS: self.cannot.witness_row,
            Part.AUTHORITY: self.cannot.authority_row,
            Part.SECOND_WITNESS: self.cannot.second_row,
            Part.PERSON: self.cannot.person_row,
        }
        rows[part].set_error(words)
        rows[part].control.setFocus()

    @property
    def problem_labels(self) -> tuple[QWidget, ...]:
        """Where it is said what is missing."""
        rows = (self.area.name_row, *self.cannot.rows)
        return (self.area.problem_label, *(row.error_label for row in rows))

    def clear_problems(self) -> None:
        """Nothing is missing, as far as known."""
        self.area.show_problem("")
        for row in (self.area.name_row, *self.cannot.rows):
            row.set_error("")

    def start_over(self) -> None:
        """Another consent, or this one was answered: no ink, no ways."""
        self.area.start_over()
        self.cannot.start_over()
        self.minor.start_over()

    def _show_spoken(self, state: ConsentState) -> None:
        if state.stage is Stage.CANNOT_SIGN and state.is_spoken_release:
            words = self._words.spoken(state.card.recipient)
            self.spoken_note.show_message(Tone.WARNING, words)
        else:
            self.spoken_note.clear()

    @Slot()
    def _change(self) -> None:
        self.scope_edit_requested.emit()
