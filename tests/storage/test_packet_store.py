"""Packets: writers seal them away from themselves, the desk opens, deletion is for good."""

from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.ids import PacketId
from desktop.services.ports import PacketState
from tests.storage.cases import packet_content
from tests.storage.raw_file import rows, without_triggers
from tests.support.store_fixture import ADMINISTRATOR, DESK, MANAGER, SPECIALIST, MadeStore

PACKET = PacketId("a" * 32)
LATER = PacketId("b" * 32)


def test_the_desk_opens_what_a_specialist_sealed(made: MadeStore) -> None:
    content = packet_content(b"%PDF-" + b"x" * 90_000)
    made.sign_in(SPECIALIST).packets.put(PACKET, content)
    made.reopen()

    opened = made.sign_in(DESK).packets.open(PACKET)

    assert opened == content


@pytest.mark.parametrize("name", [SPECIALIST, MANAGER, ADMINISTRATOR])
def test_whoever_is_not_the_desk_cannot_open_even_their_own_packet(
    made: MadeStore, name: str
) -> None:
    packets = made.sign_in(name).packets
    packets.put(PACKET, packet_content())

    with pytest.raises(KnownError) as caught:
        packets.open(PACKET)

    assert caught.value.message_id == "store.no-key"


def test_states_need_no_key_and_come_newest_first(made: MadeStore) -> None:
    packets = made.sign_in(SPECIALIST).packets
    packets.put(PACKET, packet_content())
    made.clock.advance(60)
    packets.put(LATER, packet_content())

    statuses = made.sign_in(ADMINISTRATOR).packets.statuses()

    assert [(one.packet_id, one.state) for one in statuses] == [
        (LATER, PacketState.READY),
        (PACKET, PacketState.READY),
    ]


def test_marking_moves_a_packet_on_and_keeps_when_it_was_made(made: MadeStore) -> None:
    made.sign_in(SPECIALIST).packets.put(PACKET, packet_content())
    desk = made.sign_in(DESK).packets
    made_at = made.clock.now()
    made.clock.advance(300)

    desk.mark(PACKET, PacketState.PRINTED)

    status = desk.statuses()[0]
    assert (status.state, status.made_at) == (PacketState.PRINTED, made_at)
    assert status.changed_at == made_at + timedelta(minutes=5)
    assert desk.open(PACKET) == packet_content()


def test_sealing_a_ready_packet_again_replaces_it_but_not_a_printed_one(made: MadeStore) -> None:
    packets = made.sign_in(SPECIALIST).packets
    desk = made.sign_in(DESK).packets
    packets.put(PACKET, packet_content(b"first"))
    packets.put(PACKET, packet_content(b"second"))
    opened = desk.open(PACKET)
    desk.mark(PACKET, PacketState.PRINTED)

    with pytest.raises(KnownError) as caught:
        packets.put(PACKET, packet_content(b"third"))

    assert opened.pdf == b"second"
    assert caught.value.message_id == "store.changed-meanwhile"


@pytest.mark.parametrize("end", [PacketState.DELETED, PacketState.HANDED_OVER])
def test_its_end_leaves_a_tombstone_and_no_byte_of_key_or_content(
    made: MadeStore, end: PacketState
) -> None:
    made.sign_in(SPECIALIST).packets.put(PACKET, packet_content(b"p" * 40_000))
    made.gate.close()
    key, content = rows(made.database, "SELECT sealed_key, content FROM packets")[0]
    assert isinstance(key, bytes)
    assert isinstance(content, bytes)
    made.reopen()
    desk = made.sign_in(DESK).packets

    desk.mark(PACKET, end)
    desk.delete(PACKET)

    assert desk.statuses()[0].state is end
    for file in made.data_dir.iterdir():
        left = file.read_bytes()
        assert key[-48:] not in left
        assert content[100:164] not in left
        assert content[-64:] not in left


@pytest.mark.parametrize("end", [PacketState.DELETED, PacketState.HANDED_OVER])
def test_a_packet_that_is_gone_cannot_be_opened_or_moved_on(
    made: MadeStore, end: PacketState
) -> None:
    made.sign_in(SPECIALIST).packets.put(PACKET, packet_content())
    desk = made.sign_in(DESK).packets
    desk.mark(PACKET, end)

    for act in (
        lambda: desk.open(PACKET),
        lambda: desk.mark(PACKET, PacketState.PRINTED),
        lambda: desk.mark(PACKET, PacketState.HANDED_OVER),
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.message_id == "store.packet-gone"


def test_the_end_of_a_packet_that_was_handed_over_is_not_written_anew(made: MadeStore) -> None:
    made.sign_in(SPECIALIST).packets.put(PACKET, packet_content())
    desk = made.sign_in(DESK).packets
    desk.mark(PACKET, PacketState.HANDED_OVER)
    handed = desk.statuses()
    made.clock.advance(72 * 3600)

    count = desk.delete_older_than(made.clock.now())

    assert count == 0
    assert desk.statuses() == handed


def test_an_unknown_packet_is_named_as_missing(made: MadeStore) -> None:
    desk = made.sign_in(DESK).packets

    for act in (
        lambda: desk.open(PACKET),
        lambda: desk.mark(PACKET, PacketState.PRINTED),
        lambda: desk.delete(PACKET),
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.message_id == "store.no-such-packet"


def test_packets_older_than_a_moment_are_deleted_and_counted_once(made: MadeStore) -> None:
    packets = made.sign_in(SPECIALIST).packets
    packets.put(PACKET, packet_content())
    made.clock.advance(72 * 3600)
    packets.put(LATER, packet_content())

    counts = [packets.delete_older_than(made.clock.now()) for _ in range(2)]

    states = {one.packet_id: one.state for one in packets.statuses()}
    assert counts == [1, 0]
    assert states == {PACKET: PacketState.DELETED, LATER: PacketState.READY}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE packets SET state = 'printed'",
        "UPDATE packets SET made_at = '2026-03-10T00:00:00.000000+00:00'",
        "UPDATE packets SET changed_at = '2026-03-20T00:00:00.000000+00:00'",
        "UPDATE packets SET changed_by = 'nobody'",
        "UPDATE packets SET content_hash = zeroblob(32)",
        "UPDATE packets SET packet_id = 'cccc'",
        "UPDATE packets SET epoch = 2",
        "UPDATE packets SET signature = zeroblob(64)",
    ],
)
def test_a_changed_state_is_detected(made: MadeStore, statement: str) -> None:
    made.sign_in(SPECIALIST).packets.put(PACKET, packet_content())
    made.gate.close()
    with without_triggers(made.database) as raw:
        raw.execute(statement)
    made.reopen()

    with pytest.raises(KnownError) as caught:
        made.sign_in(DESK).packets.statuses()

    assert caught.value.message_id == "store.damaged"
