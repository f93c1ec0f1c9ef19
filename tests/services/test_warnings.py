"""A rule of the form that only warns never holds Complete (core questionnaire-constraint)."""

from typing import Any

import pytest

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.instances import ItemKey
from desktop.records.form_record import FormStatus
from desktop.services.append_to_draft import append_answer
from desktop.services.complete_form import complete_form
from desktop.services.open_form import OpenForm
from desktop.services.start_loaded_form import start_loaded_form
from tests.services.bench import ROSA, Bench
from tests.services.filling import say
from tests.services.loaded_forms import offer, sleep_form


def few_hours(severity: str) -> dict[str, Any]:
    """A form whose rule looks at the hours of sleep."""
    form = sleep_form("1.0.0" if severity == "error" else "1.1.0")
    rule = [
        {"url": "key", "valueId": "few"},
        {"url": "severity", "valueCode": severity},
        {"url": "human", "valueString": "That is a long night."},
        {
            "url": "expression",
            "valueString": "%resource.item.item.where(linkId='hours').answer.value < 12",
        },
    ]
    form["item"][0]["item"][1]["extension"] = [{"url": ext.CONSTRAINT, "extension": rule}]
    return form


def long_night(bench: Bench, severity: str) -> OpenForm:
    """The form with an answer that its rule speaks of."""
    work = bench.work_as(ROSA)
    begun = start_loaded_form(
        work, bench.new_case(), offer(bench, few_hours(severity)).content_hash
    )
    say(work, begun, "slept", "yes")
    change = begun.session.answer(ItemKey("hours"), 14)
    append_answer(work, begun.draft, change.key, change.after)
    return begun


def test_a_form_with_a_warning_completes(bench: Bench) -> None:
    begun = long_night(bench, "warning")
    assert [one.words.base for one in begun.session.problems] == ["That is a long night."]

    record = complete_form(bench.work_as(ROSA), begun.draft).value

    assert record.status is FormStatus.COMPLETE
    assert '"valueInteger":14' in record.response


def test_a_form_with_an_error_does_not(bench: Bench) -> None:
    begun = long_night(bench, "error")

    with pytest.raises(KnownError, match=r"complete\.answers-wrong"):
        complete_form(bench.work_as(ROSA), begun.draft)


def test_a_warning_is_not_among_what_is_missing_or_wrong(bench: Bench) -> None:
    assert long_night(bench, "warning").session.wanting("night") == ()
    assert long_night(bench, "error").session.wanting("night") == ("hours",)
