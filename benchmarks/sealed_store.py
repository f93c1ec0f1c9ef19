"""The sealed store against the same rows in plain SQLite and in SQLCipher, in one run.

What the yardstick does is what this app would do without sealing: the same columns in plain tables,
asked through SQLAlchemy, and made into the same values; one answer goes past SQLAlchemy on both
sides. For the list of cases that is a row a case with a column for each value: what is measured is
the whole way from the file to the list, so packing counts for us and sealing against us. A row a
person with one JSON body, past SQLAlchemy, is the least that a plain store could do; it is stated
beside.

What waits for the disk is measured by the clock on the wall; what only computes by the time of this
process, which others on the machine do not lengthen.
"""

import os
import time
from collections.abc import Callable, Iterator
from statistics import median

from benchmarks.disk import real_folder
from benchmarks.figure import Figure, in_turn_ms, times_ms
from benchmarks.store_bench import DemoStore, StoreBench, fill, save_case, store_bench
from benchmarks.store_records import answers, loads
from desktop.records.case_index import CaseIndex
from desktop.services.demo_people import DEMO_PASSPHRASE
from desktop.storage.crypto.password_kdf import KdfCost, stretch

ROUNDS = 300
MANY, ALL = 10_000, 100_000
_NEXT_TO_NOTHING = KdfCost(memory_kib=32, iterations=1, lanes=1)


def figures() -> Iterator[Figure]:
    """Each line as soon as it is measured."""
    with real_folder() as folder, store_bench(folder) as bench:
        yield from answers(bench)
        yield from loads(bench)
        yield from _unlock(bench)
        for _ in range(100):
            save_case(bench.store.session, bench)
        yield from _caseload(bench, MANY)
        yield from _caseload(bench, ALL)
        yield _growth(bench)
        yield from _search(bench)


def _caseload(bench: StoreBench, count: int) -> Iterator[Figure]:
    fill(bench, count)
    caseload, news = bench.store.session.caseload, bench.store.opened.summaries

    def ours() -> object:
        caseload._blocks = None
        news._stale = None
        return caseload.load().summaries

    name = f"store: caseload of {count:,}"
    if count > MANY:
        taken = median(times_ms(ours, 3))
        yield Figure(name, taken, "to a usable list", None, "under 1,500 ms")
        return
    for yardstick, store, is_aim in bench.yardsticks():
        store.keep_summaries(bench.summaries)
        assert ours() == store.summaries() == store.summaries_of_bodies()
        aim = "0.6 x or less" if is_aim else "stated"
        yield Figure(name, *_side_by_side(ours, yardstick, store.summaries), aim)
        bodies = _side_by_side(ours, f"{yardstick}, a body a row", store.summaries_of_bodies)
        yield Figure(name, *bodies, "stated")


def _side_by_side(
    ours: Callable[[], object], yardstick: str, theirs: Callable[[], object]
) -> tuple[float, str, float]:
    sealed, plain = in_turn_ms(ours, theirs, 15, time.process_time)
    return sealed, yardstick, plain


def _growth(bench: StoreBench) -> Figure:
    """In turn in both stores: minutes apart, a busy disk would say more than the size does.

    What filled the large one is written out first, or one of the two waits for it.
    """
    if hasattr(os, "sync"):
        os.sync()
    large, small = in_turn_ms(
        lambda: save_case(bench.store.session), lambda: save_case(bench.small.session), ROUNDS
    )
    name = f"store: one save with {ALL:,} people"
    return Figure(name, large, "with the demo's few", small, "1.1 x or less")


def _search(bench: StoreBench) -> Iterator[Figure]:
    cases = [case for each in bench.summaries for case in each.cases]
    began = time.perf_counter()
    index = CaseIndex((f"{case.alias} {case.place}", case) for case in cases)
    built = (time.perf_counter() - began) * 1000
    yield Figure(f"store: index of {ALL:,} cases", built, "", None, "stated")
    prefix = median(times_ms(lambda: index.by_prefix("quince 12"), ROUNDS))
    yield Figure(f"store: prefix over {ALL:,}", prefix, "", None, "under 1 ms")
    part = median(times_ms(lambda: index.containing("99 ed"), ROUNDS))
    yield Figure(f"store: part of a word over {ALL:,}", part, "", None, "under 30 ms")


def _unlock(bench: StoreBench) -> Iterator[Figure]:
    """What a sign-in does besides Argon2id, in a store whose Argon2id costs next to nothing.

    The difference of two derivations of 64 MiB would be lost in how much those vary.
    """
    parameters = KdfCost().new_parameters()
    alone = median(times_ms(lambda: stretch(DEMO_PASSPHRASE, parameters), 9))
    yield Figure("store: Argon2id alone", alone, "", None, "stated")
    quick = DemoStore(bench.folder / "quick", _NEXT_TO_NOTHING)
    name = "store: unlock besides Argon2id"
    for clock, aim in ((time.perf_counter, "10 ms or less"), (time.process_time, "stated")):
        taken = []
        for _ in range(ROUNDS):
            quick.session.close()  # what a sign-out writes is not what a sign-in waits for
            taken.append(times_ms(quick.sign_in_again, 1, clock)[0])
        how = "with the disk" if clock is time.perf_counter else "without waiting"
        yield Figure(name, median(taken), how, None, aim)
    quick.close()
