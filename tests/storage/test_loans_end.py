"""Lent keys leave the file when their time is over, whether or not anybody asks for loans."""

from desktop.records.ids import PersonId
from desktop.storage.lending import LASTS
from tests.storage.raw_file import rows
from tests.storage.test_glass_desk import lend, person
from tests.support.store_fixture import MadeStore

__all__ = ["person"]


def kept(made: MadeStore) -> int:
    """How many lent keys the closed file holds."""
    made.gate.close()
    return len(rows(made.database, "SELECT * FROM lent_keys"))


def test_a_store_that_is_opened_destroys_the_loans_that_are_over(
    made: MadeStore, person: PersonId
) -> None:
    lend(made, person)
    made.clock.advance(LASTS.total_seconds())

    made.reopen()

    assert kept(made) == 0


def test_a_store_that_is_opened_keeps_the_loans_that_last(
    made: MadeStore, person: PersonId
) -> None:
    lend(made, person)
    made.clock.advance(LASTS.total_seconds() - 1)

    made.reopen()

    assert kept(made) > 0
