"""``python -m tests.pictures --every --out DIR``: draw every screen; ``dev.py`` starts it."""

import argparse
import os
import sys
from pathlib import Path

import pytest

PLAIN = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:benchmark"]


def main(words: list[str]) -> int:
    """Draw them all, or those whose names have ``--only`` in them; the exit code of the run."""
    asked = argparse.ArgumentParser(prog="dev.py screenshots")
    asked.add_argument("--every", action="store_true", required=True, help="draw every screen")
    asked.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    asked.add_argument("--only", default="", help="words in the names of the pictures, as for -k")
    given = asked.parse_args(words)
    os.environ["FIRSTLIGHT_PICTURES"] = str(given.out.resolve())
    some = ["-k", given.only] if given.only else []
    return int(pytest.main([str(Path(__file__).with_name("shoot.py")), *PLAIN, *some]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
