"""Clinicians see their own caseload by rule; outside it a reason, four hours, a review."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import desktop.services
from desktop.errors import KnownError
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.audit_event import AuditAction
from desktop.records.break_glass import GlassOutcome, GlassReason
from desktop.records.erasure import person_reference
from desktop.records.form_record import FormKind
from desktop.services.break_glass import end_access, needs_reason, open_lent, open_outside
from desktop.services.identity import read_identity
from desktop.services.lend_keys import lend_keys, lend_with_codes, officers
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.services.read_lent_person import read_lent_person
from desktop.services.read_oversight import read_oversight, switch_caseload_rule
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from desktop.services.review_access import review_access
from desktop.services.take_over_draft import take_over_draft
from tests.services.bench import ADMIN, DESK, NADIA, OFFICER, ROSA, TOMAS, Bench, sealed_bench
from tests.support.store_fixture import MadeStore, password_of


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[tuple[Bench, MadeStore]]:
    """A bench on a real store: accesses are signed statements there."""
    bench, made = sealed_bench(tmp_path / "store")
    yield bench, made
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


@pytest.fixture
def bench(sealed: tuple[Bench, MadeStore]) -> Bench:
    return sealed[0]


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A case that Rosa reached: hers."""
    found = bench.new_case(ROSA)
    bench.reach(found, ROSA)
    return found


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id


def go_outside(bench: Bench, ref: EpisodeRef, name: str = TOMAS) -> str:
    work = bench.work_as(name)
    return open_outside(work, ref, GlassReason.COVERING, "night shift", password_of(name)).glass_id


def test_a_case_of_somebody_else_is_a_name_on_the_list_and_opens_nothing(
    bench: Bench, ref: EpisodeRef
) -> None:
    tomas = bench.work_as(TOMAS)

    worklist = read_worklist(tomas)

    assert [case.ref for case in worklist.outside] == [ref]
    assert worklist.in_progress == ()
    assert needs_reason(tomas, ref)
    assert refusal(lambda: read_person(tomas, ref)) == "caseload.outside"
    assert refusal(lambda: read_identity(tomas, ref)) == "caseload.outside"


def test_a_case_that_nobody_reached_is_everybodys(bench: Bench) -> None:
    ref = bench.new_case(ROSA)
    tomas = bench.work_as(TOMAS)

    assert [card.ref for card in read_worklist(tomas).eligible] == [ref]
    assert read_person(tomas, ref).card.ref == ref


def test_who_tried_keeps_the_case_when_another_reaches_the_person(bench: Bench) -> None:
    ref = bench.new_case(ROSA)
    tried = NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.ASLEEP_OR_SEDATED)
    log_attempt(bench.work_as(TOMAS), ref, tried)
    bench.reach(ref, ROSA)

    assert [card.ref for card in read_worklist(bench.work_as(TOMAS)).in_progress] == [ref]


def test_a_nurse_manager_has_every_case(bench: Bench, ref: EpisodeRef) -> None:
    nadia = bench.work_as(NADIA)

    assert read_worklist(nadia).outside == ()
    assert read_person(nadia, ref).card.ref == ref


def test_a_small_site_switches_the_rule_off(bench: Bench, ref: EpisodeRef) -> None:
    switch_caseload_rule(bench.work_as(ADMIN), is_on=False)

    assert read_person(bench.work_as(TOMAS), ref).card.ref == ref
    switch_caseload_rule(bench.work_as(ADMIN), is_on=True)
    assert refusal(lambda: read_person(bench.work_as(TOMAS), ref)) == "caseload.outside"


def test_with_a_reason_the_person_opens_until_it_is_ended(bench: Bench, ref: EpisodeRef) -> None:
    glass_id = go_outside(bench, ref)
    tomas = bench.work_as(TOMAS)

    read_person(tomas, ref)
    end_access(tomas, glass_id)

    assert refusal(lambda: read_person(tomas, ref)) == "caseload.outside"
    me = tomas.session.me.staff_id
    entries = [(one.action, one.detail) for one in bench.heard if one.actor == me]
    assert entries == [
        (AuditAction.GLASS_OPENED, f"{glass_id}:covering"),
        (AuditAction.CASE_OPENED, f"glass:{glass_id}"),
        (AuditAction.GLASS_ENDED, ""),
    ]


def test_after_four_hours_nothing_opens_any_more(bench: Bench, ref: EpisodeRef) -> None:
    go_outside(bench, ref)
    bench.clock.advance(4 * 3_600)

    assert refusal(lambda: read_person(bench.work_as(TOMAS), ref)) == "caseload.outside"


def test_an_access_takes_the_right_password(bench: Bench, ref: EpisodeRef) -> None:
    tomas = bench.work_as(TOMAS)

    found = refusal(lambda: open_outside(tomas, ref, GlassReason.COVERING, "", "not my password"))

    assert found == "sign-in.wrong-password"
    assert needs_reason(tomas, ref)


