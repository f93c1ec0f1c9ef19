"""Runs every benchmark and prints its lines: ``python -m benchmarks [name ...]``."""

import importlib
import sys

NAMES = (
    "cold_start",
    "durable_answer",
    "answer_to_repaint",
    "packet_build",
    "form_engine",
    "form_in_window",
    "sealed_store",
)


def main(words: list[str]) -> int:
    """Run the named benchmarks, or all."""
    unknown = [word for word in words if word not in NAMES]
    if unknown:
        print(f"No benchmark is called {unknown[0]}. There are: {', '.join(NAMES)}.")
        return 2
    for name in words or NAMES:
        for figure in importlib.import_module(f"benchmarks.{name}").figures():
            print(figure.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
