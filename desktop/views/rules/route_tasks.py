"""Keeps what an administrator decides of other programs' pathways, and puts it back."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.messages import sentence
from desktop.services.route_texts import RouteText, route_texts, save_route_text
from desktop.views.person.task_runner import TaskRunner
from desktop.views.rules.rules_view import RulesView
from desktop.views.screen import ScreenContext


class RouteTasks(QObject):
    """Beside the list of rules, on the same desk.

    Signals: ``changed(what, put_back)``, what was decided anew and how it is taken back.
    """

    changed = Signal(str, object)

    def __init__(self, context: ScreenContext, view: RulesView, tasks: TaskRunner) -> None:
        super().__init__(view)
        self._context, self._view, self._tasks = context, view, tasks
        self._routes: tuple[RouteText, ...] = ()
        self._asked = ""
        view.route_opened.connect(self._open)
        view.route.route_given.connect(self._keep)

    def start(self) -> None:
        """Read what holds."""
        self._context.runner.run(
            self._view,
            partial(route_texts, self._context.work),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def _show(self, routes: tuple[RouteText, ...]) -> None:
        self._routes = routes
        self._view.show_routes(routes)

    @Slot(str)
    def _open(self, key: str) -> None:
        if self._view.keeps_task():
            return
        self._asked = key
        found = next(one for one in self._routes if one.pathway.value == key)
        self._view.route.begin(found)
        self._view.open_task(self._view.route)

    @Slot(object)
    def _keep(self, wanted: RouteText) -> None:
        before = next(one for one in self._routes if one.pathway is wanted.pathway)
        work = partial(save_route_text, self._context.work, wanted)
        self._tasks.run(self._view.route, work, partial(self._kept, before))

    def _kept(self, before: RouteText, routes: tuple[RouteText, ...]) -> None:
        self._view.close_task()
        self._show(routes)
        self._view.focus_rule(self._asked)
        if before not in routes:
            what = sentence(f"pathway.{before.pathway.value}", self._context.language)
            self.changed.emit(what, partial(self._put_back, before))

    def _put_back(self, before: RouteText) -> None:
        self._asked = before.pathway.value
        self._context.runner.run(
            self._view,
            partial(save_route_text, self._context.work, before),
            done=self._was_put_back,
            failed=self._context.navigator.not_saved,
        )

    def _was_put_back(self, routes: tuple[RouteText, ...]) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self._show(routes)
        self._view.focus_rule(self._asked)
