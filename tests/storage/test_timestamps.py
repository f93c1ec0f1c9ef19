"""Times in the store's columns: read back only as they are written."""

from datetime import UTC, datetime

import pytest

from desktop.errors import KnownError
from desktop.storage.timestamps import from_text, to_text

AT = datetime(2026, 3, 14, 14, 5, 0, 7, tzinfo=UTC)
TEXT = "2026-03-14T14:05:00.000007+00:00"


def test_a_time_is_read_as_it_was_written() -> None:
    assert to_text(AT) == TEXT
    assert from_text(TEXT) == AT


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("T", "U"),
        TEXT.replace("T", " "),
        TEXT.replace("+00:00", "Z"),
        TEXT.replace("+00:00", ""),
        TEXT.replace(".000007", ""),
        TEXT.replace("14:05", "15:05").replace("+00:00", "+01:00"),
        "20260314T140500.000007+00:00",
        "",
        "soon",
    ],
)
def test_a_time_that_nobody_would_write_so_is_damage(text: str) -> None:
    with pytest.raises(KnownError, match=r"store\.damaged"):
        from_text(text)
