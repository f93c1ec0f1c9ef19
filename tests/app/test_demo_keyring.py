"""The demo beside the real keyring of a desktop where nobody made one yet: nothing is asked."""

from pathlib import Path

import pytest

from desktop.services.demo_people import DEMO_PASSPHRASE
from tests.support.keyring_session import (
    PATIENCE_S,
    keyring_session,
    on_linux,
    with_a_daemon,
    with_an_ear,
)

USE_THE_DEMO = """
import os, sys
from functools import partial
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from desktop.app import Composition
from desktop.clock import SystemClock
from desktop.start_window import run_to_end
from desktop.views.walkthrough.driver import Driver
from desktop.views.walkthrough.hands import Hands
window = Composition().first_window(Path("store"), demo={is_asked}, language=None)
hands = Hands(window)
def script():
    if not {is_asked}:
        yield partial(hands.sees, "first-start-demo")
        hands.press("first-start-demo")
    yield partial(hands.sees, "sign-in-submit")
    hands.write("sign-in-name", "rosa.sample")
    hands.write("sign-in-password", "{password}")
    hands.press("sign-in-submit")
    yield partial(hands.sees, "worklist-new")
    print("used", flush=True)
    window.close()
driver = Driver(script(), SystemClock(), window)
driver.failed.connect(lambda error: (print(error), os._exit(1)))
driver.start()
sys.exit(run_to_end(window))
"""
SET_UP = """
import os
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from desktop.app import Composition
print(Composition().open_gate(Path("store")).keyring_available())
"""
pytestmark = [on_linux, with_a_daemon, with_an_ear, pytest.mark.timeout(PATIENCE_S + 30)]


@pytest.mark.parametrize("is_asked", [True, False], ids=["by its word", "at the first start"])
def test_the_demo_never_calls_the_keyring(tmp_path: Path, is_asked: bool) -> None:
    with keyring_session(tmp_path) as session:
        said, heard = session.run(USE_THE_DEMO.format(is_asked=is_asked, password=DEMO_PASSPHRASE))

    assert said == "used"
    assert heard == []


def test_a_look_for_the_keyring_is_heard(tmp_path: Path) -> None:
    with keyring_session(tmp_path) as session:
        said, heard = session.run(SET_UP)

    assert said == "False"
    assert any("CreateCollection" in call for call in heard)
