"""The safety plan keeps three people of four concrete parts each, a review date, few duties."""

from tests.content import shipped


def _by_link() -> dict[str, shipped.Json]:
    plan = shipped.instrument("safety-plan")
    return {one["linkId"]: one for one in shipped.walk(plan["item"])}


def test_each_person_has_the_four_parts_of_the_meter() -> None:
    items = _by_link()

    for number in (1, 2, 3):
        parts = [
            shipped.extensions(one, "specificity")[0]["valueCode"]
            for one in items[f"person-{number}"]["item"]
        ]
        assert parts == ["who", "how-to-reach", "when", "they-know"]


def test_the_app_finds_the_review_date_and_the_desk_question_by_role() -> None:
    roles = {
        found["valueCode"]: item["type"]
        for item in _by_link().values()
        for found in shipped.extensions(item, "role")
    }

    assert roles == {"review-date": "date", "desk-may-print": "choice"}


def test_the_desk_question_is_asked_only_when_there_is_paper() -> None:
    question = _by_link()["check-in.desk-may-print"]

    codes = [one["answerCoding"]["code"] for one in question["enableWhen"]]

    assert codes == ["full-page", "card"]
    assert question["enableBehavior"] == "any"


def test_only_the_review_date_and_the_paper_are_required() -> None:
    required = [link for link, item in _by_link().items() if item.get("required")]

    assert required == ["check-in.review-date", "check-in.paper", "check-in.desk-may-print"]


def test_of_storage_only_whether_a_plan_was_agreed_is_kept_and_only_in_private() -> None:
    question = _by_link()["threat.storage-plan"]

    assert [one["valueCoding"]["code"] for one in question["answerOption"]] == ["yes", "no"]
    assert shipped.extensions(question, "sensitive")[0]["valueCode"] == "lock"
