"""Every format that was ever written still opens: released/*.json are never made again."""

import json
from pathlib import Path

import pytest

from tests.crypto.released_parts import READERS, write_all

RELEASED = sorted((Path(__file__).parent / "released").glob("*.json"))


def test_there_are_released_examples() -> None:
    assert [path.name for path in RELEASED] == ["v1.json"]


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", READERS)
def test_what_a_release_wrote_still_opens(path: Path, name: str) -> None:
    stored = json.loads(path.read_text(encoding="utf-8"))
    read, expected = READERS[name]

    assert read(bytes.fromhex(stored[name])) == expected


@pytest.mark.parametrize("name", READERS)
def test_what_this_version_writes_opens(name: str) -> None:
    read, expected = READERS[name]

    assert read(write_all()[name]) == expected
