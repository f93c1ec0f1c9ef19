"""Consent texts carry what 45 CFR 164.508(c) asks for and nothing that cannot be filled in."""

import re

import pytest

from tests.content import shipped

PLACEHOLDERS = {"partner", "hospital", "categories", "purpose", "until", "days"}
ROLES = {
    "intro",
    "scope",
    "limits",
    "police",
    "redisclosure",
    "duration",
    "revoke",
    "no-harm",
    "copy",
}


def _placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(.*?)\}", text))


@pytest.mark.parametrize("name", shipped.CONSENTS)
def test_a_consent_asks_for_a_signature(name: str) -> None:
    form = shipped.instrument(name)

    urls = [one["url"].rsplit("/", 1)[1] for one in form["extension"]]

    assert urls == ["questionnaire-signatureRequired"]


@pytest.mark.parametrize("name", shipped.CONSENTS)
def test_a_consent_is_paragraphs_with_every_element(name: str) -> None:
    items = shipped.instrument(name)["item"]

    roles = [shipped.extensions(one, "paragraph-role")[0]["valueCode"] for one in items]

    assert {one["type"] for one in items} == {"display"}
    assert set(roles) == ROLES


@pytest.mark.parametrize("name", shipped.CONSENTS)
def test_both_languages_fill_in_the_same_known_places(name: str) -> None:
    for paragraph in shipped.instrument(name)["item"]:
        english = _placeholders(paragraph["text"])

        assert english <= PLACEHOLDERS
        assert _placeholders(shipped.spanish(paragraph, "text")) == english


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("consent-participation", {"hospital", "until", "days"}),
        ("consent-contact", {"hospital", "until", "days"}),
        ("consent-release", PLACEHOLDERS),
        ("consent-part2", PLACEHOLDERS),
        ("consent-photographs", {"hospital", "until", "days"}),
        ("consent-research", {"hospital", "until", "days"}),
    ],
)
def test_a_consent_names_who_what_why_and_until_when(name: str, expected: set[str]) -> None:
    items = shipped.instrument(name)["item"]

    assert set().union(*(_placeholders(one["text"]) for one in items)) == expected


@pytest.mark.parametrize("name", shipped.CONSENTS)
def test_the_purpose_cites_the_rule(name: str) -> None:
    purpose = shipped.instrument(name)["purpose"]

    assert "45 CFR 164.508(c)" in purpose
    assert "28 CFR 94.115" in purpose
