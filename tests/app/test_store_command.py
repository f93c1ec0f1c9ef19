"""store verify: a whole store, a store that was changed, and folders without one."""

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.messages import sentence
from tests.app.commands import Terminal
from tests.services.bench import sealed_bench
from tests.storage.station import Station
from tests.support.store_fixture import make_store


def closed_store(folder: Path) -> Path:
    """A store with one case, closed."""
    bench, made = sealed_bench(folder)
    bench.new_case()
    for session in bench.sessions.values():
        session.close()
    made.gate.close()
    return folder


def test_a_whole_store_passes(terminal: Terminal, tmp_path: Path) -> None:
    folder = closed_store(tmp_path / "store")

    ran = terminal.run("store", "verify", "--data", folder, "--json")

    assert ran.code == 0
    assert ran.json["ok"] is True
    assert ran.json["records"] >= 1
    assert ran.err.startswith("The store is whole: ")


def test_without_json_standard_output_stays_empty(terminal: Terminal, tmp_path: Path) -> None:
    folder = closed_store(tmp_path / "store")

    ran = terminal.run("store", "verify", "--data", folder)

    assert (ran.code, ran.out) == (0, "")


def test_a_changed_store_is_reported_with_code_1(terminal: Terminal, tmp_path: Path) -> None:
    folder = closed_store(tmp_path / "store")
    with closing(sqlite3.connect(folder / "store.db")) as raw, raw:
        raw.execute("DROP TABLE outbox")

    ran = terminal.run("store", "verify", "--data", folder, "--json")

    assert ran.code == 1
    assert ran.json["ok"] is False
    assert ran.json["problems"][0]["message"] in ran.err


def test_a_folder_without_a_store_is_told_with_code_2(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("store", "verify", "--data", tmp_path, "--json")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("There is no store in the data folder yet.")


def test_a_file_that_is_no_store_is_told_with_code_2(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(b"something else" * 100)

    ran = terminal.run("store", "verify", "--data", tmp_path)

    assert ran.code == 2
    assert "is not a Firstlight store" in ran.err


def test_a_store_that_is_open_elsewhere_is_told_with_code_2(
    terminal: Terminal, tmp_path: Path
) -> None:
    made = make_store(tmp_path / "store")

    ran = terminal.run("store", "verify", "--data", made.data_dir)

    made.gate.close()
    assert ran.code == 2
    assert ran.err.startswith("Firstlight is already open")


def test_a_keyring_that_says_nothing_is_said(terminal: Terminal, tmp_path: Path) -> None:
    station = Station(tmp_path / "store")
    station.work_a_little()
    station.gate.close()

    ran = terminal.run("store", "verify", "--data", station.folder, "--json")

    assert (ran.code, ran.json["keyring"]) == (0, "silent")
    assert sentence("cli.store-keyring-silent") in ran.err
