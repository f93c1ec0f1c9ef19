"""Settings: defaults where the file says nothing usable, numbers within bounds, private folder."""

import json
import os
import stat
from pathlib import Path

import pytest

from desktop.settings import Settings, SettingsFile, ThemeChoice


def saved(folder: Path, content: str | bytes) -> SettingsFile:
    """A settings file with this content."""
    raw = content.encode() if isinstance(content, str) else content
    (folder / "settings.json").write_bytes(raw)
    return SettingsFile(folder)


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "none").read()

    assert settings == Settings()
    assert (settings.theme, settings.text_scale, settings.language) == ("system", 1.0, "en")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "null",
        "[]",
        "7",
        '"text"',
        b"\xff\xfe\x00",
        "[" * 200_000,
        '{"text_scale": ' + "9" * 400 + "}",
        '{"text_scale": ' + "9" * 5_000 + "}",
    ],
    ids=["empty", "cut", "null", "list", "number", "text", "bytes", "deep", "huge", "too long"],
)
def test_a_damaged_file_does_not_stop_the_start(tmp_path: Path, content: str | bytes) -> None:
    settings = saved(tmp_path, content).read()

    assert settings in (Settings(), Settings(text_scale=2.0))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", 1),
        ("theme", ["dark"]),
        ("language", "fr"),
        ("language", None),
        ("text_scale", "2"),
        ("text_scale", None),
        ("text_scale", True),
        ("unknown", 1),
    ],
)
def test_one_unusable_value_leaves_the_others(tmp_path: Path, name: str, value: object) -> None:
    others = {"theme": "dark", "language": "es", "text_scale": 1.5}

    settings = saved(tmp_path, json.dumps({**others, name: value})).read()

    expected = {**others, name: getattr(Settings(), name, None)}
    for each in others:
        assert getattr(settings, each) == expected[each]


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("text_scale", 0.99, 1.0),
        ("text_scale", 1.0, 1.0),
        ("text_scale", 2.0, 2.0),
        ("text_scale", 2.01, 2.0),
        ("text_scale", float("nan"), 1.0),
        ("text_scale", float("inf"), 2.0),
    ],
)
def test_numbers_stay_within_their_bounds(
    tmp_path: Path, name: str, given: float, kept: float
) -> None:
    settings = saved(tmp_path, json.dumps({name: given})).read()

    assert getattr(settings, name) == kept


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new" / "folder")
    wanted = Settings(ThemeChoice.DARK, 1.75, "es", {"rosa": "en"})

    file.write(wanted)

    assert file.read() == wanted
    assert [entry.name for entry in (tmp_path / "new" / "folder").iterdir()] == ["settings.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows folders of a user are closed by default")
def test_the_folder_of_the_settings_is_closed_to_others(tmp_path: Path) -> None:
    SettingsFile(tmp_path / "mine").write(Settings())

    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(OSError, match="file"):
        SettingsFile(tmp_path / "file" / "below").write(Settings())


def test_a_person_s_language_stands_over_that_of_the_workstation(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    file.write(Settings(language="en", languages={"rosa": "es"}))

    settings = file.read()

    assert (settings.language_of("rosa"), settings.language_of("nadia")) == ("es", "en")


@pytest.mark.parametrize("content", ['{"languages": 7}', '{"languages": {"rosa": "tlh"}}'])
def test_a_language_that_we_do_not_speak_is_passed_over(tmp_path: Path, content: str) -> None:
    assert saved(tmp_path, content).read().language_of("rosa") == "en"
