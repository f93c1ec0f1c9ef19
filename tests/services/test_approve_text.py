"""Approving consent texts: the administrator's act, on exactly one version."""

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.services.approve_text import TEXT_NAMES, approve_text, read_texts
from tests.services.bench import ADMIN, NADIA, Bench


def test_texts_wait_for_approval_one_by_one(hospital: Bench) -> None:
    work = hospital.work_as(ADMIN)
    assert [card.approved_by for card in read_texts(work)] == [None] * len(TEXT_NAMES)

    card = approve_text(work, "consent-release", " Privacy office ")

    approved = {one.name: one.approved_by for one in read_texts(work)}
    assert (card.approved_by, card.approved_at) == ("Privacy office", hospital.clock.now())
    assert approved == dict.fromkeys(TEXT_NAMES) | {"consent-release": "Privacy office"}
    assert hospital.actions()[-1] is AuditAction.TEXT_APPROVED


def test_an_approval_names_who_and_what(hospital: Bench) -> None:
    work = hospital.work_as(ADMIN)

    with pytest.raises(KnownError, match=r"approval\.name-missing"):
        approve_text(work, "consent-release", "  ")
    with pytest.raises(KnownError, match=r"approval\.no-such-text"):
        approve_text(work, "bedside-core", "Privacy office")


def test_only_the_administrator_approves(hospital: Bench) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        approve_text(hospital.work_as(NADIA), "consent-release", "Privacy office")