def test_who_takes_a_draft_over_has_the_case_from_then_on(bench: Bench, ref: EpisodeRef) -> None:
    draft = open_form(bench.work_as(ROSA), ref, FormKind.ASSESSMENT).draft
    assert refusal(lambda: take_over_draft(bench.work_as(TOMAS), draft)) == "caseload.outside"
    glass_id = go_outside(bench, ref)

    take_over_draft(bench.work_as(TOMAS), draft)

    end_access(bench.work_as(TOMAS), glass_id)
    assert not needs_reason(bench.work_as(TOMAS), ref)


def test_an_access_waits_for_somebody_elses_review_and_is_late_after_72_hours(
    bench: Bench, ref: EpisodeRef
) -> None:
    glass_id = go_outside(bench, ref)
    bench.clock.advance(72 * 3_600 + 1)

    (line,) = read_oversight(bench.work_as(NADIA)).to_review

    assert (line.glass.glass_id, line.is_late, line.note) == (glass_id, True, "")
    assert line.person_name == read_person(bench.work_as(NADIA), ref).card.alias
    review_access(bench.work_as(NADIA), glass_id, GlassOutcome.APPROPRIATE)
    oversight = read_oversight(bench.work_as(OFFICER))
    assert oversight.to_review == ()
    (reviewed,) = oversight.reviewed
    assert reviewed.glass.outcome is GlassOutcome.APPROPRIATE
    assert (reviewed.note, reviewed.person_name) == (
        "night shift",
        person_reference(ref.person_id),
    )


def test_a_wall_clock_set_back_makes_no_late_review_timely(bench: Bench, ref: EpisodeRef) -> None:
    began = bench.clock.now()
    go_outside(bench, ref)
    bench.clock.advance(72 * 3_600 + 1)
    read_oversight(bench.work_as(NADIA))
    bench.clock.set_wall(began)

    (line,) = read_oversight(bench.work_as(NADIA)).to_review

    assert line.is_late


@pytest.mark.parametrize("name", [DESK, ROSA])
def test_other_roles_oversee_nothing(bench: Bench, name: str) -> None:
    assert refusal(lambda: read_oversight(bench.work_as(name))) == "work.not-allowed"


def test_an_officer_reads_one_person_with_keys_that_a_manager_lent(
    bench: Bench, ref: EpisodeRef
) -> None:
    officer, nadia = bench.work_as(OFFICER), bench.work_as(NADIA)
    assert refusal(lambda: read_lent_person(officer, ref.person_id)) == "glass.not-lent"
    (orla,) = officers(nadia)
    lend_keys(nadia, ref, orla.staff_id, password_of(NADIA))
    (line,) = read_oversight(officer).loans
    assert (line.is_open, line.reference) == (False, person_reference(ref.person_id))

    open_lent(officer, ref.person_id, GlassReason.COMPLAINT, "", password_of(OFFICER))

    person = read_lent_person(officer, ref.person_id)
    assert [case.alias for case in person.cases] == [read_person(nadia, ref).card.alias]
    assert person.cases[0].timeline
    assert AuditAction.LENT_PERSON_READ in bench.actions()
    bench.clock.advance(4 * 3_600)
    assert refusal(lambda: read_lent_person(officer, ref.person_id)) == "glass.not-lent"


def test_two_codes_lend_the_person_of_a_reference(
    sealed: tuple[Bench, MadeStore], ref: EpisodeRef
) -> None:
    bench, made = sealed
    officer, codes = bench.work_as(OFFICER), made.shown.recovery_codes

    lend_with_codes(officer, person_reference(ref.person_id), (codes[1], codes[2]))

    open_lent(officer, ref.person_id, GlassReason.LEGAL_REQUEST, "", password_of(OFFICER))
    assert len(read_lent_person(officer, ref.person_id).cases) == 1


def test_every_use_case_of_a_case_asks_whose_case_it_is() -> None:
    """A use case that takes a case and asks for a permission asks for both in one place."""
    unguarded = []
    for path in sorted(Path(desktop.services.__path__[0]).glob("*.py")):
        for each in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(each, ast.FunctionDef) or each.name in _OWN_GUARD:
                continue
            takes_case = any(
                argument.annotation is not None and ast.unparse(argument.annotation) == "EpisodeRef"
                for argument in each.args.args
            )
            called = [node.func for node in ast.walk(each) if isinstance(node, ast.Call)]
            calls = [ast.unparse(one) for one in called]
            if takes_case and "work.need" in calls:
                unguarded.append(f"{path.stem}.{each.name}")

    assert unguarded == []


_OWN_GUARD = {"need_case", "needs_reason", "open_outside", "find_for_anybody"}
"""The rule itself, what is asked before anything of the case is opened, and that a colleague on a
visit is safe: whoever hears it notes it."""
