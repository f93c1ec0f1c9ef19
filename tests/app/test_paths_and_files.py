"""Folders of an installation, its resources, and files that the user names."""

import time
from pathlib import Path

import pytest

from desktop.app_paths import app_paths, private_folder
from desktop.errors import KnownError
from desktop.messages import explain
from desktop.resource_files import resources_dir
from desktop.user_files import read_file, read_json


def test_a_given_folder_holds_everything(tmp_path: Path) -> None:
    paths = app_paths(tmp_path)

    assert paths.data == paths.demo == tmp_path
    assert tmp_path in paths.config.parents
    assert tmp_path in paths.logs.parents


def test_without_one_the_demo_never_shares_a_folder_with_real_records() -> None:
    paths = app_paths()

    assert paths.data != paths.demo
    assert paths.demo not in paths.data.parents
    assert paths.data not in paths.demo.parents
    assert "firstlight" in str(paths.data)


def test_a_private_folder_is_made_once_and_kept(tmp_path: Path) -> None:
    made = private_folder(tmp_path / "a" / "b")
    (made / "kept").write_text("x")

    again = private_folder(tmp_path / "a" / "b")

    assert (again / "kept").read_text() == "x"


def test_the_resources_are_complete() -> None:
    here = {entry.name for entry in resources_dir().iterdir()}

    assert {"instruments", "directory", "messages", "demo", "i18n"} <= here


@pytest.mark.parametrize(
    ("content", "message_id"),
    [
        (b"{", "cli.not-json"),
        (b"[]", "cli.not-json"),
        (b"null", "cli.not-json"),
        (b"\xff", "cli.not-json"),
        (b"[" * 200_000, "cli.not-json"),
        (None, "cli.cannot-read"),
    ],
)
def test_a_file_that_is_no_json_object_is_told_by_name_alone(
    tmp_path: Path, content: bytes | None, message_id: str
) -> None:
    file = tmp_path / "answers.json"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(KnownError) as caught:
        read_json(file)

    assert (caught.value.message_id, caught.value.params) == (message_id, {"file": file.name})


@pytest.mark.parametrize(
    ("content", "message_id"),
    [
        (b" " * 100_000_000, "cli.too-large"),
        (b'{"item":[' + b'{"linkId":"a"},' * 4_000_000 + b"{}]}", "cli.too-large"),
        (b"[" * 200_000, "cli.not-json"),
        (b'{"item":[' * 50_000 + b"]}" * 50_000, "cli.not-json"),
    ],
    ids=["100 MB", "millions of parts", "deep lists", "deep objects"],
)
def test_a_hostile_response_is_refused_within_a_second(
    tmp_path: Path, content: bytes, message_id: str
) -> None:
    file = tmp_path / "response.json"
    file.write_bytes(content)
    started = time.process_time()

    with pytest.raises(KnownError) as caught:
        read_json(file)

    assert time.process_time() - started < 1
    assert caught.value.message_id == message_id
    for language in ("en", "es"):
        assert "response.json" in explain(caught.value, language)


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "f"
    file.write_bytes(b"\x00\xff")

    assert read_file(file) == b"\x00\xff"
