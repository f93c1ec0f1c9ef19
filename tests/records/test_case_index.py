"""Finding cases by what someone types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.case_index import CaseIndex, fold

INDEX = CaseIndex(
    [("Maple 12 ED 7", 1), ("Ébano 3 ED 17", 2), ("Cedar 12 Bay 4", 3), ("Maplewood 1", 4)]
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("map", [1, 4]),
        ("MAPLE 12", [1]),
        ("maple  12", [1]),
        ("eban", [2]),
        ("éba", [2]),
        ("12", [1, 3]),
        ("ed 17", [2]),
        ("aple", []),
        ("zzz", []),
        ("", [1, 2, 3, 4]),
    ],
)
def test_a_prefix_of_any_word_finds_its_cases(typed: str, found: list[int]) -> None:
    assert INDEX.by_prefix(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"), [("aple", [1, 4]), ("2", [1, 3]), ("7", [1, 2]), ("\n", [1, 2, 3, 4])]
)
def test_a_part_of_a_word_finds_its_cases(typed: str, found: list[int]) -> None:
    assert INDEX.containing(typed) == found


def test_nothing_is_found_across_two_cases() -> None:
    assert CaseIndex([("ab", 1), ("cd", 2)]).containing("bc") == []
    assert CaseIndex([]).containing("a") == CaseIndex([]).by_prefix("a") == []


def test_no_more_are_found_than_asked_for() -> None:
    index = CaseIndex([(f"Maple {number}", number) for number in range(100)])

    assert index.by_prefix("map", 7) == index.containing("apl", 7) == list(range(7))


WORDS = st.text(alphabet="abAé 1", min_size=1, max_size=8)


@given(st.lists(WORDS, max_size=12), WORDS)
def test_the_index_finds_what_looking_at_every_case_finds(texts: list[str], typed: str) -> None:
    index = CaseIndex((text, number) for number, text in enumerate(texts))
    wanted = fold(typed)

    by_part = [number for number, text in enumerate(texts) if wanted in fold(text)]
    by_word = [
        number
        for number, text in enumerate(texts)
        if fold(text).startswith(wanted) or f" {wanted}" in fold(text)
    ]

    assert index.containing(typed) == by_part
    assert index.by_prefix(typed) == by_word
