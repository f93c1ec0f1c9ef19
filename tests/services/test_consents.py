"""Consents: what may be signed and how, no, later, withdrawing, and the gate that follows."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.directory.partners import Partner
from desktop.errors import BugError, KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.consent import (
    Category,
    Consent,
    ConsentMode,
    ConsentScope,
    ConsentStatus,
    ConsentType,
    Purpose,
)
from desktop.records.episode import CloseReason
from desktop.records.room import CapacityResult
from desktop.records.signature import Signature
from desktop.services.close_case import close_case
from desktop.services.consent_document import ConsentDocument, consent_document, default_scope
from desktop.services.consents import read_consents
from desktop.services.decline_consent import decline_consent
from desktop.services.local_day import local_day
from desktop.services.may_share import may_share
from desktop.services.note_capacity import note_capacity
from desktop.services.ports import EpisodeRef, TextApproval
from desktop.services.sign_consent import sign_consent
from desktop.services.withdraw_consent import withdraw_consent
from desktop.services.work import Work
from tests.services.bench import ADMIN, DESK, ROSA, Bench
from tests.support.fake_clock import START

STROKES = (((0.1, 0.4, 0, 0.5), (0.5, 0.5, 80, 0.5), (0.8, 0.4, 160, 0.5)),)
INK = Signature(STROKES, START, "ED-CART-04")
SLIP = Signature((((0.5, 0.5, 0, 0.5), (0.51, 0.5, 9, 0.5)),), START, "ED-CART-04")
NAME = "Ferdinand Fictional"


def peers(work: Work) -> Partner:
    """One of the partners."""
    return work.library.partners()[1]


def release(work: Work, ref: EpisodeRef, language: str = "en") -> ConsentDocument:
    """The release to that partner, as shown."""
    scope = default_scope(work, peers(work))
    return consent_document(work, ref, ConsentType.RELEASE, scope, language)


def sign(work: Work, ref: EpisodeRef, document: ConsentDocument, **changed: object) -> Consent:
    """Sign it with a pen, with changes."""
    how: dict[str, object] = {"mode": ConsentMode.SIGNED, "printed_name": NAME, "signature": INK}
    return sign_consent(work, ref, document, **(how | changed))


def share(work: Work, ref: EpisodeRef, category: Category = Category.NEEDS) -> str:
    """What the gate says about that partner."""
    partner = peers(work)
    return may_share(work, ref, partner.name, Purpose(partner.purpose), category).reason_id


def test_a_signed_release_opens_the_gate_for_its_scope_only(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    assert share(work, ref) == "consent-gate.never-asked"

    consent = sign(work, ref, release(work, ref))

    assert share(work, ref) == "consent-gate.covered"
    assert share(work, ref, Category.IDENTITY_CONTACT) == "consent-gate.covered"
    assert share(work, ref, Category.INJURY) == "consent-gate.category-not-covered"
    assert share(work, bench.new_case()) == "consent-gate.never-asked"
    assert consent.signature == INK
    assert NAME not in repr(consent)
    assert consent.document_sha256 in [event.detail for event in bench.heard]


def test_the_gate_closes_the_day_after_the_last_day(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    consent = sign(work, ref, release(work, ref))
    assert consent.valid_until is not None
    days_left = (consent.valid_until - local_day(work)).days

    bench.clock.advance(days_left * 24 * 3600)
    on_last_day = share(work, ref)
    bench.clock.advance(24 * 3600)

    assert days_left == 90
    assert on_last_day == "consent-gate.covered"
    assert share(work, ref) == "consent-gate.expired"
    assert read_consents(work, ref).cards[3].has_expired


def test_the_text_is_filled_in_both_languages_and_kept_as_signed(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    document = release(work, ref, "es")

    consent = sign(work, ref, document)

    english = "\n".join(one.in_language("en") for one in document.paragraphs)
    spanish = "\n".join(one.in_language("es") for one in document.paragraphs)
    for text in (english, spanish):
        assert peers(work).name in text
        assert "{" not in text
    assert "junio" in spanish
    assert "June" in english
    assert consent.document_text == document.signed_text
    assert document.paragraphs[0].in_language("es") in consent.document_text
    assert consent.language == "es"


def test_participation_and_contact_have_a_last_day_and_no_scope(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()

    for kind, days in ((ConsentType.PARTICIPATION, 365), (ConsentType.CONTACT, 180)):
        document = consent_document(work, ref, kind, None, "en")
        assert document.scope is None
        assert document.valid_until == local_day(work) + timedelta(days=days)
    with pytest.raises(BugError):
        consent_document(work, ref, ConsentType.RELEASE, None, "en")


@pytest.mark.parametrize(
    ("changed", "message_id"),
    [
        ({"signature": None}, "consent.signature-empty"),
        ({"signature": SLIP}, "consent.signature-empty"),
        (
            {"mode": ConsentMode.MARK, "signature": SLIP, "witness": "Wanda Witness"},
            "consent.signature-empty",
        ),
        ({"mode": ConsentMode.MARK}, "consent.witness-missing"),
        ({"mode": ConsentMode.VERBAL, "signature": None}, "consent.witness-missing"),
        ({"mode": ConsentMode.TELEPHONE, "witness": "  "}, "consent.witness-missing"),
        ({"mode": ConsentMode.REPRESENTATIVE}, "consent.authority-missing"),
        (
            {
                "mode": ConsentMode.REPRESENTATIVE,
                "representative_authority": "mother",
                "signature": None,
            },
            "consent.signature-empty",
        ),
        ({"printed_name": " "}, "consent.name-missing"),
    ],
)
def test_a_signature_without_its_parts_is_refused(
    bench: Bench, changed: dict[str, object], message_id: str
) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()

    with pytest.raises(KnownError) as refused:
        sign(work, ref, release(work, ref), **changed)

    assert refused.value.message_id == message_id
    assert read_consents(work, ref).cards[3].state == "not-asked"


@pytest.mark.parametrize("mode", [ConsentMode.VERBAL, ConsentMode.TELEPHONE])
def test_a_spoken_yes_is_kept_and_releases_nothing(bench: Bench, mode: ConsentMode) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()

    heard = {"witness": "Wanda Witness", "second_witness": "Willard Witness"}
    consent = sign(work, ref, release(work, ref), mode=mode, **heard)

    assert consent.status is ConsentStatus.GRANTED
    assert consent.signature is None
    assert share(work, ref) == "consent-gate.not-written"


def test_a_mark_with_a_witness_and_a_representative_release(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    for changed in (
        {"mode": ConsentMode.MARK, "witness": "Wanda Witness"},
        {"mode": ConsentMode.REPRESENTATIVE, "representative_authority": "mother"},
    ):
        ref = bench.new_case()

        sign(work, ref, release(work, ref), **changed)

        assert share(work, ref) == "consent-gate.covered"


@pytest.mark.parametrize("result", [CapacityResult.ABSENT, CapacityResult.UNCERTAIN])
def test_without_certain_capacity_only_a_representative_signs(
    bench: Bench, result: CapacityResult
) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    note_capacity(work, ref, result)
    document = release(work, ref)

    with pytest.raises(KnownError, match=rf"consent\.capacity-{result}"):
        sign(work, ref, document)
    with pytest.raises(KnownError, match=rf"consent\.capacity-{result}"):
        sign(work, ref, document, mode=ConsentMode.VERBAL, witness="Wanda Witness")
    by_mother = sign(
        work, ref, document, mode=ConsentMode.REPRESENTATIVE, representative_authority="mother"
    )
    assert by_mother.representative_authority == "mother"


def test_regained_capacity_lets_the_person_sign(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    note_capacity(work, ref, CapacityResult.ABSENT)
    note_capacity(work, ref, CapacityResult.PRESENT)

    assert sign(work, ref, release(work, ref)).status is ConsentStatus.GRANTED


def test_a_hospital_refuses_a_text_that_it_has_not_approved(hospital: Bench) -> None:
    work = hospital.work_as(ROSA)
    ref = hospital.new_case()
    document = release(work, ref)
    assert not document.approved

    with pytest.raises(KnownError, match=r"consent\.text-not-approved"):
        sign(work, ref, replace(document, approved=True))

    text = document.text_ref
    hospital.work_as(ADMIN).session.site.approve(
        TextApproval(text.url, text.version, text.content_hash, "Counsel", hospital.clock.now())
    )
    assert release(work, ref).approved
    assert sign(work, ref, document).status is ConsentStatus.GRANTED


def test_an_approval_of_other_bytes_approves_nothing(hospital: Bench) -> None:
    work = hospital.work_as(ROSA)
    ref = hospital.new_case()
    text = release(work, ref).text_ref
    hospital.work_as(ADMIN).session.site.approve(
        TextApproval(text.url, text.version, "0" * 64, "Counsel", hospital.clock.now())
    )

    with pytest.raises(KnownError, match=r"consent\.text-not-approved"):
        sign(work, ref, release(work, ref))


def test_a_text_that_is_not_what_is_shown_is_refused(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    document = release(work, ref)
    assert document.scope is not None
    wider = replace(document.scope, categories=frozenset(Category))

    for changed in (
        replace(document, signed_text=document.signed_text + " And more."),
        replace(document, scope=wider),
        replace(document, language="es"),
    ):
        with pytest.raises(KnownError, match=r"consent\.text-changed"):
            sign(work, ref, changed)


@pytest.mark.parametrize(
    ("changed", "message_id"),
    [
        ({"recipient": " "}, "consent.scope-incomplete"),
        ({"categories": frozenset()}, "consent.scope-incomplete"),
        ({"expires_on": None}, "consent.scope-incomplete"),
        ({"expires_on": START.date() - timedelta(days=1)}, "consent.expires-in-past"),
    ],
)
def test_a_release_with_a_blank_element_is_not_even_shown(
    bench: Bench, changed: dict[str, object], message_id: str
) -> None:
    work = bench.work_as(ROSA)
    scope: ConsentScope = replace(default_scope(work, peers(work)), **changed)

    with pytest.raises(KnownError) as refused:
        consent_document(work, bench.new_case(), ConsentType.RELEASE, scope, "en")

    assert refused.value.message_id == message_id


def test_no_and_later_are_kept_apart(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()

    decline_consent(work, ref, release(work, ref), later=True)
    later = share(work, ref)
    bench.clock.advance(60)
    decline_consent(work, ref, release(work, ref), later=False)

    assert later == "consent-gate.asked-later"
    assert share(work, ref) == "consent-gate.declined"
    assert read_consents(work, ref).cards[3].state == ConsentStatus.DECLINED


def test_withdrawing_closes_the_gate_and_names_whom_to_tell(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    consent = sign(work, ref, release(work, ref))
    bench.clock.advance(60)

    withdrawn = withdraw_consent(work, ref, consent.consent_id, "told Rosa at the bed")

    assert share(work, ref) == "consent-gate.withdrawn"
    assert withdrawn.scope is not None
    assert withdrawn.scope.recipient == peers(work).name
    assert withdrawn.withdrawn_at == bench.clock.now()
    assert bench.actions()[-1] is AuditAction.CONSENT_WITHDRAWN
    with pytest.raises(KnownError, match=r"consent\.not-granted"):
        withdraw_consent(work, ref, consent.consent_id, "again")


def test_a_new_signature_after_a_withdrawal_counts(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    first = sign(work, ref, release(work, ref))
    bench.clock.advance(60)
    withdraw_consent(work, ref, first.consent_id, "told us")
    bench.clock.advance(60)

    sign(work, ref, release(work, ref))

    assert share(work, ref) == "consent-gate.covered"


def test_withdrawing_says_how_and_works_on_a_closed_case(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    document = release(work, ref)
    consent = sign(work, ref, document)
    close_case(work, ref, CloseReason.COMPLETED)

    with pytest.raises(KnownError, match=r"consent\.how-missing"):
        withdraw_consent(work, ref, consent.consent_id, " ")
    with pytest.raises(KnownError, match=r"episode\.closed"):
        sign(work, ref, document)
    withdraw_consent(work, ref, consent.consent_id, "by letter")
    assert share(work, ref) == "consent-gate.withdrawn"


def test_the_page_has_a_card_for_each_thing_to_ask(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()

    page = read_consents(work, ref)

    assert [card.consent_type for card in page.cards[:2]] == [
        ConsentType.PARTICIPATION,
        ConsentType.CONTACT,
    ]
    assert [card.recipient for card in page.cards[2:-2]] == [
        partner.name for partner in work.library.partners()
    ]
    assert [card.consent_type for card in page.cards if card.is_optional] == [
        ConsentType.PHOTOGRAPHS,
        ConsentType.RESEARCH,
    ]
    assert page.total == len(page.cards) - 2
    assert {card.state for card in page.cards} == {"not-asked"}


def test_the_desk_asks_the_gate_nothing(bench: Bench) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        share(bench.work_as(DESK), bench.new_case())
