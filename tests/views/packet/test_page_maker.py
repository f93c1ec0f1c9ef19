"""Pages are made once changes rest, and never after the window was closed."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.records.packet_record import PacketChoices, PaperSize
from desktop.views.packet.page_maker import PageMaker
from tests.services.bench import ROSA, Bench


def test_a_window_that_is_closed_while_changes_rest_makes_no_pages(
    qtbot: QtBot, bench: Bench
) -> None:
    runner, view = BackgroundRunner(), QWidget()
    qtbot.addWidget(view)
    maker = PageMaker(runner, bench.work_as(ROSA), bench.new_case(ROSA), view)
    made: list[object] = []
    maker.made.connect(made.append)

    maker.make_soon(PacketChoices("en", PaperSize.NORMAL, frozenset()), 96)
    runner.close()
    qtbot.waitUntil(lambda: not maker.is_resting)

    assert made == []
