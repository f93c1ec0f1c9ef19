"""store init, stats, backup, restore, rotate, and verify as somebody."""

import json
import shutil
from pathlib import Path

import pytest

from desktop.forms.instances import ItemKey
from desktop.records.form_record import FormKind
from desktop.records.roles import Role
from desktop.services.append_to_draft import append_position
from desktop.services.confirmations import ConfirmedAct
from desktop.services.open_form import open_form
from desktop.services.revoke_person import revoke_person
from tests.app.commands import Terminal
from tests.app.test_store_command import closed_store
from tests.services.bench import ADMIN, DESK, NADIA, ROSA, TOMAS, confirmed, sealed_bench
from tests.storage.raw_file import flip_bit
from tests.support.store_fixture import PASSPHRASE, password_of

ANSWERS = {
    "hospital": "Invented General Hospital",
    "workstation": "Bedside One",
    "passphrase": PASSPHRASE,
    "staff": [
        {"signInName": role.value, "displayName": f"{role.value} Example", "role": role.value}
        for role in Role
    ],
}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A closed store with one case."""
    return closed_store(tmp_path / "store")


def account_words(tmp_path: Path, name: str, password: str | None = None) -> list[str | Path]:
    """The words that sign somebody in."""
    secret, phrase = tmp_path / f"{name}.secret", tmp_path / "phrase.secret"
    secret.write_text(f"{password or password_of(name)}\nnot this line\n")
    phrase.write_text(PASSPHRASE + "\n")
    return ["--account", name, "--password-file", secret, "--passphrase-file", phrase]


def answers_file(tmp_path: Path, **changed: object) -> Path:
    """The answers of a set-up, some changed; None leaves one out."""
    answers = {name: value for name, value in (ANSWERS | changed).items() if value is not None}
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(answers))
    return path


def test_a_store_is_set_up_from_a_file_and_its_codes_are_shown_once(
    terminal: Terminal, tmp_path: Path
) -> None:
    ran = terminal.run(
        "store", "init", "--data", tmp_path / "new", "--answers", answers_file(tmp_path), "--json"
    )

    assert ran.code == 0
    assert len(ran.json["recoveryCodes"]) == 3
    assert set(ran.json["enrolmentCodes"]) == {role.value for role in Role}
    assert terminal.run("store", "verify", "--data", tmp_path / "new").code == 0


def test_without_json_the_codes_are_words(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "new"

    ran = terminal.run("store", "init", "--data", folder, "--answers", answers_file(tmp_path))

    assert ran.out == ""
    assert ran.err.count("Recovery code") == 3
    assert "One-time code of specialist: " in ran.err


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"staff": None}, "staff is missing"),
        ({"staff": [{"signInName": "x", "displayName": "X", "role": "boss"}]}, "staff[0].role"),
        ({"staff": [7]}, "staff[0]"),
        ({"hospital": 7}, "hospital"),
        ({"passphrase": 7}, "passphrase"),
        ({"passphrase": "short"}, "15"),
    ],
)
def test_answers_that_make_no_store_are_named_and_nothing_is_made(
    terminal: Terminal, tmp_path: Path, changed: dict[str, object], said: str
) -> None:
    file = answers_file(tmp_path, **changed)

    ran = terminal.run("store", "init", "--data", tmp_path / "new", "--answers", file, "--json")

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (tmp_path / "new").exists()


def test_verify_as_somebody_opens_everything_they_may_open(
    terminal: Terminal, tmp_path: Path, store: Path
) -> None:
    rosa = terminal.run(
        "store", "verify", "--data", store, "--json", *account_words(tmp_path, ROSA)
    )
    desk = terminal.run(
        "store", "verify", "--data", store, "--json", *account_words(tmp_path, DESK)
    )

    assert (rosa.code, rosa.json["ok"], rosa.json["problems"]) == (0, True, [])
    assert rosa.json["opened"] > 0
    assert desk.json["opened"] == 0


def test_verify_as_somebody_finds_what_no_check_without_keys_can(
    terminal: Terminal, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    bench, made = sealed_bench(store)
    work = bench.work_as(ROSA)
    form = open_form(work, bench.new_case(), FormKind.ASSESSMENT)
    append_position(work, form.draft, ItemKey("x"))
    for session in bench.sessions.values():
        session.close()
    made.gate.close()
    flip_bit(store / "store.db", "journal", "sealed", 0.9)
    without = terminal.run("store", "verify", "--data", store, "--json")

    ran = terminal.run("store", "verify", "--data", store, "--json", *account_words(tmp_path, ROSA))

    assert without.json["ok"] is True
    assert (ran.code, ran.json["ok"]) == (1, False)
    assert ran.json["problems"][0]["where"].startswith("journal/")
    assert "does not open with its key" in ran.err


def test_a_wrong_password_gives_no_report(terminal: Terminal, tmp_path: Path, store: Path) -> None:
    words = account_words(tmp_path, ROSA, "never that one at all")

    ran = terminal.run("store", "verify", "--data", store, "--json", *words)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("The name and password do not match.")


def test_half_an_account_is_refused(terminal: Terminal, tmp_path: Path, store: Path) -> None:
    ran = terminal.run("store", "verify", "--data", store, "--account", ROSA)

    assert (ran.code, ran.out) == (2, "")
    assert "--password-file" in ran.err


def test_a_workstation_with_a_passphrase_asks_for_its_file(
    terminal: Terminal, tmp_path: Path
) -> None:
    folder = tmp_path / "hospital"
    made = sealed_bench(folder, is_demo=False)[1]
    made.gate.close()

    ran = terminal.run("store", "verify", "--data", folder, *account_words(tmp_path, ROSA)[:4])

    assert ran.code == 2
    assert "--passphrase-file" in ran.err


def test_stats_are_counts_and_sizes_only(terminal: Terminal, store: Path) -> None:
    ran = terminal.run("store", "stats", "--data", store, "--json")

    assert ran.code == 0
    assert ran.json["people"] == 1
    assert ran.json["records"] == sum(ran.json["recordsByKind"].values())
    assert ran.json["fileBytes"] > 0
    flat = [*ran.json["recordsByKind"].values(), *ran.json.values()]
    assert all(isinstance(one, (int, dict)) for one in flat)


def test_stats_in_words(terminal: Terminal, store: Path) -> None:
    ran = terminal.run("store", "stats", "--data", store)

    assert (ran.code, ran.out) == (0, "")
    assert "recordsByKind episode: 1" in ran.err


def test_a_backup_is_made_checked_and_restored(
    terminal: Terminal, tmp_path: Path, store: Path
) -> None:
    made = terminal.run(
        "store", "backup", "--data", store, "--to", tmp_path / "usb", "--json",
        *account_words(tmp_path, ROSA),
    )  # fmt: skip
    shutil.rmtree(store)

    restored = terminal.run(
        "store", "restore", "--data", store, "--from", made.json["file"], "--json"
    )

    assert (made.code, made.json["ok"], made.json["removed"]) == (0, True, [])
    assert made.json["opened"] > 0
    assert set(made.json) == {
        *("ok", "file", "madeAt", "records", "bytes", "sha256", "opened", "problems"),
        *("copySeconds", "verifySeconds", "restoreSeconds", "removed"),
    }
    assert (restored.code, restored.json["ok"]) == (0, True)
    assert restored.json["records"] == made.json["records"]
    assert restored.json["movedAside"] is None
    assert terminal.run("store", "verify", "--data", store).code == 0


def test_a_restore_says_where_the_store_before_it_is(
    terminal: Terminal, tmp_path: Path, store: Path
) -> None:
    made = terminal.run("store", "backup", "--data", store, "--to", tmp_path / "usb", "--json")

    ran = terminal.run("store", "restore", "--data", store, "--from", made.json["file"], "--json")

    assert ran.code == 0
    assert (Path(ran.json["movedAside"]) / "store.db").exists()
    assert "is kept in before-restore-" in ran.err
    assert ran.json["carriedOver"] == {"ended": 0, "erased": 0}


def test_a_restore_into_an_empty_folder_says_that_the_revoked_are_back(
    terminal: Terminal, tmp_path: Path, store: Path
) -> None:
    made = terminal.run("store", "backup", "--data", store, "--to", tmp_path / "usb", "--json")
    arguments = ("--data", tmp_path / "new", "--from", made.json["file"], "--json")

    ran = terminal.run("store", "restore", *arguments)

    assert (ran.code, ran.json["carriedOver"]) == (0, None)
    assert "revoke, set legal holds and erase again" in ran.err


def test_a_store_that_is_not_whole_gets_no_backup_but_a_report(
    terminal: Terminal, tmp_path: Path, store: Path
) -> None:
    flip_bit(store / "store.db", "revisions", "sealed", 0.0)

    ran = terminal.run("store", "backup", "--data", store, "--to", tmp_path / "usb", "--json")

    assert (ran.code, ran.json["ok"]) == (1, False)
    assert ran.json["problems"][0]["message"] in ran.err
    assert not list((tmp_path / "usb").iterdir())


def test_a_changed_backup_is_named_and_the_store_stays(
    terminal: Terminal, tmp_path: Path, store: Path
) -> None:
    made = terminal.run("store", "backup", "--data", store, "--to", tmp_path / "usb", "--json")
    backup = Path(made.json["file"])
    data = bytearray(backup.read_bytes())
    data[-9] ^= 1
    backup.write_bytes(data)
    before = (store / "store.db").read_bytes()

    ran = terminal.run("store", "restore", "--data", store, "--from", backup, "--json")

    assert (ran.code, ran.out) == (2, "")
    assert backup.name in ran.err
    assert (store / "store.db").read_bytes() == before


def test_backups_into_the_data_folder_are_refused_in_the_language_asked_for(
    terminal: Terminal, store: Path
) -> None:
    ran = terminal.run("store", "backup", "--data", store, "--to", store, "--lang", "es")

    assert ran.code == 2
    assert ran.err.splitlines()[-1].startswith("Esta carpeta es la de los datos")


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """A closed store that somebody with clinical keys has left."""
    folder = tmp_path / "hospital"
    bench, made = sealed_bench(folder, is_demo=False)
    bench.new_case()
    administrator = confirmed(bench.work_as(ADMIN), ConfirmedAct.ACCOUNTS)
    people = administrator.session.staff_desk.people()
    tomas = next(one.member.staff_id for one in people if one.member.sign_in_name == TOMAS)
    revoke_person(administrator, tomas)
    for session in bench.sessions.values():
        session.close()
    made.gate.close()
    return folder


def test_owed_keys_are_renewed_by_whoever_holds_them(
    terminal: Terminal, tmp_path: Path, left: Path
) -> None:
    ran = terminal.run("store", "rotate", "--data", left, "--json", *account_words(tmp_path, NADIA))

    assert (ran.code, ran.json) == (0, {"renewed": ["ID", "CLIN"], "moved": 2, "notMine": []})
    words = account_words(tmp_path, ROSA)
    assert terminal.run("store", "verify", "--data", left, "--json", *words).json["ok"]


def test_what_somebody_else_has_to_renew_is_named(
    terminal: Terminal, tmp_path: Path, left: Path
) -> None:
    ran = terminal.run("store", "rotate", "--data", left, "--json", *account_words(tmp_path, DESK))

    assert (ran.code, ran.json) == (1, {"renewed": [], "moved": 0, "notMine": ["ID", "CLIN"]})
    assert "Somebody who holds them has to renew: ID, CLIN." in ran.err


def test_a_rotation_without_an_account_is_refused(terminal: Terminal, left: Path) -> None:
    ran = terminal.run("store", "rotate", "--data", left, "--json")

    assert (ran.code, ran.out) == (2, "")
    assert "--account" in ran.err


def test_a_workstation_is_enrolled_again_with_two_codes_from_a_file(
    terminal: Terminal, tmp_path: Path
) -> None:
    made = terminal.run(
        "store", "init", "--data", tmp_path / "new", "--answers", answers_file(tmp_path), "--json"
    )
    codes, phrase = tmp_path / "codes.secret", tmp_path / "new.secret"
    codes.write_text("\n".join(made.json["recoveryCodes"][:2]))
    phrase.write_text("quince-harbor-3-thimble-lantern\n")
    words = ["store", "enrol", "--data", tmp_path / "new", "--recovery-codes-file", codes]
    words += ["--administrator", Role.ADMINISTRATOR.value, "--passphrase-file", phrase]

    ran = terminal.run(*words, "--json")

    assert ran.code == 0
    assert len(ran.json["enrolmentCode"]) == 47
    assert terminal.run("store", "verify", "--data", tmp_path / "new").code == 0


def test_one_recovery_code_enrols_nothing(terminal: Terminal, store: Path, tmp_path: Path) -> None:
    codes = tmp_path / "codes.secret"
    codes.write_text("F6DYP-57S02\n")

    ran = terminal.run(
        *["store", "enrol", "--data", store, "--recovery-codes-file", codes],
        *["--administrator", ADMIN],
    )

    assert ran.code == 2
    assert "fewer than two" in ran.err
