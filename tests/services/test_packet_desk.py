"""The packet desk: sees ready packets only, prints, saves, sends back; nothing stays for long."""

import hashlib
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import PacketId
from desktop.records.kinds import EPISODE
from desktop.services.confirmations import ConfirmedAct
from desktop.services.open_packet import open_packet
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef
from desktop.services.print_packet import print_packet
from desktop.services.read_packet_desk import read_packet_desk
from desktop.services.read_person import read_person
from desktop.services.refuse_packet import PacketRefusal, refuse_packet
from desktop.services.save_packet_file import save_packet_file
from desktop.services.send_packet import send_packet
from tests.services.bench import ADMIN, DESK, NADIA, OFFICER, ROSA, Bench, confirmed
from tests.support.fake_printers import DESK_QUEUE
from tests.support.file_modes import is_for_its_owner_only

HOUR_S = 3600


def sent(bench: Bench) -> tuple[EpisodeRef, PacketId]:
    """A packet of a new case, waiting at the desk."""
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    packet_id = send_packet(work, ref, plan_packet(work, ref).choices).packet_id
    assert packet_id is not None
    return ref, packet_id


def packet_summary(bench: Bench, ref: EpisodeRef) -> str:
    """What the person page says about the packet."""
    return read_person(bench.work_as(ROSA), ref).steps[5].summary_id


def test_the_desk_sees_alias_language_and_pages_of_ready_packets(bench: Bench) -> None:
    ref, packet_id = sent(bench)

    desk = read_packet_desk(bench.work_as(DESK))

    (row,) = desk.ready
    alias = bench.work_as(ROSA).session.records.load(EPISODE, ref.episode_id).value.alias
    assert (row.packet_id, row.alias, row.language, row.size) == (packet_id, alias, "en", "normal")
    assert row.pages >= 1
    assert len(row.mark) == 4
    assert desk.queues == (DESK_QUEUE,)
    assert packet_summary(bench, ref) == "step-summary.packet.ready"


def test_the_desk_reads_no_clinical_record(bench: Bench) -> None:
    ref, _ = sent(bench)
    session = bench.work_as(DESK).session

    assert not session.records.persons()
    assert not session.journal.drafts()
    with pytest.raises(KnownError, match=r"store\.no-key"):
        session.records.load(EPISODE, ref.episode_id)


@pytest.mark.parametrize("name", [ROSA, NADIA, OFFICER, ADMIN])
def test_nobody_else_is_at_the_desk(bench: Bench, name: str) -> None:
    _, packet_id = sent(bench)
    work = bench.work_as(name)

    for act in (
        lambda: read_packet_desk(work),
        lambda: open_packet(work, packet_id),
        lambda: print_packet(work, packet_id, DESK_QUEUE.name),
        lambda: refuse_packet(work, packet_id, PacketRefusal.PRINTER),
    ):
        with pytest.raises(KnownError, match=r"work\.not-allowed"):
            act()
    with pytest.raises(KnownError, match=r"store\.no-key"):
        work.session.packets.open(packet_id)


def test_printing_logs_the_hash_of_exactly_what_was_printed(bench: Bench) -> None:
    ref, packet_id = sent(bench)
    desk = bench.work_as(DESK)

    mark = print_packet(desk, packet_id, DESK_QUEUE.name)

    (job,) = bench.printers.jobs
    assert hashlib.sha256(job.pdf).hexdigest() == mark.sha256
    assert bench.heard[-1].action is AuditAction.PACKET_PRINTED
    assert bench.heard[-1].detail == mark.sha256
    lists = read_packet_desk(desk)
    (row,) = lists.printed_today
    assert row.packet_id == packet_id
    assert job.job_name == f"Papers {row.mark}"
    assert all(row.mark in text for text in bench.paper.page_texts(job.pdf)[1:])
    assert not lists.ready
    assert packet_summary(bench, ref) == "step-summary.packet.printed"


def test_a_printer_that_refuses_leaves_the_packet_ready(bench: Bench) -> None:
    _, packet_id = sent(bench)
    desk = bench.work_as(DESK)

    with pytest.raises(KnownError, match=r"print\.refused"):
        print_packet(desk, packet_id, "no such queue")

    assert [row.packet_id for row in read_packet_desk(desk).ready] == [packet_id]


def test_a_packet_can_be_printed_again_while_it_is_kept(bench: Bench) -> None:
    _, packet_id = sent(bench)
    desk = bench.work_as(DESK)
    print_packet(desk, packet_id, DESK_QUEUE.name)

    print_packet(desk, packet_id, DESK_QUEUE.name)

    assert len(bench.printers.jobs) == 2


def test_what_was_printed_another_day_is_not_on_todays_list(bench: Bench) -> None:
    _, packet_id = sent(bench)
    desk = bench.work_as(DESK)
    print_packet(desk, packet_id, DESK_QUEUE.name)

    bench.clock.advance(24 * HOUR_S)

    assert not read_packet_desk(desk).printed_today


def test_a_packet_sent_back_is_gone_from_the_desk_and_shown_to_the_specialist(
    bench: Bench,
) -> None:
    ref, packet_id = sent(bench)
    desk = bench.work_as(DESK)

    refuse_packet(desk, packet_id, PacketRefusal.WRONG_LANGUAGE)

    assert bench.heard[-1].detail == "wrong-language"
    assert not read_packet_desk(desk).ready
    assert packet_summary(bench, ref) == "step-summary.packet.refused"
    with pytest.raises(KnownError, match=r"packet\.not-ready"):
        print_packet(desk, packet_id, DESK_QUEUE.name)


def test_nothing_is_kept_longer_than_72_hours(bench: Bench) -> None:
    ref, packet_id = sent(bench)
    desk = bench.work_as(DESK)
    bench.clock.advance(72 * HOUR_S)
    assert [row.packet_id for row in read_packet_desk(desk).ready] == [packet_id]
    bench.clock.advance(1)

    lists = read_packet_desk(desk)

    assert not lists.ready
    assert bench.actions()[-1] is AuditAction.PACKET_DELETED
    assert packet_summary(bench, ref) == "step-summary.packet.gone"
    with pytest.raises(KnownError, match=r"packet\.not-ready"):
        open_packet(desk, packet_id)


def test_a_file_is_written_whole_and_for_its_owner_only(bench: Bench, tmp_path: Path) -> None:
    _, packet_id = sent(bench)
    desk = bench.work_as(DESK)
    path = tmp_path / "papers.pdf"
    path.write_bytes(b"old")

    mark = save_packet_file(confirmed(desk, ConfirmedAct.EXPORT), packet_id, path)

    assert hashlib.sha256(path.read_bytes()).hexdigest() == mark.sha256
    assert is_for_its_owner_only(path)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["papers.pdf"]
    assert bench.actions()[-1] is AuditAction.PACKET_SAVED_AS_FILE


def test_a_folder_that_is_not_there_leaves_the_packet_ready(bench: Bench, tmp_path: Path) -> None:
    _, packet_id = sent(bench)
    desk = bench.work_as(DESK)

    with pytest.raises(KnownError, match=r"packet\.file-not-written"):
        save_packet_file(
            confirmed(desk, ConfirmedAct.EXPORT), packet_id, tmp_path / "gone" / "papers.pdf"
        )

    assert read_packet_desk(desk).ready
