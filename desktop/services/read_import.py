"""Read what an administrator chose to load: files, or folders of them, each with its report."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from desktop.errors import KnownError
from desktop.forms.form_input import joined_files
from desktop.forms.json_input import MAX_BYTES
from desktop.records.roles import Permission
from desktop.services.check_form_import import ImportReport, check_form_import
from desktop.services.work import Work
from desktop.user_files import read_file

MOST_FILES = 200
"""Files of one import; a folder with more is hardly a folder of forms."""


def read_import(
    work: Work, paths: Iterable[Path], step: Callable[[int, int], None]
) -> tuple[ImportReport, ...]:
    """A report for each form among the files; value sets and parts beside it are joined to it.

    ``step`` is told how many of how many steps are done and may raise to stop. KnownErrors
    ``form-import.no-files``, ``form-import.too-many-files``.
    """
    work.need(Permission.LOAD_FORMS)
    files = tuple(_files(paths))
    if not files:
        raise KnownError("form-import.no-files")
    if len(files) > MOST_FILES:
        raise KnownError("form-import.too-many-files", limit=MOST_FILES)
    total = 2 * len(files)
    read: list[tuple[str, bytes]] = []
    reports: list[ImportReport] = []
    for at, path in enumerate(files):
        step(at, total)
        try:
            # One byte more than a form may have is enough to say that it is too large.
            read.append((path.name, read_file(path, MAX_BYTES + 1)))
        except KnownError as error:
            reports.append(ImportReport(path.name, b"", None, (error,)))
    return (*reports, *_checked(work, read, step, total))


def _checked(
    work: Work,
    read: Sequence[tuple[str, bytes]],
    step: Callable[[int, int], None],
    total: int,
) -> Iterator[ImportReport]:
    forms = [one for one in joined_files(read) if one.is_form]
    for at, file in enumerate(forms):
        step(total - len(forms) + at, total)
        yield check_form_import(work, file.name, file.data)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.glob("*.json") if one.is_file())
        else:
            yield path
