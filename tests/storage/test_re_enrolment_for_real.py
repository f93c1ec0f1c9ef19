"""A workstation that lost its key comes back twice, with the real keyring of a desktop."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.keyring_session import on_linux, run, session_with, with_a_daemon

PHRASE = "quince-harbor-3-thimble-lantern"


class Desktop:
    """One home with one keyring; each ``run`` is another session of the desktop."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def run(self, *calls: str) -> list[Any]:
        """What the calls of ``tests.storage.keyring_child`` gave; Any: it came as JSON."""
        program = (
            "import json\nfrom pathlib import Path\n"
            "from tests.storage.keyring_child import enrol, lose, make, read, start\n"
            f"folder = Path({str(self.home / 'store')!r})\n"
            f"print(json.dumps([{', '.join(calls)}]))"
        )
        said: list[Any] = json.loads(run(self.home, program, *session_with("first password")))
        return said


@on_linux
@with_a_daemon
@pytest.mark.parametrize(
    ("how", "why"), [("absent", "keyring.entry-gone"), ("changed", "keyring.changed")]
)
def test_a_lost_key_gives_way_to_a_passphrase_and_then_to_the_keyring_again(
    tmp_path: Path, how: str, why: str
) -> None:
    desktop = Desktop(tmp_path)
    made, *lost = desktop.run(
        "make(folder)", "start(folder)", f"lose(folder, {how!r})", "start(folder)"
    )
    *codes, person = made
    assert lost == ["open", True, why]

    by_phrase = desktop.run(
        f"enrol(folder, {codes!r}, {PHRASE!r})",
        "start(folder)",
        f"start(folder, {PHRASE!r})",
        f"read(folder, {person!r}, {PHRASE!r})",
    )
    by_keyring = desktop.run(
        f"enrol(folder, {codes!r}, None)", "start(folder)", f"read(folder, {person!r})"
    )

    assert by_phrase == [None, "locked", "open", "Maple 12"]
    assert by_keyring == [None, "open", "Maple 12"]
    assert desktop.run("start(folder)") == ["open"]
