"""Erasing a person, from the page of the case to the last key; and notes under Part 2."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.erasure import ErasureReason, HoldReason, person_reference
from desktop.services.answer_erasure import drop_erasure, erase_person
from desktop.services.ask_erasure import ask_erasure
from desktop.services.legal_holds import ask_to_end_hold, end_hold, keep_hold, set_hold
from desktop.services.outing_steps import note_back, note_left
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef, PacketState
from desktop.services.read_oversight import read_oversight
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from desktop.services.send_packet import send_packet
from tests.services.bench import ADMIN, DESK, NADIA, OFFICER, ROSA, Bench, sealed_bench
from tests.services.test_outings import plan
from tests.support.store_fixture import password_of


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench, made = sealed_bench(tmp_path / "store")
    yield bench
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A case with a packet that waits at the desk."""
    found = bench.new_case(ROSA)
    rosa = bench.work_as(ROSA)
    send_packet(rosa, found, plan_packet(rosa, found).choices)
    return found


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id


def ask(bench: Bench, ref: EpisodeRef, alias: str | None = None) -> None:
    nadia = bench.work_as(NADIA)
    shown = read_person(nadia, ref).card.alias
    typed = shown if alias is None else alias
    ask_erasure(nadia, ref, typed, ErasureReason.PERSON_ASKED, password_of(NADIA))


def erase(bench: Bench, ref: EpisodeRef, name: str = ADMIN) -> None:
    reference = person_reference(ref.person_id)
    erase_person(bench.work_as(name), ref.person_id, reference, password_of(name))


@pytest.mark.parametrize("name", [ADMIN, OFFICER])
def test_a_person_is_erased_when_two_people_agree(bench: Bench, ref: EpisodeRef, name: str) -> None:
    ask(bench, ref)
    (wish,) = read_oversight(bench.work_as(name)).wishes
    assert wish.person_name == person_reference(ref.person_id)

    erase(bench, ref, name)

    worklist = read_worklist(bench.work_as(ROSA))
    assert worklist.eligible == ()
    assert worklist.unreadable == 0
    assert refusal(lambda: read_person(bench.work_as(ROSA), ref)) == "person.erased"
    (line,) = read_oversight(bench.work_as(NADIA)).erased
    assert line.asked_by == "Nadia Example, RN"
    (packet,) = bench.work_as(DESK).session.packets.statuses()
    assert packet.state is PacketState.DELETED
    asked, erased = AuditAction.ERASURE_ASKED, AuditAction.PERSON_ERASED
    assert [action for action in bench.actions() if action in (asked, erased)] == [asked, erased]


def test_the_alias_the_reference_and_both_passwords_must_be_right(
    bench: Bench, ref: EpisodeRef
) -> None:
    nadia, admin = bench.work_as(NADIA), bench.work_as(ADMIN)
    reason, reference = ErasureReason.PERSON_ASKED, person_reference(ref.person_id)
    alias = read_person(nadia, ref).card.alias
    wrong = "not my password"

    assert refusal(lambda: ask(bench, ref, "Somebody else")) == "erasure.alias-differs"
    assert refusal(lambda: ask_erasure(nadia, ref, alias, reason, wrong)) == (
        "sign-in.wrong-password"
    )
    ask(bench, ref, f"  {alias.upper()} ")
    right = password_of(ADMIN)
    assert refusal(lambda: erase_person(admin, ref.person_id, "0000-0000", right)) == (
        "erasure.reference-differs"
    )
    assert refusal(lambda: erase_person(admin, ref.person_id, reference, wrong)) == (
        "sign-in.wrong-password"
    )
    assert len(read_worklist(bench.work_as(ROSA)).eligible) == 1


def test_nobody_is_erased_while_a_colleague_is_away_on_a_visit(
    bench: Bench, ref: EpisodeRef
) -> None:
    rosa = bench.work_as(ROSA)
    outing = plan(bench, ref)
    note_left(rosa, ref, outing.outing_id)

    refused = refusal(lambda: ask(bench, ref))
    note_back(rosa, ref, outing.outing_id)
    ask(bench, ref)

    assert refused == "erasure.outing-open"
    assert bench.actions().count(AuditAction.ERASURE_ASKED) == 1


def test_whoever_asked_cannot_agree_and_a_specialist_cannot_ask(
    bench: Bench, ref: EpisodeRef
) -> None:
    ask(bench, ref)

    assert refusal(lambda: erase(bench, ref, NADIA)) == "work.not-allowed"
    rosa = bench.work_as(ROSA)
    alias = read_person(rosa, ref).card.alias
    assert refusal(
        lambda: ask_erasure(rosa, ref, alias, ErasureReason.PERSON_ASKED, password_of(ROSA))
    ) == ("work.not-allowed")


@pytest.mark.parametrize("name", [NADIA, ADMIN, OFFICER])
def test_a_wish_can_be_dropped(bench: Bench, ref: EpisodeRef, name: str) -> None:
    ask(bench, ref)

    drop_erasure(bench.work_as(name), ref.person_id)

    assert read_oversight(bench.work_as(ADMIN)).wishes == ()


def test_a_hold_is_set_by_reference_and_ended_by_two(bench: Bench, ref: EpisodeRef) -> None:
    admin, officer = bench.work_as(ADMIN), bench.work_as(OFFICER)
    reference = person_reference(ref.person_id)
    set_hold(admin, reference, HoldReason.LAWSUIT, password_of(ADMIN))
    assert refusal(lambda: ask(bench, ref)) == "erasure.held"

    ask_to_end_hold(officer, ref.person_id)
    keep_hold(admin, ref.person_id)
    ask_to_end_hold(officer, ref.person_id)

    (mine,) = read_oversight(officer).holds
    (theirs,) = read_oversight(admin).holds
    assert (mine.is_mine_to_end, theirs.is_mine_to_end) == (False, True)
    right = password_of(OFFICER)
    assert refusal(lambda: end_hold(officer, ref.person_id, right)) == "hold.somebody-else"
    end_hold(admin, ref.person_id, password_of(ADMIN))
    ask(bench, ref)
    erase(bench, ref)
