"""Runs what changes a consent: a yes, a no, later, taking back; tells what is begun and kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import KnownError
from desktop.messages import explain
from desktop.records.consent import Consent
from desktop.records.ids import RecordId
from desktop.services.consent_document import ConsentDocument
from desktop.services.decline_consent import decline_consent
from desktop.services.ports import EpisodeRef
from desktop.services.withdraw_consent import withdraw_consent
from desktop.views.consent.consent_states import Part, SignAttempt
from desktop.views.consent.consent_view import ConsentView
from desktop.views.consent.taking import take_consent
from desktop.views.screen import ScreenContext

MISSING_PARTS = {
    "consent.signature-empty": Part.PAD,
    "consent.name-missing": Part.NAME,
    "consent.witness-missing": Part.WITNESS,
    "consent.authority-missing": Part.AUTHORITY,
    "consent.second-witness-missing": Part.SECOND_WITNESS,
    "consent.person-name-missing": Part.PERSON,
}


class ConsentChanges(QObject):
    """Signals: ``begun()``; ``kept(Consent)`` after the store confirmed; ``missing(Part,
    sentence)`` when a part of signing was not given; ``refused()`` after the shell said why."""

    begun = Signal()
    kept = Signal(object)
    missing = Signal(object, str)
    refused = Signal()

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: ConsentView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        view.unsaved_changed.connect(self._unsaved_changed)

    @Slot()
    def _unsaved_changed(self) -> None:
        self._context.navigator.show_unsaved(is_unsaved=self._view.has_unsaved)

    def sign(self, document: ConsentDocument, attempt: SignAttempt) -> None:
        """Keep the yes as it was given."""
        self._run(partial(take_consent, self._context.work, self._ref, document, attempt))

    def decline(self, document: ConsentDocument, *, later: bool) -> None:
        """Keep the no, or that the person wants to be asked later."""
        self._run(partial(decline_consent, self._context.work, self._ref, document, later=later))

    def withdraw(self, consent_id: RecordId, how: str) -> None:
        """Take a consent back."""
        self._run(partial(withdraw_consent, self._context.work, self._ref, consent_id, how))

    def _run(self, work: Callable[[], Consent]) -> None:
        self.begun.emit()
        self._context.runner.run(self, work, done=self._done, failed=self._failed)

    def _done(self, consent: Consent) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self.kept.emit(consent)

    def _failed(self, error: Exception) -> None:
        navigator = self._context.navigator
        is_ours = isinstance(error, KnownError) and error.message_id.startswith("consent.")
        part = MISSING_PARTS.get(error.message_id) if isinstance(error, KnownError) else None
        if isinstance(error, KnownError) and part is not None:
            self.missing.emit(part, explain(error, self._context.language))
            return
        self.refused.emit()
        if is_ours:
            navigator.fail(error)
        else:
            navigator.not_saved(error)
