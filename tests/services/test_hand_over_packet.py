"""A packet that was handed over is in the trail, and nothing of its content stays at the desk."""

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.services.hand_over_packet import hand_over_packet
from desktop.services.open_packet import open_packet
from desktop.services.ports import PacketState
from desktop.services.print_packet import print_packet
from desktop.services.read_packet_desk import read_packet_desk
from tests.services.bench import DESK, NADIA, ROSA, Bench
from tests.services.test_packet_desk import packet_summary, sent
from tests.support.fake_printers import DESK_QUEUE


def test_what_was_handed_over_cannot_be_opened_or_printed_again(bench: Bench) -> None:
    ref, packet_id = sent(bench)
    desk = bench.work_as(DESK)
    print_packet(desk, packet_id, DESK_QUEUE.name)

    hand_over_packet(desk, packet_id)

    heard = bench.heard[-1]
    assert (heard.action, heard.subject) == (AuditAction.PACKET_HANDED_OVER, packet_id)
    assert not read_packet_desk(desk).printed_today
    assert packet_summary(bench, ref) == "step-summary.packet.handed-over"
    with pytest.raises(KnownError, match=r"packet\.not-ready"):
        open_packet(desk, packet_id)


def test_a_packet_that_was_not_printed_is_not_handed_over(bench: Bench) -> None:
    _, packet_id = sent(bench)
    desk = bench.work_as(DESK)

    with pytest.raises(KnownError, match=r"packet\.not-printed"):
        hand_over_packet(desk, packet_id)

    assert AuditAction.PACKET_HANDED_OVER not in bench.actions()
    assert [row.packet_id for row in read_packet_desk(desk).ready] == [packet_id]


def test_it_is_handed_over_once(bench: Bench) -> None:
    _, packet_id = sent(bench)
    desk = bench.work_as(DESK)
    print_packet(desk, packet_id, DESK_QUEUE.name)
    hand_over_packet(desk, packet_id)

    with pytest.raises(KnownError, match=r"packet\.not-printed"):
        hand_over_packet(desk, packet_id)

    assert bench.actions().count(AuditAction.PACKET_HANDED_OVER) == 1


@pytest.mark.parametrize("name", [ROSA, NADIA])
def test_only_the_desk_hands_over(bench: Bench, name: str) -> None:
    _, packet_id = sent(bench)
    print_packet(bench.work_as(DESK), packet_id, DESK_QUEUE.name)

    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        hand_over_packet(bench.work_as(name), packet_id)

    states = [one.state for one in bench.work_as(DESK).session.packets.statuses()]
    assert states == [PacketState.PRINTED]
