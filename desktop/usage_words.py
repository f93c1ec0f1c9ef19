"""The command line's own words: help and what was not understood, in the language asked for."""

import argparse
import re
from functools import partial
from typing import Any, NoReturn

from desktop.asked_language import LANGUAGE_WORD
from desktop.messages import LANGUAGES, sentence

_MISTAKES = (
    ("cli.usage-missing", r"the following arguments are required: (?P<words>.+)"),
    ("cli.usage-extra", r"unrecognized arguments: (?P<words>.+)"),
    (
        "cli.usage-choice",
        r"argument (?P<where>.+?): invalid choice: '?(?P<word>.*?)'? \(choose from (?P<words>.+)\)",
    ),
    ("cli.usage-value", r"argument (?P<where>.+?): expected (?:one|at least one) argument"),
    ("cli.usage-no-value", r"argument (?P<where>.+?): ignored explicit argument .+"),
    ("cli.usage-two-ways", r"ambiguous option: (?P<word>\S+) could match (?P<words>.+)"),
)
"""How argparse words each mistake (CPython 3.11 to 3.14) and our words for it."""


class UsageParser(argparse.ArgumentParser):
    """Speaks ``language`` and takes ``--lang``; refuses words in one sentence, exit code 2."""

    def __init__(self, *, language: str = "en", **options: Any) -> None:
        self._language = language
        super().__init__(
            **options,
            add_help=False,
            formatter_class=partial(_Formatter, usage=sentence("cli.usage", language)),
        )
        self._positionals.title = sentence("cli.help-what", language)
        self._optionals.title = sentence("cli.help-options", language)
        self.add_argument("-h", "--help", action="help", help=sentence("cli.help-help", language))
        # Not None when it is absent: that would cover a --lang given before the command.
        self.add_argument(
            LANGUAGE_WORD,
            choices=LANGUAGES,
            default=argparse.SUPPRESS,
            help=sentence("cli.help-lang", language),
        )

    def add_subparsers(self, **options: Any) -> Any:
        """Commands that speak the same language."""
        options["parser_class"] = partial(UsageParser, language=self._language)
        return super().add_subparsers(**options)

    def error(self, message: str) -> NoReturn:
        """One sentence in place of argparse's two lines."""
        words = mistake_words(message, self._language)
        help_words = f"{self.prog} --help"
        self.exit(2, sentence("cli.unknown", self._language, words=words, help=help_words) + "\n")


def mistake_words(message: str, language: str) -> str:
    """What argparse says is wrong, in ``language``; without detail when it is new to us."""
    for message_id, wording in _MISTAKES:
        found = re.fullmatch(wording, message, re.DOTALL)
        if found:
            named = {name: text.replace("'", "") for name, text in found.groupdict().items()}
            return sentence(message_id, language, **named)
    return sentence("cli.usage-other", language)


class _Formatter(argparse.HelpFormatter):
    """Begins the usage line with the word for it in the language."""

    def __init__(self, prog: str, *, usage: str, **options: Any) -> None:
        super().__init__(prog, **options)
        self._usage_word = usage

    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        """argparse gives a prefix of its own only where it wants none."""
        super().add_usage(
            usage, actions, groups, f"{self._usage_word}: " if prefix is None else prefix
        )
