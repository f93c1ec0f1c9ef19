"""Lucide's drawings (ISC): from one small file gathered for the app, else from the package."""

from collections.abc import Iterable
from contextlib import closing
from functools import cache
from pathlib import Path

from desktop.errors import BugError
from desktop.resource_files import resources_dir


@cache
def drawing_of(name: str) -> str:
    """The SVG of the icon that Lucide calls ``name``, its strokes in ``currentColor``."""
    return _gathered(gathered_file()).get(name) or _from_package(name)


def gathered_file() -> Path:
    """Where ``gather`` keeps what it gathered; made, as compiled translations are."""
    return resources_dir() / "icons" / "lucide.txt"


def gather(names: Iterable[str], file: Path) -> None:
    """Keep these icons in ``file``, one a line, whole or not at all.

    The first window shows two of them: opening the package's database costs it 4 ms.
    """
    lines = [f"{name}\t{' '.join(_from_package(name).split())}\n" for name in sorted(names)]
    file.parent.mkdir(exist_ok=True)
    half = file.with_suffix(".new")
    half.write_text("".join(lines), encoding="utf-8")
    half.replace(file)


@cache
def _gathered(file: Path) -> dict[str, str]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    pairs = (line.partition("\t") for line in lines)
    return {name: svg for name, _tab, svg in pairs if svg.endswith("</svg>")}


def _from_package(name: str) -> str:
    """Read from the package's file: importing the package brings a network client along (50 ms)."""
    import sqlite3
    from importlib.util import find_spec

    package = find_spec("lucide")
    if package is None or package.origin is None:
        raise BugError("the icons of this installation are missing")
    file = Path(package.origin).parent / "data" / "lucide-icons.db"
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as icons:
        row = icons.execute("SELECT svg FROM icons WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise BugError(f"the icon {name} of this installation is missing")
    return str(row[0])
