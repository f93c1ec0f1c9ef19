"""Whether a form can be used at the bedside: what would keep it from ever being completed."""

from collections.abc import Iterable, Iterator

from desktop.errors import KnownError
from desktop.forms.expression_checks import expression_findings, root_expression_findings
from desktop.forms.form_problem import FormProblem
from desktop.forms.loop_checks import loop_findings
from desktop.forms.questionnaire import Questionnaire, all_items

NEVER_COMPLETE = frozenset({"unknown-function", "wrong-argument-count", "unknown-variable", "loop"})
"""Findings of an expression that cannot be worked out: SDC holds Complete for as long as it is so
(http://hl7.org/fhir/uv/sdc/behavior.html)."""


def obstacles(found: Iterable[FormProblem]) -> tuple[FormProblem, ...]:
    """Those of ``found`` for which the form cannot be used."""
    return tuple(one for one in found if one.code in NEVER_COMPLETE)


def need_usable(form: Questionnaire) -> None:
    """Look at the whole form before anything is begun with it.

    KnownError ``form-use.cannot`` names the first item that stands in the way.
    """
    found = obstacles(_expression_findings(form))
    if found:
        raise KnownError("form-use.cannot", count=len(found), link_id=found[0].link_id or "-")


def _expression_findings(form: Questionnaire) -> Iterator[FormProblem]:
    """The part of the whole check that can stand in the way; the rest takes its time."""
    yield from root_expression_findings(form)
    for item in all_items(form.items):
        yield from expression_findings(form, item)
    yield from loop_findings(form)
