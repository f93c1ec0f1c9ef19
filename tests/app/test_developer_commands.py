"""dev.py: what it finds missing, what it prints, and what it refuses."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(dev.__file__).resolve().parent
NOWHERE = {"libnot-here-at-all.so.9": "libnot-here9"}
is_linux = pytest.mark.skipif(sys.platform != "linux", reason="about Debian packages")


@pytest.fixture
def without_apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which no program is found."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("words", [[], ["bogus"], ["--help"], ["run-it"]])
def test_words_that_are_not_understood_get_the_list_and_code_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = dev.main(words)

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err == dev.USAGE


def test_every_word_of_the_list_is_a_command() -> None:
    listed = {line.split()[2] for line in dev.USAGE.splitlines() if "dev.py" in line}

    assert listed == {"run", "test", "check", "bench", "screenshots"}


@is_linux
def test_a_library_that_cannot_be_loaded_is_named_by_its_package() -> None:
    missing = dev.missing_libraries({**NOWHERE, "libc.so.6": "libc6"})

    assert missing == {"libnot-here9"}


@is_linux
def test_programs_that_are_not_there_are_named_by_their_packages(without_apt: Path) -> None:
    missing = dev.missing_programs()

    here = {
        name
        for name in dev.TEST_PROGRAMS
        if any((Path(folder) / name).exists() for folder in ("/usr/sbin", "/sbin"))
    }
    expected = {package for name, package in dev.TEST_PROGRAMS.items() if name not in here}
    assert expected <= missing


def test_nothing_missing_asks_for_nothing(
    without_apt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.install_system_packages(set())
    assert capsys.readouterr().err == ""


@is_linux
def test_where_apt_cannot_be_used_the_exact_command_is_printed(
    without_apt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    could = dev.install_system_packages({"libzz1", "libaa1"})

    told = capsys.readouterr().err
    assert not could
    assert "These system packages are missing: libaa1, libzz1." in told
    assert "sudo apt-get install -y --no-install-recommends libaa1 libzz1" in told


@is_linux
@pytest.mark.parametrize(
    ("environment", "can_show"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "minimal"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
    ],
)
def test_a_window_can_open_where_there_is_a_display(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], can_show: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert dev.has_display() is can_show


def test_the_exit_code_of_what_was_started_is_handed_on() -> None:
    program = "import os, sys; sys.exit(int(os.environ['CODE']) if os.path.isdir('desktop') else 9)"

    code = dev.call([sys.executable, "-c", program], CODE="3")

    assert code == 3


@pytest.mark.parametrize(
    ("here", "version", "bits", "fits"),
    [
        ("win32 amd64", (), 64, True),
        ("darwin arm64", (13, 0), 64, True),
        ("darwin x86_64", (15, 1), 64, True),
        ("linux x86_64", (2, 34), 64, True),
        ("linux aarch64", (2, 39), 64, True),
        ("win32 arm64", (), 64, False),
        ("win32 amd64", (), 32, False),
        ("darwin x86_64", (12, 7), 64, False),
        ("linux x86_64", (2, 33), 64, False),
        ("linux aarch64", (2, 36), 64, False),
        ("linux i686", (2, 36), 64, False),
    ],
)
def test_a_machine_that_no_wheel_is_built_for_is_told_before_anything_is_installed(
    here: str, version: tuple[int, ...], bits: int, fits: bool
) -> None:
    told = dev.why_not_here(here, version, bits)

    assert (told == "") is fits
    assert fits or (here in told and "install Python for x64" in told)


def test_this_machine_is_one_that_wheels_are_built_for() -> None:
    here = f"{sys.platform} {platform.machine().lower()}"

    assert dev.why_not_here(here, dev.system_version(), 64) == ""


def test_the_environment_is_made_again_when_pins_or_project_change() -> None:
    first, second = dev.fingerprint(), dev.fingerprint()

    assert first == second
    assert sys.version in first
    assert dev.LOCK.is_file()


def test_it_runs_with_the_standard_library_alone() -> None:
    ran = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "dev.py"), "bogus"],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert ran.returncode == 2
    assert ran.stderr.startswith("python3 dev.py run")
