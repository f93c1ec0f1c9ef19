"""Whom the site wants told: set by an administrator, read by everybody, for the right alerts."""

from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.site_contact import SiteContact
from desktop.services.site_contacts import save_site_contacts, site_contacts
from tests.services.bench import ADMIN, NADIA, ROSA, Bench, sealed_bench

CONTACTS = (
    SiteContact("Dr. P. Example", "psychiatry on call", "555-0148", frozenset({"suicide-concern"})),
    SiteContact("Charge nurse", "", "555-0110"),
)


def test_a_specialist_reads_what_the_administrator_set_on_a_sealed_store(tmp_path: Path) -> None:
    bench, made = sealed_bench(tmp_path / "store")

    save_site_contacts(bench.work_as(ADMIN), CONTACTS)
    read = site_contacts(bench.work_as(ROSA))
    for session in bench.sessions.values():
        session.close()
    made.gate.close()

    assert read == CONTACTS
    assert AuditAction.SETTING_CHANGED in bench.actions()


def test_nobody_else_sets_contacts(bench: Bench) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        save_site_contacts(bench.work_as(NADIA), CONTACTS)


@pytest.mark.parametrize(
    ("contact", "refusal"),
    [
        (SiteContact(" ", "", "555-0148"), "contact.name-missing"),
        (SiteContact("Charge nurse", "", " "), "contact.reach-missing"),
    ],
)
def test_a_contact_needs_a_name_and_a_way_to_reach(
    bench: Bench, contact: SiteContact, refusal: str
) -> None:
    work = bench.work_as(ADMIN)
    save_site_contacts(work, CONTACTS)

    with pytest.raises(KnownError, match=refusal.replace(".", r"\.")):
        save_site_contacts(work, (*CONTACTS, contact))

    assert site_contacts(work) == CONTACTS


def test_what_would_break_a_line_is_kept_as_words(bench: Bench) -> None:
    told = SiteContact("Nurse; nights", "ED\nfloor 2", "555-0110; ask for her")

    (kept,) = save_site_contacts(bench.work_as(ADMIN), (told,))

    assert kept == SiteContact("Nurse, nights", "ED floor 2", "555-0110, ask for her")


def test_a_contact_is_for_its_own_alerts_or_for_every_one() -> None:
    psychiatry, nurse = CONTACTS

    assert psychiatry.is_for("suicide-concern")
    assert not psychiatry.is_for("danger-now")
    assert nurse.is_for("danger-now")
