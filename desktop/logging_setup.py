"""The log: a small rotating file that holds codes and ids, never words about people."""

import logging
from pathlib import Path
from types import TracebackType

from desktop.app_paths import private_folder

LOG_BYTES = 1_000_000
LOG_FILES = 3


class PlacesOnlyFormatter(logging.Formatter):
    """Exceptions as class names and places in our code: their texts may hold answers."""

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Type and file:line of each frame; no message, no local values."""
        kind, error, trace = ei
        if kind is None or error is None:
            return ""
        places = []
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno}")
            trace = trace.tb_next
        return f"{kind.__name__} at {' > '.join(places)}"


def places_of(error: BaseException) -> str:
    """Class and places of an error, as the log has them."""
    return PlacesOnlyFormatter().formatException((type(error), error, error.__traceback__))


def log_where_started(error: BaseException) -> None:
    """Log a mistake of ours; nothing before ``start_log``, when Python would print its text."""
    root = logging.getLogger("firstlight")
    if root.handlers:
        root.error("unexpected", exc_info=error)


def start_log(folder: Path) -> None:
    """Log to ``folder/firstlight.log`` at level INFO, or to standard error where that cannot be."""
    handler: logging.Handler
    try:
        handler = _LateFile(private_folder(folder) / "firstlight.log")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(PlacesOnlyFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("firstlight")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    root.propagate = False


class _LateFile(logging.Handler):
    """A rotating file from the first line on: its module brings sockets and pickle along (5 ms),
    and most starts log nothing."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._path = file
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Hand the line on; called under this handler's lock."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(
                self._path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
            )
            self._file.setFormatter(self.formatter)
        self._file.handle(record)

    def close(self) -> None:
        """Close the file too."""
        if self._file is not None:
            self._file.close()
        super().close()
