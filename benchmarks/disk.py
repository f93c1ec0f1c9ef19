"""A folder on a real disk: on a tmpfs a sync costs nothing and durable figures would lie."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def real_folder() -> Iterator[Path]:
    """A fresh folder beside the project, removed afterwards."""
    base = ROOT / "out"
    base.mkdir(exist_ok=True)
    if file_system_of(base) == "tmpfs":
        raise SystemExit("The project lies on a tmpfs; durable figures need a real disk.")
    with tempfile.TemporaryDirectory(dir=base, prefix="bench-") as folder:
        yield Path(folder)


def file_system_of(path: Path) -> str:
    """The type of file system on Linux, "" where it is not known."""
    table = Path("/proc/mounts")
    if not table.exists():
        return ""
    best = ("", "")
    for line in table.read_text(encoding="utf-8").splitlines():
        _device, point, kind, *_rest = line.split()
        if path.is_relative_to(point) and len(point) > len(best[0]):
            best = (point, kind)
    return best[1]
