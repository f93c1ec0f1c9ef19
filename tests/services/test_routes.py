"""Triage by pathway: another program's person is routed and kept, never silently enrolled."""

import pytest

from desktop.errors import KnownError
from desktop.messages import LANGUAGES, sentence
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.pathway import ELSEWHERE, OWN, Pathway
from desktop.services.add_case import NewCase, add_case
from desktop.services.close_case import close_case
from desktop.services.episode_records import episode_of
from desktop.services.ports import Setting
from desktop.services.read_worklist import read_worklist
from desktop.services.routes import routes
from tests.services.bench import ADMIN, DESK, ROSA, Bench

PARTNER_TEXT = "Call the advocate of the invented hospital, 555-0123."


def new(bench: Bench, pathway: Pathway | None) -> NewCase:
    """What a trauma page gives."""
    return NewCase("ED 7", CaseSource.TRAUMA_PAGE, bench.clock.now(), pathway=pathway)


def set_text(bench: Bench, name: str, text: str) -> None:
    """The site decides."""
    bench.work_as(ADMIN).session.site.change_setting(Setting(name, text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pathway", ELSEWHERE)
def test_without_a_text_of_the_site_it_says_how_to_find_out(
    bench: Bench, pathway: Pathway, language: str
) -> None:
    found = routes(bench.work_as(ROSA), language)

    assert found[pathway].where == sentence(f"route.{pathway.value}", language)
    assert not found[pathway].is_here


def test_the_sites_words_come_first_in_each_language(bench: Bench) -> None:
    set_text(bench, "pathway-partner-violence", PARTNER_TEXT)
    set_text(bench, "pathway-self-harm-es", "Llame al equipo inventado, 555-0124.")
    work = bench.work_as(ROSA)

    english, spanish = routes(work, "en"), routes(work, "es")

    assert english[Pathway.PARTNER].where == PARTNER_TEXT
    assert spanish[Pathway.PARTNER].where == PARTNER_TEXT
    assert spanish[Pathway.SELF_HARM].where.startswith("Llame")
    assert english[Pathway.SELF_HARM].where == sentence("route.self-harm", "en")


@pytest.mark.parametrize("pathway", ELSEWHERE)
def test_another_programs_person_is_kept_closed_and_not_counted(
    bench: Bench, pathway: Pathway
) -> None:
    work = bench.work_as(ROSA)

    card = add_case(work, new(bench, pathway))

    kept = episode_of(work, card.ref).value
    assert (kept.close_reason, kept.pathway) == (CloseReason.OTHER_PATHWAY, pathway)
    assert bench.actions()[:2] == [AuditAction.CASE_ADDED, AuditAction.CASE_CLOSED]
    worklist = read_worklist(work)
    assert [one.ref for one in worklist.closed] == [card.ref]
    assert not worklist.eligible
    assert worklist.arrived_count == 0


@pytest.mark.parametrize("pathway", [*sorted(OWN), None])
def test_whom_this_program_goes_to_is_on_the_worklist(
    bench: Bench, pathway: Pathway | None
) -> None:
    work = bench.work_as(ROSA)
    if pathway is not None:
        set_text(bench, f"pathway-{pathway.value}", "Somebody else.")

    card = add_case(work, new(bench, pathway))

    assert not card.is_closed
    assert read_worklist(work).arrived_count == 1


def test_a_site_may_take_another_pathway_itself(bench: Bench) -> None:
    set_text(bench, "pathway-partner-violence", "here")
    work = bench.work_as(ROSA)

    card = add_case(work, new(bench, Pathway.PARTNER))

    assert routes(work, "en")[Pathway.PARTNER].is_here
    assert not card.is_closed
    assert episode_of(work, card.ref).value.pathway is Pathway.PARTNER


@pytest.mark.parametrize("pathway", [None, *sorted(OWN)])
def test_closing_for_another_program_names_it(bench: Bench, pathway: Pathway | None) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()

    with pytest.raises(KnownError, match=r"episode\.pathway-missing"):
        close_case(work, ref, CloseReason.OTHER_PATHWAY, pathway=pathway)
    close_case(work, ref, CloseReason.OTHER_PATHWAY, pathway=Pathway.CHILD)

    assert episode_of(work, ref).value.pathway is Pathway.CHILD
    assert read_worklist(work).arrived_count == 0


def test_the_desk_asks_for_no_routes(bench: Bench) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        routes(bench.work_as(DESK), "en")
