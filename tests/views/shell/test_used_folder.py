"""Which folders are opened before a new store is offered."""

import errno
from pathlib import Path

import pytest

from desktop.views.shell.used_folder import is_used


def test_a_folder_with_a_file_is_used_and_one_with_folders_is_not(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    without = is_used(tmp_path)

    (tmp_path / "store.db").write_bytes(b"")

    assert (without, is_used(tmp_path)) == (False, True)


def test_what_is_not_there_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")

    assert [is_used(one) for one in (tmp_path / "none", file / "below", file)] == [
        False,
        False,
        True,
    ]


def test_what_cannot_be_asked_for_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(path: Path, **_more: bool) -> None:
        raise PermissionError(errno.EACCES, "refused", str(path))

    monkeypatch.setattr(Path, "stat", refusing)
    for name in ("exists", "is_dir"):  # as Python 3.14 has them
        monkeypatch.setattr(Path, name, lambda _path: False)

    assert is_used(tmp_path)
