"""Nothing is thrown away while the store may be an older one that was put back."""

import pytest

from desktop.errors import KnownError
from desktop.records.form_record import FormKind
from desktop.services.discard_draft import DiscardReason, discard_draft
from desktop.services.open_form import open_form
from desktop.services.read_person import read_person
from desktop.storage.crypto.anchor_code import anchor_code
from desktop.storage.crypto.audit_chain import ChainHead
from tests.services.bench import ROSA, Bench


def test_a_draft_is_not_discarded_during_a_rollback_alarm(sealed_work: Bench) -> None:
    work = sealed_work.work_as(ROSA)
    form = open_form(work, sealed_work.new_case(ROSA), FormKind.ASSESSMENT)
    seen_elsewhere = anchor_code(ChainHead(999, bytes(32)))
    assert not work.session.rollback.check_footer(seen_elsewhere)

    with pytest.raises(KnownError, match=r"rollback\.wait"):
        discard_draft(work, form.draft, DiscardReason.BY_MISTAKE)

    assert read_person(work, form.ref).draft is not None
