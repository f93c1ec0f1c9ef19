"""The counter of calls counts."""

from tests.support.call_count import calls_made


def test_every_call_is_counted() -> None:
    def once() -> None:
        """Nothing."""

    def thrice() -> None:
        for _ in range(3):
            once()

    assert (calls_made(once), calls_made(thrice)) == (1, 4)
