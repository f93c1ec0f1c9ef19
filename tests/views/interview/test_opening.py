"""What is read for an interview before its screen is there."""

from desktop.records.form_record import FormKind
from desktop.services.read_person import read_person
from desktop.views.interview.opening import open_interview
from tests.services.bench import ROSA, Bench


def test_the_interview_counts_consents_as_the_page_of_the_person_does(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    page = read_person(work, ref)

    opened = open_interview(work, ref, FormKind.ASSESSMENT)

    assert (opened.consents_given, opened.consents_total) == (
        page.consents_given,
        page.consents_total,
    )
