"""store reach: numbers of a store with few people, days that are none, and nobody signed in."""

from pathlib import Path

import pytest

from desktop.records.episode import CloseReason
from desktop.records.small_cells import SMALL_CELL
from desktop.services.close_case import close_case
from tests.app.commands import Terminal
from tests.app.test_store_command import closed_store
from tests.app.test_store_commands_that_write import account_words
from tests.services.bench import NADIA, ROSA, sealed_bench

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
    assert ran.json["afterContact"] == {}
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


@pytest.fixture
def ends(tmp_path: Path) -> Path:
    """A closed store with enough people who were reached, most of whose cases are over."""
    bench, made = sealed_bench(tmp_path / "ends")
    for reason in (CloseReason.PARTIAL, None):
        for _ in range(SMALL_CELL):
            ref = bench.new_case()
            bench.reach(ref)
            if reason is not None:
                close_case(bench.work_as(ROSA), ref, reason)
    for session in bench.sessions.values():
        session.close()
    made.gate.close()
    return tmp_path / "ends"


def test_how_the_cases_of_those_who_were_reached_ended_is_told(
    terminal: Terminal, ends: Path, tmp_path: Path
) -> None:
    words = account_words(tmp_path, NADIA)

    ran = terminal.run("store", "reach", "--data", ends, *DAYS, *words)
    as_json = terminal.run("store", "reach", "--data", ends, *DAYS, *words, "--json")

    said = "Reached: how it stands now\n  Partly done: 11\n  Still open: 11"
    assert said in ran.err
    counts = {"close-reason.partial": SMALL_CELL, "reach-ends.open": SMALL_CELL}
    assert as_json.json["afterContact"] == counts
