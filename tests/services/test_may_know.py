"""Who may know that the person is here: names of one case, sealed apart, each look logged."""

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CloseReason
from desktop.records.kinds import MAY_KNOW, Compartment
from desktop.records.may_know import NamedPerson
from desktop.services.case_facts import case_facts
from desktop.services.case_paper import case_paper
from desktop.services.close_case import close_case
from desktop.services.may_know import read_may_know, save_may_know
from desktop.services.ports import EpisodeRef
from tests.services.bench import ADMIN, DESK, NADIA, OFFICER, ROSA, TOMAS, Bench

AUNT = NamedPerson("Fern Invented", "aunt", may_be_told=True, may_visit=True)
BROTHER = NamedPerson("Reed Invented", "brother")


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A new case."""
    return bench.new_case()


def test_nobody_is_named_at_first(bench: Bench, ref: EpisodeRef) -> None:
    assert read_may_know(bench.work_as(ROSA), ref) == ()


def test_the_names_are_kept_in_their_order_with_what_each_may(
    bench: Bench, ref: EpisodeRef
) -> None:
    save_may_know(bench.work_as(ROSA), ref, [BROTHER, AUNT])

    assert read_may_know(bench.work_as(NADIA), ref) == (BROTHER, AUNT)
    assert MAY_KNOW.compartment is Compartment.ID


def test_a_change_is_a_revision_and_taking_all_off_means_nobody(
    bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    save_may_know(work, ref, [AUNT, BROTHER])
    save_may_know(work, ref, [])

    (kept,) = work.session.records.list_newest(MAY_KNOW, ref.person_id)
    assert (kept.number, read_may_know(work, ref)) == (2, ())


def test_a_name_that_is_missing_is_refused_and_keeps_what_was(
    bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    save_may_know(work, ref, [AUNT])

    with pytest.raises(KnownError, match=r"may-know\.name-missing"):
        save_may_know(work, ref, [AUNT, NamedPerson("  ", "cousin", may_visit=True)])

    assert read_may_know(work, ref) == (AUNT,)


def test_names_of_one_case_say_nothing_of_another(bench: Bench, ref: EpisodeRef) -> None:
    work, other = bench.work_as(ROSA), bench.new_case()

    save_may_know(work, ref, [AUNT])

    assert read_may_know(work, other) == ()


def test_looks_and_changes_stand_in_the_trail_without_a_name(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    save_may_know(work, ref, [AUNT, BROTHER])
    read_may_know(work, ref)

    wanted = (AuditAction.MAY_KNOW_SAVED, AuditAction.MAY_KNOW_READ)
    heard = [one for one in bench.heard if one.action in wanted]
    assert [(one.action, one.subject, one.detail) for one in heard] == [
        (AuditAction.MAY_KNOW_SAVED, ref.episode_id, "2"),
        (AuditAction.MAY_KNOW_READ, ref.episode_id, ""),
    ]


@pytest.mark.parametrize("who", [DESK, OFFICER, ADMIN])
def test_whoever_reads_no_cases_sees_no_name(bench: Bench, ref: EpisodeRef, who: str) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        read_may_know(bench.work_as(who), ref)


def test_outside_the_caseload_no_name_is_seen_or_changed(bench: Bench, ref: EpisodeRef) -> None:
    bench.reach(ref)
    work = bench.work_as(TOMAS)

    for act in (lambda: read_may_know(work, ref), lambda: save_may_know(work, ref, [AUNT])):
        with pytest.raises(KnownError, match=r"caseload\.outside"):
            act()


def test_a_closed_case_can_still_be_corrected(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    close_case(work, ref, CloseReason.TRANSFERRED)

    save_may_know(work, ref, [BROTHER])

    assert read_may_know(work, ref) == (BROTHER,)


def test_no_name_stands_on_the_printed_case_or_in_a_repr(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    save_may_know(work, ref, [AUNT])
    (kept,) = work.session.records.list_newest(MAY_KNOW, ref.person_id)

    paper = case_paper(work, ref, case_facts(work, ref), "en")

    assert "Fern" not in repr(paper)
    assert not {"Fern", "aunt"} & set(repr(kept.value).replace("'", " ").split())


def test_it_opens_in_a_sealed_store_for_those_who_hold_the_key(sealed_work: Bench) -> None:
    ref = sealed_work.new_case()
    save_may_know(sealed_work.work_as(ROSA), ref, [AUNT])

    assert read_may_know(sealed_work.work_as(NADIA), ref) == (AUNT,)
