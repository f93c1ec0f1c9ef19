"""Runs the needs of one case: reads, notes what was chosen, and takes the last note back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.records.need import NeedsNote, NeedState
from desktop.records.referral import Referral, ReferralStatus
from desktop.services.note_need import note_need, put_needs_back
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.read_needs import NeedsPage, read_needs
from desktop.views.needs.claim_tasks import ClaimTasks
from desktop.views.needs.needs_reader import HIDDEN, category_choices, need_rows
from desktop.views.needs.needs_view import NeedsView
from desktop.views.needs.referral_tasks import ReferralTasks
from desktop.views.needs.referrals_reader import referral_rows
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext


class NeedsController(QObject):
    """What is known in private only stays hidden until somebody asks to see it here."""

    def __init__(self, context: ScreenContext, ref: EpisodeRef) -> None:
        super().__init__()
        self._context = context
        self._ref = ref
        self._page: NeedsPage | None = None
        self._shows_private = False
        self._at = self._referral_at = ""
        self._opens_next = False
        self._back_to: list[Callable[[], object]] = []
        self._view = NeedsView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._tasks = TaskRunner(context, self._view)
        view = self._view
        view.back_requested.connect(self._go_back)
        view.need_opened.connect(self._open)
        view.add_requested.connect(self._add)
        view.packet_requested.connect(self._packet)
        view.undo_requested.connect(self._undo)
        view.need.need_given.connect(self._save)
        view.task_closed.connect(self._focus)
        self._referrals = ReferralTasks(context, ref, view, self._tasks, self._referred)
        self._claim = ClaimTasks(context, ref, view, self._tasks)

    @property
    def view(self) -> NeedsView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read the needs."""
        self._view.start_busy(self._words("needs.title"))
        self._refresh()

    def flush(self) -> None:
        """Nothing chosen here is kept before Save."""

    def _refresh(self) -> None:
        self._context.runner.run(
            self._view,
            partial(read_needs, self._context.work, self._ref),
            done=self._read,
            failed=self._not_read,
        )

    def _not_read(self, error: Exception) -> None:
        self._view.stop_busy()
        self._context.navigator.fail(error)

    def _read(self, page: NeedsPage) -> None:
        self._view.stop_busy()
        self._page = page
        self._context.navigator.set_title(page.alias)
        self._view.close_task()
        self._view.allow_writing(may_write=page.may_write)
        self._claim.read(may_write=page.may_write)
        self._show(page)
        at, self._referral_at = self._referral_at, ""
        if not at:
            self._focus()
        elif self._opens_next:
            self._referrals.open(at)
        else:
            self._view.referrals.focus_row(at)

    def _show(self, page: NeedsPage) -> None:
        language = self._context.language
        rows = need_rows(page, language, shows_private=self._shows_private)
        kind = "none" if page.has_forms else "no-forms"
        empty = (self._words(f"needs.{kind}"), self._words(f"needs.{kind}-words"))
        missing = ""
        if page.unreadable:
            missing = sentence("needs.unreadable", language, count=page.unreadable)
        self._view.show_needs(page.alias, rows, empty, missing)
        self._referrals.show(page, shows_private=self._shows_private)
        self._view.referrals.show_referrals(
            referral_rows(page, language, shows_private=self._shows_private),
            may_add=page.may_write and self._has_open(page),
        )

    def _has_open(self, page: NeedsPage) -> bool:
        shown = (one for one in page.needs if self._shows_private or not one.is_private)
        return any(one.is_open for one in shown)

    @Slot()
    def _focus(self) -> None:
        self._view.focus_row(self._at)

    @Slot()
    def _go_back(self) -> None:
        self._context.navigator.open_person(self._ref)

    @Slot()
    def _packet(self) -> None:
        self._context.navigator.open_packet(self._ref)

    @Slot(str)
    def _open(self, key: str) -> None:
        page = self._page
        if page is None or self._view.keeps_task():
            return
        if key == HIDDEN:
            self._shows_private = True
            self._at = next((one.category for one in page.needs if one.is_private), "")
            self._show(page)
            self._focus()
            return
        need = next((one for one in page.needs if one.category == key), None)
        if need is not None and page.may_write:
            self._at = key
            self._view.need.begin(need)
            self._view.open_task(self._view.need)

    @Slot()
    def _add(self) -> None:
        if self._page is not None and not self._view.keeps_task():
            self._view.need.begin_new(category_choices(self._page, self._context.language))
            self._view.open_task(self._view.need)

    @Slot(str, object, object)
    def _save(self, category: str, state: NeedState | None, place: int | None) -> None:
        self._at = category
        work = partial(note_need, self._context.work, self._ref, category, state, place)
        self._tasks.run(self._view.need, work, partial(self._saved, category))

    def _saved(self, category: str, kept: Revision[NeedsNote]) -> None:
        back = partial(put_needs_back, self._context.work, self._ref, kept.number - 1)
        self._back_to.append(back)
        need = sentence(f"need.{category}", self._context.language)
        words = sentence("needs.saved", self._context.language, need=need)
        self._view.notice.show_notice(words)
        self._refresh()

    def _referred(self, referral: Referral, back: Callable[[], object] | None) -> None:
        """A new one is opened at once: what comes next is to ask the partner."""
        self._referral_at = referral.referral_id
        self._opens_next = referral.status is ReferralStatus.DRAFT
        if back is not None:
            self._back_to.append(back)
        self._refresh()

    @Slot()
    def _undo(self) -> None:
        if self._back_to:
            self._context.runner.run(
                self._view,
                self._back_to.pop(),
                done=self._put_back,
                failed=self._context.navigator.not_saved,
            )

    def _put_back(self, _kept: object) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self._refresh()

    def _words(self, message_id: str) -> str:
        return sentence(message_id, self._context.language)
