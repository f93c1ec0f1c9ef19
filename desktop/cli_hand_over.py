"""The commands of several workstations: make another, its card, hand a case over, take it in."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli_said import FINE, Explained, say, show_json
from desktop.errors import KnownError
from desktop.messages import sentence

if TYPE_CHECKING:
    from desktop.cli_store import HasStore
    from desktop.services.ports import Arriving
    from desktop.store_commands import Account

AccountOf = Callable[[argparse.Namespace], "Account | None"]
AddAct = Callable[..., Any]
"""``act`` of ``add_store``: adds one command with its folder, its account and what it does."""
CODES_NEEDED = 2


def add_hand_over(act: AddAct, account_of: AccountOf, explained: Explained) -> None:
    """Add the words of all of them to the parser."""
    another = act("add-workstation", _add_workstation)
    for word, kind, dest in (
        ("from", Path, "source"),
        ("name", str, "name"),
        ("recovery-codes-file", Path, "recovery_codes_file"),
        ("card", Path, "card"),
    ):
        metavar = "NAME" if kind is str else "FILE"
        words = explained(f"help-hand-over-{word}" if word != "from" else "help-from")
        another.add_argument(
            f"--{word}", type=kind, required=True, dest=dest, metavar=metavar, help=words
        )
    phrase = explained("help-passphrase-file")
    another.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)

    def acting(name: str, does: Callable[..., int]) -> Any:
        return act(name, partial(does, account_of), may_sign_in=True)

    card = acting("card", _card).add_mutually_exclusive_group(required=True)
    card.add_argument("--to", type=Path, metavar="FILE", help=explained("help-card-to"))
    card.add_argument("--take", type=Path, metavar="FILE", help=explained("help-card-take"))
    give = acting("hand-over", _hand_over)
    _add_case(give, explained)
    give.add_argument(
        "--workstation", required=True, metavar="NAME", help=explained("help-workstation")
    )
    give.add_argument(
        "--reason", required=True, choices=_reasons(), help=explained("help-hand-over-reason")
    )
    give.add_argument("--to", type=Path, required=True, metavar="DIR", help=explained("help-give"))
    back = acting("take-back", _take_back)
    _add_case(back, explained)
    back.add_argument(
        "--reason", required=True, choices=_back_reasons(), help=explained("help-take-back-reason")
    )
    take = acting("take-in", _take_in)
    take.add_argument("--look", action="store_true", help=explained("help-look"))
    take.add_argument("--receipt", type=Path, metavar="DIR", help=explained("help-receipt-to"))
    for each in (take, acting("receipt", _receipt)):
        words = explained("help-hand-over-file")
        each.add_argument(
            "--from", type=Path, required=True, metavar="FILE", dest="source", help=words
        )


def _add_case(added: Any, explained: Explained) -> None:
    added.add_argument("--case", required=True, metavar="ALIAS", help=explained("help-case"))


def _reasons() -> list[str]:
    from desktop.records.hand_over import HandOverReason

    return [each.value for each in HandOverReason]


def _back_reasons() -> list[str]:
    from desktop.records.hand_over import TakeBackReason

    return [each.value for each in TakeBackReason if each is not TakeBackReason.NOT_WRITTEN]


def _who(account_of: AccountOf, chosen: argparse.Namespace) -> "Account":
    account = account_of(chosen)
    if account is None:
        raise KnownError("cli.account-half")
    return account


def _add_workstation(chosen: argparse.Namespace, commands: "HasStore") -> int:
    from desktop.services.ports import AnotherWorkstation
    from desktop.services.private_file import write_private
    from desktop.store_commands import secret_lines

    codes = secret_lines(chosen.recovery_codes_file)
    if len(codes) < CODES_NEEDED:
        raise KnownError("cli.two-codes")
    phrase = secret_lines(chosen.passphrase_file) if chosen.passphrase_file else None
    wanted = AnotherWorkstation(
        backup=chosen.source,
        name=chosen.name,
        codes=(codes[0], codes[1]),
        passphrase=phrase[0] if phrase else None,
    )
    made = commands.store().add_workstation(chosen.data, wanted)
    write_private(chosen.card, made.card, "hand-over.not-written")
    facts = {"name": made.workstation.name, "file": chosen.card.name}
    say(sentence("cli.workstation-added", chosen.lang, **facts))
    if chosen.json:
        show_json(
            {
                "workstation": made.workstation.workstation_id,
                "name": made.workstation.name,
                "card": str(chosen.card),
            }
        )
    return FINE


def _card(account_of: AccountOf, chosen: argparse.Namespace, commands: "HasStore") -> int:
    store, account = commands.store(), _who(account_of, chosen)
    if chosen.take is not None:
        found = store.read_card(chosen.data, account, chosen.take)
        say(sentence("cli.card-taken", chosen.lang, name=found.name))
    else:
        found = store.write_card(chosen.data, account, chosen.to)
        say(sentence("cli.card-written", chosen.lang, file=chosen.to.name))
    if chosen.json:
        show_json({"workstation": found.workstation_id, "name": found.name})
    return FINE


def _hand_over(account_of: AccountOf, chosen: argparse.Namespace, commands: "HasStore") -> int:
    from desktop.records.hand_over import HandOverReason

    done = commands.store().hand_over(
        chosen.data,
        _who(account_of, chosen),
        alias=chosen.case,
        to=chosen.workstation,
        reason=HandOverReason(chosen.reason),
        folder=chosen.to.absolute(),
    )
    say(
        sentence(
            "cli.handed-over",
            chosen.lang,
            file=done.file.name,
            name=chosen.workstation,
            records=done.records,
            drafts=done.drafts,
        )
    )
    if chosen.json:
        show_json(
            {
                "file": str(done.file),
                "handOver": done.letter,
                "cases": 1 + len(done.also),
                "records": done.records,
                "drafts": done.drafts,
            }
        )
    return FINE


def _take_back(account_of: AccountOf, chosen: argparse.Namespace, commands: "HasStore") -> int:
    from desktop.records.hand_over import TakeBackReason

    reason, account = TakeBackReason(chosen.reason), _who(account_of, chosen)
    commands.store().take_back(chosen.data, account, alias=chosen.case, reason=reason)
    say(sentence("cli.taken-back", chosen.lang))
    if chosen.json:
        show_json({"ok": True})
    return FINE


def _take_in(account_of: AccountOf, chosen: argparse.Namespace, commands: "HasStore") -> int:
    store, account = commands.store(), _who(account_of, chosen)
    receipt: Path | None = None
    if chosen.look:
        arriving = store.look_at_case(chosen.data, account, chosen.source)
    else:
        folder = chosen.receipt.absolute() if chosen.receipt else None
        arriving, receipt = store.take_in(chosen.data, account, chosen.source, folder)
    words = "cli.case-looked-at" if chosen.look else "cli.case-taken-in"
    say(
        sentence(
            words,
            chosen.lang,
            aliases=", ".join(arriving.aliases),
            name=arriving.sender.name,
            by=arriving.given_by,
            records=arriving.records,
            drafts=arriving.drafts,
        )
    )
    if receipt is not None:
        say(sentence("cli.receipt-written", chosen.lang, file=receipt.name))
    if chosen.json:
        show_json(_arriving_json(arriving) | {"receipt": None if receipt is None else str(receipt)})
    return FINE


def _receipt(account_of: AccountOf, chosen: argparse.Namespace, commands: "HasStore") -> int:
    confirmed = commands.store().read_receipt(chosen.data, _who(account_of, chosen), chosen.source)
    say(sentence("cli.receipt-read", chosen.lang))
    if chosen.json:
        show_json({"handOver": confirmed.letter, "cases": len(confirmed.person_ids)})
    return FINE


def _arriving_json(arriving: "Arriving") -> dict[str, object]:
    return {
        "handOver": arriving.letter,
        "aliases": list(arriving.aliases),
        "from": arriving.sender.name,
        "by": arriving.given_by,
        "madeAt": arriving.made_at.isoformat(timespec="seconds"),
        "records": arriving.records,
        "drafts": arriving.drafts,
        "cameBack": arriving.is_return,
        "held": arriving.is_held,
    }
