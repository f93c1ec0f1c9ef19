"""A terminal for the command line."""

import pytest

from tests.app.commands import Terminal


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Types commands and reads what they print."""
    return Terminal(capsys)
