"""Whoever opens records or paper leaves an entry in the trail: every use case is held to it."""

from collections.abc import Callable

import pytest

from desktop.records.audit_event import AuditAction
from desktop.records.audit_questions import looked_at
from desktop.records.form_record import FormKind
from desktop.records.ids import PersonId
from desktop.services.consents import read_consents
from desktop.services.look_at_draft import look_at_draft
from desktop.services.open_form import open_form
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef
from desktop.services.preview_packet import preview_packet
from desktop.services.read_audit import read_audit
from desktop.services.read_needs import read_needs
from desktop.services.read_packet_desk import read_packet_desk
from desktop.services.read_person import read_person
from desktop.services.read_review_desk import read_review_desk
from desktop.services.read_worklist import read_worklist
from desktop.services.work import Work
from tests.services.bench import DESK, NADIA, OFFICER, ROSA, Bench
from tests.services.use_cases import opening_use_cases

WITHOUT = {
    "add_case.suggest_alias": "an alias that is free; the case that takes it is in the trail",
    "append_to_draft.append_change": "one's own draft; opening it is in the trail",
    "append_to_draft.append_language": "one's own draft; opening it is in the trail",
    "append_to_draft.append_position": "one's own draft; opening it is in the trail",
    "append_to_draft.append_room": "one's own draft; opening it is in the trail",
    "backup_rules.good_try": "numbers of a backup",
    "break_glass.needs_reason": "whether a case is one's own",
    "break_glass.standing_access": "how long one's own access still lasts",
    "cases.case_card": "beside a form that is being opened, which is in the trail",
    "closing_facts.closing_facts": "a count beside the page of the case, which is in the trail",
    "compensation.read_claim": "beside the needs of the case, which are in the trail",
    "consent_document.consent_document": "the site's text with the hospital's name; signing is",
    "consents.consent_cards": "beside a form that is being opened, which is in the trail",
    "find_case.case_of_alias": "a look-up by alias; what is then done with it is in the trail",
    "find_alike.find_alike": "part of a comparison, which is in the trail when it begins",
    "draft_cards.own_draft_card": "how many answers one's own open draft has",
    "hand_over_case.workstation_named": "names of workstations",
    "like_cases.like_cases": "aliases of the worklist, which is open and in the trail",
    "packet_choices.keep_choices": "ticks of a packet that is being put together, which is",
    "packet_choices.kept_choices": "ticks of a packet that is being put together, which is",
    "referral_partners.partners_for": "partners for needs that are open, which are in the trail",
    "workstation_cards.save_card_in": "the same, into a folder",
    "workstation_cards.write_card": "a name, an id and a public key; nothing of a person",
}
"""Use cases that open something without an entry of their own, each with its reason."""


def test_a_use_case_that_opens_records_or_paper_leaves_an_entry() -> None:
    silent = {name for name, audits in opening_use_cases().items() if not audits}

    assert silent == set(WITHOUT)


def test_the_walk_through_the_services_finds_those_that_open_something() -> None:
    found = opening_use_cases()

    assert found["read_person.read_person"]
    assert found["print_packet.print_packet"]
    assert "list_forms.list_forms" not in found
    assert len(found) > 40


Looks = Callable[[Work, EpisodeRef], object]

LOOKS: dict[AuditAction, Looks] = {
    AuditAction.CASE_OPENED: read_person,
    AuditAction.CONSENTS_READ: read_consents,
    AuditAction.NEEDS_READ: read_needs,
    AuditAction.PACKET_PLANNED: plan_packet,
    AuditAction.PACKET_PREVIEWED: lambda work, ref: preview_packet(
        work, ref, plan_packet(work, ref).choices
    ),
    AuditAction.FORM_STARTED: lambda work, ref: open_form(work, ref, FormKind.ASSESSMENT),
    AuditAction.DRAFT_READ: lambda work, ref: look_at_draft(
        work, open_form(work, ref, FormKind.ASSESSMENT).draft
    ),
}


@pytest.mark.parametrize("action", list(LOOKS))
def test_a_look_at_a_person_is_found_by_the_officer(
    sealed_work: Bench, action: AuditAction
) -> None:
    ref = sealed_work.new_case()
    rosa = sealed_work.work_as(ROSA)

    LOOKS[action](rosa, ref)

    book = read_audit(sealed_work.work_as(OFFICER))
    seen = looked_at(book.events, ref.person_id)
    assert action in [each.event.action for each in seen]
    assert {each.event.actor for each in seen} == {rosa.session.me.staff_id}
    assert not looked_at(book.events, PersonId("0" * 32))


def test_going_on_with_a_draft_is_a_look_too(bench: Bench) -> None:
    ref = bench.new_case()
    open_form(bench.work_as(ROSA), ref, FormKind.ASSESSMENT)
    assert AuditAction.DRAFT_READ not in bench.actions()

    open_form(bench.work_as(ROSA), ref, FormKind.ASSESSMENT)

    assert bench.actions().count(AuditAction.DRAFT_READ) == 1


@pytest.mark.parametrize(
    ("name", "read", "action"),
    [
        (ROSA, read_worklist, AuditAction.WORKLIST_READ),
        (NADIA, read_review_desk, AuditAction.REVIEW_DESK_READ),
        (DESK, read_packet_desk, AuditAction.PACKET_DESK_READ),
    ],
)
def test_a_list_is_in_the_trail_once_with_how_much_it_held(
    bench: Bench, name: str, read: Callable[[Work], object], action: AuditAction
) -> None:
    bench.new_case()
    work = bench.work_as(name)

    for _minute in range(3):
        read(work)

    entries = [each.detail for each in bench.heard if each.action is action]
    assert entries == ["1" if name == ROSA else "0"]


def test_a_list_that_grew_is_in_the_trail_again(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    for _case in range(2):
        bench.new_case()
        read_worklist(work)

    entries = [each.detail for each in bench.heard if each.action is AuditAction.WORKLIST_READ]
    assert entries == ["1", "2"]
