"""A computer without a display: a sentence and code 2, before Qt ends the process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.display import require_display
from desktop.errors import KnownError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a display")
NOBODY_ANSWERS = ":7391"


@pytest.mark.parametrize("display", [{}, {"DISPLAY": NOBODY_ANSWERS}], ids=["none", "deaf"])
@pytest.mark.parametrize("words", [[], ["demo"]], ids=["app", "demo"])
def test_the_app_says_that_no_window_can_open(
    tmp_path: Path, display: dict[str, str], words: list[str]
) -> None:
    left_out = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    here = {name: value for name, value in os.environ.items() if name not in left_out}

    ran = subprocess.run(
        [sys.executable, "-m", "desktop", "--data", tmp_path / "data", *words],
        env={**here, **display},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("No window can open here")
    assert ran.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "environment",
    [
        {"QT_QPA_PLATFORM": "offscreen"},
        {"QT_QPA_PLATFORM": "vnc:port=5901"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "wayland;xcb"},
    ],
)
def test_where_qt_has_another_way_it_is_not_held_up(environment: dict[str, str]) -> None:
    require_display(environment)


@pytest.mark.parametrize(
    "environment",
    [
        {"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"},
        {"QT_QPA_PLATFORM": "wayland"},
        {"QT_QPA_PLATFORM": "xcb", "DISPLAY": NOBODY_ANSWERS},
    ],
)
def test_a_way_that_leads_nowhere_is_named(environment: dict[str, str]) -> None:
    with pytest.raises(KnownError) as caught:
        require_display(environment)

    assert caught.value.message_id == "cli.no-display"
