"""Words about loaded forms outside of widgets: facts to copy, findings as lines."""

from desktop.messages import explain, sentence
from desktop.services.check_form_import import ImportReport
from desktop.services.list_forms import FormCard


def refusal_lines(report: ImportReport, language: str) -> tuple[str, ...]:
    """Why the form is not loaded."""
    return tuple(explain(error, language) for error in report.refusals)


def problem_lines(report: ImportReport, language: str) -> tuple[str, ...]:
    """What is wrong with it, each with its linkId."""
    return tuple(sentence(one.message_id, language, **one.params) for one in report.problems)


def notice_lines(report: ImportReport, language: str) -> tuple[str, ...]:
    """What is worth knowing."""
    return tuple(sentence(one.message_id, language, **one.params) for one in report.notices)


def report_text(report: ImportReport, language: str) -> str:
    """The whole report to paste elsewhere: the file's own words, nobody's name."""
    form = report.form
    head = [report.name]
    if form is not None:
        head += [canonical(form.url, form.version), f"SHA-256 {form.content_hash}"]
    found = (
        *refusal_lines(report, language),
        *problem_lines(report, language),
        *notice_lines(report, language),
    )
    return "\n".join((*head, *(f"- {line}" for line in found)))


def details_text(card: FormCard) -> str:
    """Which form exactly, to paste elsewhere: without who loaded it or confirmed its licence."""
    form = card.form
    return "\n".join(
        (
            form.title.base,
            canonical(form.url, form.version),
            f"SHA-256 {form.content_hash}",
            ", ".join(form.languages),
        )
    )


def canonical(url: str, version: str) -> str:
    """A FHIR canonical: the address, and the version where there is one."""
    return f"{url}|{version}" if version else url
