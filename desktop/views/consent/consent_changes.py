"""Runs what changes a consent: a yes, a no, later, taking back; tells what is begun and kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import KnownError
from desktop.messages import explain
from desktop.records.consent import Consent, CopyGiven, ToldHow
from desktop.records.ids import RecordId
from desktop.records.minor import Guardian
from desktop.services.consent_document import ConsentDocument
from desktop.services.consent_papers import note_copy
from desktop.services.decline_consent import decline_consent
from desktop.services.guardians import add_guardian, bar_guardian
from desktop.services.ports import EpisodeRef
from desktop.services.tell_partner import note_partner_told
from desktop.services.withdraw_consent import withdraw_consent
from desktop.views.consent.consent_states import NewGuardian, Part, SignAttempt
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

OURS = ("consent.", "consent-element.", "minor.", "guardian.")
"""Refusals that say what is missing: nothing failed to be saved."""


class ConsentChanges(QObject):
    """Signals: ``begun()``; ``kept(Consent)`` after the store confirmed; ``missing(Part,
    sentence)`` when a part of signing was not given; ``refused()`` after the shell said why;
    ``guardians_changed()`` after the store confirmed."""

    begun = Signal()
    kept = Signal(object)
    missing = Signal(object, str)
    refused = Signal()
    guardians_changed = Signal()

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: ConsentView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        view.unsaved_changed.connect(self._unsaved_changed)
        view.side.afterwards.copy_noted.connect(self.note_copy)
        view.side.afterwards.told.connect(self.note_told)
        view.side.minor.guardian_added.connect(self.add_guardian)
        view.side.minor.guardian_barred.connect(self.bar_guardian)

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

    @Slot(object)
    def add_guardian(self, new: NewGuardian) -> None:
        """Keep a guardian."""
        work, ref = self._context.work, self._ref
        wish = partial(add_guardian, work, ref, new.name, new.relationship, new.document_seen)
        self._run_guardian(wish)

    @Slot(str, str)
    def bar_guardian(self, guardian_id: str, decided_by: str) -> None:
        """Keep that a guardian may not consent."""
        work, ref = self._context.work, self._ref
        self._run_guardian(partial(bar_guardian, work, ref, RecordId(guardian_id), decided_by))

    @Slot(object)
    def note_copy(self, how: CopyGiven) -> None:
        """Keep what became of the person's copy of the open consent."""
        consent = self._view.state.card.consent
        if consent is not None and not self._view.state.is_working:
            wish = partial(note_copy, self._context.work, self._ref, consent.consent_id, how)
            self._run(wish)

    @Slot(object)
    def note_told(self, how: ToldHow) -> None:
        """Keep that the partner was told that the open consent was taken back."""
        consent = self._view.state.card.consent
        if consent is not None and not self._view.state.is_working:
            work, ref = self._context.work, self._ref
            self._run(partial(note_partner_told, work, ref, consent.consent_id, how))

    def _run_guardian(self, work: Callable[[], Guardian]) -> None:
        self.begun.emit()
        self._context.runner.run(self, work, done=self._guardian_kept, failed=self._failed)

    def _guardian_kept(self, _guardian: Guardian) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self.guardians_changed.emit()

    def _run(self, work: Callable[[], Consent]) -> None:
        self.begun.emit()
        self._context.runner.run(self, work, done=self._done, failed=self._failed)

    def _done(self, consent: Consent) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self.kept.emit(consent)

    def _failed(self, error: Exception) -> None:
        navigator = self._context.navigator
        is_ours = isinstance(error, KnownError) and error.message_id.startswith(OURS)
        part = MISSING_PARTS.get(error.message_id) if isinstance(error, KnownError) else None
        if isinstance(error, KnownError) and part is not None:
            self.missing.emit(part, explain(error, self._context.language))
            return
        self.refused.emit()
        if is_ours:
            navigator.fail(error)
        else:
            navigator.not_saved(error)
