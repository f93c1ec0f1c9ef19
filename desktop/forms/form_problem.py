"""What a form check finds: problems and notices by linkId, each a sentence by id."""

from dataclasses import dataclass, field
from enum import StrEnum


class FormStatus(StrEnum):
    """OK, readable with problems, or not readable."""

    OK = "ok"
    PROBLEMS = "problems"
    REFUSED = "refused"


class Weight(StrEnum):
    """A PROBLEM makes the form do something else than it says; a NOTICE is only worth knowing."""

    PROBLEM = "problem"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class FormProblem:
    """One finding. ``link_id`` is empty where the form as a whole is meant."""

    link_id: str
    code: str
    message_id: str
    params: dict[str, str | int] = field(default_factory=dict, hash=False)
    weight: Weight = Weight.PROBLEM


MAX_SHOWN = 200
"""Characters of a word of the form inside a sentence."""


def problem(link_id: str, code: str, says: str = "", **params: str | int) -> FormProblem:
    """A problem; its sentence is ``form-check-<says>``, or that of its code."""
    return _finding(Weight.PROBLEM, link_id, code, says, params)


def notice(link_id: str, code: str, says: str = "", **params: str | int) -> FormProblem:
    """A notice; its sentence is ``form-check-<says>``, or that of its code."""
    return _finding(Weight.NOTICE, link_id, code, says, params)


def _finding(
    weight: Weight, link_id: str, code: str, says: str, params: dict[str, str | int]
) -> FormProblem:
    shown: dict[str, str | int] = {"link_id": link_id[:MAX_SHOWN] or "Questionnaire"}
    shown |= {
        name: value[:MAX_SHOWN] if isinstance(value, str) else value
        for name, value in params.items()
    }
    return FormProblem(link_id, code, f"form-check-{says or code}", shown, weight)
