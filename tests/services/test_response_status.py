"""What a response says of itself: completed, and amended once it changes what was signed."""

import json

from desktop.records.form_record import FormKind, FormRecord
from desktop.services.complete_form import complete_form
from desktop.services.open_form import open_form
from desktop.services.return_visit import return_visit
from desktop.services.start_amendment import start_amendment
from desktop.services.submit_visit import submit_visit
from tests.services.bench import NADIA, ROSA, Bench
from tests.services.test_review import commented, signed, submitted

ASSESSMENT = FormKind.ASSESSMENT


def status_of(record: FormRecord) -> str:
    """The status of the kept QuestionnaireResponse."""
    return str(json.loads(record.response)["status"])


def test_a_correction_before_the_signature_is_completed_again(bench: Bench) -> None:
    ref, visit = submitted(bench)
    rosa, nadia = bench.work_as(ROSA), bench.work_as(NADIA)
    return_visit(nadia, ref, commented(nadia, ref, visit).visit_id)

    revision = complete_form(rosa, open_form(rosa, ref, ASSESSMENT).draft)

    assert (revision.number, revision.amends) == (2, None)
    assert status_of(revision.value) == "completed"


def test_a_change_of_what_was_signed_is_amended_also_when_it_is_returned(bench: Bench) -> None:
    ref, _ = signed(bench)
    rosa, nadia = bench.work_as(ROSA), bench.work_as(NADIA)

    first = complete_form(rosa, start_amendment(rosa, ref, ASSESSMENT, "A wrong tick.").draft)
    second = submit_visit(rosa, ref)
    return_visit(nadia, ref, commented(nadia, ref, second).visit_id)
    again = complete_form(rosa, open_form(rosa, ref, ASSESSMENT).draft)

    assert [(one.number, one.amends) for one in (first, again)] == [(2, 1), (3, 1)]
    assert [status_of(one.value) for one in (first, again)] == ["amended", "amended"]
