"""The command line: the same doors as the screens. Exit 0 fine, 1 problems reported, 2 cannot."""

import argparse
from argparse import SUPPRESS
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import uuid4

from desktop import __version__
from desktop.cli_said import CANNOT, FINE, PROBLEMS, Explained, say, show_json
from desktop.errors import BugError, KnownError
from desktop.messages import explain, sentence
from desktop.user_files import read_file, read_json

if TYPE_CHECKING:
    from types import TracebackType

    from desktop.forms.form_input import FormFile
    from desktop.store_commands import StoreCommands
    from desktop.usage_words import UsageParser


class Commands(Protocol):
    """What the composition root builds for the command line."""

    def open_window(self, data_dir: Path | None, *, demo: bool, language: str | None) -> int:
        """Start the app and run it to its end; None: in the language of its settings."""
        ...

    def play_demo(self, out: Path, *, pictures_only: bool) -> int:
        """Play the bedside journey without a display, leaving pictures and the packet."""
        ...

    def show_form(self, file: Path, png: Path, language: str, response: Path | None) -> None:
        """Draw a form offscreen."""
        ...

    def store(self) -> "StoreCommands":
        """What looks after the sealed store."""
        ...


def run(words: Sequence[str], commands: Commands, environment: Mapping[str, str]) -> int:
    """Do what the words say. Never raises for what the user can have caused.

    It speaks the language of ``--lang``, else that of the locale in ``environment``.
    """
    chosen = _plain_start(words)
    if chosen is None:
        try:
            language = _language(words, environment)
            chosen = parser(language).parse_args(words)
        except SystemExit as stop:
            return int(stop.code or 0)
        chosen.language_asked, chosen.lang = chosen.lang, chosen.lang or language
    try:
        return int(chosen.act(chosen, commands))
    except KnownError as error:
        say(explain(error, _language(words, environment)))
        return CANNOT
    except BugError as error:
        # Its text is about our parts, never about people: what whoever mends it needs to know.
        say(sentence("cli.our-mistake", _language(words, environment), what=str(error)))
        return CANNOT
    except Exception as error:  # noqa: BLE001 - its text may hold answers: class and places only
        from desktop.logging_setup import log_where_started, places_of

        log_where_started(error)  # a window has no terminal to say it on
        where = places_of(error)
        say(sentence("cli.our-mistake", _language(words, environment), what=where))
        return CANNOT


def say_places(
    kind: type[BaseException], error: BaseException, trace: "TracebackType | None"
) -> None:
    """An error that nothing caught, by class and place: a command has no log."""
    from desktop.logging_setup import PlacesOnlyFormatter

    say(PlacesOnlyFormatter().formatException((kind, error, trace)))


def opens_window(words: Sequence[str]) -> bool:
    """Whether these are the plain words of a start of the window."""
    return _plain_start(words) is not None


def _language(words: Sequence[str], environment: Mapping[str, str]) -> str:
    from desktop.asked_language import asked_language  # the first picture needs no words of ours

    return asked_language(words, environment)


def _plain_start(words: Sequence[str]) -> argparse.Namespace | None:
    """``firstlight`` and ``firstlight --data DIR``, known without building the parser (5 ms)."""
    match words:
        case []:
            return argparse.Namespace(act=_window, data=None, demo=False, language_asked=None)
        case ["--data", folder] if folder and not folder.startswith("-"):
            return argparse.Namespace(
                act=_window, data=Path(folder), demo=False, language_asked=None
            )
        case _:
            return None


def parser(language: str) -> "UsageParser":
    """All commands and their words."""
    from desktop.cli_store import add_store
    from desktop.usage_words import UsageParser

    explained = partial(sentence_in, language)
    top = UsageParser(prog="firstlight", language=language, description=explained("about"))
    top.add_argument(
        "--version",
        action="version",
        version=f"Firstlight {__version__}",
        help=explained("help-version"),
    )
    top.add_argument("--data", type=Path, metavar="DIR", help=explained("help-data"))
    top.set_defaults(act=_window, demo=False, lang=None)
    commands = top.add_subparsers(metavar="COMMAND")
    _add_demo(commands, explained)
    _add_form(commands, explained)
    add_store(commands, explained)
    return top


def sentence_in(language: str, message_id: str) -> str:
    """One of the command line's own sentences."""
    return sentence(f"cli.{message_id}", language)


def _add_demo(commands: Any, explained: Explained) -> None:
    demo = commands.add_parser("demo", help=explained("help-demo"))
    # Not None when it is absent: that would cover a --data given before the word "demo".
    demo.add_argument(
        "--data", type=Path, metavar="DIR", default=SUPPRESS, help=explained("help-data")
    )
    demo.add_argument("--headless", action="store_true", help=explained("help-headless"))
    demo.add_argument("--out", type=Path, metavar="DIR", help=explained("help-out"))
    demo.add_argument("--pictures-only", action="store_true", help=explained("help-pictures"))
    demo.set_defaults(act=_demo)


