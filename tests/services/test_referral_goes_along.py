"""A referral goes with its case to another workstation, and is gone with the person."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.erasure import ErasureReason, person_reference
from desktop.records.kinds import REFERRAL
from desktop.records.referral import ReferralStatus
from desktop.services.answer_erasure import erase_person
from desktop.services.ask_erasure import ask_erasure
from desktop.services.local_day import local_day
from desktop.services.read_audit import read_audit
from desktop.services.read_needs import read_needs
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from desktop.services.refer import note_accepted
from desktop.services.take_in_case import take_in_case
from tests.services.bench import ADMIN, NADIA, OFFICER, ROSA, TOMAS, Bench, sealed_bench
from tests.services.referring import DAY, asked_of
from tests.services.two_benches import two_benches
from tests.support.store_fixture import password_of


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Bench]:
    """A sealed store of a demo, whose texts need no approval."""
    bench, made = sealed_bench(tmp_path / "store")
    yield bench
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


def test_it_goes_to_the_other_workstation_and_goes_on_there(tmp_path: Path) -> None:
    with two_benches(tmp_path) as two:
        asked = asked_of(two.here)
        asked.consent()
        sent = asked.sent()

        done = two.give(asked.ref)
        take_in_case(two.there.work_as(TOMAS), done.file)

        assert sent.to_org.encode() not in done.file.read_bytes()
        tomas = two.there.work_as(TOMAS)
        (card,) = read_needs(tomas, asked.ref).referrals
        assert card.referral == sent
        assert not card.is_stopped
        yes = note_accepted(tomas, asked.ref, sent.referral_id, "Intake", local_day(tomas))
        assert yes.status is ReferralStatus.ACCEPTED
        two.there.clock.advance(7 * DAY)
        assert asked.ref.episode_id in read_worklist(tomas).referrals_due


def test_a_case_that_went_away_is_due_for_nobody_here(tmp_path: Path) -> None:
    with two_benches(tmp_path) as two:
        asked = asked_of(two.here)
        asked.consent()
        asked.sent()
        two.here.clock.advance(3 * DAY)
        assert read_worklist(two.here.work_as(ROSA)).referrals_due

        two.give(asked.ref)

        assert not read_worklist(two.here.work_as(ROSA)).referrals_due


def test_it_is_gone_with_the_person(demo: Bench) -> None:
    asked = asked_of(demo)
    asked.consent()
    sent = asked.sent()
    nadia, admin = demo.work_as(NADIA), demo.work_as(ADMIN)
    alias = read_person(nadia, asked.ref).card.alias
    ask_erasure(nadia, asked.ref, alias, ErasureReason.PERSON_ASKED, password_of(NADIA))

    reference = person_reference(asked.ref.person_id)
    erase_person(admin, asked.ref.person_id, reference, password_of(ADMIN))

    with pytest.raises(KnownError):
        asked.work.session.records.load(REFERRAL, sent.referral_id)


def test_its_steps_are_found_by_the_officer_as_the_persons(demo: Bench) -> None:
    asked = asked_of(demo)
    asked.consent()
    asked.sent()

    events = read_audit(demo.work_as(OFFICER)).events

    noted = [one for one in events if one.event.action is AuditAction.REFERRAL_NOTED]
    assert [one.event.detail for one in noted] == ["draft", "requested"]
    assert {one.person for one in noted} == {asked.ref.person_id}
