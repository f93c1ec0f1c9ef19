"""Keeps compiled what a library carries as source text inside itself, as ``__pycache__`` does."""

import builtins
import contextlib
import importlib.util
import marshal
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any


class KeptCode:
    """Compiled modules of one library, in one file beside our own compiled modules.

    Like those it is as trustworthy as the folder of the program: who may write there may change
    the program itself. A source is known by its text, so that a renewed library is compiled anew;
    a file that is missing, damaged or of another Python counts as empty.
    """

    def __init__(self, file: Path, prefix: str) -> None:
        """``prefix``: how the file names begin whose code is kept."""
        self._file = file
        self._prefix = prefix
        self._compile = builtins.compile
        self._kept = self._read()
        self._used: dict[tuple[str, bytes], CodeType] = {}

    @contextlib.contextmanager
    def used(self) -> Iterator[None]:
        """Within it the library's sources are compiled only once; what was new is kept."""
        self._compile = builtins.compile
        vars(builtins)["compile"] = self.compiled
        try:
            yield
        finally:
            vars(builtins)["compile"] = self._compile
        if not sys.dont_write_bytecode and any(key not in self._kept for key in self._used):
            self._keep()

    def compiled(self, source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
        """Python's own ``compile``, which does not do the same module twice."""
        is_ours = mode == "exec" and isinstance(source, bytes) and not more and not named
        if not is_ours or not str(filename).startswith(self._prefix):
            return self._compile(source, filename, mode, *more, **named)
        key = (str(filename), importlib.util.source_hash(source))
        code = self._kept.get(key)
        if code is None:
            code = self._compile(source, filename, mode)
        self._used[key] = code
        return code

    def _keep(self) -> None:
        """Write the file, whole or not at all; a folder that may not be written is left alone."""
        half = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(exist_ok=True)
            half.write_bytes(importlib.util.MAGIC_NUMBER + marshal.dumps(self._used))
            half.replace(self._file)

    def _read(self) -> dict[tuple[str, bytes], CodeType]:
        magic = importlib.util.MAGIC_NUMBER
        try:
            data = self._file.read_bytes()
            codes = marshal.loads(data[len(magic) :]) if data.startswith(magic) else {}  # noqa: S302 - as our own
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        return codes if isinstance(codes, dict) else {}


def kept_file(module_file: str, library: str) -> Path:
    """Where the code of ``library`` is kept for the module that loads it."""
    compiled = importlib.util.cache_from_source(str(Path(module_file).with_name(f"{library}.py")))
    return Path(compiled).with_suffix(".code")