def _add_form(commands: Any, explained: Explained) -> None:
    form = commands.add_parser("form", help=explained("help-form"))
    acts = form.add_subparsers(metavar="ACT", required=True)
    check = acts.add_parser("check", help=explained("help-form-check"))
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check.add_argument("--json", action="store_true", help=explained("help-json"))
    check.set_defaults(act=_form_check)
    fill = acts.add_parser("fill", help=explained("help-form-fill"))
    fill.add_argument("file", type=Path, metavar="FILE")
    fill.add_argument("--response", type=Path, required=True, metavar="QR.json")
    fill.add_argument("--extract", action="store_true", help=explained("help-extract"))
    fill.add_argument("--json", action="store_true", help=explained("help-json"))
    fill.set_defaults(act=_form_fill)
    show = acts.add_parser("show", help=explained("help-form-show"))
    show.add_argument("file", type=Path, metavar="FILE")
    show.add_argument("--png", type=Path, required=True, metavar="OUT")
    show.add_argument("--language", default="en", choices=("en", "es", "both"))
    show.add_argument("--response", type=Path, metavar="QR.json")
    show.set_defaults(act=_form_show)


def _window(chosen: argparse.Namespace, commands: Commands) -> int:
    return commands.open_window(chosen.data, demo=chosen.demo, language=chosen.language_asked)


def _demo(chosen: argparse.Namespace, commands: Commands) -> int:
    if not chosen.headless:
        if chosen.out is not None or chosen.pictures_only:
            raise KnownError("cli.headless-missing")
        return commands.open_window(chosen.data, demo=True, language=chosen.language_asked)
    if chosen.data is not None:
        raise KnownError("cli.headless-data")
    if chosen.out is None:
        raise KnownError("cli.out-missing")
    code = commands.play_demo(chosen.out, pictures_only=chosen.pictures_only)
    say(sentence("cli.played", chosen.lang, folder=str(chosen.out)))
    return code


def _form_check(chosen: argparse.Namespace, _commands: Commands) -> int:
    from desktop.form_report import form_report_lines
    from desktop.forms.form_input import joined_files

    unread, read = _opened(chosen.files, chosen.lang)
    files = iter(joined_files([(path.name, data) for path, data in read]))
    codes, reports = set(), []
    for path in chosen.files:
        code, said = (
            (CANNOT, unread[path]) if path in unread else _checked(next(files), chosen.lang)
        )
        codes.add(code)
        reports.append({"file": str(path), **said})
        for line in form_report_lines(path.name, said, chosen.lang):
            say(line)
    if codes == {CANNOT}:
        return CANNOT
    if chosen.json:
        show_json(reports)
    return FINE if codes == {FINE} else PROBLEMS


def _opened(
    paths: Sequence[Path], language: str
) -> tuple[dict[Path, dict[str, Any]], list[tuple[Path, bytes]]]:
    """The files that could not be read, with the report on each, and the bytes of the others."""
    from desktop.form_report import form_unread_json
    from desktop.forms.json_input import MAX_BYTES

    unread: dict[Path, dict[str, Any]] = {}
    read: list[tuple[Path, bytes]] = []
    for path in paths:
        try:
            # One byte more than a form may have is enough to say that it is too large.
            read.append((path, read_file(path, MAX_BYTES + 1)))
        except KnownError as error:
            unread[path] = form_unread_json(error, language)
    return unread, read


def _checked(file: "FormFile", language: str) -> tuple[int, dict[str, Any]]:
    """The exit code that this file alone would give, and its report."""
    from desktop.clock import SystemClock
    from desktop.form_report import form_report_json
    from desktop.forms.checking import check_questionnaire

    today = SystemClock().now().date()
    report = check_questionnaire(file.data, file.name, today) if file.is_form else None
    said = form_report_json(report, file.joined, language)
    return (PROBLEMS if said["problems"] else FINE), said


def _form_fill(chosen: argparse.Namespace, _commands: Commands) -> int:
    from desktop.forms.filling import fill_report
    from desktop.forms.json_input import MAX_BYTES
    from desktop.forms.reading import read_questionnaire

    data = read_file(chosen.file, MAX_BYTES + 1)
    form = read_questionnaire(data, chosen.file.name)
    told = read_json(chosen.response)
    report = fill_report(form, told).to_json()
    is_fine = not report["missing"] and not report["invalid"]
    if chosen.extract:
        from desktop.clock import SystemClock
        from desktop.forms.extraction import extracted_bundle

        # SDC: only what is complete says anything that may stand by itself.
        whole = {**report["response"], "status": told.get("status")}
        is_done = whole["status"] in ("completed", "amended")
        if not is_done:
            say(sentence("cli.form-not-completed", chosen.lang))
        made = is_fine and is_done
        moment = SystemClock().now()
        report["extracted"] = extracted_bundle(form, whole, _new_uuid, moment) if made else None
    for invalid in report["invalid"]:
        invalid["message"] = sentence(
            invalid.pop("message_id"), chosen.lang, **invalid.pop("params")
        )
        say(f"{invalid['linkId']}: {invalid['message']}")
    for link_id in report["missing"]:
        say(sentence("cli.form-missing", chosen.lang, linkId=link_id))
    for link_id, value in report["scores"].items():
        shown = sentence("cli.withheld", chosen.lang) if value is None else f"{value:g}"
        say(f"{link_id}: {shown}")
    show_json(report)
    return FINE if is_fine else PROBLEMS


def _new_uuid() -> str:
    return str(uuid4())


def _form_show(chosen: argparse.Namespace, commands: Commands) -> int:
    commands.show_form(chosen.file, chosen.png, chosen.language, chosen.response)
    return FINE
