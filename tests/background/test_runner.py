"""Work runs in strict order on one thread; results come back only to what still lives."""

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot

from desktop.background.progress import Progress, Step
from desktop.background.runner import BackgroundRunner, abandon
from desktop.errors import BugError, KnownError


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[BackgroundRunner]:
    runner = BackgroundRunner()
    yield runner
    runner.close(wait=False)


@pytest.fixture
def context(qtbot: QtBot) -> QObject:
    return QObject()


def _failing() -> None:
    raise KnownError("test-only")


def _returning(value: int) -> Callable[[], int]:
    def work() -> int:
        return value

    return work


def test_results_come_in_the_order_of_the_work(
    qtbot: QtBot, runner: BackgroundRunner, context: QObject
) -> None:
    said: list[int] = []

    with qtbot.waitSignal(runner.idle):
        for value in range(50):
            runner.run(context, _returning(value), done=said.append)

    assert said == list(range(50))


def test_work_runs_beside_the_gui_thread_and_is_delivered_on_it(
    qtbot: QtBot, runner: BackgroundRunner, context: QObject
) -> None:
    threads: list[object] = []

    def deliver(worker: object) -> None:
        threads.extend((worker, threading.get_ident()))

    with qtbot.waitSignal(runner.idle):
        runner.run(context, threading.get_ident, done=deliver)

    assert threads[0] != threads[1]
    assert threads[1] == threading.get_ident()
    assert QThread.currentThread() is runner.thread()


def test_all_work_runs_on_one_thread(
    qtbot: QtBot, runner: BackgroundRunner, context: QObject
) -> None:
    threads: list[int] = []

    with qtbot.waitSignal(runner.idle):
        for _each in range(5):
            runner.run(context, threading.get_ident, done=threads.append)

    assert len(set(threads)) == 1


def test_nothing_reaches_a_deleted_context(qtbot: QtBot, runner: BackgroundRunner) -> None:
    gate = threading.Event()
    context = QObject()
    said: list[bool] = []
    runner.run(context, gate.wait, done=said.append)
    shiboken6.delete(context)

    with qtbot.waitSignal(runner.idle):
        gate.set()

    assert said == []


def test_an_error_goes_to_its_own_handler(
    qtbot: QtBot, runner: BackgroundRunner, context: QObject
) -> None:
    errors: list[Exception] = []
    results: list[None] = []

    with qtbot.waitSignal(runner.idle), qtbot.assertNotEmitted(runner.unhandled):
        runner.run(context, _failing, done=results.append, failed=errors.append)

    assert [type(error) for error in errors] == [KnownError]
    assert results == []


def test_an_error_without_a_handler_is_told_by_the_runner(
    qtbot: QtBot, runner: BackgroundRunner, context: QObject
) -> None:
    with qtbot.waitSignal(runner.unhandled) as told:
        runner.run(context, _failing, done=print)

    assert isinstance(told.args[0], KnownError)


def test_nothing_reaches_what_was_abandoned_or_is_inside_of_it(
    qtbot: QtBot, runner: BackgroundRunner
) -> None:
    outer = QObject()
    said: list[object] = []
    gate = threading.Event()
    runner.run(outer, gate.wait, done=said.append)
    runner.run(QObject(outer), gate.wait, done=said.append)
    abandon(outer)

    gate.set()
    runner.close()

    assert shiboken6.isValid(outer)
    assert said == []


def test_an_error_is_not_lost_with_its_context(qtbot: QtBot, runner: BackgroundRunner) -> None:
    gate = threading.Event()
    context = QObject()

    def fail_later() -> None:
        gate.wait()
        _failing()

    runner.run(context, fail_later, done=print, failed=print)
    shiboken6.delete(context)

    with qtbot.waitSignal(runner.unhandled):
        gate.set()


def test_work_after_an_error_still_runs(
    qtbot: QtBot, runner: BackgroundRunner, context: QObject
) -> None:
    said: list[object] = []

    with qtbot.waitSignal(runner.idle):
        runner.run(context, _failing, done=print, failed=said.append)
        runner.run(context, _returning(7), done=said.append)

    assert said[1] == 7


