"""The tasks of a desk are made when they are wanted, once, and heard by whoever asked before."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.ports import EpisodeRef
from desktop.views.person.on_demand import OnDemand
from desktop.views.person.task_panel import TaskPanel
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import open_person, open_worklist


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A case as it begins."""
    return bench.new_case()


class OneTask(TaskPanel):
    """A task that asks nothing."""

    def __init__(self) -> None:
        super().__init__("One", "Do it", name="one")

    def focus_first(self) -> None:
        """Nothing is asked."""


def test_a_task_is_made_once_and_everybody_is_told(qtbot: QtBot, qapp: QApplication) -> None:
    made: list[OneTask] = []
    told: list[tuple[str, TaskPanel]] = []

    def make() -> OneTask:
        made.append(OneTask())
        qtbot.addWidget(made[-1])
        return made[-1]

    task = OnDemand(make)
    task.when_made(lambda panel: told.append(("before", panel)))
    assert made == []

    first = task()
    task.when_made(lambda panel: told.append(("after", panel)))

    assert task() is first
    assert made == [first]
    assert told == [("before", first), ("after", first)]


def test_a_page_makes_no_task_before_it_is_wanted(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    page = open_person(qtbot, bench, ref)
    worklist = open_worklist(qtbot, bench)

    assert tasks_of(page.view) == []
    assert tasks_of(worklist.view) == []


def test_tab_leads_through_each_of_two_tasks_to_their_buttons(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    page = open_person(qtbot, bench, ref)

    for button, task in (("person-log", "person-attempt"), ("person-close", "close-case")):
        page.press(button)
        assert audit_window(page.view) == []
        page.press("person-cancel")
        assert task in tasks_of(page.view)


def tasks_of(view: QWidget) -> list[str]:
    """The names of the tasks that were made."""
    return [panel.objectName() for panel in view.findChildren(TaskPanel)]
