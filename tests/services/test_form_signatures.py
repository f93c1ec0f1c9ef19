"""Signatures under a form: wanted before Complete, kept sealed, void after a change."""

import json

import pytest

from desktop.errors import KnownError
from desktop.forms.instances import ItemKey
from desktop.records.audit_event import AuditAction
from desktop.records.consent import ConsentMode
from desktop.records.form_record import FormKind
from desktop.records.form_signature import FormSignature
from desktop.services.append_to_draft import append_change, append_signature
from desktop.services.complete_form import complete_form
from desktop.services.draft_session import record_session
from desktop.services.open_form import OpenForm, open_form
from desktop.services.ports import EpisodeRef
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.work import Work
from tests.services.bench import ROSA, Bench
from tests.services.loaded_forms import offer
from tests.support.signed_forms import SLIP, rides_form, signed


@pytest.fixture
def work(bench: Bench) -> Work:
    """Rosa at work."""
    return bench.work_as(ROSA)


@pytest.fixture
def form(bench: Bench, work: Work) -> OpenForm:
    """The draft of the invented form, with rides wanted: two signatures are asked for."""
    loaded = offer(bench, rides_form())
    begun = start_loaded_form(work, bench.new_case(), loaded.content_hash)
    answer(work, begun, "wanted", True)
    return begun


def answer(work: Work, form: OpenForm, key: str, value: bool) -> None:
    append_change(work, form.draft, form.session.answer(ItemKey(key), value).entries)


def sign(work: Work, form: OpenForm, target: str = "") -> FormSignature:
    signature = signed(form.session, target, at=work.clock.now())
    append_signature(work, form.draft, signature)
    return signature


def opened_again(work: Work, form: OpenForm) -> OpenForm:
    return open_form(work, form.ref, FormKind.LOADED, form.draft.record_id)


def standing(work: Work, form: OpenForm) -> list[str]:
    return [one.target for one in opened_again(work, form).signatures]


def test_complete_names_what_still_needs_a_signature(work: Work, form: OpenForm) -> None:
    sign(work, form, "terms")

    with pytest.raises(KnownError) as refused:
        complete_form(work, form.draft)

    assert refused.value.message_id == "complete.unsigned"
    assert refused.value.params == {"count": 1, "where": "Rides to appointments"}


def test_a_signed_form_completes_and_keeps_its_signatures_and_the_response_has_them(
    work: Work, form: OpenForm
) -> None:
    signatures = (sign(work, form, "terms"), sign(work, form))

    record = complete_form(work, form.draft).value

    assert set(record.signatures) == set(signatures)
    response = json.loads(record.response)
    assert response["extension"][0]["valueSignature"]["who"]["display"] == "Sam Sample"
    session = record_session(work, form.ref, record)
    assert set(session.loaded_signatures) == {"", "terms"}


def test_a_signature_is_there_when_the_draft_opens_again(work: Work, form: OpenForm) -> None:
    signature = sign(work, form, "terms")

    assert opened_again(work, form).signatures == (signature,)


def test_a_changed_answer_voids_what_covers_it_and_nothing_else(work: Work, form: OpenForm) -> None:
    answer(work, form, "share", False)
    sign(work, form, "terms")
    sign(work, form)

    append_change(work, form.draft, form.session.answer(ItemKey("wanted"), True).entries)

    assert standing(work, form) == ["terms"]


def test_a_signature_stays_void_when_the_answer_is_changed_back(work: Work, form: OpenForm) -> None:
    sign(work, form, "terms")

    answer(work, form, "share", True)
    undone = form.session.undo()
    assert undone is not None
    append_change(work, form.draft, undone.entries)

    assert standing(work, form) == []


def test_a_newer_signature_takes_the_place_of_a_void_one(work: Work, form: OpenForm) -> None:
    sign(work, form, "terms")
    answer(work, form, "share", True)

    sign(work, form, "terms")

    assert standing(work, form) == ["terms"]


def test_a_signature_over_other_content_does_not_stand(work: Work, form: OpenForm) -> None:
    signature = signed(form.session, "terms", at=work.clock.now())
    answer(work, form, "share", True)

    append_signature(work, form.draft, signature)

    assert standing(work, form) == []


def test_a_correction_keeps_the_signature_until_what_it_covers_changes(
    work: Work, form: OpenForm
) -> None:
    sign(work, form, "terms")
    sign(work, form)
    complete_form(work, form.draft)

    correction = opened_again(work, form)
    before = {one.target for one in correction.signatures}
    answer(work, correction, "share", True)

    assert before == {"", "terms"}
    assert standing(work, correction) == []


@pytest.mark.parametrize(
    ("mode", "name", "has_slip", "problem"),
    [
        (ConsentMode.SIGNED, "Sam Sample", True, "empty"),
        (ConsentMode.SIGNED, " ", False, "name-missing"),
        (ConsentMode.VERBAL, "Sam Sample", False, "witness-missing"),
        (ConsentMode.MARK, "Sam Sample", False, "witness-missing"),
        (ConsentMode.REPRESENTATIVE, "Sam Sample", False, "authority-missing"),
    ],
)
def test_an_incomplete_signature_is_refused_and_nothing_is_kept(
    work: Work, form: OpenForm, mode: ConsentMode, name: str, has_slip: bool, problem: str
) -> None:
    whole = signed(form.session, "terms", at=work.clock.now(), mode=mode, name=name)
    slip = signed(form.session, "terms", at=work.clock.now(), strokes=SLIP)

    with pytest.raises(KnownError, match=f"form-signature.{problem}"):
        append_signature(work, form.draft, slip if has_slip else whole)

    assert standing(work, form) == []


def test_a_spoken_yes_with_a_witness_is_a_signature(work: Work, form: OpenForm) -> None:
    spoken = signed(
        form.session,
        "terms",
        at=work.clock.now(),
        mode=ConsentMode.VERBAL,
        witness="Mina Placeholder, RN",
    )
    append_signature(work, form.draft, spoken)
    sign(work, form)

    record = complete_form(work, form.draft).value

    assert spoken in record.signatures


def test_taking_a_signature_is_in_the_audit_trail(bench: Bench, work: Work, form: OpenForm) -> None:
    sign(work, form)

    assert bench.actions()[-1] is AuditAction.FORM_SIGNATURE_TAKEN


def test_a_form_that_wants_no_signature_any_more_completes_without(
    bench: Bench, work: Work
) -> None:
    loaded = offer(bench, rides_form(extension=[]))
    ref: EpisodeRef = bench.new_case()
    begun = start_loaded_form(work, ref, loaded.content_hash)
    answer(work, begun, "wanted", False)

    assert complete_form(work, begun.draft).value.signatures == ()
