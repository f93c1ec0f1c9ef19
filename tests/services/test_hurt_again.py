"""Hurt again: a new case of the same person, with nothing of the earlier one but who it is."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.audit_event import AuditAction
from desktop.records.consent import Category
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.missed import MissedWhy
from desktop.records.pathway import Pathway
from desktop.records.person import PersonIdentity
from desktop.services.add_case import NewCase, add_case
from desktop.services.add_case_at_bed import add_case_at_bed
from desktop.services.cases import CaseCard
from desktop.services.close_case import close_case
from desktop.services.consents import NOT_ASKED, consent_cards
from desktop.services.episode_records import episode_of, forms_of
from desktop.services.identity import read_identity, save_identity
from desktop.services.kept_consents import consents_of
from desktop.services.link_people import link_people
from desktop.services.linked_people import linked_cases
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.ports import EpisodeRef
from desktop.services.read_audit import read_audit
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from tests.services.bench import OFFICER, ROSA, TOMAS, Bench, memory_bench, sealed_bench
from tests.services.filling import HOUSING, completed
from tests.services.test_consents import release, share, sign

AGAIN = CloseReason.HURT_AGAIN


@pytest.fixture
def bench() -> Bench:
    """In memory: that a second case of a person is stored is another test's."""
    return memory_bench()


def arrival(bench: Bench, earlier: EpisodeRef, at: datetime | None = None) -> NewCase:
    """The same person at another bed, now."""
    when = at or bench.clock.now()
    return NewCase("ED 9", CaseSource.TRAUMA_PAGE, when, age_years=20, again=earlier)


def again(bench: Bench, earlier: EpisodeRef, who: str = ROSA) -> CaseCard:
    """A new case a day later."""
    bench.clock.advance(24 * 3600)
    return add_case(bench.work_as(who), arrival(bench, earlier))


def over(bench: Bench, reason: CloseReason = AGAIN, who: str = ROSA) -> EpisodeRef:
    """A closed case."""
    ref = bench.new_case(who)
    if reason is not CloseReason.NEVER_REACHED:
        bench.reach(ref, who)
    close_case(bench.work_as(who), ref, reason, MissedWhy.OTHER, Pathway.PARTNER)
    return ref


def test_the_new_case_is_the_same_person_with_a_new_alias_and_new_times(bench: Bench) -> None:
    work, earlier = bench.work_as(ROSA), over(bench)

    card = again(bench, earlier)

    before, now = episode_of(work, earlier).value, episode_of(work, card.ref).value
    assert now.person_id == before.person_id
    assert now.episode_id != before.episode_id
    assert now.alias != before.alias
    assert (now.arrived_at, now.place, now.is_closed) == (bench.clock.now(), "ED 9", False)
    assert before.close_reason is AGAIN


def test_the_trail_says_that_somebody_came_again(bench: Bench) -> None:
    earlier = over(bench)

    card = again(bench, earlier)

    (event,) = [one for one in bench.heard if one.action is AuditAction.PERSON_AGAIN]
    assert (event.subject, event.detail) == (card.ref.episode_id, earlier.episode_id)
    assert event.person == earlier.person_id


def test_in_a_sealed_store_both_cases_are_read_and_the_trail_names_both(tmp_path: Path) -> None:
    bench, made = sealed_bench(tmp_path / "store")
    earlier = over(bench)
    before = read_person(bench.work_as(ROSA), earlier).card.alias

    card = again(bench, earlier)

    lists = read_worklist(bench.work_as(ROSA))
    assert [one.alias for one in lists.closed] == [before]
    assert [one.alias for one in lists.eligible] == [card.alias]
    assert [one.alias for one in linked_cases(bench.work_as(ROSA), card.ref)] == [before]
    book = read_audit(bench.work_as(OFFICER))
    assert book.aliases[earlier.person_id] == f"{before}, {card.alias}"
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


@pytest.mark.parametrize("category", [Category.IDENTITY_CONTACT, Category.NEEDS])
def test_what_was_agreed_to_before_opens_nothing_now(bench: Bench, category: Category) -> None:
    work = bench.work_as(ROSA)
    earlier = bench.new_case()
    bench.reach(earlier)
    consent = sign(work, earlier, release(work, earlier))
    assert share(work, earlier) == "consent-gate.covered"
    close_case(work, earlier, AGAIN)

    card = again(bench, earlier)

    assert share(work, card.ref, category) == "consent-gate.never-asked"
    assert {one.state for one in consent_cards(work, card.ref)} == {NOT_ASKED}
    assert consents_of(work, earlier) == (consent,)


