"""The desk of backups in a shown window, on a real sealed store."""

from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.views.backups.backup_drive import BackupDrive, drive_of
from desktop.views.backups.backups_controller import BackupsController
from desktop.views.screen import ScreenContext
from tests.services.bench import ADMIN, Bench
from tests.support.noting_navigator import NotingNavigator
from tests.views.person.desk import Desk


class BackupsDesk(Desk):
    """Waits for the drive as well as for the store."""

    @property
    def drive(self) -> BackupDrive:
        """What makes the backups."""
        return drive_of(self.runner, self.bench.clock)

    def close(self, _view: object = None) -> None:
        """End both workers before the view goes."""
        self.drive.close()
        self.runner.close()

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.until(lambda: not self.drive.is_busy)
        super().rest()


def open_backups(
    bot: QtBot, bench: Bench, *, size: tuple[int, int] = (1278, 736), language: str = "en"
) -> BackupsDesk:
    """The desk in a shown window."""
    runner, navigator = BackgroundRunner(), NotingNavigator()
    context = ScreenContext(bench.work_as(ADMIN), runner, navigator, language)
    controller = BackupsController(context)
    desk = BackupsDesk(bot, bench, runner, navigator, controller)
    runner.setParent(controller.view)
    bot.addWidget(controller.view, before_close_func=desk.close)
    controller.view.resize(*size)
    controller.view.show()
    controller.view.activateWindow()
    controller.start()
    desk.rest()
    return desk
