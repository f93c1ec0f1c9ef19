"""Which printer takes a one-time code, chosen on the desk of people."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.services.ports import PrintQueue
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import Bench
from tests.support.fake_printers import FakePrinters
from tests.support.qt_audit import audit_window, settle
from tests.views.people.open_desk import PeopleDesk, open_people

HALL = PrintQueue("HALL", "Beside the lifts", is_ready=True)
OFFICE = PrintQueue("OFFICE", "In the locked office", is_ready=True)
STOPPED = PrintQueue("OLD", "Behind the door", is_ready=False)


class StoppedOnTheWay(FakePrinters):
    """The office printer was ready when it was listed, and refuses the job."""

    def print_pdf(self, queue: str, pdf: bytes, job_name: str) -> str:
        """Refuses for the office."""
        if queue == OFFICE.name:
            raise KnownError("print.refused", queue=queue)
        return super().print_pdf(queue, pdf, job_name)


def make_code(desk: PeopleDesk, name: str) -> None:
    """Add a specialist, whose code is then shown."""
    desk.press("people-add")
    desk.type("person-name", name)
    desk.press("person-role-specialist")
    desk.press("people-do")


def test_a_code_goes_to_the_printer_that_was_chosen_and_so_does_the_next(
    qtbot: QtBot, hospital: Bench
) -> None:
    hospital.printers = FakePrinters((HALL, OFFICE))
    desk = open_people(qtbot, hospital)
    make_code(desk, "Nia Example")
    desk.press("code-queue-OFFICE")
    desk.press("code-print")
    desk.press("people-do")

    make_code(desk, "Ola Example")
    desk.press("code-print")

    assert [job.queue for job in hospital.printers.jobs] == ["OFFICE", "OFFICE"]
    assert "The code was sent to the printer OFFICE." in desk.shown()


def test_a_code_never_comes_out_of_a_printer_that_was_not_chosen(
    qtbot: QtBot, hospital: Bench
) -> None:
    hospital.printers = StoppedOnTheWay((HALL, OFFICE))
    desk = open_people(qtbot, hospital)
    make_code(desk, "Nia Example")
    desk.press("code-queue-OFFICE")

    desk.press("code-print")

    assert getattr(desk.navigator.errors[-1], "message_id", "") == "sheet.not-printed"
    assert hospital.printers.jobs == []
    assert desk.sees("code-groups")


def test_a_stopped_printer_says_so_and_is_passed_over(qtbot: QtBot, hospital: Bench) -> None:
    hospital.printers = FakePrinters((STOPPED, OFFICE))
    desk = open_people(qtbot, hospital)

    make_code(desk, "Nia Example")

    assert "Stopped" in desk.find("code-queue-OLD", QWidget).accessibleDescription()
    desk.press("code-print")
    assert [job.queue for job in hospital.printers.jobs] == ["OFFICE"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_printers_are_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, hospital: Bench, qapp: QApplication, language: str
) -> None:
    hospital.printers = FakePrinters((STOPPED, HALL, OFFICE))
    problems: list[str] = []

    for tokens, scale, name in ((LIGHT, 1.0, "Nia Example"), (DARK, 2.0, "Noa Example")):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_people(qtbot, hospital, size=(1366, 3000), language=language)
        make_code(desk, name)
        settle(desk.view)
        problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
        desk.view.hide()

    assert problems == []
