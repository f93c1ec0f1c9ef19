"""Checks a Questionnaire: what is wrong, what is not supported, item by item, without a screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from desktop.errors import KnownError
from desktop.forms.expression_checks import expression_findings, root_expression_findings
from desktop.forms.form_problem import FormProblem, FormStatus, Weight, problem
from desktop.forms.form_summary import FormSummary, summary_of
from desktop.forms.item_checks import constraint_findings, item_findings, unsupported
from desktop.forms.language_checks import language_findings
from desktop.forms.loop_checks import loop_findings
from desktop.forms.questionnaire import Questionnaire, all_items
from desktop.forms.reading import read_questionnaire
from desktop.forms.score_checks import score_findings
from desktop.forms.standing_checks import standing_findings
from desktop.forms.support_notices import support_findings

__all__ = ["FormProblem", "FormReport", "FormStatus", "check_form", "check_questionnaire"]

MAX_FINDINGS = 2_000
_REFUSED_AT_ITEM = "link_id"


@dataclass(frozen=True, slots=True)
class FormReport:
    """What the check came to. Notices leave the status OK; ``about`` is None when refused."""

    status: FormStatus
    problems: tuple[FormProblem, ...] = ()
    notices: tuple[FormProblem, ...] = ()
    about: FormSummary | None = None


def check_questionnaire(data: bytes, name: str, today: date | None = None) -> FormReport:
    """Reads and checks a form; never raises for what is in ``data``.

    ``today`` is held against the form's effectivePeriod; without it the period is not judged.
    """
    try:
        form = read_questionnaire(data, name)
    except KnownError as error:
        link_id = str(error.params.get(_REFUSED_AT_ITEM, ""))
        code = error.message_id.removeprefix("form-")
        refusal = FormProblem(link_id, code, error.message_id, dict(error.params))
        return FormReport(FormStatus.REFUSED, (refusal,))
    return report_on(form, today)


def report_on(form: Questionnaire, today: date | None = None) -> FormReport:
    """The report on a form that could be read."""
    found = list(dict.fromkeys(islice(check_form(form, today), MAX_FINDINGS + 1)))
    if len(found) > MAX_FINDINGS:
        found[MAX_FINDINGS:] = [problem("", "more-findings", limit=MAX_FINDINGS)]
    problems = tuple(one for one in found if one.weight is Weight.PROBLEM)
    notices = tuple(one for one in found if one.weight is Weight.NOTICE)
    status = FormStatus.PROBLEMS if problems else FormStatus.OK
    return FormReport(status, problems, notices, summary_of(form))


def check_form(form: Questionnaire, today: date | None = None) -> Iterator[FormProblem]:
    """The findings of a form that could be read: the form first, then its items in order."""
    yield from standing_findings(form, today)
    yield from unsupported("", form.unsupported)
    yield from root_expression_findings(form)
    yield from constraint_findings("", form.constraints)
    for item in all_items(form.items):
        yield from item_findings(form, item)
        yield from expression_findings(form, item)
    yield from language_findings(form)
    yield from loop_findings(form)
    yield from score_findings(form)
    yield from support_findings(form)
