"""The report of ``form check`` as JSON and as lines for a person."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from desktop.errors import KnownError
from desktop.messages import explain, sentence

if TYPE_CHECKING:
    from desktop.forms.checking import FormProblem, FormReport
    from desktop.forms.form_summary import FormSummary

_COPYRIGHT_SHOWN = 600
_OURS = "https://firstlight.example/"
"""Forms of this project need no reminder of whose they are."""


def form_report_json(
    report: "FormReport | None", joined: Sequence[str], language: str
) -> dict[str, Any]:
    """The stable shape of ``form check --json`` without the file; None for a file of terms.

    ``joined`` are the files whose value sets or parts were taken into the form.
    """
    if report is None:
        return {"status": "ok", "problems": [], "notices": [], "joined": [], "form": None}
    return {
        "status": report.status.value,
        "problems": [_finding(one, language) for one in report.problems],
        "notices": [_finding(one, language) for one in report.notices],
        "joined": list(joined),
        "form": None if report.about is None else _facts(report.about),
    }


def form_unread_json(error: KnownError, language: str) -> dict[str, Any]:
    """The same shape for a file that could not be read at all."""
    code = error.message_id.removeprefix("cli.")
    problem = {"linkId": "", "code": code, "message": explain(error, language)}
    return {"status": "refused", "problems": [problem], "notices": [], "joined": [], "form": None}


def _finding(found: "FormProblem", language: str) -> dict[str, str]:
    message = sentence(found.message_id, language, **found.params)
    return {"linkId": found.link_id, "code": found.code, "message": message}


def _facts(about: "FormSummary") -> dict[str, Any]:
    return {
        "title": about.title,
        "url": about.url,
        "version": about.version,
        "status": about.status,
        "effectivePeriod": {"start": about.period[0], "end": about.period[1]},
        "publisher": about.publisher,
        "copyright": about.copyright,
        "sha256": about.content_hash,
        "languages": list(about.languages),
        "incompleteLanguages": list(about.partial_languages),
        "items": about.items,
        "questions": about.questions,
        "sections": _labelled(about.sections),
        "scores": _labelled(about.scores),
    }


def _labelled(pairs: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"linkId": link_id, "label": label} for link_id, label in pairs]


def form_report_lines(file: str, said: dict[str, Any], language: str) -> Iterator[str]:
    """The report in words: what it is, what is wrong, what is worth knowing, and the count."""
    if said["status"] == "refused":
        yield from (one["message"] for one in said["problems"])
        return
    if said["form"] is None:
        yield sentence("cli.form-terms", language, file=file)
        return
    if said["problems"] or said["notices"]:
        yield _what_it_is(file, said["form"], language)
    for one in said["problems"]:
        yield f"{file}: {_placed(one)}"
    for one in said["notices"]:
        yield sentence("cli.form-note", language, file=file, words=_placed(one))
    if said["joined"]:
        yield sentence("cli.form-joined", language, file=file, others=", ".join(said["joined"]))
    if said["form"]["copyright"] and not said["form"]["url"].startswith(_OURS):
        words = " ".join(said["form"]["copyright"].split())[:_COPYRIGHT_SHOWN]
        yield sentence("cli.form-copyright", language, file=file, words=words)
    if said["problems"]:
        yield sentence("cli.form-problems", language, file=file, count=len(said["problems"]))
    else:
        yield sentence("cli.form-ok", language, file=file)


def _placed(one: dict[str, str]) -> str:
    return f"{one['linkId']}: {one['message']}" if one["linkId"] else one["message"]


def _what_it_is(file: str, facts: dict[str, Any], language: str) -> str:
    return sentence(
        "cli.form-facts",
        language,
        file=file,
        title=facts["title"] or "-",
        version=facts["version"] or "-",
        items=facts["items"],
        questions=facts["questions"],
        languages=", ".join(facts["languages"]),
    )
