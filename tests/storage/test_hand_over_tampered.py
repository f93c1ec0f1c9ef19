"""A changed file, spliced rows, rows left out, a power cut: refused, and nothing is written."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from desktop.errors import KnownError
from desktop.records.kinds import EPISODE
from desktop.storage import hand_over_desk
from desktop.storage.case_bundle import CaseBundle
from desktop.storage.gate import open_gate
from desktop.storage.opened_store import OpenedStore
from desktop.storage.session_keys import SessionKeys
from desktop.storage.verify import verify_store
from tests.storage.cases import new_case
from tests.storage.two_workstations import (
    CASE,
    FORM_ID,
    SECOND_PHRASE,
    Pair,
    changed_on_the_way,
    new_pair,
    refused,
    renew_keys,
    rows_of_people,
    why,
)
from tests.support.fake_clock import CountingIds
from tests.support.store_fixture import (
    CHEAP_KDF,
    SPECIALIST,
    MadeStore,
)


@pytest.fixture
def pair(made: MadeStore, tmp_path: Path) -> Iterator[Pair]:
    """Two workstations; the first has a case with a signed form and a draft."""
    pair = new_pair(made, tmp_path)
    yield pair
    pair.close()


def forged(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, change: Callable[[CaseBundle], CaseBundle]
) -> bytes:
    """What a sender with a program of their own would sign and seal."""
    return changed_on_the_way(monkeypatch, change, pair.hand_over)


def test_a_changed_byte_anywhere_is_refused_and_nothing_is_written(pair: Pair) -> None:
    content = pair.hand_over()
    before = pair.second_rows()
    session = pair.second.sign_in(SPECIALIST)
    places = {*range(400), *range(400, len(content), 997), *range(len(content) - 40, len(content))}

    for at in sorted(places):
        changed = bytearray(content)
        changed[at] ^= 0x10
        assert why(lambda now=bytes(changed): session.hand_over_desk.take_in(now))

    session.close()
    assert pair.second_rows() == before


def test_rows_of_another_person_spliced_in_are_refused(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = pair.first.sign_in(SPECIALIST)
    other = new_case(session, "e" * 32, alias="Birch 3")
    session.close()

    def splice(bundle: CaseBundle) -> CaseBundle:
        moved = tuple(
            replace(each, person_id=str(other)) if each.record_id == CASE else each
            for each in bundle.records
        )
        return replace(bundle, records=moved)

    assert refused(pair, forged(pair, monkeypatch, splice)) == "hand-over.damaged"


def test_a_record_under_the_name_of_another_is_refused(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exchange(bundle: CaseBundle) -> CaseBundle:
        first, second, *rest = bundle.records
        swapped = (
            replace(first, revisions=second.revisions),
            replace(second, revisions=first.revisions),
        )
        return replace(bundle, records=(*swapped, *rest))

    assert refused(pair, forged(pair, monkeypatch, exchange)) == "hand-over.damaged"


@pytest.mark.parametrize("part", ["records", "draft_rows", "keys"])
def test_rows_that_stand_twice_are_refused(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def twice(bundle: CaseBundle) -> CaseBundle:
        rows = getattr(bundle, part)
        if part == "keys":  # one data key under the number of another
            first, *rest = rows
            rows = (*rest, replace(rest[0], version=first.version + 1, epoch=first.epoch))
            return replace(bundle, keys=rows)
        return replace(bundle, **{part: (*rows, rows[0])})

    assert refused(pair, forged(pair, monkeypatch, twice)) == "hand-over.damaged"


def test_a_revision_left_out_in_the_middle_is_refused(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = pair.first.sign_in(SPECIALIST)
    for base in (1, 2):
        session.records.save(EPISODE, pair.person, CASE, pair.episode("Maple 12"), base=base)
    session.close()

    def cut(bundle: CaseBundle) -> CaseBundle:
        return replace(
            bundle,
            records=tuple(
                replace(each, revisions=(each.revisions[0], *each.revisions[2:]))
                if each.record_id == CASE
                else each
                for each in bundle.records
            ),
        )

    assert refused(pair, forged(pair, monkeypatch, cut)) == "hand-over.damaged"


def test_a_signature_that_was_taken_off_shows_when_the_case_was_here(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.take_in(pair.hand_over())

    def without(bundle: CaseBundle) -> CaseBundle:
        bare = tuple(replace(each, sign_offs=()) for each in bundle.records)
        return replace(bundle, records=bare)

    there = pair.second.sign_in(SPECIALIST)
    back = changed_on_the_way(monkeypatch, without, lambda: pair.make(there, to_first=True))
    there.close()

    assert why(lambda: pair.take_in(back, at_first=True)) == "hand-over.fork"


def test_a_record_left_out_shows_when_the_case_was_here(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.take_in(pair.hand_over())

    def without(bundle: CaseBundle) -> CaseBundle:
        kept = tuple(each for each in bundle.records if each.record_id != FORM_ID)
        return replace(bundle, records=kept)

    there = pair.second.sign_in(SPECIALIST)
    back = changed_on_the_way(monkeypatch, without, lambda: pair.make(there, to_first=True))
    there.close()

    assert why(lambda: pair.take_in(back, at_first=True)) == "hand-over.fork"


def test_a_power_cut_in_the_middle_leaves_nothing(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files as they are on disk when every row was written and nothing was committed yet."""
    content, cut = pair.hand_over(), tmp_path / "cut"
    real = hand_over_desk.check_arrived

    def cut_here(
        connection: Connection, store: OpenedStore, keys: SessionKeys, bundle: CaseBundle
    ) -> None:
        real(connection, store, keys, bundle)
        cut.mkdir(mode=0o700)
        for each in pair.second.data_dir.glob("store.db*"):
            shutil.copy(each, cut)

    with monkeypatch.context() as patch:
        patch.setattr(hand_over_desk, "check_arrived", cut_here)
        pair.take_in(content)

    gate = open_gate(cut, pair.clock, CountingIds(after=900_000), kdf=CHEAP_KDF)
    gate.condition()
    gate.unlock(SECOND_PHRASE)
    after = MadeStore(gate, pair.clock, pair.second.ids, pair.second.shown)
    assert all(not rows_of_people(after)[name] for name in ("records", "revisions", "dek_wraps"))
    session = after.sign_in(SPECIALIST)
    assert session.hand_over_desk.take_in(content).aliases == ("Maple 12",)
    session.close()
    gate.close()
    assert verify_store(cut).problems == ()


def test_an_error_of_the_disk_in_the_middle_is_forgotten_in_memory_too(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = pair.hand_over()
    session = pair.second.sign_in(SPECIALIST)

    def fails(*_given: object) -> None:
        raise KnownError("store.disk-failed")

    with monkeypatch.context() as patch:
        patch.setattr(hand_over_desk, "check_arrived", fails)
        assert why(lambda: session.hand_over_desk.take_in(content)) == "store.disk-failed"

    assert session.hand_over_desk.take_in(content).aliases == ("Maple 12",)
    session.close()


def test_keys_that_parted_altogether_are_said(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    renew_keys(pair.first)
    renew_keys(pair.second)

    def newest_only(bundle: CaseBundle) -> CaseBundle:
        return replace(bundle, keys=tuple(each for each in bundle.keys if each.epoch == 2))

    assert refused(pair, forged(pair, monkeypatch, newest_only)) == "hand-over.keys-apart"
