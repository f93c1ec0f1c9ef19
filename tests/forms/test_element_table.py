"""The page on what a form may use is true: every line is backed by a test that is there."""

from tests.forms.element_table import PAGE, SECTIONS, missing_tests, page


def test_every_line_names_a_test_that_exists():
    assert missing_tests() == []


def test_the_page_is_made_from_the_table():
    assert PAGE.read_text(encoding="utf-8") == page()


def test_no_element_stands_twice():
    names = [line.element for lines in SECTIONS.values() for line in lines]

    assert len(names) == len(set(names))
