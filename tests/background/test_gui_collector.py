"""Garbage is collected on the GUI thread only."""

import gc
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.background.gui_collector import GuiCollector


class Knot:
    """Something that only cyclic collection can free."""

    def __init__(self, freed_on: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: freed_on.append(threading.get_ident()))


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[GuiCollector]:
    was_on = gc.isenabled()
    made = GuiCollector(qapp)
    made.start()
    yield made
    made.stop()
    if not was_on:
        gc.disable()


def test_a_busy_worker_frees_nothing(collector: GuiCollector) -> None:
    freed_on: list[int] = []
    Knot(freed_on)

    worker = threading.Thread(target=lambda: [Knot([]) for _ in range(5000)])
    worker.start()
    worker.join()

    assert freed_on == []


def test_the_gui_thread_frees_what_is_due(collector: GuiCollector) -> None:
    freed_on: list[int] = []
    Knot(freed_on)
    padding = [[number] for number in range(5000)]

    collector.collect_if_due()

    assert freed_on == [threading.get_ident()]
    assert len(padding) == 5000


def test_a_full_collection_waits_until_much_is_new(collector: GuiCollector) -> None:
    with noting_full() as full:
        _fall_due()
        collector.collect_if_due()
        first = len(full)
        _fall_due()
        collector.collect_if_due()

    assert (first, len(full)) == (1, 1)


def test_a_full_collection_waits_for_a_pause_of_the_hands(qapp: QApplication) -> None:
    now = [1_000.0]
    collector = GuiCollector(qapp, monotonic=lambda: now[0])
    seen = []
    with noting_full() as full:
        for seconds in (0.0, 1.0, 2.5):
            _fall_due()
            collector.note_hands(qapp, QEvent(QEvent.Type.KeyPress))
            now[0] += seconds
            collector.collect_if_due()
            seen.append(len(full))
    collector.deleteLater()

    assert seen == [0, 0, 1]


def test_hands_that_never_rest_do_not_keep_garbage_for_ever(qapp: QApplication) -> None:
    now = [1_000.0]
    collector = GuiCollector(qapp, monotonic=lambda: now[0])
    with noting_full() as full:
        for _ in range(70):
            collector.note_hands(qapp, QEvent(QEvent.Type.KeyPress))
            _fall_due()
            collector.collect_if_due()
            now[0] += 1.0
    collector.deleteLater()

    assert len(full) == 1


@contextmanager
def noting_full() -> Iterator[list[int]]:
    """Full collections, one entry each."""
    full: list[int] = []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start" and about["generation"] == 2:
            full.append(1)

    gc.callbacks.append(note)
    try:
        yield full
    finally:
        gc.callbacks.remove(note)


def _fall_due() -> None:
    """As many young collections as make every generation due."""
    for _ in range(12):
        for _ in range(12):
            gc.collect(0)
        gc.collect(1)
    for _ in range(12):
        gc.collect(0)
