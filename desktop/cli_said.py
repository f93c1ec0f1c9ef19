"""How the command line speaks: exit codes, words to people, JSON to programs."""

import sys
from collections.abc import Callable

FINE, PROBLEMS, CANNOT = 0, 1, 2

Explained = Callable[[str], str]
"""Our words for one thing of the command line, by the end of their message id."""


def say(words: str) -> None:
    """Human words go to standard error."""
    sys.stderr.write(f"{words}\n")


def show_json(value: object) -> None:
    """Machine output goes to standard output, in UTF-8 on any terminal (RFC 8259, 8.1).

    Half of a surrogate pair, which UTF-8 cannot carry, is written as its JSON escape.
    """
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2, default=float) + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def camel(name: str) -> str:
    """A name of ours as JSON spells it: ``to_told_min`` is ``toToldMin``."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
