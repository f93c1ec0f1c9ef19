"""A paper with the legal name, while no caller is told: only after one confirmation."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.confidential_status import AskedBy, LiftedWhy
from desktop.records.consent import ConsentType
from desktop.records.packet_record import PacketChoices
from desktop.services.confidential_status import lift_no_information, set_no_information
from desktop.services.confirmations import ConfirmedAct
from desktop.services.consent_papers import print_consent_copy
from desktop.services.kept_consents import consents_of
from desktop.services.print_packet_here import print_packet_here
from desktop.services.read_confidential import read_confidential
from desktop.services.read_packet_desk import read_packet_desk
from desktop.services.save_packet_here import save_packet_here
from desktop.services.send_packet import send_packet
from tests.services.bench import DESK, Bench, confirmed
from tests.services.test_packets import Ready, consented, ready, with_letter
from tests.support.fake_printers import DESK_QUEUE

__all__ = ["ready"]

WAYS = ("send", "print", "save", "copy")


def act(ready: Ready, way: str, choices: PacketChoices, folder: Path) -> Callable[[bool], object]:
    """One way in which a paper leaves, given whether the name was confirmed."""
    work, ref = confirmed(ready.work, ConfirmedAct.EXPORT), ready.ref
    queue, path = DESK_QUEUE.name, folder / "packet.pdf"
    if way == "send":
        return lambda yes: send_packet(work, ref, choices, name_confirmed=yes)
    if way == "print":
        return lambda yes: print_packet_here(work, ref, choices, queue, name_confirmed=yes)
    if way == "save":
        return lambda yes: save_packet_here(work, ref, choices, path, name_confirmed=yes)
    consent = next(one for one in consents_of(work, ref) if one.type is ConsentType.RELEASE)
    return lambda yes: print_consent_copy(work, ref, consent.consent_id, queue, name_confirmed=yes)


def confirmations(bench: Bench) -> list[str]:
    """Which papers were made all the same, as the trail says."""
    allowed = AuditAction.CONFIDENTIAL_NAME_ALLOWED
    return [event.detail for event in bench.heard if event.action is allowed]


@pytest.mark.parametrize("way", WAYS)
def test_it_is_refused_until_it_is_confirmed(
    bench: Bench, ready: Ready, tmp_path: Path, way: str
) -> None:
    choices = with_letter(ready, consented(ready))
    set_no_information(ready.work, ready.ref, AskedBy.PERSON)
    paper = act(ready, way, choices, tmp_path)

    with pytest.raises(KnownError, match=r"confidential\.name-on-paper"):
        paper(False)
    assert confirmations(bench) == []
    assert not bench.printers.jobs
    assert not list(tmp_path.glob("*.pdf"))
    assert not bench.work_as(DESK).session.packets.statuses()

    paper(True)
    assert confirmations(bench) == ["consent-copy" if way == "copy" else "referral-letter"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("was_set", [False, True])
def test_nothing_is_asked_while_callers_are_answered_as_usual(
    bench: Bench, ready: Ready, tmp_path: Path, way: str, was_set: bool
) -> None:
    choices = with_letter(ready, consented(ready))
    if was_set:
        set_no_information(ready.work, ready.ref, AskedBy.PERSON)
        lift_no_information(ready.work, ready.ref, LiftedWhy.NOT_NEEDED)

    act(ready, way, choices, tmp_path)(False)

    assert confirmations(bench) == []


@pytest.mark.parametrize("way", WAYS[:3])
def test_a_packet_without_a_letter_bears_no_name_and_asks_nothing(
    bench: Bench, ready: Ready, tmp_path: Path, way: str
) -> None:
    set_no_information(ready.work, ready.ref, AskedBy.PERSON)

    act(ready, way, ready.choices, tmp_path)(False)

    assert confirmations(bench) == []


@pytest.mark.parametrize("is_set", [False, True])
def test_the_desk_is_told_into_whose_hands_it_goes(
    bench: Bench, ready: Ready, is_set: bool
) -> None:
    if is_set:
        set_no_information(ready.work, ready.ref, AskedBy.PERSON)
    send_packet(ready.work, ready.ref, ready.choices)

    (row,) = read_packet_desk(bench.work_as(DESK)).ready

    assert row.person_only is is_set


def test_packets_that_went_before_it_was_set_are_counted_while_they_wait(
    bench: Bench, ready: Ready
) -> None:
    send_packet(ready.work, ready.ref, ready.choices)
    bench.clock.advance(60)
    set_no_information(ready.work, ready.ref, AskedBy.PERSON)
    bench.clock.advance(60)
    send_packet(ready.work, ready.ref, ready.choices)
    held = read_confidential(ready.work, ready.ref)
    assert held is not None
    before = held.unmarked_packets
    desk = bench.work_as(DESK).session.packets
    for status in desk.statuses():
        desk.delete(status.packet_id)

    after = read_confidential(ready.work, ready.ref)

    assert after is not None
    assert (before, after.unmarked_packets) == (1, 0)
