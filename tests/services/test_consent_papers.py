"""The paper of a consent: frozen as shown, tied to its text, printed as it is, copy noted."""

from dataclasses import replace

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.consent import ConsentMode, CopyGiven, ToldHow
from desktop.rendering.read_back import page_texts
from desktop.services.consent_papers import note_copy, print_consent_copy, read_consent_paper
from desktop.services.consents import read_consents
from desktop.services.tell_partner import note_partner_told, partners_to_tell
from desktop.services.withdraw_consent import withdraw_consent
from tests.services.bench import ROSA, Bench
from tests.services.test_consents import NAME, peers, release, share, sign
from tests.support.losing_paper import LosingPaper


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_paper_holds_what_was_shown_and_who_gave_it_when(bench: Bench, language: str) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case(language=language)
    document = release(work, ref, language)
    consent = sign(work, ref, document)

    text = " ".join(page_texts(read_consent_paper(work, ref, consent.consent_id)))

    for paragraph in document.signed_text.split("\n\n"):
        assert "".join(paragraph.split()) in "".join(text.split())
    assert NAME in text
    assert f"{consent.asked_at.astimezone():%Y-%m-%d %H:%M}" in text
    assert consent.text_ref.version in text
    assert consent.document_sha256[:12] in text
    assert AuditAction.CONSENT_PAPER_READ in bench.actions()


def test_a_text_that_is_not_whole_on_paper_is_not_signed(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    losing = replace(work, paper=LosingPaper(work.paper))

    with pytest.raises(KnownError, match=r"consent\.paper-differs"):
        sign(losing, ref, release(work, ref))

    assert share(work, ref) == "consent-gate.never-asked"


def test_a_printed_copy_is_noted_and_its_job_tells_nothing(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    consent = sign(work, ref, release(work, ref))
    assert consent.copy is None

    noted = print_consent_copy(work, ref, consent.consent_id, work.printers.queues()[0].name)

    assert noted.copy is not None
    assert noted.copy.how is CopyGiven.ON_PAPER
    assert note_copy(work, ref, consent.consent_id, CopyGiven.KEPT_HERE).copy is not None
    assert share(work, ref) == "consent-gate.covered"


def test_who_is_to_be_told_is_listed_until_it_is_done(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    consent = sign(work, ref, release(work, ref), mode=ConsentMode.SIGNED)
    assert partners_to_tell(work, ref) == ()
    with pytest.raises(KnownError, match=r"consent\.not-to-tell"):
        note_partner_told(work, ref, consent.consent_id, ToldHow.BY_PHONE)
    withdraw_consent(work, ref, consent.consent_id, "in-person")
    (waiting,) = partners_to_tell(work, ref)
    assert waiting.scope is not None
    assert waiting.scope.recipient == peers(work).name

    told = note_partner_told(work, ref, consent.consent_id, ToldHow.BY_PHONE)

    assert partners_to_tell(work, ref) == ()
    assert told.told is not None
    assert (told.told.how, told.told.at) == (ToldHow.BY_PHONE, bench.clock.now())
    assert share(work, ref) == "consent-gate.withdrawn"
    assert AuditAction.PARTNER_TOLD in bench.actions()
    assert read_consents(work, ref).cards[3].state == "withdrawn"
