"""store add-workstation, card, hand-over, take-in, take-back and receipt, as they are typed."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.services.read_person import read_person
from tests.app.commands import Ran, Terminal
from tests.app.test_store_commands_that_write import account_words
from tests.services.bench import ADMIN, DESK, ROSA, TOMAS, sealed_bench
from tests.storage.two_workstations import SECOND_PHRASE
from tests.support.store_fixture import password_of

TO_TWO = ("--workstation", "Bedside Two", "--reason", "care-moves")


@dataclass
class Typed:
    """Two closed stores, a drive, and a terminal that signs in at either."""

    terminal: Terminal
    here: Path
    there: Path
    drive: Path
    alias: str

    def at_here(self, name: str, act: str, *words: str | Path) -> Ran:
        """A command at the first workstation."""
        who = account_words(self.drive.parent, name)
        return self.terminal.run("store", act, "--data", self.here, *words, *who, "--json")

    def at_there(self, name: str, act: str, *words: str | Path) -> Ran:
        """A command at the second."""
        secret, phrase = self.drive.parent / "name.secret", self.drive.parent / "second.secret"
        secret.write_text(password_of(name) + "\n")
        phrase.write_text(SECOND_PHRASE + "\n")
        who = ("--account", name, "--password-file", secret, "--passphrase-file", phrase)
        return self.terminal.run("store", act, "--data", self.there, *words, *who, "--json")

    def give(self) -> Ran:
        """The one case, to the second."""
        return self.at_here(ROSA, "hand-over", "--case", self.alias, *TO_TWO, "--to", self.drive)


@pytest.fixture
def typed(terminal: Terminal, tmp_path: Path) -> Typed:
    """The second was made, and made known to the first, by commands alone."""
    here, there, drive = tmp_path / "store", tmp_path / "second", tmp_path / "drive"
    drive.mkdir()
    bench, made = sealed_bench(here)
    alias = read_person(bench.work_as(ROSA), bench.new_case()).card.alias
    for session in bench.sessions.values():
        session.close()
    made.gate.close()
    codes, phrase = tmp_path / "codes.secret", tmp_path / "second.secret"
    codes.write_text("\n".join(made.shown.recovery_codes[:2]) + "\n")
    phrase.write_text(SECOND_PHRASE + "\n")
    backup = terminal.run("store", "backup", "--data", here, "--to", tmp_path / "usb", "--json")
    words = ["--name", "Bedside Two", "--recovery-codes-file", codes, "--passphrase-file", phrase]
    source, card = backup.json["file"], drive / "two.card"
    words += ["--from", source, "--card", card, "--json"]
    added = terminal.run("store", "add-workstation", "--data", there, *words)
    assert (added.code, added.json["name"]) == (0, "Bedside Two")
    typed = Typed(terminal, here, there, drive, alias)
    assert typed.at_here(ADMIN, "card", "--take", card).code == 0
    return typed


def test_a_case_goes_and_comes_back_by_commands_alone(typed: Typed) -> None:
    gone = typed.give()
    file = gone.json["file"]
    looked = typed.at_there(TOMAS, "take-in", "--from", file, "--look")
    taken = typed.at_there(TOMAS, "take-in", "--from", file, "--receipt", typed.drive)
    read = typed.at_here(ROSA, "receipt", "--from", taken.json["receipt"])
    back = typed.at_there(
        TOMAS,
        "hand-over",
        *("--case", typed.alias, "--workstation", "Bedside One"),
        *("--reason", "staff-moves", "--to", typed.drive),
    )
    home = typed.at_here(ROSA, "take-in", "--from", back.json["file"])

    assert [ran.code for ran in (gone, looked, taken, read, back, home)] == [0] * 6
    assert (looked.json["aliases"], looked.json["by"]) == ([typed.alias], "Rosa Sample")
    assert (taken.json["from"], taken.json["cameBack"]) == ("Bedside One", False)
    assert read.json == {"handOver": gone.json["handOver"], "cases": 1}
    assert home.json["cameBack"] is True
    assert typed.alias not in gone.out + back.out
    for folder in (typed.here, typed.there):
        assert typed.terminal.run("store", "verify", "--data", folder, "--json").json["ok"] is True


def test_a_case_that_is_taken_back_is_refused_there_no_longer_than_it_is_away(
    typed: Typed,
) -> None:
    first = typed.give()
    again = typed.give()
    back = typed.at_here(ROSA, "take-back", "--case", typed.alias, "--reason", "file-lost")
    second = typed.give()

    assert (first.code, again.code, back.code, second.code) == (0, 2, 0, 0)
    assert "handed over to another workstation" in again.err


def test_words_for_people_say_what_stays(typed: Typed) -> None:
    gone = typed.give()

    assert "The case is closed here; take the file there within 7 days." in gone.err
    assert "Packets stay" in gone.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--case", "Nobody 1", *TO_TWO), "No other case has this alias"),
        (("--workstation", "Bedside Nine", "--reason", "care-moves"), "not known here"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_changes(
    typed: Typed, words: tuple[str, ...], said: str
) -> None:
    given = words if "--case" in words else ("--case", typed.alias, *words)

    ran = typed.at_here(ROSA, "hand-over", *given, "--to", typed.drive)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert typed.give().code == 0


def test_a_desk_takes_nothing_in_and_no_specialist_reads_a_card(typed: Typed) -> None:
    file = typed.give().json["file"]

    desk = typed.at_there(DESK, "take-in", "--from", file)
    card = typed.at_there(ROSA, "card", "--to", typed.drive / "x.card")

    assert (desk.code, card.code) == (2, 2)
    assert not (typed.drive / "x.card").exists()
