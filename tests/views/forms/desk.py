"""The desk of forms in a shown window, with files on a real disk."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.views.forms.forms_controller import FormsController
from desktop.views.forms.forms_view import FormsView
from desktop.views.screen import ScreenContext
from tests.services.bench import ADMIN, Bench
from tests.services.loaded_forms import Json, data_of
from tests.support.noting_navigator import NotingNavigator
from tests.views.person.desk import Desk


def open_forms(
    bot: QtBot,
    bench: Bench,
    *,
    size: tuple[int, int] = (1278, 736),
    language: str = "en",
    who: str = ADMIN,
) -> Desk:
    """The desk of the administrator."""
    runner, navigator = BackgroundRunner(), NotingNavigator()
    controller = FormsController(ScreenContext(bench.work_as(who), runner, navigator, language))
    desk = Desk(bot, bench, runner, navigator, controller)
    runner.setParent(controller.view)
    navigator.setParent(controller.view)
    bot.addWidget(controller.view, before_close_func=desk.close)
    controller.view.resize(*size)
    controller.view.show()
    controller.view.activateWindow()
    controller.start()
    desk.rest()
    return desk


def view_of(desk: Desk) -> FormsView:
    """The screen by its own type."""
    assert isinstance(desk.view, FormsView)
    return desk.view


def give(desk: Desk, folder: Path, **files: Json) -> None:
    """Choose files as the dialog would; names become ``<name>.json``."""
    paths = []
    for name, form in files.items():
        path = folder / f"{name}.json"
        path.write_bytes(data_of(form))
        paths.append(path)
    view_of(desk).paths_given.emit(tuple(paths))
    desk.rest()


def shown(desk: Desk) -> str:
    """Everything that is shown."""
    return "\n".join(each.text() for each in desk.view.findChildren(QLabel) if each.isVisible())


def listed(desk: Desk) -> list[tuple[str, str]]:
    """Title and standing of each row."""
    return [(row.item.title, row.item.right) for row in view_of(desk).rows.rows()]
