"""The password again: for one kind of act, for five minutes, counted and audited."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.packet_record import PacketChoices
from desktop.services.confirm_identity import confirm_identity, is_confirmed, need_confirmed
from desktop.services.confirmations import CONFIRMED_FOR_S, ConfirmedAct
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef
from desktop.services.save_packet_file import save_packet_file
from desktop.services.save_packet_here import save_packet_here
from desktop.services.sign_visit import sign_visit
from tests.services.bench import DESK, NADIA, OFFICER, ROSA, Bench
from tests.services.test_packet_desk import sent
from tests.services.test_review import submitted
from tests.support.fake_clock import START
from tests.support.store_fixture import password_of

WRONG = "walrus thimble nobody orbit 7"


def test_a_right_password_counts_for_five_minutes_for_acts_of_its_kind(sealed_work: Bench) -> None:
    work = sealed_work.work_as(NADIA)

    confirm_identity(work, ConfirmedAct.SIGN_OFF, password_of(NADIA))

    assert is_confirmed(work, ConfirmedAct.SIGN_OFF)
    assert not is_confirmed(work, ConfirmedAct.EXPORT)
    sealed_work.clock.advance(CONFIRMED_FOR_S - 1)
    assert is_confirmed(work, ConfirmedAct.SIGN_OFF)
    sealed_work.clock.advance(1)
    assert not is_confirmed(work, ConfirmedAct.SIGN_OFF)


@pytest.mark.parametrize("days", [-400, 400])
def test_the_wall_clock_neither_ends_nor_prolongs_it(sealed_work: Bench, days: int) -> None:
    work = sealed_work.work_as(NADIA)
    confirm_identity(work, ConfirmedAct.SIGN_OFF, password_of(NADIA))

    sealed_work.clock.set_wall(START + timedelta(days=days))

    assert is_confirmed(work, ConfirmedAct.SIGN_OFF)
    sealed_work.clock.advance(CONFIRMED_FOR_S)
    sealed_work.clock.set_wall(START)
    assert not is_confirmed(work, ConfirmedAct.SIGN_OFF)


def test_nothing_stays_confirmed_once_the_screen_was_covered(sealed_work: Bench) -> None:
    work = sealed_work.work_as(NADIA)
    confirm_identity(work, ConfirmedAct.SIGN_OFF, password_of(NADIA))

    work.confirmed.forget()

    with pytest.raises(KnownError, match=r"confirm\.needed"):
        need_confirmed(work, ConfirmedAct.SIGN_OFF)


def test_a_wrong_password_confirms_nothing_and_waits_grow(sealed_work: Bench) -> None:
    work = sealed_work.work_as(NADIA)

    found = []
    for _ in range(5):
        with pytest.raises(KnownError) as caught:
            confirm_identity(work, ConfirmedAct.SIGN_OFF, WRONG)
        found.append(caught.value.message_id)

    assert found == ["sign-in.wrong-password"] * 4 + ["sign-in.wait"]
    assert not is_confirmed(work, ConfirmedAct.SIGN_OFF)


def test_a_wrong_password_stands_in_the_audit_trail_with_what_it_was_for(
    sealed_work: Bench,
) -> None:
    work = sealed_work.work_as(NADIA)
    with pytest.raises(KnownError):
        confirm_identity(work, ConfirmedAct.EXPORT, WRONG)

    reader = sealed_work.work_as(OFFICER).session.audit_reader
    events = [line.event for line in reader.read(1, reader.count())]

    (failed,) = [each for each in events if each and each.action is AuditAction.CONFIRM_FAILED]
    assert (failed.actor, failed.detail) == (work.session.me.staff_id, "export")
    assert WRONG not in repr(events)


def test_without_it_no_visit_is_signed(bench: Bench) -> None:
    ref, visit = submitted(bench)
    nadia = bench.work_as(NADIA)

    with pytest.raises(KnownError, match=r"confirm\.needed"):
        sign_visit(nadia, ref, visit.visit_id)

    assert not nadia.session.sign_offs.of(visit.forms[0].form_id)


def test_without_it_no_packet_becomes_a_file(bench: Bench, tmp_path: Path) -> None:
    ref, packet_id = sent(bench)
    path = tmp_path / "papers.pdf"

    with pytest.raises(KnownError, match=r"confirm\.needed"):
        save_packet_file(bench.work_as(DESK), packet_id, path)
    rosa = bench.work_as(ROSA)
    with pytest.raises(KnownError, match=r"confirm\.needed"):
        save_packet_here(rosa, ref, _choices(bench, ref), path)

    assert not path.exists()


def _choices(bench: Bench, ref: EpisodeRef) -> PacketChoices:
    return plan_packet(bench.work_as(ROSA), ref).choices
