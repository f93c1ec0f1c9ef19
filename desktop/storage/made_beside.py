"""A store made beside its place and moved there whole: one cut off half-way is never opened."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import rmtree

from desktop.errors import KnownError
from desktop.storage.store_folder import StoreFolder, sync_folder

UNFINISHED = "in-the-making"


@contextmanager
def made_beside(data_dir: Path) -> Iterator[Path]:
    """A folder to make a store in and close it; it becomes the store of ``data_dir`` at the end.

    When the block raises, or the process is killed in it, ``data_dir`` has no store afterwards.
    KnownErrors ``store.already-there``, ``store.in-use`` and what can be wrong with a folder.
    """
    place = StoreFolder(data_dir)
    unfinished = StoreFolder(data_dir / UNFINISHED)
    with ExitStack() as undo:
        if place.make():
            undo.callback(place.remove_if_empty)
        place.lock()
        undo.callback(place.remove_lock)
        if place.has_store():
            undo.pop_all()
            place.unlock()
            raise KnownError("store.already-there")
        rmtree(unfinished.path, ignore_errors=True)
        undo.callback(rmtree, unfinished.path, ignore_errors=True)
        yield unfinished.path
        unfinished.database.replace(place.database)
        undo.pop_all()
    sync_folder(data_dir)
    rmtree(unfinished.path, ignore_errors=True)
    place.unlock()
