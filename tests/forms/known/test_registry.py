"""The registry holds facts with their sources, in both languages, and no word of an instrument."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import urlparse

import pytest

from desktop.errors import BugError
from desktop.forms.known.instrument import ForWhom, KnownInstrument, Scoring, Unconfirmed
from desktop.forms.known.registry import read_registry
from tests.forms.known.shipped_registry import PATH, known, rows, shipped

ALL = shipped().instruments
KEYS = [one.key for one in ALL]
WANTED = {
    "ace",
    "adult-hope",
    "asq",
    "audit-c",
    "c-ssrs",
    "children-hope",
    "crafft",
    "cts",
    "danger-assessment",
    "dast-10",
    "gad-7",
    "hark",
    "hits",
    "ahc-hrsn",
    "hunger-vital-sign",
    "itss",
    "pc-ptsd-5",
    "pcl-5",
    "pearls",
    "phq-2",
    "phq-9",
    "prapare",
    "safety",
    "state-hope",
    "vrrai",
}

each = pytest.mark.parametrize("one", ALL, ids=KEYS)


def words_in(value: object) -> Iterator[dict[str, Any]]:
    """Every text in two languages below a JSON value."""
    if isinstance(value, dict):
        if set(value) == {"en", "es"}:
            yield value
        else:
            for part in value.values():
                yield from words_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from words_in(part)


def sources_in(value: object) -> Iterator[str]:
    """Every address that is given as a source."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name in ("source", "bands-source"):
                yield part
            elif name == "sources":
                yield from part
            else:
                yield from sources_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from sources_in(part)


def is_loinc(code: str) -> bool:
    """Whether the last digit of a LOINC code is the mod 10 check digit of the others."""
    number, _, check = code.partition("-")
    doubled = [int(one) * (2 - at % 2) for at, one in enumerate(reversed(number))]
    return (10 - sum(one - 9 if one > 9 else one for one in doubled) % 10) % 10 == int(check)


def test_every_instrument_of_the_sheet_is_there_once() -> None:
    assert sorted(KEYS) == sorted(WANTED)


@each
def test_each_fact_that_is_a_rule_names_its_source(one: KnownInstrument) -> None:
    rules = [*one.cut_offs, *filter(None, (one.ages, one.looks_back, one.self_harm))]
    found = [rule.source for rule in rules]

    assert one.sources
    assert all(found)
    assert bool(one.bands) is bool(one.bands_source)
    if not one.rights.source:
        assert Unconfirmed.RIGHTS in one.unconfirmed
        assert one.rights.must_confirm


@pytest.mark.parametrize("row", rows(), ids=[row["key"] for row in rows()])
def test_every_source_is_a_page_that_can_be_opened(row: dict[str, Any]) -> None:
    for source in sources_in(row):
        parts = urlparse(source)
        assert parts.scheme in ("https", "http"), source
        assert "." in parts.netloc, source


@each
def test_every_cut_off_and_band_lies_inside_the_range_of_the_total(one: KnownInstrument) -> None:
    for cut_off in one.total_cut_offs:
        if one.total is not None:
            assert one.total[0] < cut_off.least <= one.total[1], one.key
    for band in one.bands:
        assert one.total is not None
        assert band.low is not None
        assert band.high is not None
        assert one.total[0] <= band.low <= band.high <= one.total[1]
    for low, high in zip(one.bands, one.bands[1:], strict=False):
        assert low.high is not None
        assert high.low == low.high + 1


@each
def test_what_is_scored_here_has_its_questions_and_its_range(one: KnownInstrument) -> None:
    if one.scoring is Scoring.NONE:
        assert one.total is None
        assert one.not_done, "what is not done says why"
        return
    assert one.total is not None
    assert one.items is not None
    if one.scoring is Scoring.COUNT:
        assert one.total == (0, one.items)


@each
def test_an_age_gate_is_never_taken_from_what_is_not_confirmed(one: KnownInstrument) -> None:
    if Unconfirmed.AGES in one.unconfirmed:
        assert one.ages is None
    if one.ages is not None:
        low, high = one.ages.from_age, one.ages.to_age
        assert low is not None or high is not None
        assert low is None or high is None or low < high


@each
def test_a_code_of_loinc_has_a_check_digit_that_holds(one: KnownInstrument) -> None:
    codes = [one.codes.panel, one.codes.total, *one.codes.items]
    codes += [one.self_harm.loinc] if one.self_harm else []

    assert [code for code in codes if code and not is_loinc(code)] == []
    if Unconfirmed.LOINC in one.unconfirmed:
        assert codes == ["", ""]


