"""The command ``firstlight``: reads the words, builds the app, gives the exit code."""

import os
import sys
from collections.abc import Sequence

from desktop import app, cli


def main() -> int:
    """Run with the words of the command line."""
    words = sys.argv[1:]
    close_to_others(words)
    return cli.run(words, app.Composition(), os.environ)


def close_to_others(words: Sequence[str]) -> None:
    """A command may open records from its first step on: nobody reads its memory, no hook tells
    what an error says. The window does the same for itself, once its first picture is shown."""
    if cli.opens_window(words):
        return
    from desktop.hardened_process import harden_process
    from desktop.uncaught import tell_uncaught

    harden_process()
    tell_uncaught(cli.say_places)


if __name__ == "__main__":
    sys.exit(main())
