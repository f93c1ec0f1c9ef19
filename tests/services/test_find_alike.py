"""Who may be the same person: a hint by alias, one audit entry, and never a name."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CloseReason
from desktop.records.person import PersonIdentity
from desktop.services.close_case import close_case
from desktop.services.find_alike import AlikePerson, find_alike, people_to_compare
from desktop.services.identity import save_identity
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.work import Work
from tests.services.bench import DESK, ROSA, TOMAS, Bench

BORN = date(2004, 3, 12)


def known(bench: Bench, name: str, who: str = ROSA, born: date = BORN) -> EpisodeRef:
    """A case whose identity is noted."""
    ref = bench.new_case(who)
    save_identity(bench.work_as(who), ref, PersonIdentity(ref.person_id, name, born))
    return ref


def alike(work: Work, ref: EpisodeRef) -> tuple[AlikePerson, ...]:
    """Compared with everybody."""
    return find_alike(work, ref, people_to_compare(work, ref))


def test_somebody_alike_is_hinted_at_by_alias_and_nobody_else(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    earlier = known(bench, "Óscar Invented Hernández")
    known(bench, "Eva Placeholder")
    bench.new_case()
    ref = known(bench, "Oscar Ernandes", born=date(2004, 12, 3))

    (found,) = alike(work, ref)

    assert found.ref == earlier
    assert found.alias == read_person(work, earlier).card.alias
    assert "Invented" not in repr(found)
    compared = [e for e in bench.heard if e.action is AuditAction.IDENTITIES_COMPARED]
    assert [(e.subject, e.detail) for e in compared] == [(ref.person_id, "3")]


def test_a_closed_case_and_one_of_somebody_else_are_hinted_at_too(bench: Bench) -> None:
    tomas = bench.work_as(TOMAS)
    closed, others = known(bench, "Oscar Invented", TOMAS), known(bench, "Oscar Invented", TOMAS)
    bench.reach(others, TOMAS)
    close_case(tomas, closed, CloseReason.DECLINED)
    ref = known(bench, "Oscar Invented")

    found = alike(bench.work_as(ROSA), ref)

    assert {(one.ref, one.is_closed) for one in found} == {(closed, True), (others, False)}


def test_without_an_identity_nobody_is_compared(bench: Bench) -> None:
    known(bench, "Oscar Invented")

    work, ref = bench.work_as(ROSA), bench.new_case()
    everybody = tuple(work.session.records.persons())

    assert people_to_compare(work, ref) == ()
    assert find_alike(work, ref, everybody) == ()
    assert AuditAction.IDENTITIES_COMPARED not in bench.actions()


def test_a_hint_changes_nothing(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    known(bench, "Oscar Invented")
    ref = known(bench, "Oscar Invented")
    before = replace(read_person(work, ref), timeline=())

    alike(work, ref)

    assert replace(read_person(work, ref), timeline=()) == before


def test_the_desk_compares_nobody(bench: Bench) -> None:
    ref, desk = known(bench, "Oscar Invented"), bench.work_as(DESK)

    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        people_to_compare(desk, ref)
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        find_alike(desk, ref, ())
