"""Reads the consent texts and keeps the administrator's approvals."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.services.approve_text import TextCard, approve_text, read_texts
from desktop.views.screen import Message, ScreenContext
from desktop.views.texts.texts_state import TextsState
from desktop.views.texts.texts_view import TextsView
from desktop.views.theme.tokens import Tone


class TextsController(QObject):
    """The screen of consent texts."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._view = TextsView()
        self._state = TextsState(
            language=context.language, hospital=context.work.session.site.hospital_name
        )
        self._view.text_chosen.connect(self._choose)
        self._view.approve_requested.connect(self._approve)

    @property
    def view(self) -> TextsView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read the texts."""
        self._context.navigator.set_title(self.tr("Consent texts"))
        self._context.runner.run(
            self._view,
            partial(read_texts, self._context.work),
            done=self._show_first,
            failed=self._context.navigator.fail,
        )

    def flush(self) -> None:
        """Nothing typed here is kept before Approve."""

    def _show_first(self, cards: tuple[TextCard, ...]) -> None:
        waiting = next((card for card in cards if card.approved_by is None), None)
        first = waiting or (cards[0] if cards else None)
        self._show(replace(self._state, cards=cards, chosen=first.name if first else ""))
        self._view.focus_first()

    @Slot(str)
    def _choose(self, name: str) -> None:
        self._show(replace(self._state, chosen=name))

    @Slot(str, str)
    def _approve(self, name: str, approved_by: str) -> None:
        self._show(replace(self._state, is_busy=True))
        self._context.navigator.saving()
        self._context.runner.run(
            self._view,
            partial(approve_text, self._context.work, name, approved_by),
            done=self._approved,
            failed=self._not_approved,
        )

    def _approved(self, changed: TextCard) -> None:
        cards = tuple(changed if card.name == changed.name else card for card in self._state.cards)
        self._show(replace(self._state, cards=cards, is_busy=False))
        if changed.approved_at is not None:
            self._context.navigator.saved(changed.approved_at)
        words = self.tr("{title} is approved. Signatures are taken on it from now on.")
        title = changed.title.in_language(self._context.language)
        self._context.navigator.say(Message(Tone.SUCCESS, words.format(title=title)))
        self._view.focus_first()

    def _not_approved(self, error: Exception) -> None:
        self._show(replace(self._state, is_busy=False))
        self._context.navigator.not_saved(error)

    def _show(self, state: TextsState) -> None:
        self._state = state
        self._view.show_state(state)
