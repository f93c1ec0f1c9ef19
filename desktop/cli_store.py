"""The commands of the sealed store: init, verify, stats, backup, restore, enrol, rotate."""

import argparse
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from desktop.cli_hand_over import add_hand_over
from desktop.cli_reach import add_reach, count
from desktop.cli_said import FINE, PROBLEMS, Explained, camel, say, show_json
from desktop.errors import KnownError
from desktop.messages import sentence

if TYPE_CHECKING:
    from desktop.services.ports import BackupFacts, StoreProblem
    from desktop.store_commands import Account, StoreCommands


CODES_NEEDED = 2


class HasStore(Protocol):
    """What these commands need of the composition root."""

    def store(self) -> "StoreCommands":
        """What looks after the sealed store."""
        ...


Act = Callable[[argparse.Namespace, HasStore], int]


def add_store(commands: Any, explained: Explained) -> None:
    """Add the words of all of them to the parser."""
    store = commands.add_parser("store", help=explained("help-store"))
    acts = store.add_subparsers(metavar="ACT", required=True)

    def act(name: str, does: Act, *, may_sign_in: bool = False) -> Any:
        added = acts.add_parser(name, help=explained(f"help-store-{name}"))
        folder = explained("help-store-data")
        added.add_argument("--data", type=Path, required=True, metavar="DIR", help=folder)
        added.add_argument("--json", action="store_true", help=explained("help-json"))
        added.set_defaults(act=does)
        if may_sign_in:
            _add_account(added, explained, is_required=name not in ("verify", "backup"))
        return added

    init = act("init", _init)
    answers = explained("help-answers")
    init.add_argument("--answers", type=Path, required=True, metavar="FILE", help=answers)
    act("verify", _verify, may_sign_in=True)
    act("stats", _stats)
    backup = act("backup", _backup, may_sign_in=True)
    backup.add_argument("--to", type=Path, required=True, metavar="DIR", help=explained("help-to"))
    restore = act("restore", _restore)
    source = explained("help-from")
    restore.add_argument(
        "--from", type=Path, required=True, metavar="FILE", dest="source", help=source
    )
    enrol = act("enrol", _enrol)
    enrol.add_argument(
        "--administrator", required=True, metavar="NAME", help=explained("help-administrator")
    )
    for word, is_required in (("recovery-codes", True), ("passphrase", False)):
        words = explained(f"help-{word}-file")
        enrol.add_argument(
            f"--{word}-file", type=Path, required=is_required, metavar="FILE", help=words
        )
    act("rotate", _rotate, may_sign_in=True)
    add_reach(act("reach", partial(count, _account), may_sign_in=True), explained)
    add_hand_over(act, _account, explained)


def _add_account(added: Any, explained: Explained, *, is_required: bool) -> None:
    added.add_argument(
        "--account", metavar="NAME", required=is_required, help=explained("help-account")
    )
    for word in ("password", "passphrase"):
        words = explained(f"help-{word}-file")
        added.add_argument(f"--{word}-file", type=Path, metavar="FILE", help=words)


def _account(chosen: argparse.Namespace) -> "Account | None":
    from desktop.store_commands import Account

    if chosen.account is None and chosen.password_file is None:
        return None
    if chosen.account is None or chosen.password_file is None:
        raise KnownError("cli.account-half")
    return Account(chosen.account, chosen.password_file, chosen.passphrase_file)


def _init(chosen: argparse.Namespace, commands: HasStore) -> int:
    from desktop.services.set_up_answers import read_set_up
    from desktop.user_files import read_json

    result = commands.store().init(chosen.data, read_set_up(read_json(chosen.answers)))
    if chosen.json:
        show_json(
            {"recoveryCodes": result.recovery_codes, "enrolmentCodes": result.enrolment_codes}
        )
    else:
        for number, code in enumerate(result.recovery_codes, start=1):
            say(sentence("cli.recovery-code", chosen.lang, number=number, code=code))
        for name, code in result.enrolment_codes.items():
            say(sentence("cli.enrolment-code", chosen.lang, name=name, code=code))
    say(sentence("cli.store-made", chosen.lang))
    return FINE


def _verify(chosen: argparse.Namespace, commands: HasStore) -> int:
    report = commands.store().verify(chosen.data, _account(chosen), _teller(chosen))
    _say_problems(report.problems, chosen.lang)
    if report.is_whole:
        say(sentence("cli.store-ok", chosen.lang, records=report.records))
    if report.keyring == "silent":
        say(sentence("cli.store-keyring-silent", chosen.lang))
    if report.opened:
        say(sentence("cli.store-opened", chosen.lang, opened=report.opened))
    if report.erased:
        say(sentence("cli.store-erased", chosen.lang, erased=report.erased))
    if chosen.json:
        show_json(
            {
                "ok": report.is_whole,
                "records": report.records,
                "erased": report.erased,
                "opened": report.opened,
                "keyring": report.keyring.value,
                "problems": _problems_json(report.problems, chosen.lang),
            }
        )
    return FINE if report.is_whole else PROBLEMS


def _stats(chosen: argparse.Namespace, commands: HasStore) -> int:
    stats = commands.store().stats(chosen.data)
    shown = {camel(name): value for name, value in asdict(stats).items()}
    if chosen.json:
        show_json(shown)
        return FINE
    for name, value in shown.items():
        for line, number in value.items() if isinstance(value, dict) else [("", value)]:
            say(f"{name} {line}: {number}" if line else f"{name}: {number}")
    return FINE


