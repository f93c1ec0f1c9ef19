"""A worklist of more people than anybody reads through."""

import pytest

from desktop.services.read_worklist import read_worklist
from desktop.views.worklist import worklist_reader
from desktop.views.worklist.worklist_reader import WorklistReader
from tests.services.bench import ROSA, Bench
from tests.views.worklist.crowd import Crowd


@pytest.fixture(autouse=True)
def short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worklist_reader, "MOST_ROWS", 3)


def read(bench: Bench, query: str = "") -> WorklistReader:
    crowd = Crowd(bench)
    if not bench.heard:
        for number in range(5):
            crowd.arrives(f"Maple {number}", "ED 7", 60 - number)
    worklist = read_worklist(bench.work_as(ROSA))
    return WorklistReader("en", worklist, bench.clock.now(), query=query)


def test_a_list_shows_the_first_rows_and_says_how_many_more_there_are(bench: Bench) -> None:
    state = read(bench).state()

    assert [row.title for row in state.eligible] == ["Maple 0", "Maple 1", "Maple 2"]
    assert "2 more people" in state.second


def test_somebody_further_down_is_found_by_typing(bench: Bench) -> None:
    state = read(bench, query="maple 4").state()

    assert [row.title for row in state.eligible] == ["Maple 4"]
    assert "more people" not in state.second
