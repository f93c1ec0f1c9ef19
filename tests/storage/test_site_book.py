"""Signed facts of the site: read by everybody, added by administrators only."""

import pytest

from desktop.errors import KnownError
from desktop.services.ports import Setting, TextApproval
from desktop.storage.session import SealedSession
from tests.storage.raw_file import without_triggers
from tests.support.fake_clock import START
from tests.support.store_fixture import ADMINISTRATOR, DESK, MANAGER, STAFF, MadeStore

APPROVAL = TextApproval("https://forms.example/c", "1.0.0", "ab" * 32, "Ada Example", START)


def test_everybody_reads_what_an_administrator_approved(made: MadeStore) -> None:
    made.sign_in(ADMINISTRATOR).site.approve(APPROVAL)
    made.reopen()

    assert made.sign_in(DESK).site.approvals() == (APPROVAL,)


def test_nobody_else_approves(made: MadeStore) -> None:
    session = made.sign_in(MANAGER)

    with pytest.raises(KnownError) as caught:
        session.site.approve(APPROVAL)

    assert caught.value.message_id == "site.only-administrator"
    assert session.site.approvals() == ()


def test_an_approval_whose_signature_does_not_hold_counts_for_nothing(made: MadeStore) -> None:
    made.sign_in(ADMINISTRATOR).site.approve(APPROVAL)
    made.gate.close()
    with without_triggers(made.database) as raw:
        raw.execute(
            "UPDATE site_facts SET body = CAST(replace(body, '1.0.0', '2.0.0') AS BLOB)"
            " WHERE kind = 'approval'"
        )
    made.reopen()

    assert made.sign_in(DESK).site.approvals() == ()


def test_the_newest_setting_of_a_name_counts(made: MadeStore) -> None:
    session = made.sign_in(ADMINISTRATOR)
    assert isinstance(session, SealedSession)
    for value in ("240", "180"):
        session.site.change_setting(Setting("first-contact-target-min", value))

    settings = made.sign_in(DESK).site.settings()

    assert settings == {"first-contact-target-min": "180"}


def test_names_and_staff_are_as_given_at_set_up(made: MadeStore) -> None:
    site = made.sign_in(DESK).site

    names = {(each.sign_in_name, each.display_name, each.role) for each in site.staff()}

    assert (site.hospital_name, site.workstation_name) == (
        "Invented General Hospital",
        "Bedside One",
    )
    assert not site.is_demo
    assert names == {(each.sign_in_name, each.display_name, each.role) for each in STAFF}
