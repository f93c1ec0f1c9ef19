"""Runs the desk of the rules: reads them, and keeps what an administrator changes."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.services.site_rules import RuleNow, save_site_rule, site_rules
from desktop.views.person.task_runner import TaskRunner
from desktop.views.rules.route_tasks import RouteTasks
from desktop.views.rules.rules_view import RulesView
from desktop.views.screen import ScreenContext


class RulesController(QObject):
    """What the site decides for itself."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._rules: tuple[RuleNow, ...] = ()
        self._open_name = ""
        self._view = RulesView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._tasks = TaskRunner(context, self._view)
        self._view.rule_opened.connect(self._open)
        self._view.route_opened.connect(self._note)
        self._view.rule.value_given.connect(self._keep)
        self._view.task_closed.connect(self._focus)
        self._routes = RouteTasks(context, self._view, self._tasks)

    @property
    def view(self) -> RulesView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read the rules."""
        self._context.navigator.set_title(sentence("rules.title", self._context.language))
        self._context.runner.run(
            self._view,
            partial(site_rules, self._context.work),
            done=self._show,
            failed=self._context.navigator.fail,
        )
        self._routes.start()

    def flush(self) -> None:
        """Nothing typed here is kept before Save."""

    def _show(self, rules: tuple[RuleNow, ...]) -> None:
        self._rules = rules
        self._view.close_task()
        self._view.show_rules(rules)
        self._focus()

    @Slot()
    def _focus(self) -> None:
        self._view.focus_rule(self._open_name)

    @Slot(str)
    def _note(self, pathway: str) -> None:
        self._open_name = pathway

    @Slot(str)
    def _open(self, name: str) -> None:
        if self._view.keeps_task():
            return
        self._open_name = name
        self._view.rule.begin(next(one for one in self._rules if one.rule.name == name))
        self._view.open_task(self._view.rule)

    @Slot(str, str)
    def _keep(self, name: str, value: str) -> None:
        work = partial(save_site_rule, self._context.work, name, value)
        self._tasks.run(self._view.rule, work, self._show)
