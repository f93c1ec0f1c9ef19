"""A release is in the trail before it happens; without the entry nothing leaves."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.errors import BugError, KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.audit_questions import (
    NumberedEvent,
    disclosures,
    refused_detail,
    release_detail,
    releases,
)
from desktop.records.ids import PersonId, StaffId
from desktop.services.confirmations import ConfirmedAct
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef
from desktop.services.print_packet import print_packet
from desktop.services.print_packet_here import print_packet_here
from desktop.services.report_disclosures import ReportForm, report_disclosures
from desktop.services.save_packet_file import save_packet_file
from desktop.services.save_packet_here import save_packet_here
from desktop.services.send_packet import send_packet
from desktop.services.told_first import Release, told_first
from desktop.services.work import Work
from tests.services.bench import DESK, OFFICER, ROSA, Bench, confirmed
from tests.support.fake_printers import DESK_QUEUE
from tests.support.store_fixture import password_of

AT = datetime(2026, 3, 14, 14, 5, tzinfo=UTC)
PERSON = PersonId("a" * 32)


class FullTrail:
    """A trail on a disk that is full."""

    def record(self, event: AuditEvent) -> None:
        """Refuse every entry."""
        raise KnownError("store.disk-full")


def without_trail(work: Work, monkeypatch: pytest.MonkeyPatch) -> Work:
    """From now on no entry can be written."""
    monkeypatch.setattr(work.session, "_audit", FullTrail())
    return work


def desk_prints(bench: Bench, ref: EpisodeRef, path: Path) -> Callable[[Work], object]:
    """The desk prints what was sent."""
    rosa = bench.work_as(ROSA)
    packet_id = send_packet(rosa, ref, plan_packet(rosa, ref).choices).packet_id
    assert packet_id is not None
    return lambda work: print_packet(work, packet_id, DESK_QUEUE.name)


def desk_saves(bench: Bench, ref: EpisodeRef, path: Path) -> Callable[[Work], object]:
    """The desk saves a file."""
    rosa = bench.work_as(ROSA)
    packet_id = send_packet(rosa, ref, plan_packet(rosa, ref).choices).packet_id
    assert packet_id is not None
    return lambda work: save_packet_file(work, packet_id, path)


def prints_here(bench: Bench, ref: EpisodeRef, path: Path) -> Callable[[Work], object]:
    """The specialist prints."""
    choices = plan_packet(bench.work_as(ROSA), ref).choices
    return lambda work: print_packet_here(work, ref, choices, DESK_QUEUE.name)


def saves_here(bench: Bench, ref: EpisodeRef, path: Path) -> Callable[[Work], object]:
    """The specialist saves a file."""
    choices = plan_packet(bench.work_as(ROSA), ref).choices
    return lambda work: save_packet_here(work, ref, choices, path)


def sends(bench: Bench, ref: EpisodeRef, path: Path) -> Callable[[Work], object]:
    """The specialist sends it to the desk."""
    choices = plan_packet(bench.work_as(ROSA), ref).choices
    return lambda work: send_packet(work, ref, choices)


Way = Callable[[Bench, EpisodeRef, Path], Callable[[Work], object]]
WAYS: dict[str, tuple[str, Way]] = {
    "desk-prints": (DESK, desk_prints),
    "desk-saves": (DESK, desk_saves),
    "prints-here": (ROSA, prints_here),
    "saves-here": (ROSA, saves_here),
    "sends": (ROSA, sends),
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_leaves_when_the_trail_cannot_be_written(
    sealed_work: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    who, prepared = WAYS[way]
    path = tmp_path / "papers.pdf"
    act = prepared(sealed_work, sealed_work.new_case(), path)
    work = confirmed(sealed_work.work_as(who), ConfirmedAct.EXPORT)
    waiting = len(sealed_work.work_as(DESK).session.packets.statuses())

    with pytest.raises(KnownError, match=r"store\.disk-full"):
        act(without_trail(work, monkeypatch))

    assert sealed_work.printers.jobs == []
    assert not path.exists()
    assert len(sealed_work.work_as(DESK).session.packets.statuses()) == waiting


def test_no_report_is_written_when_the_trail_cannot_be_written(
    sealed_work: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref, path = sealed_work.new_case(), tmp_path / "report.csv"
    work = without_trail(sealed_work.work_as(OFFICER), monkeypatch)

    with pytest.raises(KnownError, match=r"store\.disk-full"):
        report_disclosures(
            work,
            ref.person_id,
            path,
            form=ReportForm.CSV,
            language="en",
            password=password_of(OFFICER),
        )

    assert not path.exists()


def test_a_printer_that_refuses_is_in_the_trail_after_the_entry(sealed_work: Bench) -> None:
    rosa, ref = sealed_work.work_as(ROSA), sealed_work.new_case()
    choices = plan_packet(rosa, ref).choices

    with pytest.raises(KnownError, match=r"print\.refused"):
        print_packet_here(rosa, ref, choices, "no such queue")

    told, taken_back = sealed_work.heard[-2:]
    assert told.action is AuditAction.PACKET_PRINTED
    assert taken_back.action is AuditAction.RELEASE_REFUSED
    assert taken_back.subject == told.subject
    assert taken_back.detail == refused_detail(told.action, told.detail)


def test_after_a_mistake_of_ours_the_entry_stands(sealed_work: Bench) -> None:
    release = Release(AuditAction.RELEASED, PERSON, "x", PERSON)

    with pytest.raises(BugError), told_first(sealed_work.work_as(ROSA), release):
        raise BugError("nobody knows how far it came")

    assert sealed_work.actions()[-1] is AuditAction.RELEASED


def numbered(*told: tuple[AuditAction, str]) -> tuple[NumberedEvent, ...]:
    """A trail about one person, in this order."""
    actor = StaffId("s" * 32)
    events = [AuditEvent(action, actor, AT, PERSON, detail, PERSON) for action, detail in told]
    return tuple(NumberedEvent(n, event, PERSON) for n, event in enumerate(events, 1))


LETTER = release_detail("Invented House", "referral-letter", "peer-support")
OTHER = release_detail("Another House", "referral-letter", "peer-support")
NOT_LETTER = (AuditAction.RELEASE_REFUSED, refused_detail(AuditAction.RELEASED, LETTER))


@pytest.mark.parametrize(
    ("trail", "left"),
    [
        ([(AuditAction.RELEASED, LETTER)], ["Invented House"]),
        ([(AuditAction.RELEASED, LETTER), NOT_LETTER], []),
        ([(AuditAction.RELEASED, OTHER), NOT_LETTER], ["Another House"]),
        ([NOT_LETTER, (AuditAction.RELEASED, LETTER)], ["Invented House"]),
        (
            [(AuditAction.RELEASED, LETTER), (AuditAction.RELEASED, LETTER), NOT_LETTER],
            ["Invented House"],
        ),
        (
            [(AuditAction.RELEASED, LETTER), NOT_LETTER, (AuditAction.RELEASED, LETTER)],
            ["Invented House"],
        ),
    ],
)
def test_the_accounting_leaves_out_what_was_refused_and_nothing_else(
    trail: list[tuple[AuditAction, str]], left: list[str]
) -> None:
    events = numbered(*trail)

    assert [each.recipient for each in disclosures(events, PERSON, AT)] == left
    assert len(releases(events)) == len(left)
