"""Results of known instruments: names, ranges and borders of the registry, with their source."""

from datetime import UTC, datetime

import pytest

from desktop.forms.answers import Coding
from desktop.forms.instances import ItemKey
from desktop.forms.known.instrument import KnownInstrument
from desktop.forms.questionnaire import InstrumentRef
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession
from desktop.resource_files import resources_dir
from desktop.services.known_words import border_words
from desktop.services.library import Library
from tests.content import shipped
from tests.forms.known.shipped_registry import shipped as registry

CORE = "http://hl7.org/fhir/StructureDefinition/"
LINK = CORE + "questionnaire-supportLink"
NO_INSTRUMENT = {"other", "blood", "lab", "phq-a"}
"""What is offered and is none of the known instruments; the PHQ-A is not confirmed to us."""
BEGUN = "4538c16c"
"""How the hash of version 1.0.0 begins: not one byte of it may change."""


def _items() -> dict[str, shipped.Json]:
    return {
        one["linkId"]: one for one in shipped.walk(shipped.instrument("outside-results")["item"])
    }


def _offered() -> list[tuple[str, KnownInstrument]]:
    """Each instrument that can be named, with the linkId of the question that names it."""
    found = []
    for link_id, item in _items().items():
        if not link_id.endswith((".which", ".name")):
            continue
        for option in item["answerOption"]:
            one = registry().of(option["valueCoding"]["code"])
            if one is not None:
                found.append((link_id, one))
    return found


OFFERED = _offered()
TOTALS = [(link_id, one) for link_id, one in OFFERED if one.total is not None]
each = pytest.mark.parametrize(("which", "one"), OFFERED, ids=[one.key for _, one in OFFERED])
each_total = pytest.mark.parametrize(("which", "one"), TOTALS, ids=[one.key for _, one in TOTALS])


def _beside(which: str, one: KnownInstrument, part: str) -> shipped.Json | None:
    return _items().get(f"{which.partition('.')[0]}.{one.key}-{part}")


def _session() -> FormSession:
    data = (resources_dir() / "instruments" / "outside-results.json").read_bytes()
    form = read_questionnaire(data, "outside-results.json")
    return FormSession(form, now=lambda: datetime(2026, 3, 14, tzinfo=UTC))


def _with(which: str, key: str) -> FormSession:
    """The form in which this instrument was named."""
    session = _session()
    session.answer(ItemKey(f"{which.partition('.')[0]}.done"), Coding("done"))
    session.answer(ItemKey(which), Coding(key))
    return session


def test_every_name_that_is_offered_is_one_of_the_registry_or_says_that_it_is_none() -> None:
    for link_id, item in _items().items():
        if not link_id.endswith((".which", ".name")):
            continue
        for option in item["answerOption"]:
            coding = option["valueCoding"]
            one = registry().of(coding["code"])
            if one is None:
                assert coding["code"] in NO_INSTRUMENT
            else:
                assert (coding["display"], shipped.spanish(coding, "display")) == (one.name,) * 2


@each
def test_borders_are_told_in_the_words_of_the_registry_with_their_source(
    which: str, one: KnownInstrument
) -> None:
    said = _beside(which, one, "borders")
    if not one.cut_offs:
        assert said is None
        return
    assert said is not None
    spoken = (said["text"], shipped.spanish(said, "text"))
    assert spoken == (border_words(one, "en"), border_words(one, "es"))
    (link,) = shipped.extensions(_beside(which, one, "total") or said, LINK)
    assert link["valueUri"] == one.cut_offs[0].source


@each
def test_a_total_is_asked_only_where_the_instrument_has_one(
    which: str, one: KnownInstrument
) -> None:
    item = _beside(which, one, "total")

    assert (item is None) is (one.total is None)
    if item is not None:
        assert not item.get("required")


