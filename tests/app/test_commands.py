"""What each command does with its words, and the exit codes that scripts rely on."""

from pathlib import Path

import pytest

from desktop import __version__, cli
from desktop.errors import BugError
from desktop.messages import sentence
from desktop.resource_files import resources_dir
from desktop.usage_words import mistake_words
from tests.app.commands import NotingCommands, Terminal


class StuckDemo(NotingCommands):
    """A demo that does not come to its end."""

    def play_demo(self, out: Path, *, pictures_only: bool) -> int:
        """Our mistake."""
        raise BugError(f"the script waits in vain in {out.name}, {pictures_only}")


def test_without_words_the_window_opens(terminal: Terminal) -> None:
    ran = terminal.run()

    assert ran.code == 0
    assert ran.commands.opened == [(None, False)]


@pytest.mark.parametrize(
    "words", [("--data", "{dir}", "demo"), ("demo", "--data", "{dir}")], ids=["before", "after"]
)
def test_the_data_folder_counts_before_and_after_the_word_demo(
    terminal: Terminal, tmp_path: Path, words: tuple[str, ...]
) -> None:
    ran = terminal.run(*(word.format(dir=tmp_path) for word in words))

    assert ran.commands.opened == [(tmp_path, True)]


def test_the_data_folder_counts_without_a_command(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("--data", tmp_path)

    assert ran.commands.opened == [(tmp_path, False)]


def test_the_headless_demo_is_played_into_its_folder(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("demo", "--headless", "--pictures-only", "--out", tmp_path)

    assert ran.code == 0
    assert ran.commands.played == [(tmp_path, True)]
    assert ran.commands.opened == []
    assert str(tmp_path) in ran.err


def test_the_headless_demo_asks_for_its_folder(terminal: Terminal) -> None:
    ran = terminal.run("demo", "--headless")

    assert ran.code == 2
    assert "Add --out and a folder." in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("bogus",),
        ("--bogus",),
        ("form",),
        ("form", "bogus"),
        ("form", "check"),
        ("form", "fill", "a.json"),
        ("form", "show", "a.json"),
        ("form", "show", "a.json", "--png", "a.png", "--language", "fr"),
        ("store",),
        ("store", "verify"),
        ("demo", "extra"),
        ("check", "{braces}"),
    ],
)
def test_words_that_are_not_understood_get_one_sentence_and_code_2(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    ran = terminal.run(*words)

    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("This command was not understood: ")
    assert ran.err.count("\n") == 1
    assert "--help" in ran.err
    assert ran.commands.opened == []


def test_a_mistake_of_ours_is_told_as_ours_with_code_2(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code = cli.run(["demo", "--headless", "--out", str(tmp_path)], StuckDemo(), {})

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err.startswith("Something went wrong in Firstlight")
    assert "waits in vain" in told.err
    assert "Traceback" not in told.err


class SpillingDemo(NotingCommands):
    """A demo with a mistake whose text holds what somebody answered."""

    def play_demo(self, out: Path, *, pictures_only: bool) -> int:
        """Not one of our errors."""
        raise KeyError("canary-answer", out, pictures_only)


def test_a_mistake_nobody_foresaw_is_told_by_class_and_place_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = cli.run(["demo", "--headless", "--out", str(tmp_path)], SpillingDemo(), {})

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert "KeyError at " in told.err
    assert "test_commands.py:" in told.err
    assert "canary-answer" not in told.err
    assert "Traceback" not in told.err


def test_the_version_is_told(terminal: Terminal) -> None:
    ran = terminal.run("--version")

    assert (ran.code, ran.out) == (0, f"Firstlight {__version__}\n")


@pytest.mark.parametrize("words", [(), ("demo",), ("form",), ("form", "check"), ("store",)])
def test_every_command_explains_itself(terminal: Terminal, words: tuple[str, ...]) -> None:
    ran = terminal.run(*words, "--help")

    assert ran.code == 0
    assert ran.out.startswith("usage: firstlight")


@pytest.mark.parametrize("words", [("--out", "pictures"), ("--pictures-only",)])
def test_words_of_the_demo_without_a_display_are_not_passed_over(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    ran = terminal.run("demo", *words)

    assert ran.code == 2
    assert "Add --headless" in ran.err
    assert ran.commands.opened == []


@pytest.mark.parametrize(
    "words",
    [("demo", "--headless", "--data", "{dir}"), ("--data", "{dir}", "demo", "--headless")],
    ids=["after", "before"],
)
def test_the_headless_demo_does_not_pass_over_a_data_folder(
    terminal: Terminal, tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder, out = tmp_path / "store", tmp_path / "out"

    ran = terminal.run(*(word.format(dir=folder) for word in words), "--out", out)

    assert ran.code == 2
    assert ran.err.startswith("The demo without a display makes a store of its own")
    assert "Leave out --data" in ran.err
    assert ran.err.count("\n") == 1
    assert ran.commands.played == []
    assert not folder.exists()


SPANISH = {"LANG": "es_MX.UTF-8"}


@pytest.mark.parametrize(
    ("environment", "words", "begins"),
    [
        (SPANISH, (), "No se entendió esta orden: "),
        ({"LC_ALL": "en_US.UTF-8", **SPANISH}, (), "This command"),
        ({"LC_ALL": "", "LC_MESSAGES": "es", "LANG": "en_US"}, (), "No se entendió"),
        ({"LC_MESSAGES": "C", **SPANISH}, (), "This command"),
        ({"LANG": "fr_CA.UTF-8"}, (), "This command"),
        ({}, ("--lang", "es"), "No se entendió"),
        (SPANISH, ("--lang=en",), "This command"),
    ],
)
def test_words_are_in_the_language_asked_for_or_that_of_the_locale(
    capsys: pytest.CaptureFixture[str],
    environment: dict[str, str],
    words: tuple[str, ...],
    begins: str,
) -> None:
    ran = Terminal(capsys, environment).run(*words, "bogus")

    assert ran.code == 2
    assert ran.err.startswith(begins)


@pytest.mark.parametrize(
    ("words", "mistake"),
    [
        (("bogus",), "COMMAND no puede ser bogus, solo demo, form, store"),
        (("form",), "falta ACT"),
        (("form", "check"), "falta FILE"),
        (("store", "verify", "--data"), "a --data le falta un valor"),
        (("demo", "extra"), "nada aquí admite extra"),
        (("demo", "--headless=yes"), "--headless no lleva valor"),
        (("demo", "--h"), "--h puede ser --help, --headless"),
        (
            ("form", "show", "a.json", "--png", "a.png", "--language", "fr"),
            "--language no puede ser fr, solo en, es, both",
        ),
    ],
)
def test_every_mistake_in_the_words_is_told_in_spanish_too(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], mistake: str
) -> None:
    ran = Terminal(capsys, SPANISH).run(*words)

    assert ran.code == 2
    assert ran.err.startswith(f"No se entendió esta orden: {mistake}. ")
    assert ran.err.count("\n") == 1


def test_a_mistake_that_argparse_words_anew_is_told_without_its_words() -> None:
    assert mistake_words("argument --data: is haunted", "es") == "las palabras no encajan entre sí"


@pytest.mark.parametrize("words", [(), ("demo",), ("form",), ("form", "check"), ("store",)])
def test_help_in_spanish_has_no_english_left(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    ran = Terminal(capsys, SPANISH).run(*words, "--help")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("uso: firstlight")
    for english in ("usage:", "options:", "positional", "show this", "show program"):
        assert english not in ran.out


@pytest.mark.parametrize(
    "words",
    [
        ("--lang", "es", "store", "verify", "--data", "{dir}"),
        ("store", "--lang", "es", "verify", "--data", "{dir}"),
        ("store", "verify", "--data", "{dir}", "--lang", "es"),
    ],
    ids=["first", "between", "last"],
)
def test_the_language_may_stand_anywhere(
    terminal: Terminal, tmp_path: Path, words: tuple[str, ...]
) -> None:
    ran = terminal.run(*(word.format(dir=tmp_path) for word in words))

    assert ran.code == 2
    assert ran.err == sentence("store.absent", "es") + "\n"


def test_the_reports_on_forms_are_in_the_language_asked_for(
    terminal: Terminal, tmp_path: Path
) -> None:
    form = resources_dir() / "instruments" / "bedside-core.json"
    response = tmp_path / "response.json"
    response.write_text('{"resourceType": "QuestionnaireResponse", "status": "in-progress"}')

    checked = terminal.run("form", "check", form, "--lang", "es")
    filled = terminal.run("form", "fill", form, "--response", response, "--lang", "es")

    assert checked.err == sentence("cli.form-ok", "es", file=form.name) + "\n"
    assert sentence("cli.withheld", "es") in filled.err
    assert sentence("cli.form-missing", "es", linkId="agreement.talk-now") in filled.err


def test_the_window_opens_in_the_language_that_was_typed_alone(terminal: Terminal) -> None:
    typed = terminal.run("--lang", "es", "demo")
    from_locale = Terminal(terminal.capture, SPANISH).run()

    assert typed.commands.opened_in == ["es"]
    assert from_locale.commands.opened_in == [None]
