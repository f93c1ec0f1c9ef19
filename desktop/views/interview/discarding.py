"""Gives up the open draft inside the interview, after a reason; then shows the person."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.no_plan import NoPlanReason, NoPlanToday
from desktop.services.discard_draft import discard_draft
from desktop.services.draft_cards import DraftCard, own_draft_card
from desktop.services.note_no_plan import note_no_plan
from desktop.services.work import Work
from desktop.views.interview.draft_saving import DraftSaving
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_view import InterviewView
from desktop.views.person.draft_panels import DiscardPanel
from desktop.views.person.reason_panel import ReasonPanel
from desktop.views.safety_plan.no_plan_panel import NoPlanPanel
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.button_flow import ButtonFlow


class DiscardBox(QWidget):
    """Over the questions: what would be given up, why, and the button that does it.

    Signals: ``reason_given(reason)`` a member of the panel's set; ``kept()``.
    """

    reason_given = Signal(object)
    kept = Signal()

    def __init__(self, panel: ReasonPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("interview-discard-box")
        self.panel = panel
        panel.setParent(self)
        panel.show()
        self.keep_button = Button(self.tr("Keep the draft"), self, name="interview-discard-keep")
        self.do_button = Button(
            panel.action_text, self, name="interview-discard-do", role=ButtonRole.DANGER
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        panel.body.addWidget(ButtonFlow((self.keep_button, self.do_button), self))
        panel.reason_given.connect(self.reason_given)
        panel.cancel_requested.connect(self.kept)
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
        view.action_bar.discard_requested.connect(self._ask_discard)
        view.action_bar.no_plan_requested.connect(self._ask_no_plan)

    @Slot()
    def _ask_discard(self) -> None:
        self._ask(self._show_discard)

    @Slot()
    def _ask_no_plan(self) -> None:
        self._ask(self._show_no_plan)

    def _ask(self, show: Callable[[DraftCard], None]) -> None:
        self._keep()
        self._view.flush()
        self._saving.flush()
        # Behind what was typed last: the card counts what is in the store.
        self._context.runner.run(
            self._view,
            partial(own_draft_card, self._context.work, self._interview.form.draft),
            done=show,
            failed=self._context.navigator.fail,
        )

    def _show_discard(self, card: DraftCard) -> None:
        panel = DiscardPanel(self._context.language, name="interview-discarding")
        panel.begin(card)
        words = sentence(
            "draft.discarded",
            self._context.language,
            alias=card.alias,
            form=card.form_title.in_language(self._context.language),
        )
        act = partial(discard_draft, self._context.work, card.draft)
        self._show(panel, Message(Tone.SUCCESS, words), act)

    def _show_no_plan(self, card: DraftCard) -> None:
        panel = NoPlanPanel(self._context.language, name="interview-no-planning")
        panel.begin(card)
        words = sentence("no-plan.noted", self._context.language, alias=card.alias)
        act = partial(_note_no_plan, self._context.work, card)
        self._show(panel, Message(Tone.SUCCESS, words), act)

    def _show(self, panel: ReasonPanel, said: Message, act: Callable[[Any], object]) -> None:
        self._keep()
        self._box = DiscardBox(panel, self._view.page)
        self._box.reason_given.connect(partial(self._discard, said, act))
        self._box.kept.connect(self._keep)
        self._view.page.add_above(self._box)
        self._box.show()
        self._view.order_focus()
        panel.focus_first()

    @Slot()
    def _keep(self) -> None:
        box, self._box = self._box, None
        if box is not None:
            # Before the box goes: Qt would give its focus to some other question.
            self._view.focus_question(self._interview.position)
            self._view.page.remove_above(box)
            box.deleteLater()

    def _discard(self, said: Message, act: Callable[[Any], object], reason: StrEnum) -> None:
        self._view.flush()
        self._saving.stop()
        self._view.setEnabled(False)
        self._context.runner.run(
            self._view,
            partial(act, reason),
            done=partial(self._discarded, said),
            failed=self._not_discarded,
            label="discard",
        )

    def _discarded(self, said: Message, _kept: object) -> None:
        navigator = self._context.navigator
        navigator.saved(self._context.work.clock.now())
        navigator.open_person(self._interview.form.ref)
        navigator.say(said)

    def _not_discarded(self, error: Exception) -> None:
        self._saving.go_on()
        self._view.setEnabled(True)
        self._keep()
        self._context.navigator.fail(error)


def _note_no_plan(work: Work, card: DraftCard, reason: NoPlanReason) -> NoPlanToday:
    return note_no_plan(work, card.ref, reason, card.draft)
