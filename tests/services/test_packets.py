"""Packets: what is proposed, what consent and the person's wishes keep out, the way to the desk."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.forms.answers import NoAnswerReason
from desktop.packets.packet import LetterSection, Packet, PlanSection
from desktop.records.audit_event import AuditAction
from desktop.records.consent import Category, ConsentMode, ConsentType
from desktop.records.form_record import FormKind
from desktop.records.packet_record import PacketChoices, PacketPart
from desktop.records.person import ContactKind, ContactPath, PersonIdentity
from desktop.services.complete_form import complete_form
from desktop.services.consent_document import consent_document, default_scope
from desktop.services.decline_consent import decline_consent
from desktop.services.identity import save_identity
from desktop.services.open_form import open_form
from desktop.services.open_packet import open_packet
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef, PacketState
from desktop.services.preview_packet import preview_packet
from desktop.services.print_packet_here import print_packet_here
from desktop.services.read_packet_desk import read_packet_desk
from desktop.services.read_person import read_person
from desktop.services.send_packet import send_packet
from desktop.services.sign_consent import sign_consent
from desktop.services.withdraw_consent import withdraw_consent
from desktop.services.work import Work
from tests.services.bench import DESK, ROSA, Bench
from tests.services.changed_library import library_with_roles
from tests.services.filling import HOUSING, completed, fill, give_reason, say
from tests.services.test_consents import INK, NAME
from tests.support.fake_printers import DESK_QUEUE
from tests.support.losing_paper import LosingPaper

PLAN_WORDS = "Stay with my aunt in Exampleton until Sunday"
PLAN = {
    "check-in.paper": "full-page",
    "threat.first": PLAN_WORDS,
    "threat.storage-plan": "yes",
}


@dataclass(frozen=True, slots=True)
class Ready:
    """A case with a completed assessment and plan, and the proposal for its packet."""

    work: Work
    ref: EpisodeRef
    choices: PacketChoices


@pytest.fixture
def ready(bench: Bench) -> Ready:
    """Somebody who needs a place to live and wants the plan on a page."""
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    completed(work, ref, **{HOUSING: "yes", "how-you-are.talk": "yes"})
    completed(work, ref, FormKind.SAFETY_PLAN, **PLAN)
    choices = replace(plan_packet(work, ref).choices, contact_phone="555-0119")
    return Ready(work, ref, choices)


def consented(ready: Ready, *more: Category, mode: ConsentMode = ConsentMode.SIGNED) -> str:
    """A release to the first partner; its name."""
    partner = ready.work.library.partners()[0]
    scope = default_scope(ready.work, partner)
    wider = replace(scope, categories=scope.categories | set(more))
    document = consent_document(ready.work, ready.ref, ConsentType.RELEASE, wider, "en")
    sign_consent(
        ready.work,
        ready.ref,
        document,
        mode=mode,
        printed_name=NAME,
        signature=INK,
        witness="Wanda Witness",
    )
    return partner.name


def with_letter(ready: Ready, recipient: str) -> PacketChoices:
    """The proposal with a letter added."""
    parts = ready.choices.parts | {PacketPart.LETTER}
    return replace(ready.choices, parts=parts, letter_recipient=recipient)


def said(packet: Packet) -> str:
    """All words of a packet."""
    return "\n".join(packet.texts())


def test_the_proposal_comes_out_of_the_answers(ready: Ready) -> None:
    draft = plan_packet(ready.work, ready.ref)

    assert draft.assessment_complete
    assert draft.choices.steps[0] == "Set a time to talk with a counselor."
    assert {one.reason_id for one in draft.services} <= {
        "need.mental-health",
        "need.housing-instability",
    }
    assert draft.services
    assert draft.choices.service_ids == tuple(one.service_id for one in draft.services[:6])
    assert PacketPart.SAFETY_PLAN in draft.choices.parts
    assert PacketPart.LETTER not in draft.choices.parts
    assert not draft.desk_may_print_plan
    assert {one.gate.reason_id for one in draft.letters} == {"consent-gate.never-asked"}


def test_a_draft_proposes_nothing_and_a_packet_can_be_made_all_the_same(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case(language="es")
    form = open_form(work, ref, FormKind.ASSESSMENT)
    say(work, form, HOUSING, "yes")

    draft = plan_packet(work, ref)

    assert not draft.assessment_complete
    assert not draft.services
    assert not draft.choices.steps
    assert draft.choices.language == "es"
    assert "988" in said(preview_packet(work, ref, draft.choices).packet)


def test_the_plan_on_paper_holds_the_persons_words_and_nothing_private(ready: Ready) -> None:
    packet = preview_packet(ready.work, ready.ref, ready.choices).packet

    (plan,) = [one for one in packet.sections if isinstance(one, PlanSection)]
    questions = [question for question, _ in plan.answers]
    storage = open_text(ready.work, "threat.storage-plan")
    assert PLAN_WORDS in said(packet)
    assert "March 20, 2026" in said(packet)
    assert storage not in questions
    assert open_text(ready.work, "check-in.paper") not in questions
    assert open_text(ready.work, "check-in.desk-may-print") not in questions


def open_text(work: Work, link_id: str) -> str:
    """A question of the safety plan in English."""
    return work.library.instrument("safety-plan").item(link_id).text.base


@pytest.mark.parametrize("reason", list(NoAnswerReason))
def test_a_reason_for_no_answer_never_reaches_the_paper(
    bench: Bench, reason: NoAnswerReason
) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    form = open_form(work, ref, FormKind.SAFETY_PLAN)
    fill(work, form, **PLAN)
    give_reason(work, form, "leaving.safe-place", reason)
    complete_form(work, form.draft)

    packet = preview_packet(work, ref, plan_packet(work, ref).choices).packet

    assert open_text(work, "leaving.safe-place") not in said(packet)
    assert PLAN_WORDS in said(packet)


def test_a_preview_says_how_it_reads_and_what_the_desk_will_not_get(ready: Ready) -> None:
    preview = preview_packet(ready.work, ready.ref, ready.choices)

    assert preview.rendered.text_matches
    assert preview.rendered.pages >= 2
    assert 0 <= preview.grade <= 6.0
    assert preview.refused == ((PacketPart.SAFETY_PLAN, "packet.plan-not-for-desk"),)


def test_a_preview_leaves_a_letter_out_that_consent_does_not_cover(ready: Ready) -> None:
    recipient = ready.work.library.partners()[0].name

    preview = preview_packet(ready.work, ready.ref, with_letter(ready, recipient))

    assert (PacketPart.LETTER, "consent-gate.never-asked") in preview.refused
    assert not any(isinstance(one, LetterSection) for one in preview.packet.sections)


def test_a_plan_that_is_not_complete_is_named_and_refused(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    choices = plan_packet(work, ref).choices
    choices = replace(choices, parts=choices.parts | {PacketPart.SAFETY_PLAN})

    assert preview_packet(work, ref, choices).refused == (
        (PacketPart.SAFETY_PLAN, "packet.plan-not-complete"),
    )
    with pytest.raises(KnownError, match=r"packet\.plan-not-complete"):
        print_packet_here(work, ref, choices, DESK_QUEUE.name)


def test_a_letter_names_the_person_and_only_the_covered_needs(ready: Ready) -> None:
    path = ContactPath(ContactKind.OWN_PHONE, "555-0177", safe_to_call=True)
    identity = PersonIdentity(ready.ref.person_id, legal_name=NAME, contacts=(path,))
    save_identity(ready.work, ready.ref, identity)
    recipient = consented(ready)

    packet = preview_packet(ready.work, ready.ref, with_letter(ready, recipient)).packet

    (letter,) = [one for one in packet.sections if isinstance(one, LetterSection)]
    facts = dict(letter.facts)
    assert (facts["Name"], facts["Safe number"]) == (NAME, "555-0177")
    assert facts["Wants help with"] == "A place to live"


def test_a_mental_health_need_goes_only_where_that_is_covered(ready: Ready) -> None:
    recipient = consented(ready, Category.MENTAL_HEALTH)

    packet = preview_packet(ready.work, ready.ref, with_letter(ready, recipient)).packet

    assert "Someone to talk with and A place to live" in said(packet)


def test_a_number_that_is_not_safe_to_call_stays_out_of_the_letter(ready: Ready) -> None:
    path = ContactPath(ContactKind.OWN_PHONE, "555-0177")
    save_identity(ready.work, ready.ref, PersonIdentity(ready.ref.person_id, contacts=(path,)))
    recipient = consented(ready)

    packet = preview_packet(ready.work, ready.ref, with_letter(ready, recipient)).packet

    assert "555-0177" not in said(packet)
    assert NAME in said(packet)


def test_no_letter_without_a_written_covering_consent(bench: Bench, ready: Ready) -> None:
    recipient = ready.work.library.partners()[0].name
    choices = with_letter(ready, recipient)

    def refused() -> None:
        for act in (
            lambda: send_packet(ready.work, ready.ref, choices),
            lambda: print_packet_here(ready.work, ready.ref, choices, DESK_QUEUE.name),
        ):
            with pytest.raises(KnownError, match=r"packet\.letter-refused"):
                act()

    refused()
    consented(ready, mode=ConsentMode.VERBAL)
    refused()
    consented(ready)
    assert send_packet(ready.work, ready.ref, choices).pages
    bench.clock.advance(91 * 24 * 3600)
    refused()


def test_withdrawing_takes_back_the_letter_that_waits_at_the_desk(
    bench: Bench, ready: Ready
) -> None:
    recipient = consented(ready)
    letter = send_packet(ready.work, ready.ref, with_letter(ready, recipient))
    plain = send_packet(ready.work, ready.ref, ready.choices)
    consent = plan_letter_consent(ready, recipient)
    bench.clock.advance(60)

    withdraw_consent(ready.work, ready.ref, consent, "told Rosa")

    waiting = [row.packet_id for row in read_packet_desk(bench.work_as(DESK)).ready]
    assert waiting == [plain.packet_id]
    with pytest.raises(KnownError, match=r"packet\.letter-refused"):
        send_packet(ready.work, ready.ref, with_letter(ready, recipient))
    deleted = [e.subject for e in bench.heard if e.action is AuditAction.PACKET_DELETED]
    assert deleted == [letter.packet_id]


def plan_letter_consent(ready: Ready, recipient: str) -> str:
    """The id of the consent that opens the letter."""
    letters = plan_packet(ready.work, ready.ref).letters
    gate = next(one.gate for one in letters if one.recipient == recipient)
    assert gate.consent_id is not None
    return gate.consent_id


def test_a_later_no_takes_the_letter_back_too(bench: Bench, ready: Ready) -> None:
    recipient = consented(ready)
    send_packet(ready.work, ready.ref, with_letter(ready, recipient))
    scope = default_scope(ready.work, ready.work.library.partners()[0])
    document = consent_document(ready.work, ready.ref, ConsentType.RELEASE, scope, "en")
    bench.clock.advance(60)

    decline_consent(ready.work, ready.ref, document, later=False)

    assert not read_packet_desk(bench.work_as(DESK)).ready


def test_the_desks_copy_leaves_the_plan_out_unless_the_person_agreed(
    bench: Bench, ready: Ready
) -> None:
    desk = bench.work_as(DESK)
    without = send_packet(ready.work, ready.ref, ready.choices)
    agreed = replace(ready.choices, desk_may_print_plan=True)
    with_plan = send_packet(ready.work, ready.ref, agreed)

    def text(packet_id: str | None) -> str:
        assert packet_id is not None
        pages = desk.paper.page_texts(open_packet(desk, packet_id).pdf)
        return " ".join(" ".join(pages).split())

    assert PLAN_WORDS not in text(without.packet_id)
    assert PLAN_WORDS in text(with_plan.packet_id)
    assert PacketPart.SAFETY_PLAN not in without.choices.parts


def test_a_plan_alone_has_nothing_for_the_desk(ready: Ready) -> None:
    only_plan = replace(ready.choices, parts=frozenset({PacketPart.SAFETY_PLAN}))

    with pytest.raises(KnownError, match=r"packet\.nothing-for-desk"):
        send_packet(ready.work, ready.ref, only_plan)


def test_the_specialist_prints_the_plan_here(bench: Bench, ready: Ready) -> None:
    print_packet_here(ready.work, ready.ref, ready.choices, DESK_QUEUE.name)

    (job,) = bench.printers.jobs
    text = " ".join(" ".join(ready.work.paper.page_texts(job.pdf)).split())
    assert PLAN_WORDS in text
    assert job.job_name.split()[0] == "Papers"
    assert bench.actions()[-1] is AuditAction.PACKET_PRINTED
    assert not read_packet_desk(bench.work_as(DESK)).ready
    assert read_person(ready.work, ready.ref).steps[5].summary_id == (
        "step-summary.packet.printed-here"
    )


def test_pages_that_do_not_say_what_they_should_go_nowhere(bench: Bench, ready: Ready) -> None:
    work = replace(ready.work, paper=LosingPaper(ready.work.paper))

    for act in (
        lambda: preview_packet(work, ready.ref, ready.choices),
        lambda: send_packet(work, ready.ref, ready.choices),
        lambda: print_packet_here(work, ready.ref, ready.choices, DESK_QUEUE.name),
    ):
        with pytest.raises(KnownError, match=r"packet\.text-differs"):
            act()
    assert not bench.printers.jobs
    assert not read_packet_desk(bench.work_as(DESK)).ready


def test_a_place_that_left_the_directory_is_refused(ready: Ready) -> None:
    choices = replace(ready.choices, service_ids=("nowhere",))

    with pytest.raises(KnownError, match=r"packet\.no-service"):
        preview_packet(ready.work, ready.ref, choices)


def test_the_desk_builds_no_packets(bench: Bench, ready: Ready) -> None:
    desk = bench.work_as(DESK)

    for act in (
        lambda: plan_packet(desk, ready.ref),
        lambda: preview_packet(desk, ready.ref, ready.choices),
        lambda: send_packet(desk, ready.ref, ready.choices),
    ):
        with pytest.raises(KnownError, match=r"work\.not-allowed"):
            act()


def test_a_sent_packet_is_in_the_trail_with_its_hash(bench: Bench, ready: Ready) -> None:
    record = send_packet(ready.work, ready.ref, ready.choices)

    event = bench.heard[-1]
    assert (event.action, event.detail) == (AuditAction.PACKET_SENT, record.sha256)
    assert event.subject == record.packet_id
    (status,) = ready.work.session.packets.statuses()
    assert status.state is PacketState.READY


def test_the_papers_follow_what_the_person_wished(bench: Bench, tmp_path: Path) -> None:
    forms = tmp_path / "forms"
    forms.mkdir()
    work = replace(bench.work_as(ROSA), library=library_with_roles(forms))
    ref = bench.new_case()
    completed(
        work,
        ref,
        **{
            HOUSING: "yes",
            "what-you-need.food": "yes",
            "next-steps.papers": "es-large",
            "next-steps.matters-most": "food-insecurity",
        },
    )

    draft = plan_packet(work, ref)

    assert (draft.choices.language, draft.choices.size.value) == ("es", "large")
    assert draft.services[0].reason_id == "need.food-insecurity"
