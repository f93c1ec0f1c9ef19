"""A workstation whose store a test fills before it opens the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.window_parts import Workstation, make_workstation


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Workstation]:
    """A sealed store with everybody enrolled; every window is closed afterwards."""
    made = make_workstation(tmp_path)
    yield made
    made.close()
