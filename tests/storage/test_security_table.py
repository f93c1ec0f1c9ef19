"""The page on security is true: every line of its table is backed by a test that is there."""

from tests.storage.security_lines import SECTIONS
from tests.storage.security_table import PAGE, missing_tests, page


def test_every_line_names_tests_that_exist() -> None:
    assert missing_tests() == []
    assert all(line.tests for lines in SECTIONS.values() for line in lines)


def test_the_page_is_made_from_the_table() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert text == page(text)


def test_no_requirement_stands_twice() -> None:
    names = [line.requirement for lines in SECTIONS.values() for line in lines]

    assert len(names) == len(set(names))
