"""Two cases of one person: a link that keeps every record as it was, is undone, and is erased."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.consent import ConsentType
from desktop.records.erasure import ErasureReason, HoldReason, person_reference
from desktop.records.ids import PersonId
from desktop.records.kinds import CONSENT, EPISODE, PERSON_LINK
from desktop.services.answer_erasure import erase_person
from desktop.services.ask_erasure import ask_erasure
from desktop.services.consent_document import consent_document
from desktop.services.consents import consent_cards
from desktop.services.decline_consent import decline_consent
from desktop.services.legal_holds import set_hold
from desktop.services.link_people import link_people, undo_link
from desktop.services.linked_people import linked_cases, linked_people
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from tests.services.bench import ADMIN, DESK, NADIA, OFFICER, ROSA, TOMAS, Bench, sealed_bench
from tests.support.store_fixture import password_of


@pytest.fixture
def pair(bench: Bench) -> tuple[EpisodeRef, EpisodeRef]:
    """Two cases of two people of the store."""
    first = bench.new_case()
    bench.clock.advance(60)
    return first, bench.new_case()


def test_both_cases_know_each_other_and_nobody_else(
    bench: Bench, pair: tuple[EpisodeRef, EpisodeRef]
) -> None:
    work, (one, other) = bench.work_as(ROSA), pair
    bench.new_case()

    link_people(work, one, other)

    assert linked_people(work, one.person_id) == (other.person_id,)
    assert linked_people(work, other.person_id) == (one.person_id,)
    (case,) = linked_cases(work, one)
    assert case.ref == other
    assert case.alias == read_person(work, other).card.alias
    assert case.linked_at == bench.clock.now()
    assert bench.actions().count(AuditAction.PEOPLE_LINKED) == 2


def test_a_link_re_seals_nothing_and_keeps_history_and_consents(
    bench: Bench, pair: tuple[EpisodeRef, EpisodeRef]
) -> None:
    work, (one, other) = bench.work_as(ROSA), pair
    bench.reach(other)
    document = consent_document(work, other, ConsentType.PARTICIPATION, None, "en")
    decline_consent(work, other, document, later=False)
    kept = [work.session.records.list_newest(CONSENT, other.person_id)]
    kept += [work.session.records.list_newest(EPISODE, each.person_id) for each in pair]
    shown = [consent_cards(work, each) for each in pair]

    link_people(work, one, other)

    now = [work.session.records.list_newest(CONSENT, other.person_id)]
    now += [work.session.records.list_newest(EPISODE, each.person_id) for each in pair]
    assert now == kept
    assert [consent_cards(work, each) for each in pair] == shown
    assert len(shown[0]) > 1
    assert replace(read_person(work, one), timeline=()).consents_asked == 0


def test_a_link_is_undone_from_either_side_and_stays_as_history(
    bench: Bench, pair: tuple[EpisodeRef, EpisodeRef]
) -> None:
    work, (one, other) = bench.work_as(ROSA), pair
    link_people(work, one, other)

    undo_link(work, other, one.person_id)

    assert linked_people(work, one.person_id) == ()
    (half,) = work.session.records.list_newest(PERSON_LINK, one.person_id)
    assert half.value.undone_by == work.session.me.staff_id
    assert half.number == 2
    with pytest.raises(KnownError, match=r"link\.none"):
        undo_link(work, one, other.person_id)
    link_people(work, one, other)
    assert linked_people(work, one.person_id) == (other.person_id,)


def test_links_are_followed_from_one_to_the_next(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    one, middle, last = (bench.new_case() for _ in range(3))
    link_people(work, one, middle)
    link_people(work, middle, last)

    assert set(linked_people(work, one.person_id)) == {middle.person_id, last.person_id}
    by_way = {case.ref: case.linked_at for case in linked_cases(work, one)}
    assert by_way[middle] is not None
    assert by_way[last] is None
    with pytest.raises(KnownError, match=r"link\.already"):
        link_people(work, last, one)


def test_a_half_that_alone_was_written_still_links_and_can_be_undone(
    bench: Bench, pair: tuple[EpisodeRef, EpisodeRef]
) -> None:
    work, (one, other) = bench.work_as(ROSA), pair
    link_people(work, one, other)
    (half,) = work.session.records.list_newest(PERSON_LINK, other.person_id)
    undone = half.value.undone(half.value.made_by, bench.clock.now())
    work.session.records.save(PERSON_LINK, other.person_id, half.record_id, undone, base=1)

    assert linked_people(work, one.person_id) == (other.person_id,)
    undo_link(work, other, one.person_id)
    assert linked_people(work, one.person_id) == ()


def test_what_is_no_pair_is_not_linked(bench: Bench, pair: tuple[EpisodeRef, EpisodeRef]) -> None:
    work, (one, other) = bench.work_as(ROSA), pair

    with pytest.raises(KnownError, match=r"link\.same-case"):
        link_people(work, one, one)
    with pytest.raises(KnownError, match=r"store\.no-such-record"):
        link_people(work, one, replace(other, person_id=PersonId("0" * 32)))
    with pytest.raises(KnownError, match=r"link\.none"):
        undo_link(work, one, other.person_id)
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        link_people(bench.work_as(DESK), one, other)


def test_a_case_of_somebody_else_is_linked_by_a_manager_only(bench: Bench) -> None:
    mine, others = bench.new_case(), bench.new_case(TOMAS)
    bench.reach(others, TOMAS)

    with pytest.raises(KnownError, match=r"caseload\.outside"):
        link_people(bench.work_as(ROSA), mine, others)
    link_people(bench.work_as(NADIA), mine, others)

    assert linked_people(bench.work_as(ROSA), mine.person_id) == (others.person_id,)


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Bench]:
    bench, made = sealed_bench(tmp_path / "store")
    yield bench
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


def ask(bench: Bench, ref: EpisodeRef) -> int:
    """A manager asks; how many records it is about."""
    nadia = bench.work_as(NADIA)
    alias, reason = read_person(nadia, ref).card.alias, ErasureReason.PERSON_ASKED
    return ask_erasure(nadia, ref, alias, reason, password_of(NADIA)).records


def test_erasing_follows_the_links_and_leaves_everybody_else(sealed: Bench) -> None:
    one, other, beside = (sealed.new_case() for _ in range(3))
    link_people(sealed.work_as(ROSA), one, other)

    assert ask(sealed, other) == 4
    reference = person_reference(other.person_id)
    erase_person(sealed.work_as(ADMIN), other.person_id, reference, password_of(ADMIN))

    nadia = sealed.work_as(NADIA)
    for gone in (one, other):
        with pytest.raises(KnownError, match=r"person\.erased|store\.no-such-record"):
            read_person(nadia, gone)
    assert read_person(nadia, beside).card.ref == beside


def test_a_hold_on_one_keeps_both(sealed: Bench) -> None:
    one, other = sealed.new_case(), sealed.new_case()
    link_people(sealed.work_as(ROSA), one, other)
    officer = sealed.work_as(OFFICER)
    set_hold(officer, person_reference(one.person_id), HoldReason.LAWSUIT, password_of(OFFICER))

    with pytest.raises(KnownError, match=r"erasure\.held"):
        ask(sealed, other)


def test_a_hold_that_comes_after_the_wish_keeps_both(sealed: Bench) -> None:
    one, other = sealed.new_case(), sealed.new_case()
    link_people(sealed.work_as(ROSA), one, other)
    ask(sealed, other)
    officer = sealed.work_as(OFFICER)
    set_hold(officer, person_reference(one.person_id), HoldReason.LAWSUIT, password_of(OFFICER))

    reference = person_reference(other.person_id)
    with pytest.raises(KnownError, match=r"erasure\.held"):
        erase_person(sealed.work_as(ADMIN), other.person_id, reference, password_of(ADMIN))


def test_two_wishes_for_one_person_are_not_asked(sealed: Bench) -> None:
    one, other = sealed.new_case(), sealed.new_case()
    link_people(sealed.work_as(ROSA), one, other)
    ask(sealed, other)

    with pytest.raises(KnownError, match=r"erasure\.already-asked"):
        ask(sealed, one)
