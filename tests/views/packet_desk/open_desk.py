"""The packet desk at work, with packets that a specialist sent."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.records.ids import PacketId
from desktop.services.confirmations import ConfirmedAct
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef
from desktop.services.send_packet import send_packet
from desktop.views.packet_desk.desk_states import DeskState
from desktop.views.packet_desk.packet_desk_controller import PacketDeskController
from desktop.views.packet_desk.packet_desk_view import PacketDeskView
from desktop.views.screen import ScreenContext
from tests.services.bench import DESK, ROSA, Bench, confirmed
from tests.support.noting_navigator import NotingNavigator
from tests.views.packet.table import FULL_PX, Table, show


def sent(bench: Bench, *, language: str = "en", ref: EpisodeRef | None = None) -> PacketId:
    """A packet of a new case, waiting at the desk."""
    work = bench.work_as(ROSA)
    ref = ref or bench.new_case(language=language)
    choices = replace(plan_packet(work, ref).choices, language=language)
    packet_id = send_packet(work, ref, choices).packet_id
    assert packet_id is not None
    return packet_id


class DeskTable(Table[PacketDeskView]):
    """The packet desk."""

    @property
    def state(self) -> DeskState:
        """What the desk shows."""
        assert self.view.state is not None
        return self.view.state

    def ready(self) -> list[str]:
        """Keys of the packets that wait."""
        return [row.item.key for row in self.view.ready.rows.rows()]

    def printed(self) -> list[str]:
        """Keys of the packets printed today."""
        return [row.item.key for row in self.view.printed.rows.rows()]


def open_desk(
    bot: QtBot, bench: Bench, *, size: tuple[int, int] = FULL_PX, who: str = DESK
) -> DeskTable:
    """The packet desk in a shown window."""
    runner, navigator = BackgroundRunner(), NotingNavigator()
    work = confirmed(bench.work_as(who), ConfirmedAct.EXPORT)
    screen = PacketDeskController(ScreenContext(work, runner, navigator, "en"))
    table = DeskTable(bot, bench, runner, navigator, screen, lambda: False)
    show(table, size)
    return table
