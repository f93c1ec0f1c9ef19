"""The bedside core has its page one, five sections, two alerts, one score and worked examples."""

from tests.content import shipped

SECTIONS = ["safety-now", "how-you-are", "what-you-need", "people", "next-steps"]


def _rules(rule: str) -> dict[str, list[shipped.Json]]:
    core = shipped.instrument("bedside-core")
    found = {one["linkId"]: shipped.extensions(one, rule) for one in shipped.walk(core["item"])}
    return {link: rules for link, rules in found.items() if rules}


def test_page_one_comes_before_any_question_and_asks_for_agreement() -> None:
    page_one = shipped.instrument("bedside-core")["item"][0]

    (role,) = shipped.extensions(page_one, "role")
    assert role["valueCode"] == "agreement-to-talk"
    (agreement,) = shipped.questions([page_one])
    options = [one["valueCoding"]["code"] for one in agreement["answerOption"]]
    assert options == ["yes", "later", "no"]
    assert page_one["item"][-1] is agreement


def test_five_sections_hold_twenty_to_twenty_five_questions() -> None:
    _, *sections = shipped.instrument("bedside-core")["item"]

    assert [one["linkId"] for one in sections] == SECTIONS
    assert 20 <= len(shipped.questions(sections)) <= 25


def test_everything_but_free_words_is_required() -> None:
    core = shipped.instrument("bedside-core")["item"]

    optional = [one["linkId"] for one in shipped.questions(core) if not one.get("required")]

    assert optional == ["people.who-to-call", "next-steps.to-add"]


def test_there_are_two_kinds_of_alert() -> None:
    codes = {
        code
        for alerts in _rules("alert").values()
        for alert in alerts
        for code in shipped.codes(alert, "code")
    }

    assert codes == {"suicide-concern", "danger-now"}


def test_the_suicide_question_warns_but_never_locks_and_is_asked_again() -> None:
    core = shipped.instrument("bedside-core")["item"]
    section = next(one for one in core if one["linkId"] == "how-you-are")
    question = next(one for one in section["item"] if one["linkId"].endswith("ending-life"))

    assert [one["valueCode"] for one in shipped.extensions(section, "sensitive")] == ["warn"]
    assert shipped.extensions(question, "sensitive") == []
    assert shipped.extensions(question, "reask-when-missing")[0]["valueBoolean"] is True
    assert shipped.extensions(question, "need") == []


def test_questions_about_other_people_doing_harm_open_only_in_private() -> None:
    locked = {
        link
        for link, found in _rules("sensitive").items()
        if [one["valueCode"] for one in found] == ["lock"]
    }

    assert locked == {"safety-now.more-harm", "safety-now.fear-close"}


def test_the_one_score_counts_exactly_the_questions_that_name_a_need() -> None:
    core = shipped.instrument("bedside-core")["item"]
    (score,) = [one for one in shipped.walk(core) if one.get("readOnly")]
    (calculated,) = [one for one in score["extension"] if "valueExpression" in one]
    expression = calculated["valueExpression"]["expression"]

    expected = " + ".join(
        f"%resource.item.item.where(linkId='{link}').answer.value.where("
        + " or ".join(f"code='{code}'" for code in shipped.codes(need, "when"))
        + ").count()"
        for link, (need,) in _rules("need").items()
    )

    assert shipped.extensions(score, "role")[0]["valueCode"] == "needs-score"
    assert expression == expected


def test_the_description_says_that_it_is_not_a_validated_screen() -> None:
    core = shipped.instrument("bedside-core")

    assert "not a validated screen" in core["description"]
    assert "No es una prueba validada" in shipped.spanish(core, "description")


def test_the_worked_examples_answer_only_what_the_form_offers() -> None:
    core = shipped.instrument("bedside-core")
    offered = {
        one["linkId"]: {option["valueCoding"]["code"] for option in one.get("answerOption", [])}
        for one in shipped.questions(core["item"])
    }

    vectors = shipped.extensions(core, "test-vector")

    assert len(vectors) >= 6
    for vector in vectors:
        for answer in (one["extension"] for one in vector["extension"] if one["url"] == "answer"):
            parts = {one["url"]: one for one in answer}
            options = offered[parts["linkId"]["valueString"]]
            assert "reason" in parts or parts["code"]["valueCode"] in options
