"""What a check of a whole store found, and how a long check tells how far it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.errors import KnownError


@dataclass(frozen=True, slots=True)
class StoreProblem:
    """One thing that does not hold: ``where`` holds table and ids, ``message_id`` a sentence."""

    where: str
    message_id: str


class KeyringSaid(StrEnum):
    """What the computer's keyring said of how far the audit trail had come."""

    NOT_USED = "not used"
    """The workstation has a passphrase in place of one, or a copy was checked."""
    COMPARED = "compared"
    SILENT = "silent"
    """It is locked, gone, or of another computer: an older copy put back is not told."""


@dataclass(frozen=True, slots=True)
class StoreReport:
    """What a check found. ``records`` counts records looked at, ``erased`` people erased.

    ``opened`` counts sealed values that were opened with somebody's keys, every tag of them
    checked; 0 without keys.
    """

    records: int
    problems: tuple[StoreProblem, ...]
    erased: int = 0
    opened: int = 0
    keyring: KeyringSaid = KeyringSaid.NOT_USED

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


class NotWhole(KnownError):
    """A copy that does not hold: ``problems`` says all, the sentence names the first place."""

    def __init__(self, problems: tuple[StoreProblem, ...]) -> None:
        super().__init__("backup.not-whole", where=problems[0].where, count=len(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreStats:
    """Counts and sizes; needs no key and tells nothing of anybody."""

    format_version: int
    file_bytes: int
    free_bytes: int
    staff: int
    people: int
    records: int
    records_by_kind: Mapping[str, int]
    revisions: int
    drafts: int
    draft_rows: int
    sign_offs: int
    packets: int
    audit_entries: int
    site_facts: int


Tell = Callable[[str, int, int], None]
"""Told how far long work is: a message id, steps done, and of how many (0: not known).

It stops the work by raising an exception of its own.
"""


def tell_nobody(what: str, done: int, total: int) -> None:
    """For work that nobody watches."""
