"""The log holds places and codes; what an exception says never reaches it."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import BugError, KnownError
from desktop.logging_setup import PlacesOnlyFormatter, log_where_started, start_log

SECRET = "Ejemplina said that she is afraid"


@pytest.fixture(autouse=True)
def log_of_before() -> Iterator[None]:
    """Whatever handlers a test adds are closed and gone afterwards."""
    root = logging.getLogger("firstlight")
    before, level, propagates = list(root.handlers), root.level, root.propagate
    yield
    for handler in [one for one in root.handlers if one not in before]:
        handler.close()
    root.handlers[:] = before
    root.setLevel(level)
    root.propagate = propagates


def raised(*, with_cause: bool) -> Exception:
    """An exception that carries words of a person, and a place in the code."""
    try:
        try:
            raise ValueError(SECRET)
        except ValueError as cause:
            if with_cause:
                raise BugError(SECRET) from cause
            raise
    except (ValueError, BugError) as error:
        return error


def formatted(error: Exception) -> str:
    """One line of the log about this error."""
    info = (type(error), error, error.__traceback__)
    record = logging.LogRecord("firstlight", logging.ERROR, __file__, 1, "it failed", (), info)
    return PlacesOnlyFormatter("%(levelname)s %(message)s").format(record)


@pytest.mark.parametrize("with_cause", [False, True])
def test_an_exception_is_written_as_kind_and_place_only(with_cause: bool) -> None:
    line = formatted(raised(with_cause=with_cause))

    assert SECRET not in line
    assert ("BugError" if with_cause else "ValueError") in line
    assert "test_log.py:" in line
    assert str(Path(__file__).parent) not in line


def test_a_known_error_is_written_without_its_parameters() -> None:
    error = KnownError("cli.cannot-read", file="ejemplina.json")

    assert "ejemplina" not in formatted(error)


def test_nothing_is_written_where_nothing_was_raised() -> None:
    assert PlacesOnlyFormatter().formatException((None, None, None)) == ""


def test_the_log_file_lies_in_its_folder_and_holds_no_words(tmp_path: Path) -> None:
    start_log(tmp_path / "logs")

    logging.getLogger("firstlight.test").error("it failed", exc_info=raised(with_cause=True))

    text = (tmp_path / "logs" / "firstlight.log").read_text(encoding="utf-8")
    assert "ERROR firstlight.test it failed" in text
    assert SECRET not in text


def test_a_folder_that_cannot_be_made_does_not_stop_the_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")

    start_log(tmp_path / "file" / "logs")
    logging.getLogger("firstlight.test").error("it failed", exc_info=raised(with_cause=True))

    told = capsys.readouterr().err
    assert "it failed" in told
    assert SECRET not in told
    assert sys.exc_info() == (None, None, None)


def test_a_mistake_is_logged_by_its_places_once_the_log_is_started_and_before_that_not_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = logging.getLogger("firstlight")
    root.handlers.clear()

    log_where_started(raised(with_cause=False))
    before = capsys.readouterr()
    start_log(tmp_path / "logs")
    log_where_started(raised(with_cause=False))

    text = (tmp_path / "logs" / "firstlight.log").read_text()
    assert (before.out, before.err) == ("", "")
    assert "ValueError at test_log.py:" in text
    assert SECRET not in text
