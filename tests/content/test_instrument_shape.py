"""Every instrument is a FHIR R4 Questionnaire that holds together and is complete in Spanish."""

import re

import pytest

from tests.content import shipped

ALL = shipped.FORMS + shipped.CONSENTS
LATER_VERSIONS = {"outside-results": "1.1.0"}
"""Those that changed; what was begun with an earlier one opens in it (``instruments/earlier``)."""
NOT_ASKED = re.compile(
    r"\b(suspect|gang|witness|story|weapon|gun|knife|shoot|sospech|pandilla|testigo|arma)",
    re.IGNORECASE,
)
"""What would make a record evidence is never asked; page one may say what is reported."""


@pytest.mark.parametrize("name", ALL)
def test_an_instrument_says_who_it_is(name: str) -> None:
    form = shipped.instrument(name)

    assert form["resourceType"] == "Questionnaire"
    assert form["url"] == f"https://firstlight.example/fhir/Questionnaire/{name}"
    version = LATER_VERSIONS.get(name, "1.0.0")
    assert (form["version"], form["status"], form["language"]) == (version, "active", "en")


@pytest.mark.parametrize("name", ALL)
def test_link_ids_are_unique_and_readable(name: str) -> None:
    links = [one["linkId"] for one in shipped.walk(shipped.instrument(name)["item"])]

    assert len(links) == len(set(links))
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)?", link) for link in links)


@pytest.mark.parametrize("name", ALL)
def test_every_condition_points_at_an_earlier_option(name: str) -> None:
    earlier: dict[str, set[str]] = {}
    for item in shipped.walk(shipped.instrument(name)["item"]):
        conditions = item.get("enableWhen", [])
        for condition in conditions:
            assert condition["answerCoding"]["code"] in earlier[condition["question"]]
        assert len(conditions) < 2 or item["enableBehavior"] in ("any", "all")
        options = [one["valueCoding"]["code"] for one in item.get("answerOption", [])]
        assert len(options) == len(set(options))
        assert bool(options) == (item["type"] in ("choice", "open-choice"))
        earlier[item["linkId"]] = set(options)


@pytest.mark.parametrize("name", ALL)
def test_rules_on_a_question_name_its_own_options(name: str) -> None:
    for item in shipped.walk(shipped.instrument(name)["item"]):
        options = {one["valueCoding"]["code"] for one in item.get("answerOption", [])}
        for rule in ("alert", "need", "step"):
            for found in shipped.extensions(item, rule):
                assert set(shipped.codes(found, "when")) <= options
                has_border = any(part["url"] == "least" for part in found["extension"])
                assert shipped.codes(found, "when") or has_border


@pytest.mark.parametrize("name", ALL)
def test_every_text_has_its_spanish(name: str) -> None:
    form = shipped.instrument(name)
    elements = [(form, "title"), (form, "description")]
    for item in shipped.walk(form["item"]):
        elements.append((item, "text"))
        elements += [(one["valueCoding"], "display") for one in item.get("answerOption", [])]
        elements += [(one, "valueString") for one in shipped.extensions(item, shipped.SHORT_TEXT)]

    missing = [element[field] for element, field in elements if not shipped.spanish(element, field)]

    assert missing == []


@pytest.mark.parametrize("name", shipped.FORMS)
def test_every_question_has_a_short_label_of_one_to_three_words(name: str) -> None:
    for question in shipped.questions(shipped.instrument(name)["item"]):
        (label,) = shipped.extensions(question, shipped.SHORT_TEXT)

        assert 1 <= len(label["valueString"].split()) <= 3
        assert 1 <= len(shipped.spanish(label, "valueString").split()) <= 3


@pytest.mark.parametrize("name", shipped.FORMS)
def test_no_question_asks_for_evidence(name: str) -> None:
    for question in shipped.questions(shipped.instrument(name)["item"]):
        words = [question["linkId"], question["text"], shipped.spanish(question, "text")]
        for option in question.get("answerOption", []):
            coding = option["valueCoding"]
            words += [coding["code"], coding["display"], shipped.spanish(coding, "display")]

        assert [one for one in words if NOT_ASKED.search(one)] == []


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_answered_beforehand(name: str) -> None:
    for item in shipped.walk(shipped.instrument(name)["item"]):
        assert "initial" not in item
        assert not any(one.get("initialSelected") for one in item.get("answerOption", []))
