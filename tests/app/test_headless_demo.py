"""The whole demo in a process of its own, as on a machine without a display: pictures, paper."""

import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from desktop.rendering.read_back import page_texts
from desktop.resource_files import resources_dir
from desktop.views.walkthrough.first_touch import ALIAS

ROOT = resources_dir().parent
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
PATIENCE_S = 280
SHOWN = [
    "sign-in",
    "worklist",
    "new-person",
    "room",
    "page-one",
    "interview",
    "alert",
    "person",
    "consent",
    "safety-plan",
    "sent-to-review",
    "review",
    "returned",
    "signed",
    "packet",
    "packet-desk",
    "packet-desk-last-page",
]
FEWEST_COLOURS = 100
MOST_GROUND = 0.9
"""Share of the commonest colour of a picture: an empty window has more."""
MARGIN_PT = 36.0
"""Half an inch: what any printer can reach."""


@dataclass(frozen=True)
class Played:
    """What the demo left: its exit code and words, its folder, and every file anywhere else."""

    code: int
    said: str
    out: Path
    elsewhere: list[Path]

    def pictures(self) -> dict[str, QImage]:
        """Each picture by its name without the number, in the order of the demo."""
        return {file.stem: QImage(str(file)) for file in sorted(self.out.glob("*.png"))}

    def pages(self) -> tuple[str, ...]:
        """The text of each page of the packet."""
        return page_texts((self.out / "packet.pdf").read_bytes())


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The demo, played once for all tests of this file."""
    root = tmp_path_factory.mktemp("headless")
    around = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        (root / "around" / name).mkdir(parents=True)
        around[name] = str(root / "around" / name)
    ran = subprocess.run(
        [sys.executable, "-m", "desktop", "demo", "--headless", "--out", str(root / "out")],
        cwd=ROOT,
        env=around,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    elsewhere = [path for path in (root / "around").rglob("*") if path.is_file()]
    return Played(ran.returncode, ran.stderr, root / "out", elsewhere)


pytestmark = pytest.mark.timeout(PATIENCE_S + 20)


def test_it_comes_to_its_end(played: Played) -> None:
    assert played.code == 0, played.said


def test_it_leaves_a_picture_of_each_screen_in_order(played: Played) -> None:
    names = [name.split("-", 1) for name in played.pictures()]

    assert [int(number) for number, _name in names] == list(range(1, len(names) + 1))
    assert list(dict.fromkeys(name for _number, name in names)) == SHOWN


def test_no_picture_is_empty_and_none_is_there_twice(played: Played) -> None:
    pictures = played.pictures()

    for name, picture in pictures.items():
        assert (picture.width(), picture.height()) == (1366, 768), name
        counted = Counter(pixels(picture))
        assert len(counted) >= FEWEST_COLOURS, name
        assert counted.most_common(1)[0][1] < MOST_GROUND * counted.total(), name
    assert len({bytes(each.constBits()) for each in pictures.values()}) == len(pictures)


def pixels(picture: QImage) -> list[int]:
    """Every pixel as a number."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(plain.constBits()).cast("B").cast("I").tolist()


def test_the_packet_is_read_back_in_the_language_of_the_person(played: Played) -> None:
    outside, *inside = played.pages()

    for heading in ("Mis 3 próximos pasos", "Ayuda cerca de usted", "Tarjetas para guardar"):
        assert sum(heading in text for text in inside) == 1, heading
    assert "Para usted" in outside
    assert "988" in inside[0]
    assert "860-555-" in inside[1]
    for number, text in enumerate(inside, start=2):
        assert f"Página {number} de {len(inside) + 1}" in text


def test_neither_the_alias_nor_a_number_stands_on_the_outside(played: Played) -> None:
    outside, *_inside = played.pages()

    assert ALIAS not in outside
    assert re.search(r"\d", outside) is None


def test_all_that_is_printed_lies_inside_the_margins(played: Played) -> None:
    with pypdfium2.PdfDocument((played.out / "packet.pdf").read_bytes()) as document:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            boxes = [text.get_charbox(each) for each in range(text.count_chars())]
            drawn = [box for box in boxes if box[2] > box[0]]
            assert drawn
            assert min(left for left, _, _, _ in drawn) >= MARGIN_PT
            assert min(bottom for _, bottom, _, _ in drawn) >= MARGIN_PT
            assert max(right for _, _, right, _ in drawn) <= width - MARGIN_PT
            assert max(top for _, _, _, top in drawn) <= height - MARGIN_PT
            text.close()
            page.close()


def test_nothing_of_it_stays_anywhere_else(played: Played) -> None:
    assert played.elsewhere == []
