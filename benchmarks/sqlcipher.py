"""SQLCipher as a yardstick: a whole file under one key. Installed for the benchmarks only."""

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parent.parent / "installer" / "requirements-bench.txt"


def load_sqlcipher() -> Any | None:
    """The module with the interface of ``sqlite3`` (hence Any); None where it cannot be had."""
    try:
        return importlib.import_module("sqlcipher3")
    except ImportError:
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        done = subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=False)
        if done.returncode:
            print("SQLCipher could not be installed; its lines are left out.")
            return None
    importlib.invalidate_caches()
    return importlib.import_module("sqlcipher3")
