"""Young person, caregiver, family member: answers apart, danger first, agreement before all."""

import pytest

from tests.content import shipped

APART = ("youth-talk", "caregiver-talk", "family-intake")
CONCERN = {
    "youth-talk": "feel.ending-life",
    "caregiver-talk": "child.hurt-self",
    "family-intake": "you.ending-life",
    "follow-up-check": "heal.ending-life",
}


def _ages(name: str) -> tuple[int | None, int | None]:
    for context in shipped.instrument(name).get("useContext", []):
        span = context["valueRange"]
        return span.get("low", {}).get("value"), span.get("high", {}).get("value")
    return None, None


@pytest.mark.parametrize(
    ("name", "ages"),
    [
        ("youth-talk", (8, 17)),
        ("caregiver-talk", (None, 17)),
        ("family-intake", (None, None)),
        ("follow-up-check", (None, None)),
    ],
)
def test_each_is_for_its_ages(name: str, ages: tuple[int | None, int | None]) -> None:
    assert _ages(name) == ages


@pytest.mark.parametrize("name", APART)
def test_page_one_says_who_asks_and_what_must_be_told_before_any_question(name: str) -> None:
    first = shipped.instrument(name)["item"][0]
    kinds = [one["type"] for one in first["item"]]
    told = " ".join(one["text"] for one in first["item"])

    assert kinds == sorted(kinds, key=lambda kind: kind != "display")
    assert shipped.questions([first])[0]["linkId"] == "start.talk-now"
    assert "not the police" in told
    assert "You can skip any question." in told
    assert "I must" in told


@pytest.mark.parametrize("name", APART)
def test_who_does_not_want_to_talk_is_asked_nothing_more(name: str) -> None:
    for section in shipped.instrument(name)["item"][1:]:
        (condition,) = section["enableWhen"]
        assert condition["question"] == "start.talk-now"
        assert condition["answerCoding"]["code"] == "yes"


@pytest.mark.parametrize(("name", "link"), CONCERN.items())
def test_the_question_about_suicide_warns_never_locks_and_is_asked_again(
    name: str, link: str
) -> None:
    items = {one["linkId"]: one for one in shipped.walk(shipped.instrument(name)["item"])}
    section = items[link.partition(".")[0]]

    assert [one["valueCode"] for one in shipped.extensions(section, "sensitive")] == ["warn"]
    assert shipped.extensions(items[link], "sensitive") == []
    assert shipped.extensions(items[link], "reask-when-missing")[0]["valueBoolean"] is True
    (alert,) = shipped.extensions(items[link], "alert")
    assert shipped.codes(alert, "when") == ["yes", "not-sure"]


@pytest.mark.parametrize("name", CONCERN)
def test_questions_about_people_who_do_harm_open_only_in_private(name: str) -> None:
    for item in shipped.questions(shipped.instrument(name)["item"]):
        asks = item["linkId"].partition(".")[2] in ("more-harm", "home")
        if asks or item["linkId"] in ("you.safe", "life.online"):
            assert shipped.extensions(item, "sensitive")[0]["valueCode"] == "lock"


def test_a_call_at_a_bad_time_asks_only_how_to_reach_the_person() -> None:
    form = shipped.instrument("follow-up-check")["item"]
    always = [
        one["linkId"]
        for group in form
        if "enableWhen" not in group
        for one in shipped.questions([group])
        if one.get("enableWhen", [{}])[0].get("question") != "start.talk-now"
    ]

    assert always == ["start.how", "start.talk-now", "contacts.reach", "contacts.next-on"]


def test_needs_after_discharge_keep_apart_not_needed_open_and_met() -> None:
    form = shipped.instrument("follow-up-check")["item"]
    (needs,) = [one for one in form if one["linkId"] == "needs"]

    for item in shipped.questions([needs]):
        codes = [one["valueCoding"]["code"] for one in item["answerOption"]]
        assert codes == ["not-needed", "open", "in-progress", "met", "no-longer"]
        (need,) = shipped.extensions(item, "need")
        assert shipped.codes(need, "when") == ["open", "in-progress"]
