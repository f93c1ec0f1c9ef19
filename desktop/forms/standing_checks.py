"""Checks whether a form may be used now: draft, retired, outside its period, unnamed."""

from collections.abc import Iterator
from datetime import date

from desktop.forms.form_problem import FormProblem, notice, problem
from desktop.forms.questionnaire import Questionnaire

_STATUSES = frozenset({"draft", "active", "retired", "unknown"})


def standing_findings(form: Questionnaire, today: date | None) -> Iterator[FormProblem]:
    """Status (FHIR publication-status) and, where ``today`` is given, effectivePeriod."""
    if form.status == "retired":
        yield problem("", "status-retired")
    elif form.status == "draft":
        yield notice("", "status-draft")
    elif form.status not in _STATUSES:
        yield notice("", "status-missing")
    if not form.url or not form.version:
        yield notice("", "no-identity")
    start, end = form.effective_from[:10], form.effective_until[:10]
    if start and end and start[: len(end)] > end[: len(start)]:
        yield problem("", "period-reversed", start=start, end=end)
    elif today is not None:
        now = today.isoformat()
        # A partial date stands for all of its year or month, so it is compared at its own length.
        if start and now[: len(start)] < start:
            yield problem("", "not-yet-effective", start=start)
        if end and now[: len(end)] > end:
            yield problem("", "no-longer-effective", end=end)
