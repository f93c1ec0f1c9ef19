"""A workstation's own keys: made once where an older version set the store up, and told apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.storage import set_up, sign_in
from desktop.storage.verify import verify_store
from tests.storage.backing_up import back_up
from tests.storage.raw_file import column, rows, without_triggers
from tests.storage.two_workstations import learn, make_second, open_second
from tests.support.store_fixture import SPECIALIST, MadeStore, make_store

OWN = {"site-secret-root", "workstation-key"}


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MadeStore]:
    """A store as a version without hand-overs set it up."""
    with monkeypatch.context() as patch:
        patch.setattr(set_up, "found_keys", lambda *_given: None)
        patch.setattr(sign_in, "need_own_keys", lambda *_given: None)
        made = make_store(tmp_path / "older")
    yield made
    made.gate.close()


def test_the_first_sign_in_makes_them_and_the_next_leaves_them(older: MadeStore) -> None:
    older.sign_in(SPECIALIST).close()
    older.gate.close()
    first = rows(older.database, "SELECT name, value FROM store_meta ORDER BY name")
    older.reopen()
    older.sign_in(SPECIALIST).close()
    older.gate.close()

    assert set(column(older.database, "store_meta", "name")) >= OWN
    assert rows(older.database, "SELECT name, value FROM store_meta ORDER BY name") == first
    assert verify_store(older.data_dir).problems == ()


def test_a_backup_from_before_makes_no_workstation_and_says_what_to_do(
    older: MadeStore, tmp_path: Path
) -> None:
    backup = back_up(older.gate.backups(), tmp_path / "usb").backup.path

    with pytest.raises(KnownError) as caught:
        make_second(older, backup, tmp_path / "second")

    assert caught.value.message_id == "workstation.no-root-copy"
    assert not (tmp_path / "second").exists()


def test_the_second_gives_the_first_its_card(older: MadeStore, tmp_path: Path) -> None:
    """The root is at hand there, and signs who both of them are."""
    session = older.sign_in(SPECIALIST)
    with pytest.raises(KnownError) as caught:
        session.hand_over_desk.card()
    session.close()
    backup = back_up(older.gate.backups(), tmp_path / "usb").backup.path
    known = make_second(older, backup, tmp_path / "second")
    learn(older, known.card)

    second = open_second(older, tmp_path / "second")

    there = second.sign_in(SPECIALIST)
    assert caught.value.message_id == "workstation.no-card"
    assert [each.name for each in there.hand_over_desk.workstations()] == ["Bedside One"]
    there.close()
    second.gate.close()


@pytest.mark.parametrize("name", sorted(OWN))
def test_a_changed_byte_of_one_is_named(made: MadeStore, name: str) -> None:
    made.gate.close()
    with without_triggers(made.database) as raw:
        (value,) = raw.execute("SELECT value FROM store_meta WHERE name = ?", [name]).fetchone()
        changed = bytearray(value)
        changed[-40] ^= 1
        raw.execute("UPDATE store_meta SET value = ? WHERE name = ?", [bytes(changed), name])
        raw.commit()

    found = {each.where: each.message_id for each in verify_store(made.data_dir).problems}

    assert found == {f"store_meta/{name}": "verify.sealed"}


def test_a_card_that_the_root_did_not_sign_is_named_and_counts_for_nothing(
    made: MadeStore,
) -> None:
    made.gate.close()
    with without_triggers(made.database) as raw:
        query = "SELECT kind, signer, body, signature FROM site_facts WHERE kind = 'workstation'"
        kind, signer, body, signature = raw.execute(query).fetchone()
        other = body.replace(b"Bedside One", b"Bedside Six")
        insert = "INSERT INTO site_facts (kind, signer, body, signature) VALUES (?, ?, ?, ?)"
        raw.execute(insert, [kind, signer, other, signature])
        raw.commit()
    problems = [each.message_id for each in verify_store(made.data_dir).problems]
    made.reopen()
    session = made.sign_in(SPECIALIST)

    assert "verify.fact" in problems
    assert session.hand_over_desk.workstations() == []
    session.close()
