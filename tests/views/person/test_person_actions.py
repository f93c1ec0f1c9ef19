"""The bar of the person page: one act is filled, and what is seldom wanted does not shout."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.records.attempt import AttemptOutcome
from desktop.views.widgets.button import Button
from tests.services.bench import Bench
from tests.views.person.desk import open_person
from tests.views.worklist.crowd import Crowd


def test_one_act_is_filled_and_what_is_seldom_wanted_is_quiet(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    crowd.arrives("Maple 12", "ED 7", 305)
    crowd.tried("Maple 12", AttemptOutcome.ENGAGED, 30)
    crowd.begins_assessment("Maple 12")
    desk = open_person(qtbot, bench, crowd.refs["Maple 12"])

    bar = desk.find("person-actions", QWidget)
    shown = [one for one in bar.findChildren(Button) if one.isVisible()]
    roles = {one.objectName().removeprefix("person-"): one.role.value for one in shown}

    assert roles == {
        "go": "primary",
        "log": "plain",
        "close": "quiet",
        "privacy": "quiet",
    }
