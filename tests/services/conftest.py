"""Fixtures of the use case tests: a bench with people at work, in memory and on a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.bench import Bench, memory_bench, sealed_bench
from tests.support.store_fixture import MadeStore


@pytest.fixture(params=["memory", "sealed"])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    """A bench on a demo store: every test runs on the fake and on the real one."""
    yield from _bench(str(request.param), tmp_path / "store", is_demo=True)


@pytest.fixture(params=["memory", "sealed"])
def hospital(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    """A bench on a store that is not a demo."""
    yield from _bench(str(request.param), tmp_path / "store", is_demo=False)


def _bench(kind: str, folder: Path, *, is_demo: bool) -> Iterator[Bench]:
    if kind == "memory":
        yield memory_bench(is_demo)
        return
    bench, made = sealed_bench(folder, is_demo)
    yield bench
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


@pytest.fixture
def sealed_store(tmp_path: Path) -> Iterator[tuple[Bench, MadeStore]]:
    """A bench on a real sealed store, and the store itself."""
    bench, made = sealed_bench(tmp_path / "store", is_demo=False)
    yield bench, made
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


@pytest.fixture
def sealed_work(sealed_store: tuple[Bench, MadeStore]) -> Bench:
    """A bench on a real sealed store."""
    return sealed_store[0]
