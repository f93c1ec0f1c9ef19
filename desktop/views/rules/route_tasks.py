"""Keeps what an administrator decides of the pathways that another program may take."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.services.route_texts import RouteText, route_texts, save_route_text
from desktop.views.person.task_runner import TaskRunner
from desktop.views.rules.rules_view import RulesView
from desktop.views.screen import ScreenContext


class RouteTasks(QObject):
    """Beside the list of rules, on the same desk."""

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
        work = partial(save_route_text, self._context.work, wanted)
        self._tasks.run(self._view.route, work, self._kept)

    def _kept(self, routes: tuple[RouteText, ...]) -> None:
        self._view.close_task()
        self._show(routes)
        self._view.focus_rule(self._asked)
