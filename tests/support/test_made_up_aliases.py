"""A made-up alias of a test never meets one that a test chose."""

import re
from pathlib import Path

from desktop.records.alias import ALIAS_WORDS, new_alias
from tests.support.made_up_aliases import alias_apart

ROOT = Path(__file__).parents[2]
CHOSEN = re.compile(rf"\b(?:{'|'.join(ALIAS_WORDS)}) 9[0-8]\b")


def test_what_is_made_up_has_a_number_of_its_own_range() -> None:
    made = {new_alias(()) for _ in range(200)}

    assert all(90 <= int(one[-2:]) <= 98 for one in made)
    assert len(made) > 50


def test_when_that_range_is_taken_any_other_is_given() -> None:
    assert alias_apart(["Wren 07"]) == "Wren 07"


def test_no_test_and_no_demo_case_names_one_of_that_range() -> None:
    files = [*(ROOT / "tests").rglob("*.py"), ROOT / "resources" / "demo" / "cases.json"]
    texts = {path: path.read_text(encoding="utf-8") for path in files}

    assert [path.name for path, text in texts.items() if CHOSEN.search(text)] == []
