"""What can still be taken back of a draft that was left and is opened again while signed in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.forms.answers import Answer, Unanswered
from desktop.forms.history import History
from desktop.forms.session import FormSession, ItemKey
from desktop.services.ports import DraftRef

DRAFTS = 4
"""Of how many drafts: nobody takes back what they did many drafts ago."""

_Answers = Callable[[], Mapping[ItemKey, Answer]]


@dataclass(slots=True)
class KeptUndo:
    """Lives as long as one sign-in; a lock and a sign-out forget it with the answers."""

    _kept: dict[DraftRef, tuple[_Answers, History]] = field(default_factory=dict)

    def go_on(self, draft: DraftRef, session: FormSession) -> None:
        """Give a draft that was opened anew what it could undo before, and follow it from now on.

        Only where every answer is still as it was left: what came from elsewhere is not taken back.
        """
        known = self._kept.pop(draft, None)
        if known is not None and _given(known[0]()) == _given(session.answers):
            session.continue_history(known[1])
        self._kept[draft] = (lambda: session.answers, session.history)
        while len(self._kept) > DRAFTS:
            del self._kept[next(iter(self._kept))]


def _given(answers: Mapping[ItemKey, Answer]) -> dict[ItemKey, Answer]:
    return {key: one for key, one in answers.items() if not isinstance(one, Unanswered)}
