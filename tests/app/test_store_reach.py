"""store reach: numbers of a store with few people, days that are none, and nobody signed in."""

from pathlib import Path

import pytest

from tests.app.commands import Terminal
from tests.app.test_store_command import closed_store
from tests.app.test_store_commands_that_write import account_words
from tests.services.bench import NADIA

DAYS = ("--since", "2026-03-01", "--until", "2026-03-31")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A closed store with one case."""
    return closed_store(tmp_path / "store")


def test_one_person_is_not_counted(terminal: Terminal, store: Path, tmp_path: Path) -> None:
    words = account_words(tmp_path, NADIA)

    ran = terminal.run("store", "reach", "--data", store, *DAYS, *words, "--json")

    assert ran.code == 0
    assert ran.json["eligible"] is None
    assert ran.json["parts"] == {"reached": None, "waiting": None, "ended": None}
    assert (ran.json["since"], ran.json["targetMin"]) == ("2026-03-01", 240)


def test_in_words_it_says_why_a_number_is_not_there(
    terminal: Terminal, store: Path, tmp_path: Path
) -> None:
    words = account_words(tmp_path, NADIA)

    ran = terminal.run("store", "reach", "--data", store, *DAYS, *words)

    assert (ran.code, ran.out) == (0, "")
    assert "Eligible: not shown, too few people" in ran.err


def test_a_day_that_is_none_is_refused(terminal: Terminal, store: Path, tmp_path: Path) -> None:
    days = ("--since", "yesterday", "--until", "2026-03-31")

    ran = terminal.run("store", "reach", "--data", store, *days, *account_words(tmp_path, NADIA))

    assert ran.code == 2
    assert "yesterday is no day" in ran.err
