"""Runs the desk of the rules: reads them, keeps what an administrator changes, takes it back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.services.site_rules import RuleNow, save_site_rule, site_rules
from desktop.views.person.task_runner import TaskRunner
from desktop.views.rules.route_tasks import RouteTasks
from desktop.views.rules.rule_words import rule_title
from desktop.views.rules.rules_view import RulesView
from desktop.views.screen import ScreenContext


class RulesController(QObject):
    """What the site decides for itself."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._rules: tuple[RuleNow, ...] = ()
        self._open_name = ""
        self._back: list[tuple[str, Callable[[], None]]] = []
        self._view = RulesView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._tasks = TaskRunner(context, self._view)
        self._view.rule_opened.connect(self._open)
        self._view.route_opened.connect(self._note)
        self._view.rule.value_given.connect(self._keep)
        self._view.task_closed.connect(self._focus)
        self._view.undo_requested.connect(self._undo)
        self._routes = RouteTasks(context, self._view, self._tasks)
        self._routes.changed.connect(self._changed)

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
        before = next(one for one in self._rules if one.rule.name == name)
        work = partial(save_site_rule, self._context.work, name, value)
        self._tasks.run(self._view.rule, work, partial(self._kept, before))

    def _kept(self, before: RuleNow, rules: tuple[RuleNow, ...]) -> None:
        self._show(rules)
        if before not in rules:
            title = rule_title(before.rule, self._context.language)
            self._changed(title, partial(self._put_back, before))

    def _put_back(self, before: RuleNow) -> None:
        self._open_name = before.rule.name
        value = "" if before.is_usual else before.value
        self._context.runner.run(
            self._view,
            partial(save_site_rule, self._context.work, before.rule.name, value),
            done=self._was_put_back,
            failed=self._context.navigator.not_saved,
        )

    def _was_put_back(self, rules: tuple[RuleNow, ...]) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self._show(rules)

    @Slot(str, object)
    def _changed(self, what: str, put_back: Callable[[], None]) -> None:
        self._back.append((what, put_back))
        self._offer_back()

    def _offer_back(self) -> None:
        """The last change that can still be taken back is named; there may be none."""
        words = ""
        if self._back:
            words = sentence("rules.changed", self._context.language, what=self._back[-1][0])
        self._view.notice.show_notice(words)

    @Slot()
    def _undo(self) -> None:
        if self._back:
            _what, put_back = self._back.pop()
            put_back()
            self._offer_back()
