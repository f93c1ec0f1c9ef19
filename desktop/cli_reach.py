"""The command that counts reach: who was eligible, tried, reached, and why the rest were not."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.cli_said import FINE, Explained, camel, say, show_json
from desktop.errors import KnownError
from desktop.messages import sentence

if TYPE_CHECKING:
    from desktop.cli_store import HasStore
    from desktop.services.count_reach import ReachCount
    from desktop.store_commands import Account

AccountOf = Callable[[argparse.Namespace], "Account | None"]
"""Reads who signs in from the words that were given."""


def add_reach(added: Any, explained: Explained) -> None:
    """The days that are counted."""
    for word in ("since", "until"):
        words = explained(f"help-reach-{word}")
        added.add_argument(f"--{word}", required=True, metavar="YYYY-MM-DD", help=words)


def count(account_of: AccountOf, chosen: argparse.Namespace, commands: "HasStore") -> int:
    """In words, or as JSON with null for what too few people make up.

    KnownErrors ``cli.reach-day``, ``cli.account-half``, ``reach.no-days`` and those of signing in.
    """
    account, days = account_of(chosen), (_day(chosen.since), _day(chosen.until))
    if account is None:
        raise KnownError("cli.account-half")
    return _tell(commands.store().reach(chosen.data, account, *days), chosen)


def _tell(count: "ReachCount", chosen: argparse.Namespace) -> int:
    if chosen.json:
        facts = {camel(name): value for name, value in asdict(count).items()}
        show_json(facts | {"since": count.since.isoformat(), "until": count.until.isoformat()})
        return FINE
    _say_all(
        {
            "reach-count.eligible": count.eligible,
            "reach-count.tried": count.tried,
            "reach-count.in-target": count.in_target,
            **{f"reach-count.{name}": value for name, value in count.parts.items()},
        },
        chosen.lang,
    )
    for title, group in (("never-reached", count.ended), ("ends", count.after_contact)):
        if group:
            say(sentence(f"reach-desk.list-{title}", chosen.lang))
            _say_all(group, chosen.lang, "  ")
    _say_all(
        {
            "reach-count.to-told": count.to_told_min,
            "reach-count.to-tried": count.to_tried_min,
            "reach-count.to-reached": count.to_reached_min,
        },
        chosen.lang,
    )
    if count.unreadable:
        say(sentence("reach-count.unreadable", chosen.lang, count=count.unreadable))
    return FINE


def _say_all(lines: Mapping[str, int | None], language: str, margin: str = "") -> None:
    for text_id, value in lines.items():
        shown = sentence("reach-count.few", language) if value is None else str(value)
        say(f"{margin}{sentence(text_id, language)}: {shown}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise KnownError("cli.reach-day", day=text) from None
