"""Completes a form, or says why not and leads to the first thing that is missing."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.records.form_record import FormRecord
from desktop.services.complete_form import complete_form
from desktop.services.ports import DraftRef, Revision
from desktop.services.work import Work
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_view import InterviewView
from desktop.views.interview.moving import Moving
from desktop.views.interview.signing import Signing
from desktop.views.journal_writer import JournalWriter
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.announce import announce


class Completing(QObject):
    """Only Complete is gated; the service checks the durable rows again by itself."""

    def __init__(
        self,
        context: ScreenContext,
        view: InterviewView,
        interview: Interview,
        moving: Moving,
        signing: Signing,
    ) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._interview = interview
        self._moving = moving
        self._signing = signing
        self._saving = signing.saving
        self._is_running = False
        view.action_bar.complete_requested.connect(self._complete)

    @Slot()
    def _complete(self) -> None:
        self._view.flush()
        self._saving.flush()
        if self._is_running or self._is_refused():
            return
        self._is_running = True
        self._context.navigator.saving()
        self._context.runner.run(
            self._view,
            partial(
                _write_and_complete,
                self._context.work,
                self._interview.form.draft,
                self._saving.writer,
            ),
            done=self._completed,
            failed=self._failed,
            label="complete",
        )

    def _is_refused(self) -> bool:
        interview = self._interview
        waiting = interview.waiting_alerts
        if waiting:
            self._refuse(self.tr("An alert is open. Record the hand-off, then complete."))
            self._view.alerts.open_requested.emit(waiting[0].code)
            return True
        session = interview.session
        wrong = {problem.key for problem in session.blocking_problems}
        needed = wrong.union(session.missing)
        if not needed:
            return self._is_unsigned()
        interview.lists_all_missing = True
        first = next(key for key in session.tree.by_key if key in needed)
        self._moving.show_missing(first)
        words = self.tr("1 question needs an answer or a reason. What you answered is kept.")
        if len(needed) > 1:
            words = self.tr(
                "{count} questions need an answer or a reason. What you answered is kept."
            ).format(count=len(needed))
        self._refuse(words)
        return True

    def _is_unsigned(self) -> bool:
        words = self._signing.refusal()
        if words:
            self._signing.go_to_first()
            self._refuse(words)
        return bool(words)

    def _refuse(self, words: str) -> None:
        self._context.navigator.say(Message(Tone.WARNING, words))
        announce(self._view, words, is_urgent=True)

    def _completed(self, revision: Revision[FormRecord]) -> None:
        navigator, ref = self._context.navigator, self._interview.form.ref
        words = self._complete_words(self._interview.session.parked_count)
        navigator.saved(revision.at)
        navigator.open_person(ref)
        navigator.say(Message(Tone.SUCCESS, words))

    def _complete_words(self, parked: int) -> str:
        if not parked:
            return self.tr("Complete. You can still correct it until it is signed off.")
        if parked == 1:
            return self.tr(
                "Complete. You can still correct it until it is signed off."
                " 1 answer to a question that is no longer asked was left out."
            )
        return self.tr(
            "Complete. You can still correct it until it is signed off."
            " {count} answers to questions that are no longer asked were left out."
        ).format(count=parked)

    def _failed(self, error: Exception) -> None:
        self._is_running = False
        self._context.navigator.not_saved(error)


def _write_and_complete(work: Work, draft: DraftRef, writer: JournalWriter) -> Revision[FormRecord]:
    """Runs on the worker: nothing is completed that is not durable first."""
    writer.write_all()
    return complete_form(work, draft)