def test_cancelled_work_that_waits_never_runs(
    qtbot: QtBot, runner: BackgroundRunner, context: QObject
) -> None:
    gate = threading.Event()
    ran: list[str] = []
    runner.run(context, gate.wait, done=print)
    waiting = runner.run(context, lambda: ran.append("ran"), done=print)

    was_stopped = waiting.cancel()
    with qtbot.waitSignal(runner.idle):
        gate.set()

    assert was_stopped
    assert ran == []


def test_running_work_sees_that_it_should_stop(
    qtbot: QtBot, runner: BackgroundRunner, context: QObject
) -> None:
    started, gate = threading.Event(), threading.Event()
    ends: list[object] = []

    def work(progress: Progress) -> str:
        started.set()
        gate.wait()
        progress.check()
        return "finished"

    task = runner.run_with_progress(context, work, done=ends.append, failed=ends.append)
    started.wait()
    was_stopped = task.cancel()
    with qtbot.waitSignal(runner.idle):
        gate.set()

    assert not was_stopped
    assert ends == []


def test_steps_are_told_in_order_before_the_result(
    qtbot: QtBot, runner: BackgroundRunner, context: QObject
) -> None:
    said: list[object] = []

    def work(progress: Progress) -> str:
        for page in (1, 2):
            progress.report(Step(page, 2, "making-page"))
        return "made"

    with qtbot.waitSignal(runner.idle):
        runner.run_with_progress(context, work, done=said.append, progressed=said.append)

    assert said == [Step(1, 2, "making-page"), Step(2, 2, "making-page"), "made"]


def test_busy_is_told_once_each_way(
    qtbot: QtBot, runner: BackgroundRunner, context: QObject
) -> None:
    said: list[bool] = []
    runner.busy_changed.connect(said.append)

    with qtbot.waitSignal(runner.idle):
        runner.run(context, _returning(1), done=print)
        runner.run(context, _returning(2), done=print)

    assert said == [True, False]
    assert runner.is_idle


def test_closing_runs_and_delivers_what_is_queued(qtbot: QtBot, context: QObject) -> None:
    runner = BackgroundRunner()
    said: list[int] = []
    for value in range(20):
        runner.run(context, _returning(value), done=said.append)

    runner.close(wait=True)

    assert said == list(range(20))


def test_a_save_that_fails_while_closing_is_told(qtbot: QtBot, context: QObject) -> None:
    runner = BackgroundRunner()
    runner.run(context, _failing, done=print)

    with qtbot.waitSignal(runner.unhandled):
        runner.close(wait=True)


def test_a_closed_runner_takes_no_work(qtbot: QtBot, context: QObject) -> None:
    runner = BackgroundRunner()
    runner.close()

    with pytest.raises(BugError):
        runner.run(context, _returning(1), done=print)


class _Teller(QObject):
    told = Signal(bool)


def _forget(_told: bool) -> None:
    """Hold no reference to what was told."""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True lives for ever there (PEP 683)")
def test_emitting_a_python_signal_keeps_the_references_of_true(qtbot: QtBot) -> None:
    teller = _Teller()
    teller.told.connect(_forget)
    before = sys.getrefcount(True)

    for _each in range(100):
        teller.told.emit(True)

    assert sys.getrefcount(True) >= before


def test_waiting_blocks_until_all_is_run_and_delivered(runner: BackgroundRunner) -> None:
    came: list[str] = []
    runner.run(runner, lambda: "first", done=came.append)
    runner.run(runner, lambda: "second", done=came.append)

    is_done = runner.wait(60)

    assert (is_done, came, runner.is_idle) == (True, ["first", "second"], True)


def test_waiting_ends_when_the_time_is_over(runner: BackgroundRunner) -> None:
    go_on = threading.Event()
    runner.run(runner, go_on.wait, done=_ignore)

    is_done = runner.wait(0.01)

    go_on.set()
    assert not is_done
    assert runner.wait(60)


def test_waiting_for_nothing_is_over_at_once(runner: BackgroundRunner) -> None:
    assert runner.wait(0)


def _ignore(_result: object) -> None:
    """Nothing to do with it."""
