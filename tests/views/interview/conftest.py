"""Fixtures of the interview tests: a bench in memory and one on a real sealed store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.bench import Bench, memory_bench, sealed_bench


@pytest.fixture
def bench() -> Bench:
    """Invented people at work, in memory."""
    return memory_bench()


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Bench]:
    """The same people on a real sealed store."""
    bench, made = sealed_bench(tmp_path / "store")
    yield bench
    for session in bench.sessions.values():
        session.close()
    made.gate.close()
