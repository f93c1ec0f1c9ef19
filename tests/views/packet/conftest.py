"""The packet composer works on a real sealed store."""

import pytest

from tests.services.bench import Bench


@pytest.fixture
def bench(sealed: Bench) -> Bench:
    """Invented people at work on a real sealed store."""
    return sealed
