"""The command ``firstlight``: reads the words, builds the app, gives the exit code."""

import os
import sys

from desktop import app, cli


def main() -> int:
    """Run with the words of the command line."""
    return cli.run(sys.argv[1:], app.Composition(), os.environ)


if __name__ == "__main__":
    sys.exit(main())
