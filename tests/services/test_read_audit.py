"""The privacy officer reads the trail back; nobody else can."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent, Vouched
from desktop.records.audit_questions import (
    about,
    accounting_since,
    disclosures,
    failed_sign_ins,
    looked_at,
    refused_detail,
    release_detail,
    releases,
    with_persons,
)
from desktop.records.ids import PersonId, StaffId
from desktop.services.read_audit import read_audit
from desktop.services.read_person import read_person
from tests.services.bench import ADMIN, DESK, NADIA, OFFICER, ROSA, Bench
from tests.storage.raw_file import without_triggers
from tests.support.fake_clock import START
from tests.support.store_fixture import MadeStore

PERSON, OTHER = PersonId("p" * 32), PersonId("q" * 32)


def event(
    action: AuditAction, subject: str = "", detail: str = "", person: str = "", days: float = 0
) -> AuditEvent:
    return AuditEvent(action, StaffId("s"), START + timedelta(days=days), subject, detail, person)


def test_the_officer_sees_who_opened_a_case(sealed_work: Bench) -> None:
    ref = sealed_work.new_case()
    read_person(sealed_work.work_as(NADIA), ref)
    officer = sealed_work.work_as(OFFICER)

    book = read_audit(officer)

    seen = looked_at(book.events, ref.person_id)
    assert [each.event.actor for each in seen][:1] == [
        sealed_work.work_as(NADIA).session.me.staff_id
    ]
    assert book.damaged == []
    assert book.aliases[ref.person_id].strip()


def test_opening_the_trail_is_itself_in_it(sealed_work: Bench) -> None:
    officer = sealed_work.work_as(OFFICER)

    book = read_audit(officer)

    assert book.events[-1].event.action is AuditAction.AUDIT_READ
    assert [each.number for each in book.events] == list(range(1, len(book.events) + 1))


@pytest.mark.parametrize("name", [ROSA, NADIA, DESK, ADMIN])
def test_nobody_else_reads_the_trail_by_role_or_by_key(sealed_work: Bench, name: str) -> None:
    work = sealed_work.work_as(name)

    with pytest.raises(KnownError) as by_role:
        read_audit(work)
    with pytest.raises(KnownError) as by_key:
        work.session.audit_reader.read(1, 1)

    assert by_role.value.message_id == "work.not-allowed"
    assert by_key.value.message_id == "store.no-key"


def test_a_changed_entry_is_named_and_the_rest_is_read(
    sealed_store: tuple[Bench, MadeStore],
) -> None:
    bench, made = sealed_store
    bench.new_case()
    bench.work_as(ROSA).session.close()
    bench.sessions.clear()
    made.gate.close()
    with without_triggers(made.database) as raw:
        (sealed,) = raw.execute("SELECT sealed FROM audit WHERE number = 3").fetchone()
        raw.execute("UPDATE audit SET sealed = ? WHERE number = 3", (sealed[:-1] + b"\0",))
    made.reopen()
    bench.sign_in = made.sign_in

    book = read_audit(bench.work_as(OFFICER))

    assert list(book.damaged) == [3]
    assert len(book.events) == book.events[-1].number - 1


def test_the_trail_is_opened_in_parts_that_tell_how_far_they_are(
    sealed_work: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.services.read_audit.AT_ONCE", 2)
    seen: list[tuple[int, int]] = []

    read_audit(sealed_work.work_as(OFFICER), lambda opened, count: seen.append((opened, count)))

    assert [opened for opened, _ in seen][:2] == [2, 4]
    assert seen[-1][0] == seen[-1][1]


def test_what_the_desk_prints_belongs_to_the_person_it_was_sent_for() -> None:
    events = [
        (1, event(AuditAction.PACKET_SENT, "k" * 32, person=PERSON)),
        (2, event(AuditAction.PACKET_PRINTED, "k" * 32)),
        (3, event(AuditAction.PACKET_PRINTED, "x" * 32)),
        (4, event(AuditAction.CASE_OPENED, "e" * 32)),
    ]

    found = with_persons(events, {"e" * 32: OTHER})

    assert [each.person for each in found] == [PERSON, PERSON, None, OTHER]
    assert [each.number for each in about(found, PERSON)] == [2, 1]
    assert [each.number for each in releases(found)] == [3, 2]


def test_failed_sign_ins_are_found() -> None:
    events = [(1, event(AuditAction.SIGN_IN_FAILED)), (2, event(AuditAction.SIGNED_IN))]

    assert [each.number for each in failed_sign_ins(with_persons(events, {}))] == [1]


@pytest.mark.parametrize(("days", "count"), [(0, 1), (-1, 0), (1, 1)])
def test_an_accounting_covers_six_years_to_the_day(days: int, count: int) -> None:
    detail = release_detail("Invented House", "referral-letter", "referral")
    at = event(AuditAction.RELEASED, PERSON, detail, PERSON)
    events = with_persons([(1, at)], {})
    now = START.replace(year=START.year + 6) + timedelta(days=-days)

    found = disclosures(events, PERSON, now)

    assert len(found) == count
    assert disclosures(events, OTHER, now) == ()
    if found:
        assert (found[0].recipient, found[0].what, found[0].purpose) == (
            "Invented House",
            "referral-letter",
            "referral",
        )


def test_a_recipient_cannot_forge_the_other_parts_of_a_release() -> None:
    detail = release_detail("House\x1fother", "letter", "care")

    (found,) = disclosures(
        with_persons([(1, event(AuditAction.RELEASED, PERSON, detail, PERSON))], {}),
        PERSON,
        START,
    )

    assert (found.recipient, found.purpose) == ("House other", "care")


def test_an_accounting_on_a_leap_day_goes_back_to_the_first_of_march() -> None:
    since = accounting_since(datetime(2028, 2, 29, 12, tzinfo=UTC))

    assert since == datetime(2022, 3, 1, 12, tzinfo=UTC)


def test_a_forged_entry_counts_for_nothing() -> None:
    detail = release_detail("Invented House", "referral-letter", "referral")
    out = event(AuditAction.RELEASED, PERSON, detail, PERSON)
    refusal = refused_detail(AuditAction.RELEASED, detail)
    taken_back = event(AuditAction.RELEASE_REFUSED, PERSON, refusal, PERSON)
    sent = event(AuditAction.PACKET_SENT, "k" * 32, person=OTHER)
    printed = event(AuditAction.PACKET_PRINTED, "k" * 32)
    entries = list(enumerate((out, out, taken_back, sent, printed), start=1))
    forged = dict.fromkeys((2, 3, 4), Vouched.FALSE)

    found = with_persons(entries, {}, forged)

    assert len(disclosures(found, PERSON, START)) == 1
    assert [each.number for each in releases(found)] == [5, 2, 1]
    assert found[4].person is None
