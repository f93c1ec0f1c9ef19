"""Says, while somebody is being added, that they may be in a case already; stops nothing."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.records.same_case import HeardCase
from desktop.services.like_cases import LikeCase, like_cases
from desktop.services.read_worklist import OutsideCase
from desktop.views.screen import ScreenContext
from desktop.views.worklist.worklist_view import WorklistView

REST_MS = 400
"""Typing has to rest for so long."""


class LikeHints(QObject):
    """A case is opened as any outside one: at once where it is one's own, else with a reason."""

    def __init__(self, context: ScreenContext, view: WorklistView) -> None:
        super().__init__(view)
        self._context, self._view = context, view
        self._cases: dict[str, LikeCase] = {}
        self._heard: HeardCase | None = None
        self._asked: HeardCase | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._look)
        view.new_person_requested.connect(self._forget)
        view.new_person.when_made(lambda task: task.heard_changed.connect(self._hear))
        view.new_person.when_made(lambda task: task.case_wanted.connect(self._open))

    def case(self, key: str) -> OutsideCase | None:
        """A case that was hinted at."""
        found = self._cases.get(key)
        return OutsideCase(found.ref, found.alias) if found is not None else None

    @Slot()
    def _forget(self) -> None:
        self._heard = self._asked = None
        self._rest.stop()

    @Slot(object)
    def _hear(self, heard: HeardCase) -> None:
        self._heard = heard
        self._rest.start()

    @Slot()
    def _look(self) -> None:
        heard = self._heard
        if heard is None or heard == self._asked or self._context.runner.is_closed:
            return
        self._asked = heard
        self._context.runner.run(
            self._view,
            partial(like_cases, self._context.work, heard),
            done=partial(self._show, heard),
            failed=self._context.navigator.fail,
        )

    def _show(self, heard: HeardCase, cases: tuple[LikeCase, ...]) -> None:
        if heard != self._asked:
            return  # something else was typed meanwhile
        self._cases = {str(one.ref.episode_id): one for one in cases}
        self._view.new_person().show_like(self._cases)

    @Slot(str)
    def _open(self, key: str) -> None:
        """What was typed is about a case that is there: nothing of it has to be kept."""
        self._view.rest_task()
        self._view.outside_opened.emit(key)
