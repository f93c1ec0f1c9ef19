"""How far back a question looks: from now, by the calendar, and only where it can be read."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.forms.extensions import OBSERVATION_LINK
from desktop.forms.link_periods import LinkPeriod, link_faults, linked_codes, looks_back
from tests.forms.form_makers import NOON, form, group, item

LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
CODED = [{"system": LOINC, "code": "q"}]


def lasting(value, unit, **more):
    """The extension with a period of so much."""
    length = {"value": value, "unit": "words", "system": UCUM, "code": unit} | more
    return {"url": OBSERVATION_LINK, "valueDuration": length}


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "value", "unit", "begin"),
    [
        ("2026-03-14T12:00:00", "1", "a", "2025-03-14T12:00:00"),
        ("2028-02-29T12:00:00", "1", "a", "2027-02-28T12:00:00"),
        ("2028-02-29T12:00:00", "4", "a", "2024-02-29T12:00:00"),
        ("2026-03-31T12:00:00", "1", "mo", "2026-02-28T12:00:00"),
        ("2028-03-31T12:00:00", "1", "mo", "2028-02-29T12:00:00"),
        ("2026-05-31T12:00:00", "3", "mo", "2026-02-28T12:00:00"),
        ("2026-01-31T12:00:00", "2", "mo", "2025-11-30T12:00:00"),
        ("2026-01-15T12:00:00", "13", "mo", "2024-12-15T12:00:00"),
        ("2026-03-14T12:00:00", "1.5", "a", "2024-09-14T12:00:00"),
        ("2026-03-14T12:00:00", "0.5", "mo", "2026-02-27T06:45:00"),
        ("2026-03-14T12:00:00", "2", "wk", "2026-02-28T12:00:00"),
        ("2026-03-14T12:00:00", "1", "d", "2026-03-13T12:00:00"),
        ("2026-03-14T12:00:00", "36", "h", "2026-03-13T00:00:00"),
        ("2026-03-14T12:00:00", "90", "min", "2026-03-14T10:30:00"),
        ("2026-03-14T12:00:00", "0.5", "s", "2026-03-14T11:59:59.500000"),
    ],
)
def test_a_period_goes_back_from_now_by_the_calendar(now, value, unit, begin):
    assert LinkPeriod(Decimal(value), unit).begin(moment(now)) == moment(begin)


def test_a_period_is_counted_in_utc_wherever_now_was_read():
    east = NOON.astimezone(timezone(timedelta(hours=14)))

    assert LinkPeriod(Decimal(1), "mo").begin(east) == LinkPeriod(Decimal(1), "mo").begin(NOON)


@pytest.mark.parametrize("unit", ["a", "mo", "wk", "d", "h", "min", "s"])
def test_a_period_longer_than_the_calendar_begins_with_it(unit):
    begin = LinkPeriod(Decimal(10) ** 30, unit).begin(NOON)

    assert begin == datetime(1, 1, 1, tzinfo=UTC)


@given(
    st.integers(0, 100 * 366 * 86_400).map(lambda seconds: NOON + timedelta(seconds=seconds)),
    st.integers(1, 500),
    st.integers(1, 500),
    st.sampled_from(["a", "mo", "wk", "d", "h", "min"]),
)
def test_a_longer_period_never_begins_later(now, one, more, unit):
    shorter, longer = LinkPeriod(Decimal(one), unit), LinkPeriod(Decimal(one + more), unit)

    assert longer.begin(now) <= shorter.begin(now) < now


def test_each_code_of_an_item_has_its_periods():
    codes = [{"system": LOINC, "code": "1"}, {"code": "2"}, {"system": LOINC}]
    coded = form(item("q", "string", lasting(1, "d"), lasting(2, "d"), code=codes)).item("q")

    found = linked_codes(coded)

    both = (LinkPeriod(Decimal(1), "d"), LinkPeriod(Decimal(2), "d"))
    assert found == {(LOINC, "1"): both, ("", "2"): both}


def test_a_period_on_one_code_counts_for_that_code():
    codes = [{"system": LOINC, "code": "1", "extension": [lasting(3, "d")]}, *CODED]
    coded = form(item("q", "string", code=codes))

    assert linked_codes(coded.item("q")) == {(LOINC, "1"): (LinkPeriod(Decimal(3), "d"),)}
    assert looks_back(coded)
    assert not list(link_faults(coded.item("q")))


@pytest.mark.parametrize(
    "broken",
    [
        lasting(1, "fortnight"),
        lasting(1, ""),
        lasting(0, "d"),
        lasting(-1, "d"),
        lasting(True, "d"),
        lasting("one", "d"),
        lasting("-1", "d"),
        lasting(None, "d"),
        lasting(1, "d", system="https://units.example"),
        lasting(1, "d", comparator="<"),
        {"url": OBSERVATION_LINK},
        {"url": OBSERVATION_LINK, "valueDuration": "1 d"},
        {"url": OBSERVATION_LINK, "valueString": "P1D"},
    ],
)
def test_what_is_no_period_looks_for_nothing_and_is_told(broken):
    asked = form(item("q", "string", broken, code=CODED))

    assert not looks_back(asked)
    assert list(link_faults(asked.item("q"))) == ["link-period-unreadable"]


def test_a_number_in_quotes_is_read_as_forms_in_use_write_it():
    asked = form(item("q", "string", lasting("1", "a"), code=CODED))

    assert linked_codes(asked.item("q")) == {(LOINC, "q"): (LinkPeriod(Decimal(1), "a"),)}


def test_an_item_without_a_code_or_without_an_answer_is_told():
    asked = form(
        item("q", "string", lasting(1, "a")),
        item("system", "string", lasting(1, "a"), code=[{"system": LOINC}]),
        group("g", item("in", "string"), code=CODED, extension=[lasting(1, "a")]),
        item("d", "display", lasting(1, "a"), code=CODED),
        item("file", "attachment", lasting(1, "a"), code=CODED),
        item("plain", "string", code=CODED),
    )

    said = {one: list(link_faults(asked.item(one))) for one in asked.by_link_id}

    assert said == {
        "q": ["link-period-no-code"],
        "system": ["link-period-no-code"],
        "g": ["link-period-no-answer"],
        "in": [],
        "d": ["link-period-no-answer"],
        "file": ["link-period-no-answer"],
        "plain": [],
    }
    assert not looks_back(asked)
