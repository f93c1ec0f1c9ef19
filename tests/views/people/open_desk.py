"""The desk of people in a shown window, on a real sealed store."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.work import Work
from desktop.views.people.key_mover import KeyMover, mover_of
from desktop.views.people.people_controller import PeopleController
from desktop.views.screen import ScreenContext
from tests.services.bench import ADMIN, Bench, confirmed
from tests.support.noting_navigator import NotingNavigator
from tests.views.person.desk import Desk


@dataclass
class PeopleDesk(Desk):
    """Waits for the move of records as well as for the store."""

    work: Work

    def confirm(self, password: str) -> None:
        """The password again, as the shell asks for it."""
        assert self.navigator.asked is not None
        act = self.navigator.log[-1].removeprefix("password for ")
        confirm_identity(self.work, ConfirmedAct(act), password)
        self.navigator.asked()
        self.rest()

    @property
    def mover(self) -> KeyMover:
        """What moves records under new keys."""
        return mover_of(self.runner)

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.until(lambda: not self.mover.is_busy)
        super().rest()

    def shown(self) -> str:
        """Everything that is shown."""
        labels = [each for each in self.view.findChildren(QLabel) if each.isVisible()]
        rows = [
            row.accessibleName()
            for row in self.view.findChildren(type(self.view))
            if row.isVisible()
        ]
        return "\n".join([*(label.text() for label in labels), *rows])


def open_people(
    bot: QtBot,
    bench: Bench,
    *,
    who: str = ADMIN,
    size: tuple[int, int] = (1278, 736),
    language: str = "en",
    just_confirmed: bool = True,
) -> PeopleDesk:
    """The desk of one person in a shown window; the password was given a moment ago."""
    runner, navigator = BackgroundRunner(), NotingNavigator()
    work = bench.work_as(who)
    if just_confirmed:
        for act in (ConfirmedAct.GRANT, ConfirmedAct.ACCOUNTS, ConfirmedAct.RECOVERY_KIT):
            confirmed(work, act)
    context = ScreenContext(work, runner, navigator, language)
    controller = PeopleController(context)
    desk = PeopleDesk(bot, bench, runner, navigator, controller, context.work)
    runner.setParent(controller.view)
    bot.addWidget(controller.view, before_close_func=desk.close)
    controller.view.resize(*size)
    controller.view.show()
    controller.view.activateWindow()
    controller.start()
    desk.rest()
    return desk