def test_the_earlier_consent_still_stands_for_the_earlier_case(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    earlier = bench.new_case()
    bench.reach(earlier)
    sign(work, earlier, release(work, earlier))
    close_case(work, earlier, AGAIN)

    again(bench, earlier)

    assert share(work, earlier) == "consent-gate.covered"


def test_forms_alerts_and_attempts_stay_and_the_identity_is_the_persons(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    earlier = bench.new_case()
    bench.reach(earlier)
    completed(work, earlier, **{HOUSING: "yes"})
    known = PersonIdentity(earlier.person_id, "Ada Invented", date(2004, 3, 12))
    save_identity(work, earlier, known)
    close_case(work, earlier, AGAIN)

    card = again(bench, earlier)

    page = read_person(work, card.ref)
    assert forms_of(work, card.ref) == ()
    assert (page.attempts, page.untold, page.draft, page.card.open_alerts) == ((), (), None, 0)
    assert page.consents_asked == 0
    assert read_identity(work, card.ref) == known
    assert len(forms_of(work, earlier)) == 1


def test_each_case_knows_the_other_and_which_it_is(bench: Bench) -> None:
    work, first = bench.work_as(ROSA), over(bench)
    second = again(bench, first).ref
    bench.reach(second)
    close_case(work, second, CloseReason.COMPLETED)
    third = again(bench, second).ref

    pages = [read_person(work, ref) for ref in (first, second, third)]

    assert [page.case_number for page in pages] == [1, 2, 3]
    assert [one.ref for one in pages[2].linked] == [second, first]
    assert [one.close_reason for one in pages[2].linked] == [CloseReason.COMPLETED, AGAIN]
    assert all(one.linked_at is None for one in pages[2].linked)


def test_a_linked_person_counts_and_a_case_that_was_entered_twice_does_not(bench: Bench) -> None:
    work, first, twice = bench.work_as(ROSA), over(bench), over(bench, CloseReason.DUPLICATE)
    bench.clock.advance(3600)
    newest = bench.new_case()
    link_people(work, newest, first)
    link_people(work, newest, twice)

    assert read_person(work, newest).case_number == 2
    assert len(linked_cases(work, newest)) == 2


def test_at_the_bed_the_first_contact_is_kept_with_the_new_case(bench: Bench) -> None:
    earlier = over(bench)
    bench.clock.advance(3600)

    card = add_case_at_bed(bench.work_as(ROSA), arrival(bench, earlier))

    assert card.ref.person_id == earlier.person_id
    assert card.reached_at == bench.clock.now()


@pytest.mark.parametrize("reason", CloseReason)
def test_a_new_case_follows_every_end_but_a_death_and_a_case_entered_twice(
    bench: Bench, reason: CloseReason
) -> None:
    work, earlier = bench.work_as(ROSA), over(bench, reason)
    refused = {CloseReason.DIED: "died", CloseReason.DUPLICATE: "duplicate"}.get(reason)

    assert read_person(work, earlier).can_begin_again is (refused is None)
    if refused is None:
        assert again(bench, earlier).ref.person_id == earlier.person_id
    else:
        with pytest.raises(KnownError, match=rf"episode\.again-{refused}"):
            again(bench, earlier)
        assert len(work.session.records.persons()) == 1


def test_while_a_case_of_the_person_is_open_no_other_begins(bench: Bench) -> None:
    work, first = bench.work_as(ROSA), over(bench)
    second = again(bench, first)

    for ref in (first, second.ref):
        assert not read_person(work, ref).can_begin_again
        with pytest.raises(KnownError, match=r"episode\.again-open") as caught:
            again(bench, ref)
        assert caught.value.params["alias"] == second.alias
    assert len(linked_cases(work, first)) == 1


def test_an_open_case_of_a_linked_person_stands_in_the_way_too(bench: Bench) -> None:
    work, first, other = bench.work_as(ROSA), over(bench), bench.new_case()
    link_people(work, first, other)

    with pytest.raises(KnownError, match=r"episode\.again-open"):
        again(bench, first)

    assert not read_person(work, first).can_begin_again


@pytest.mark.parametrize(("later_s", "is_kept"), [(-3600, False), (0, False), (1, True)])
def test_the_new_arrival_is_after_the_earlier_one(
    bench: Bench, later_s: int, is_kept: bool
) -> None:
    work, earlier = bench.work_as(ROSA), over(bench)
    at = episode_of(work, earlier).value.arrived_at + timedelta(seconds=later_s)
    bench.clock.advance(3600)

    if is_kept:
        assert add_case(work, arrival(bench, earlier, at)).arrived_at == at
    else:
        with pytest.raises(KnownError, match=r"episode\.again-before"):
            add_case(work, arrival(bench, earlier, at))
        assert linked_cases(work, earlier) == ()


def test_outside_the_caseload_it_needs_a_reason_like_any_look(bench: Bench) -> None:
    earlier = over(bench, who=TOMAS)

    with pytest.raises(KnownError, match=r"caseload\.outside"):
        again(bench, earlier, ROSA)

    assert len(bench.work_as(TOMAS).session.records.persons()) == 1


def test_whoever_opens_the_new_case_may_not_read_the_earlier_one_by_that(bench: Bench) -> None:
    earlier = over(bench)
    card = again(bench, earlier)
    tomas = bench.work_as(TOMAS)
    log_attempt(tomas, card.ref, NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.ENGAGED))
    bench.reach(card.ref)

    assert read_person(tomas, card.ref).linked[0].ref == earlier
    with pytest.raises(KnownError, match=r"caseload\.outside"):
        read_person(tomas, earlier)


def test_whom_another_program_takes_is_kept_closed(bench: Bench) -> None:
    earlier = over(bench)
    bench.clock.advance(3600)
    new = NewCase(
        "ED 9",
        CaseSource.TRAUMA_PAGE,
        bench.clock.now(),
        pathway=Pathway.PARTNER,
        again=earlier,
    )

    card = add_case(bench.work_as(ROSA), new)

    assert card.close_reason is CloseReason.OTHER_PATHWAY
    assert card.ref.person_id == earlier.person_id
