"""How often somebody is followed up, as a site writes it."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.records.rhythm import fits_together, read_rhythm, rhythm_text

PARTS = st.lists(st.tuples(st.integers(-2, 1200), st.integers(-2, 1200)), max_size=6).map(tuple)


def test_the_edges_of_what_fits_together() -> None:
    assert fits_together(((7, 7),))
    assert fits_together(((7, 91), (14, 105)))
    assert fits_together(((1, 1095),))
    assert not fits_together(())
    assert not fits_together(((8, 7),))
    assert not fits_together(((7, 91), (14, 104)))
    assert not fits_together(((1, 1096),))
    assert not fits_together(((1, 10), (1, 20), (1, 30), (1, 40), (1, 50)))


@given(PARTS)
def test_what_fits_is_read_back_and_nothing_else_is_read(
    parts: tuple[tuple[int, int], ...],
) -> None:
    expected = parts if fits_together(parts) else None

    assert read_rhythm(rhythm_text(parts)) == expected
