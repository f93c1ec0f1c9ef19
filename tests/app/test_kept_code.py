"""Sources inside a library are compiled once, kept beside our compiled modules, and never stale."""

import builtins
import os
import subprocess
import sys
from pathlib import Path
from types import CodeType

import pytest

import desktop
from desktop.kept_code import KeptCode, kept_file

ROOT = Path(desktop.__file__).resolve().parent.parent
PROGRAM = """
import builtins, sys
from pathlib import Path
from desktop import kept_code, plain_import

compiled, own = [], builtins.compile
def counting(source, filename, *more, **named):
    compiled.append(str(filename))
    return own(source, filename, *more, **named)

builtins.compile = counting
plain_import.kept_file = lambda _module, _library: Path(sys.argv[1])
plain_import.load_qt()
assert builtins.compile is counting
print(sum(name.startswith("shibokensupport/") for name in compiled))
"""


@pytest.fixture(autouse=True)
def writing_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that nobody told otherwise."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def _compiled(file: Path, source: str, name: str = "library/module.py") -> CodeType:
    """What a program gets that compiles ``source`` while the code of ``library/`` is kept."""
    with KeptCode(file, "library/").used():
        return compile(source.encode(), name, "exec")


def _compiled_anew(file: Path) -> int:
    """How many modules of Qt's wrapper a start has to compile."""
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(file)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return int(ran.stdout)


def test_the_second_start_compiles_nothing_of_qts_wrapper(tmp_path: Path) -> None:
    file = tmp_path / "kept" / "wrapper.code"

    first, second = _compiled_anew(file), _compiled_anew(file)

    assert first > 0
    assert second == 0


def test_kept_code_does_what_its_source_says(tmp_path: Path) -> None:
    _compiled(tmp_path / "a.code", "answer = 6 * 7")
    names: dict[str, int] = {}

    exec(_compiled(tmp_path / "a.code", "answer = 6 * 7"), names)  # noqa: S102 - ours

    assert names["answer"] == 42


def test_a_changed_source_is_compiled_anew(tmp_path: Path) -> None:
    _compiled(tmp_path / "a.code", "answer = 1")
    names: dict[str, int] = {}

    exec(_compiled(tmp_path / "a.code", "answer = 2"), names)  # noqa: S102 - ours

    assert names["answer"] == 2


def test_what_a_renewed_library_no_longer_has_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.code"
    _compiled(file, "answer = 'of the old version'")

    _compiled(file, "answer = 2")

    assert b"of the old version" not in file.read_bytes()


@pytest.mark.parametrize("damage", [b"", b"\x00" * 40, b"not code at all"])
def test_a_damaged_file_counts_as_empty(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "a.code"
    file.write_bytes(damage)

    assert isinstance(_compiled(file, "answer = 1"), CodeType)
    assert file.read_bytes() != damage


def test_every_cut_of_a_file_counts_as_empty(tmp_path: Path) -> None:
    file = tmp_path / "a.code"
    _compiled(file, "answer = 1")
    whole = file.read_bytes()

    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert isinstance(_compiled(file, "answer = 1"), CodeType)


def test_a_folder_that_cannot_be_made_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    assert isinstance(_compiled(tmp_path / "file" / "a.code", "answer = 1"), CodeType)


def test_nothing_is_written_where_python_may_write_no_bytecode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    _compiled(tmp_path / "a.code", "answer = 1")

    assert list(tmp_path.iterdir()) == []


def test_only_the_library_is_kept_and_pythons_compile_is_put_back(tmp_path: Path) -> None:
    own = builtins.compile

    _compiled(tmp_path / "a.code", "answer = 1", name="other/module.py")

    assert builtins.compile is own
    assert list(tmp_path.iterdir()) == []


def test_the_code_is_kept_beside_the_compiled_modules_of_this_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", None)

    file = kept_file(str(ROOT / "desktop" / "plain_import.py"), "library")

    assert file.parent == ROOT / "desktop" / "__pycache__"
    assert str(sys.implementation.cache_tag) in file.name
