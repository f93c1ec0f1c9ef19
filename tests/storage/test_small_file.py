"""Small files beside a backup: replaced whole, byte for byte."""

from pathlib import Path

import pytest

from desktop.storage.file_copy import write_small

BYTES_OF_TEXT_FILES = b"one\ntwo\r\nthree\x1afour\n"
"""Windows writes more than this into a file that was not opened as one of bytes."""


def test_a_small_file_holds_the_bytes_it_was_given_on_every_system(tmp_path: Path) -> None:
    path = tmp_path / "facts"

    write_small(path, BYTES_OF_TEXT_FILES)

    assert path.read_bytes() == BYTES_OF_TEXT_FILES


def test_a_small_file_is_replaced_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "facts"
    write_small(path, b"before, and longer")

    write_small(path, b"after")

    assert path.read_bytes() == b"after"
    assert list(tmp_path.iterdir()) == [path]


def test_a_small_file_that_cannot_take_its_place_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "facts"
    path.mkdir()

    with pytest.raises(OSError, match="facts"):
        write_small(path, b"after")

    assert list(tmp_path.iterdir()) == [path]
