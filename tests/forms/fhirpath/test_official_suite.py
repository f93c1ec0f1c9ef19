"""The official FHIRPath R4 suite: what passes is listed in passing.txt, and the list only grows."""

import os
from functools import cache
from pathlib import Path

import pytest

from tests.forms.fhirpath.official_suite import input_of, listed, outcome, read_suite

LEAST_PASSING = 918


@cache
def suite():
    folder = os.environ.get("FIRSTLIGHT_CORPUS")
    return read_suite(Path(folder)) if folder else []


def without_input():
    folder = Path(os.environ.get("FIRSTLIGHT_CORPUS", ""))
    return [test for test in suite() if input_of(test, folder) is None]


def _group(name):
    return name.partition("/")[0]


def test_the_list_of_passing_tests_has_not_shrunk():
    assert len(set(listed())) == len(listed()) >= LEAST_PASSING


@pytest.mark.parametrize("group", sorted({_group(name) for name in listed()}))
def test_exactly_the_listed_tests_of_a_group_pass(group, corpus):
    tests = [test for test in suite() if _group(test.name) == group]
    wanted = {name for name in listed() if _group(name) == group}

    outcomes = {
        test.name: outcome(test, corpus) for test in tests if input_of(test, corpus) is not None
    }

    assert {name: outcomes[name] for name in wanted if outcomes[name]} == {}
    passing = {name for name, problem in outcomes.items() if not problem}
    assert passing == wanted, "run official_suite.py: the list may only grow"


@pytest.mark.parametrize("test", without_input(), ids=lambda test: test.name)
def test_a_test_is_skipped_by_name_where_its_input_is_not_supplied(test):
    pytest.skip(f"{test.input_name} is not supplied")
