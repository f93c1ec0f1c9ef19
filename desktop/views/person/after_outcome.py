"""What follows from the outcome of an attempt: whether a later call is right; help for a family."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.attempt import AttemptOutcome
from desktop.records.standing import Standing, after_attempt
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.segment import Choice, Segment

YES, NO = "yes", "no"


class AfterOutcome(QWidget):
    """Signals: ``changed()`` the user said whether a later call is right."""

    changed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self._language = language
        self._outcome: AttemptOutcome | None = None
        self.standing: Standing | None = None
        """What holds until the person is spoken with again."""
        question = self._say("attempt.later")
        self.later = Segment(
            question,
            [Choice(YES, self._say("attempt.yes")), Choice(NO, self._say("attempt.no"))],
            self,
            name=f"{name}-later",
            is_clearable=True,
        )
        help_text = self._say("attempt.later-help")
        self.later_row = FieldRow(question, self.later, self, help_text=help_text)
        self.family = MessageBar(self, name=f"{name}-family", is_closable=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.later_row)
        column.addWidget(self.family)
        self.later.chosen.connect(self._chosen)
        self.show_outcome(None)

    @property
    def may_call_later(self) -> bool | None:
        """What the person said; None where nobody asked, or it is not asked now."""
        key = self.later.chosen_key()
        return key == YES if key else None

    @property
    def is_due(self) -> bool:
        """Whether a next attempt may be set: never while a wish for no contact or a death stands
        after this one."""
        if self._outcome is None:
            return self.standing is None
        return after_attempt(self.standing, self._outcome, self.may_call_later) is None

    def show_outcome(self, outcome: AttemptOutcome | None) -> None:
        """Ask what belongs to this outcome, with nothing chosen."""
        self._outcome = outcome
        self.later.set_chosen("")
        is_declined = outcome is AttemptOutcome.DECLINED_NOW
        self.later_row.setVisible(is_declined)
        if outcome is AttemptOutcome.DIED:
            words = self._say("attempt.died-family")
            self.family.show_message(Tone.ACCENT, words, icon=Icon.USERS)
        else:
            self.family.clear()
        self.setVisible(is_declined or outcome is AttemptOutcome.DIED)

    def _say(self, message_id: str) -> str:
        return sentence(message_id, self._language)

    @Slot(str)
    def _chosen(self, _key: str) -> None:
        self.changed.emit()
