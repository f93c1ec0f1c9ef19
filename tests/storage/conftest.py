"""Fixtures of the storage tests: a real store with everybody enrolled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.store_fixture import MadeStore, copy_store


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeStore]:
    """A store in a folder of its own, closed again at the end."""
    store = copy_store(tmp_path / "data")
    yield store
    store.gate.close()
