"""Runs the privacy screen of a person: reads, asks, and takes what was given to the use cases."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.records.erasure import ErasureReason
from desktop.records.ids import RecordId, StaffId
from desktop.records.part2_note import Part2Note
from desktop.services.ask_erasure import ask_erasure
from desktop.services.lend_keys import lend_keys
from desktop.services.part2_notes import add_part2_note, change_part2_note
from desktop.services.ports import EpisodeRef
from desktop.services.read_privacy import PersonPrivacy, read_privacy
from desktop.services.release_part2 import release_part2
from desktop.services.work import Work
from desktop.views.person.ask_panel import Ask, Given
from desktop.views.person.task_runner import TaskRunner
from desktop.views.person_privacy.privacy_asks import ALIAS, TEXT, PrivacyAsks
from desktop.views.person_privacy.privacy_view import PrivacyView
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.row_item import RowItem

Act = Callable[[Work, Given], object]
LONGEST_SHOWN = 400
"""Characters of a note on its row; the whole text opens with it."""


class PrivacyController(QObject):
    """For whoever may open the case."""

    def __init__(self, context: ScreenContext, ref: EpisodeRef) -> None:
        super().__init__()
        self._context = context
        self._ref = ref
        self._page: PersonPrivacy | None = None
        self._asks = PrivacyAsks(context.language)
        self._act: Act | None = None
        self._said = ""
        self._view = PrivacyView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._tasks = TaskRunner(context, self._view)
        view = self._view
        view.back_requested.connect(self._back)
        view.note_opened.connect(self._change_note)
        view.acted.connect(self._begin)
        view.asking.given.connect(self._given)
        view.task_closed.connect(view.focus_first)

    @property
    def view(self) -> PrivacyView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read what there is."""
        self._context.navigator.set_title(self._words("privacy.title"))
        self._view.start_busy(self._words("privacy.title"))
        self._refresh()

    def flush(self) -> None:
        """Nothing typed here is kept before its button is pressed."""

    def _refresh(self) -> None:
        self._context.runner.run(
            self._view,
            partial(read_privacy, self._context.work, self._ref),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def _show(self, page: PersonPrivacy) -> None:
        self._view.stop_busy()
        self._page = page
        self._view.close_task()
        standing = ""
        if page.hold is not None:
            standing = self._words("privacy.held")
        elif page.wish is not None:
            standing = self._words("privacy.asked")
        rows = [self._row(note) for note in page.shelf.notes]
        self._view.show_page(page, rows, self._words("privacy.title"), standing)
        self._view.focus_first()

    def _row(self, note: Part2Note) -> RowItem:
        when = note.written_at.astimezone().strftime("%Y-%m-%d %H:%M")
        text = " ".join(note.text.split())
        short = text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
        return RowItem(note.note_id, when, short, Icon.FILE_TEXT, has_chevron=True, is_large=True)

    @Slot()
    def _back(self) -> None:
        self._context.navigator.open_person(self._ref)

    @Slot(str)
    def _change_note(self, key: str) -> None:
        notes = self._page.shelf.notes if self._page else ()
        note = next((each for each in notes if each.note_id == key), None)
        if note is not None and self._page is not None and not self._page.is_closed:
            ref, note_id = self._ref, RecordId(key)
            self._ask(
                self._asks.note(note),
                lambda work, given: change_part2_note(work, ref, note_id, given.words[TEXT]),
                text=note.text,
            )

    @Slot(str)
    def _begin(self, name: str) -> None:
        page, ref = self._page, self._ref
        if page is None:
            return
        if name == "note":
            self._ask(
                self._asks.note(None),
                lambda work, given: add_part2_note(work, ref, given.words[TEXT]),
            )
        elif name == "release":
            self._ask(
                self._asks.release(page),
                lambda work, given: release_part2(work, ref, given.reason, given.password),
                said="privacy.released",
            )
        elif name == "lend":
            self._ask(
                self._asks.lend(page),
                lambda work, given: lend_keys(work, ref, StaffId(given.reason), given.password),
                said="privacy.lent",
            )
        else:
            self._ask(
                self._asks.erase(page),
                lambda work, given: ask_erasure(
                    work, ref, given.words[ALIAS], ErasureReason(given.reason), given.password
                ),
                said="privacy.asked",
            )

    def _ask(self, ask: Ask, act: Act, *, text: str = "", said: str = "") -> None:
        self._act, self._said = act, said
        self._view.ask(ask, text)

    @Slot(object)
    def _given(self, given: Given) -> None:
        if self._act is not None:
            work = partial(self._act, self._context.work, given)
            self._tasks.run(self._view.asking, work, self._done)

    def _done(self, _result: object) -> None:
        if self._said:
            self._context.navigator.say(Message(Tone.SUCCESS, self._words(self._said)))
        self._refresh()

    def _words(self, message_id: str) -> str:
        return sentence(message_id, self._context.language)
