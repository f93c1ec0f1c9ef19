"""What a form says of itself: the facts that the import screen and ``form check`` show."""

from dataclasses import dataclass

from desktop.forms.questionnaire import Questionnaire, all_items
from desktop.forms.score_checks import score_items


@dataclass(frozen=True, slots=True)
class FormSummary:
    """Facts of a form, in its base language; empty where the form says nothing.

    ``sections`` and ``scores`` pair a linkId with its label; ``period`` is effectivePeriod as
    (start, end), partial dates; ``questions`` counts what takes an answer.
    """

    title: str
    url: str
    version: str
    status: str
    period: tuple[str, str]
    publisher: str
    copyright: str
    content_hash: str
    languages: tuple[str, ...]
    partial_languages: tuple[str, ...]
    items: int
    questions: int
    sections: tuple[tuple[str, str], ...]
    scores: tuple[tuple[str, str], ...]


def summary_of(form: Questionnaire) -> FormSummary:
    """The facts of a form."""
    every = all_items(form.items)
    return FormSummary(
        form.title.base,
        form.url,
        form.version,
        form.status,
        (form.effective_from, form.effective_until),
        form.publisher,
        form.copyright,
        form.content_hash,
        form.languages,
        form.partial_languages,
        len(every),
        sum(one.type.is_question for one in every),
        tuple((one.link_id, one.label.base) for one in form.sections),
        tuple((one.link_id, one.label.base) for one in score_items(form)),
    )
