"""Discards the open draft from inside the interview, after a reason; then shows the person."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.services.discard_draft import DiscardReason, discard_draft
from desktop.services.draft_cards import DraftCard, own_draft_card
from desktop.views.interview.draft_saving import DraftSaving
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_view import InterviewView
from desktop.views.person.draft_panels import DiscardPanel
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.button_flow import ButtonFlow


class DiscardBox(QWidget):
    """Over the questions: what would be thrown away, why, and the button that does it.

    Signals: ``reason_given(DiscardReason)``; ``kept()``.
    """

    reason_given = Signal(object)
    kept = Signal()

    def __init__(self, language: str, card: DraftCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("interview-discard-box")
        self.panel = DiscardPanel(language, self, name="interview-discarding")
        self.panel.begin(card)
        self.panel.show()
        self.keep_button = Button(self.tr("Keep the draft"), self, name="interview-discard-keep")
        self.do_button = Button(
            self.panel.action_text, self, name="interview-discard-do", role=ButtonRole.DANGER
        )
        buttons = ButtonFlow((self.keep_button, self.do_button), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.panel)
        self.panel.body.addWidget(buttons)
        self.panel.reason_given.connect(self.reason_given)
        self.panel.cancel_requested.connect(self.kept)
        self.keep_button.clicked.connect(self._keep)
        self.do_button.clicked.connect(self._do)

    @Slot()
    def _keep(self) -> None:
        self.kept.emit()

    @Slot()
    def _do(self) -> None:
        self.panel.submit()


class Discarding(QObject):
    """The same use case as on the person page; nothing is written to the draft after it."""

    def __init__(
        self,
        context: ScreenContext,
        view: InterviewView,
        interview: Interview,
        saving: DraftSaving,
    ) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._interview = interview
        self._saving = saving
        self._box: DiscardBox | None = None
        view.action_bar.discard_requested.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        if self._box is not None:
            self._box.panel.focus_first()
            return
        self._view.flush()
        self._saving.flush()
        # Behind what was typed last: the card counts what is in the store.
        self._context.runner.run(
            self._view,
            partial(own_draft_card, self._context.work, self._interview.form.draft),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def _show(self, card: DraftCard) -> None:
        if self._box is not None:
            return
        self._box = DiscardBox(self._context.language, card, self._view.page)
        self._box.reason_given.connect(partial(self._discard, card))
        self._box.kept.connect(self._keep)
        self._view.page.add_above(self._box)
        self._box.show()
        self._view.order_focus()
        self._box.panel.focus_first()

    @Slot()
    def _keep(self) -> None:
        box, self._box = self._box, None
        if box is not None:
            # Before the box goes: Qt would give its focus to some other question.
            self._view.focus_question(self._interview.position)
            self._view.page.remove_above(box)
            box.deleteLater()

    def _discard(self, card: DraftCard, reason: DiscardReason) -> None:
        self._view.flush()
        self._saving.stop()
        self._view.setEnabled(False)
        self._context.runner.run(
            self._view,
            partial(discard_draft, self._context.work, card.draft, reason),
            done=partial(self._discarded, card),
            failed=self._not_discarded,
            label="discard",
        )

    def _discarded(self, card: DraftCard, _nothing: None) -> None:
        navigator, language = self._context.navigator, self._context.language
        words = sentence(
            "draft.discarded",
            language,
            alias=card.alias,
            form=card.form_title.in_language(language),
        )
        navigator.saved(self._context.work.clock.now())
        navigator.open_person(card.ref)
        navigator.say(Message(Tone.SUCCESS, words))

    def _not_discarded(self, error: Exception) -> None:
        self._saving.go_on()
        self._view.setEnabled(True)
        self._keep()
        self._context.navigator.fail(error)