def test_no_code_names_two_instruments() -> None:
    codes = [
        code for one in ALL for code in (one.codes.panel, one.codes.total, *one.codes.items) if code
    ]

    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("row", rows(), ids=[row["key"] for row in rows()])
def test_every_text_is_there_in_both_languages(row: dict[str, Any]) -> None:
    found = list(words_in(row))

    assert len(found) >= 3
    for text in found:
        assert text["en"].strip(), row["key"]
        assert text["es"].strip(), row["key"]


@pytest.mark.parametrize("row", rows(), ids=[row["key"] for row in rows()])
def test_no_text_is_a_question_or_an_answer(row: dict[str, Any]) -> None:
    """A registry holds facts; the wording stays with whoever has the rights."""
    for text in words_in(row):
        for words in text.values():
            assert "?" not in words, words
            assert "\u201c" not in words, words
            lowered = words.lower()
            for said in ("over the last", "have you", "how often", "ha sentido", "frecuencia"):
                assert said not in lowered, words


@each
def test_only_what_must_lie_after_the_event_waits_for_it(one: KnownInstrument) -> None:
    waits = one.looks_back is not None and one.looks_back.after_event

    assert waits is (one.key in ("pc-ptsd-5", "pcl-5"))
    if waits:
        assert one.looks_back is not None
        assert one.looks_back.days == 30


@pytest.mark.parametrize(
    ("key", "least", "for_whom"),
    [
        ("pc-ptsd-5", 4, ForWhom.EVERYBODY),
        ("pc-ptsd-5", 3, ForWhom.WOMEN),
        ("pcl-5", 31, ForWhom.EVERYBODY),
        ("phq-2", 3, ForWhom.EVERYBODY),
        ("phq-2", 2, ForWhom.EVERYBODY),
        ("phq-9", 10, ForWhom.EVERYBODY),
        ("gad-7", 10, ForWhom.EVERYBODY),
        ("asq", 1, ForWhom.EVERYBODY),
        ("audit-c", 4, ForWhom.MEN),
        ("audit-c", 3, ForWhom.WOMEN),
        ("dast-10", 3, ForWhom.EVERYBODY),
        ("hits", 11, ForWhom.EVERYBODY),
    ],
)
def test_a_cut_off_holds_at_and_above_and_not_below(
    key: str, least: int, for_whom: ForWhom
) -> None:
    one = known(key)
    cut_off = next(
        each for each in one.total_cut_offs if (each.least, each.for_whom) == (least, for_whom)
    )

    assert [cut_off.holds(Decimal(least + step)) for step in (-1, 0, 1)] == [False, True, True]
    assert cut_off not in one.reached(Decimal(least - 1), for_whom)
    assert cut_off in one.reached(Decimal(least), for_whom)


def test_every_cut_off_of_a_total_is_tested_at_its_edges() -> None:
    tested = 12

    assert sum(len(one.total_cut_offs) for one in ALL) == tested


def test_both_cut_offs_count_where_nobody_said_for_whom() -> None:
    one = known("audit-c")

    assert [each.least for each in one.reached(Decimal(3))] == [3]
    assert [each.least for each in one.reached(Decimal(4))] == [4, 3]
    assert one.reached(Decimal(3), ForWhom.MEN) == ()
    assert [each.least for each in one.reached(Decimal(3), ForWhom.WOMEN)] == [3]


def test_a_total_outside_the_range_is_told_from_one_inside() -> None:
    one = known("hits")

    assert [one.in_range(Decimal(total)) for total in (3, 4, 20, 21)] == [False, True, True, False]


def test_an_instrument_is_found_by_the_code_of_its_form_its_total_and_its_items() -> None:
    registry = shipped()
    found = [registry.coded(code) for code in ("44249-1", "44261-6", "95616-9", "", "1234-5")]

    assert [one.key if one else "" for one in found] == ["phq-9", "phq-9", "hits", "", ""]


def test_the_danger_assessment_is_never_computed_and_leads_to_an_advocate() -> None:
    one = known("danger-assessment")

    assert (one.scoring, one.total, one.cut_offs) == (Scoring.NONE, None, ())
    assert "advocate" in one.not_done.base


@pytest.mark.parametrize("change", ["version", "scoring", "unconfirmed", "missing"])
def test_a_registry_that_is_not_as_it_should_be_is_our_fault(change: str) -> None:
    written = json.loads(PATH.read_text(encoding="utf-8"))
    row = written["instruments"][0]
    if change == "version":
        written["version"] = 9
    elif change == "missing":
        del row["rights"]
    else:
        row[change] = ["guess"] if change == "unconfirmed" else "guess"

    with pytest.raises(BugError):
        read_registry(json.dumps(written).encode())
