"""The copyright notice and the signatures of a form stand in review and on paper."""

from dataclasses import replace

import pytest

from desktop.packets.packet import PlanSection
from desktop.records.consent import ConsentMode
from desktop.records.form_record import FormKind
from desktop.services.append_to_draft import append_signature
from desktop.services.complete_form import complete_form
from desktop.services.open_form import open_form
from desktop.services.open_visit import open_visit
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef
from desktop.services.preview_packet import preview_packet
from desktop.services.submit_visit import submit_visit
from tests.services.bench import NADIA, ROSA, Bench
from tests.services.filling import completed, fill
from tests.services.own_versions import Json, make_current, version_of
from tests.services.test_packets import PLAN
from tests.support.signed_forms import CONSENTS, signature_required, signed

NOTICE = "Copyright Invented Press. " + "Free for hospitals that print this notice whole. " * 8
SIGNER = "Sam Sample"


def licensed(form: Json) -> None:
    """A plan of another maker, with a signature under it."""
    form["copyright"] = NOTICE
    form.setdefault("extension", []).append(signature_required(CONSENTS))


def plan_of(bench: Bench, ref: EpisodeRef, mode: ConsentMode = ConsentMode.SIGNED) -> None:
    """A completed, signed plan in the version that is current."""
    work = bench.work_as(ROSA)
    form = open_form(work, ref, FormKind.SAFETY_PLAN)
    fill(work, form, **PLAN)
    if form.questionnaire.signature is not None:
        witness = "Wanda Witness" if mode is ConsentMode.VERBAL else ""
        now, me = work.clock.now(), work.session.me.staff_id
        with_plan = open_form(work, ref, FormKind.SAFETY_PLAN).session
        signature = signed(with_plan, at=now, mode=mode, witness=witness, taken_by=me, name=SIGNER)
        append_signature(work, form.draft, signature)
    complete_form(work, form.draft)


def printed_plan(bench: Bench, ref: EpisodeRef, language: str = "en") -> PlanSection:
    """The plan as the packet prints it."""
    work = bench.work_as(ROSA)
    choices = replace(plan_packet(work, ref).choices, language=language)
    sections = preview_packet(work, ref, choices).packet.sections
    [plan] = [one for one in sections if isinstance(one, PlanSection)]
    return plan


@pytest.mark.parametrize(
    ("mode", "language", "said"),
    [
        (ConsentMode.SIGNED, "en", "Signed on March 14, 2026"),
        (ConsentMode.VERBAL, "es", "Aceptado de palabra el 14 de marzo de 2026"),
    ],
)
def test_the_notice_is_printed_whole_and_that_it_was_signed_without_a_name(
    bench: Bench, mode: ConsentMode, language: str, said: str
) -> None:
    ref = bench.new_case()
    make_current(bench, version_of("safety-plan", licensed))
    plan_of(bench, ref, mode)

    plan = printed_plan(bench, ref, language)

    assert plan.form_notes == (said, " ".join(NOTICE.split()))
    assert SIGNER not in "\n".join(plan.texts())


def test_our_own_wording_needs_no_notice(bench: Bench) -> None:
    ref = bench.new_case()
    plan_of(bench, ref)

    assert printed_plan(bench, ref).form_notes == ()


def test_review_shows_whose_form_it_is_and_who_confirmed_the_licence(bench: Bench) -> None:
    ref = bench.new_case()
    make_current(bench, version_of("safety-plan", licensed))
    completed(bench.work_as(ROSA), ref)
    plan_of(bench, ref)
    visit = submit_visit(bench.work_as(ROSA), ref)

    page = open_visit(bench.work_as(NADIA), ref, visit.visit_id)

    by_title = {form.title.base: form.notice for form in page.forms}
    assert by_title["Bedside core"].copyright == ""
    notice = by_title["Safety plan"]
    assert notice.copyright == NOTICE.strip()
    assert notice.licence is not None
    assert notice.licence.confirmed_by == "Pat Example, library"
    assert [line.signature.printed_name for line in page.signatures] == [SIGNER]