def _backup(chosen: argparse.Namespace, commands: HasStore) -> int:
    account, folder = _account(chosen), chosen.to.absolute()
    try:
        done = commands.store().backup(chosen.data, folder, account, _teller(chosen))
    except KnownError as error:
        return _not_whole(error, chosen)
    facts = done.facts
    say(
        sentence(
            "cli.backup-made",
            chosen.lang,
            file=done.backup.path.name,
            records=facts.records,
            bytes=facts.size_bytes,
        )
    )
    _say_how_long(facts, chosen.lang)
    if chosen.json:
        show_json(
            {
                "ok": True,
                "file": str(done.backup.path),
                **_facts_json(facts),
                "removed": done.removed,
                "problems": [],
            }
        )
    return FINE


def _restore(chosen: argparse.Namespace, commands: HasStore) -> int:
    try:
        restored = commands.store().restore(chosen.data, chosen.source, _teller(chosen))
    except KnownError as error:
        return _not_whole(error, chosen)
    aside = restored.moved_aside
    moment = _utc(restored.backup.made_at)
    say(sentence("cli.restored", chosen.lang, records=restored.report.records, at=moment))
    if aside is not None:
        say(sentence("cli.moved-aside", chosen.lang, folder=aside.name))
    carried = restored.carried
    if carried is None:
        say(sentence("cli.restored-people-back", chosen.lang, at=moment))
    else:
        people = {"ended": carried.ended, "erased": carried.erased}
        say(sentence("cli.restored-carried", chosen.lang, **people))
    if chosen.json:
        show_json(
            {
                "ok": True,
                "records": restored.report.records,
                "madeAt": moment,
                "movedAside": None if aside is None else str(aside),
                "carriedOver": None if carried is None else asdict(carried),
                "problems": [],
            }
        )
    return FINE


def _enrol(chosen: argparse.Namespace, commands: HasStore) -> int:
    from desktop.services.ports import ReEnrolment
    from desktop.store_commands import secret_lines

    codes = secret_lines(chosen.recovery_codes_file)
    if len(codes) < CODES_NEEDED:
        raise KnownError("cli.two-codes")
    phrase = secret_lines(chosen.passphrase_file) if chosen.passphrase_file else None
    wanted = ReEnrolment(chosen.administrator, (codes[0], codes[1]), phrase[0] if phrase else None)
    made = commands.store().enrol(chosen.data, wanted)
    say(sentence("cli.enrolled-again", chosen.lang, name=chosen.administrator, code=made.code))
    if chosen.json:
        show_json({"enrolmentCode": made.code, "expiresAt": _utc(made.expires_at)})
    return FINE


def _rotate(chosen: argparse.Namespace, commands: HasStore) -> int:
    account = _account(chosen)
    if account is None:
        raise KnownError("cli.account-half")
    rotation = commands.store().rotate(chosen.data, account)
    renewed = [each.value for each in rotation.renewed]
    others = [each.value for each in rotation.not_mine]
    names = ", ".join(renewed) or "-"
    say(sentence("cli.rotated", chosen.lang, renewed=names, moved=rotation.moved))
    if others:
        say(sentence("cli.rotate-others", chosen.lang, names=", ".join(others)))
    if chosen.json:
        show_json({"renewed": renewed, "moved": rotation.moved, "notMine": others})
    return PROBLEMS if rotation.not_mine else FINE


def _not_whole(error: KnownError, chosen: argparse.Namespace) -> int:
    """What does not hold is a report with code 1; everything else could not be done at all."""
    from desktop.services.ports import NotWhole

    if not isinstance(error, NotWhole):
        raise error
    _say_problems(error.problems, chosen.lang)
    if chosen.json:
        show_json({"ok": False, "problems": _problems_json(error.problems, chosen.lang)})
    return PROBLEMS


def _say_problems(problems: "tuple[StoreProblem, ...]", language: str) -> None:
    for problem in problems:
        say(f"{problem.where}: {sentence(problem.message_id, language)}")


def _problems_json(problems: "tuple[StoreProblem, ...]", language: str) -> list[dict[str, str]]:
    return [
        {"where": each.where, "message": sentence(each.message_id, language)} for each in problems
    ]


def _facts_json(facts: "BackupFacts") -> dict[str, Any]:
    return {
        "madeAt": _utc(facts.made_at),
        "records": facts.records,
        "bytes": facts.size_bytes,
        "sha256": facts.sha256,
        "opened": facts.opened,
        "copySeconds": facts.copy_s,
        "verifySeconds": facts.verify_s,
        "restoreSeconds": facts.restore_s,
    }


def _say_how_long(facts: "BackupFacts", language: str) -> None:
    seconds = {"copy": f"{facts.copy_s:.1f}", "verify": f"{facts.verify_s:.1f}"}
    restore = f"{facts.restore_s:.1f}"
    say(sentence("cli.backup-took", language, **seconds, restore=restore))


def _teller(chosen: argparse.Namespace) -> Callable[[str, int, int], None]:
    """Says each step once, when it begins."""
    begun: set[str] = set()

    def tell(what: str, _done: int, _total: int) -> None:
        if what not in begun:
            begun.add(what)
            say(sentence(what, chosen.lang))

    return tell


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
