"""Every part of the needs assessment can be put off as a whole, and its needs are coded."""

from datetime import UTC, date, datetime

from desktop.forms.answers import Coding, PartialDate
from desktop.forms.instances import ItemKey
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession
from desktop.resource_files import resources_dir
from desktop.services.complete_form import first_due
from tests.content import shipped

PARTS = [
    "housing",
    "food",
    "rides",
    "utilities",
    "money",
    "work",
    "school",
    "legal",
    "health",
    "mind",
    "substances",
    "family",
    "people",
    "papers",
]
GRAVITY = {
    "food-insecurity",
    "housing-instability",
    "homelessness",
    "inadequate-housing",
    "transportation-insecurity",
    "financial-insecurity",
    "material-hardship",
    "educational-attainment",
    "employment-status",
    "stress",
    "social-connection",
    "personal-health-literacy",
    "health-insurance-coverage-status",
    "medical-cost-burden",
    "digital-access",
    "utility-insecurity",
    "language-access",
}
"""Of HL7 SDOH Clinical Care, value set SDOHCCValueSetSDOHCategory."""
OURS = {
    "safety",
    "mental-health",
    "legal",
    "health-care",
    "substance-use",
    "family",
    "identity-documents",
}


def _form() -> shipped.Json:
    return shipped.instrument("needs-assessment")


def _session() -> FormSession:
    data = (resources_dir() / "instruments" / "needs-assessment.json").read_bytes()
    form = read_questionnaire(data, "needs-assessment.json")
    return FormSession(form, now=lambda: datetime(2026, 3, 14, tzinfo=UTC))


def test_the_parts_are_those_of_the_model() -> None:
    assert [one["linkId"] for one in _form()["item"]] == ["start", *PARTS, "end"]


def test_every_part_begins_with_the_way_to_put_it_off() -> None:
    for part in _form()["item"][1:-1]:
        gate, *rest = shipped.questions([part])
        assert [one["valueCoding"]["code"] for one in gate["answerOption"]] == [
            "now",
            "no-need",
            "later",
        ]
        assert [one["linkId"].partition(".")[2] for one in rest[-2:]] == ["why-later", "later-on"]
        assert all(one["enableWhen"][0]["question"] == gate["linkId"] for one in rest)


def test_every_question_about_help_names_a_known_category() -> None:
    found = {
        code
        for item in shipped.walk(_form()["item"])
        for need in shipped.extensions(item, "need")
        for code in shipped.codes(need, "category")
    }

    assert found == GRAVITY | OURS


def test_only_alcohol_and_drugs_open_in_private_and_the_part_on_feelings_warns() -> None:
    guards = {
        item["linkId"]: [one["valueCode"] for one in shipped.extensions(item, "sensitive")]
        for item in shipped.walk(_form()["item"])
    }

    assert {link: found for link, found in guards.items() if found} == {
        "mind": ["warn"],
        "substances": ["lock"],
    }


def test_a_part_that_is_put_off_wants_a_reason_and_a_day_and_nothing_else() -> None:
    session = _session()
    before = {one for one in session.missing if one.startswith("work.")}
    session.answer(ItemKey("work.now"), Coding("later"))

    missing = {one for one in session.missing if one.startswith("work.")}

    assert before == {"work.now"}
    assert missing == {"work.why-later", "work.later-on"}


def test_the_first_of_the_days_is_when_it_goes_on() -> None:
    session = _session()
    for part, day in (("work", "2026-03-20"), ("food", "2026-03-18"), ("legal", "2026-03-16")):
        session.answer(ItemKey(f"{part}.now"), Coding("later"))
        session.answer(ItemKey(f"{part}.later-on"), PartialDate(day))
    session.answer(ItemKey("legal.now"), Coding("no-need"))

    assert first_due(session) == date(2026, 3, 18)
