"""Runs the desk of reach: chooses the days and counts them on the worker."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.errors import KnownError
from desktop.messages import explain, sentence
from desktop.records.reach_period import ReachPeriod, days_of
from desktop.services.count_reach import ReachCount, count_reach
from desktop.services.local_day import local_day
from desktop.views.reach.reach_view import ReachView
from desktop.views.screen import ScreenContext


class ReachController(QObject):
    """Each choice is counted anew and stands in the audit trail."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._asked = 0
        self._view = ReachView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._view.period_chosen.connect(self._choose)
        self._view.days_given.connect(self._given)

    @property
    def view(self) -> ReachView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Count this month and the two before it: a month alone has few people in most places."""
        self._context.navigator.set_title(sentence("reach-desk.title", self._context.language))
        self._choose(ReachPeriod.THREE_MONTHS)
        self._view.focus_first()

    def flush(self) -> None:
        """Nothing here is kept."""

    @Slot(object)
    def _choose(self, period: ReachPeriod) -> None:
        since, until = days_of(period, local_day(self._context.work))
        self._view.show_period(period, since, until)
        self._count(since, until)

    @Slot(object, object)
    def _given(self, since: date | None, until: date | None) -> None:
        if since is None or until is None:
            self._view.show_problem(sentence("reach-desk.no-day", self._context.language))
        else:
            self._count(since, until)

    def _count(self, since: date, until: date) -> None:
        self._asked += 1
        self._context.runner.run(
            self._view,
            partial(count_reach, self._context.work, since, until),
            done=partial(self._counted, self._asked),
            failed=self._failed,
        )

    def _counted(self, asked: int, count: ReachCount) -> None:
        if asked == self._asked:
            self._view.show_count(count)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, KnownError) and error.message_id == "reach.no-days":
            self._view.show_problem(explain(error, self._context.language))
        else:
            self._context.navigator.fail(error)
