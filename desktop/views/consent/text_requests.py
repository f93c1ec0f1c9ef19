"""Asks the storage worker for consent texts; only the newest request is answered."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from desktop.errors import KnownError
from desktop.records.consent import Consent, ConsentScope, Purpose
from desktop.services.consents import ConsentCard
from desktop.services.ports import EpisodeRef
from desktop.views.consent.consent_reading import AskedText, asked_text, kept_text
from desktop.views.consent.consent_states import ConsentText
from desktop.views.screen import ScreenContext

SCOPE_PROBLEMS = frozenset({"consent.scope-incomplete", "consent.expires-in-past"})


class TextRequests(QObject):
    """``parent`` is the view: nothing is answered once it is gone."""

    def __init__(self, context: ScreenContext, ref: EpisodeRef, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._ref = ref
        self._newest = 0

    def ask(
        self,
        card: ConsentCard,
        purpose: Purpose | None,
        scope: ConsentScope | None,
        language: str,
        *,
        done: Callable[[AskedText], None],
        scope_refused: Callable[[KnownError], None],
    ) -> None:
        """The text to ask ``card`` with; ``scope`` None is the site's default."""
        context = self._context
        self._newest += 1
        context.runner.run(
            self,
            partial(asked_text, context.work, self._ref, card, purpose, scope, language),
            done=partial(self._asked, self._newest, done),
            failed=partial(self._refused, self._newest, scope_refused),
        )

    def kept(self, consent: Consent, done: Callable[[ConsentText], None]) -> None:
        """The text of an answered consent."""
        context = self._context
        self._newest += 1
        context.runner.run(
            self,
            partial(kept_text, context.work, consent),
            done=partial(self._kept, self._newest, done),
            failed=context.navigator.fail,
        )

    def _asked(self, number: int, done: Callable[[AskedText], None], asked: AskedText) -> None:
        if number == self._newest:
            done(asked)

    def _kept(self, number: int, done: Callable[[ConsentText], None], text: ConsentText) -> None:
        if number == self._newest:
            done(text)

    def _refused(
        self, number: int, scope_refused: Callable[[KnownError], None], error: Exception
    ) -> None:
        if isinstance(error, KnownError) and error.message_id in SCOPE_PROBLEMS:
            if number == self._newest:
                scope_refused(error)
            return
        self._context.navigator.fail(error)
