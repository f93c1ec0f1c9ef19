"""Results of other tests are kept as result, day and source: names only, never their questions."""

from tests.content import shipped


def _blocks() -> list[shipped.Json]:
    blocks: list[shipped.Json] = shipped.instrument("outside-results")["item"][1:]
    return blocks


def _is_total(item: shipped.Json) -> bool:
    found: str = item["linkId"]
    return found.endswith("-total")


def _questions(block: shipped.Json) -> list[shipped.Json]:
    """All but the totals, which have their own tests (``test_outside_totals.py``)."""
    return [one for one in shipped.questions([block]) if not _is_total(one)]


def _ends(block: shipped.Json) -> list[str]:
    return [one["linkId"].partition(".")[2] for one in _questions(block)]


def test_every_test_keeps_whether_it_was_done_which_one_its_result_day_and_source() -> None:
    for block in _blocks():
        done, which, *results, day, source = _ends(block)
        assert (done, day, source) == ("done", "on", "source")
        assert which in ("which", "name")
        assert results


def test_a_result_is_a_concern_or_none_or_not_known_whatever_its_number() -> None:
    for block in _blocks():
        for item in _questions(block)[2:-2]:
            codes = [one["valueCoding"]["code"] for one in item["answerOption"]]
            assert codes == ["no-concern", "concern", "not-known"]


def test_everything_waits_for_the_test_to_have_been_done() -> None:
    for block in _blocks():
        done, *rest = _questions(block)
        for item in rest:
            (condition,) = item["enableWhen"]
            assert condition["question"] == done["linkId"]
            assert condition["answerCoding"]["code"] == "done"


def test_only_a_suicide_screen_with_a_concern_raises_an_alert() -> None:
    found = {
        item["linkId"]: [shipped.codes(one, "when") for one in shipped.extensions(item, "alert")]
        for item in shipped.walk(_blocks())
    }

    assert {link: when for link, when in found.items() if when} == {
        "suicide.result": [["concern"]],
        "suicide.asq-total": [[]],  # by its number: test_outside_totals
    }


def test_alcohol_and_drugs_open_only_in_private() -> None:
    guards = {
        block["linkId"]: [one["valueCode"] for one in shipped.extensions(block, "sensitive")]
        for block in _blocks()
    }

    assert {link for link, found in guards.items() if found == ["lock"]} == {"alcohol", "drugs"}