@each_total
def test_a_total_keeps_to_the_range_of_its_instrument_and_says_so(
    which: str, one: KnownInstrument
) -> None:
    assert one.total is not None
    low, high = (int(end) for end in one.total)
    key = ItemKey(f"{which.partition('.')[0]}.{one.key}-total")
    session = _with(which, one.key)
    found = {}
    for total in (low - 1, low, high, high + 1):
        session.answer(key, total)
        found[total] = [problem.message_id for problem in session.state(key).problems]

    assert found == {
        low - 1: ["form-problem-below-minimum"],
        low: [],
        high: [],
        high + 1: ["form-problem-above-maximum"],
    }
    item = _beside(which, one, "total")
    assert item is not None
    assert f"from {low} to {high}." in item["text"]
    assert f"de {low} a {high}." in shipped.spanish(item, "text")


@each_total
def test_a_total_is_asked_of_the_test_that_was_named_and_of_no_other(
    which: str, one: KnownInstrument
) -> None:
    key = ItemKey(f"{which.partition('.')[0]}.{one.key}-total")
    named, other = _with(which, one.key), _with(which, "other")

    assert (named.state(key).enabled, other.state(key).enabled) == (True, False)
    named.answer(ItemKey(f"{which.partition('.')[0]}.done"), Coding("not-done"))
    assert not named.state(key).enabled


def test_another_test_is_named_in_ones_own_words_too() -> None:
    item = _items()["more.name"]

    assert (item["type"], item["required"]) == ("open-choice", True)


def test_no_test_on_what_locks_is_offered_where_nothing_locks() -> None:
    """Partner violence and firearms are sections that are closed in company."""
    open_blocks = {"suicide", "injury-stress", "mood", "trauma", "needs", "more"}
    closed = {"hits", "hark", "danger-assessment", "safety", "audit-c", "dast-10", "crafft"}
    found = {one.key for which, one in OFFERED if which.partition(".")[0] in open_blocks}

    assert found.isdisjoint(closed)


def test_what_was_begun_with_the_version_before_opens_in_it() -> None:
    folder = resources_dir()
    data = (folder / "instruments" / "earlier" / "outside-results-1.0.0.json").read_bytes()
    before = read_questionnaire(data, "outside-results-1.0.0.json")
    library = Library(folder / "instruments", folder / "directory", is_demo=True)
    ref = InstrumentRef(
        "https://firstlight.example/fhir/Questionnaire/outside-results",
        "1.0.0",
        before.content_hash,
    )

    assert before.content_hash.startswith(BEGUN)
    assert library.by_ref(ref).ref == ref
    assert library.instrument("outside-results").version == "1.1.0"


@pytest.mark.parametrize(
    ("total", "raises"), [(None, False), (0, False), (1, True), (3, True), (4, True)]
)
@pytest.mark.parametrize("result", ["no-concern", "concern"])
def test_a_positive_suicide_total_raises_the_alert_whatever_the_result_says(
    total: int | None, raises: bool, result: str
) -> None:
    session = _with("suicide.which", "asq")
    session.answer(ItemKey("suicide.result"), Coding(result))
    if total is not None:
        session.answer(ItemKey("suicide.asq-total"), total)

    found = {(alert.code, alert.key) for alert in session.alerts}

    by_total = ("suicide-concern", ItemKey("suicide.asq-total"))
    assert (by_total in found) is raises
    assert (("suicide-concern", ItemKey("suicide.result")) in found) is (result == "concern")
    assert all(alert.waits for alert in session.alerts)


def test_the_total_that_raises_it_is_the_border_of_the_registry() -> None:
    one = registry().of("asq")
    assert one is not None
    (rule,) = [
        shipped.extensions(item, "alert")[0]
        for link_id, item in _items().items()
        if link_id == "suicide.asq-total"
    ]
    (least,) = [part["valueInteger"] for part in rule["extension"] if part["url"] == "least"]

    assert [int(cut.least) for cut in one.cut_offs] == [least]
