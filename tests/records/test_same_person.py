"""Names by sound and dates with a slip: who is hinted at, and who is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.ids import PersonId
from desktop.records.name_sound import name_words, soundex
from desktop.records.person import ContactKind, ContactPath, PersonIdentity
from desktop.records.same_person import may_be_same, near_dates, words_alike

BORN = date(2004, 3, 12)


def person(
    name: str | None = None,
    born: date | None = None,
    number: str | None = None,
    phone: str | None = None,
) -> PersonIdentity:
    """Somebody invented."""
    paths = (ContactPath(ContactKind.OWN_PHONE, phone),) if phone else ()
    return PersonIdentity(PersonId("p" * 32), name, born, number, paths)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Kuhne", "K500"),
        ("Ebell", "E140"),
        ("Ebelson", "E142"),
        ("Kelly", "K400"),
        ("Buerck", "B620"),
        ("Lloyd", "L300"),
        ("Schaefer", "S160"),
        ("Lee", "L000"),
        ("", ""),
        ("123", ""),
    ],
)
def test_the_codes_are_those_of_the_published_guide(word: str, code: str) -> None:
    assert soundex(word) == code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hernandez", "ernandes"),
        ("vazquez", "basques"),
        ("gimenez", "jimenez"),
        ("ximenez", "jimenez"),
        ("yesenia", "jesenia"),
        ("quintero", "kintero"),
        ("philip", "filip"),
        ("johnson", "jonson"),
        ("maria", "mraia"),
        ("oscar", "oscra"),
        ("torres", "tores"),
    ],
)
def test_words_that_sound_alike_or_have_one_slip(one: str, other: str) -> None:
    assert words_alike(one, other)
    assert words_alike(other, one)


@pytest.mark.parametrize(("one", "other"), [("ana", "eva"), ("torres", "flores"), ("oak", "oat")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert not words_alike(one, other)


def test_accents_and_particles_do_not_count() -> None:
    assert name_words("María de la Cruz-Peña") == ("maria", "cruz", "pena")


@pytest.mark.parametrize(
    ("other", "is_near"),
    [
        (BORN, True),
        (date(2004, 12, 3), True),
        (date(2003, 3, 12), True),
        (date(2005, 3, 12), True),
        (date(2006, 3, 12), True),
        (date(2004, 3, 13), True),
        (date(2004, 3, 23), False),
        (date(2016, 3, 13), False),
        (None, False),
    ],
)
def test_a_date_with_one_slip_is_near(other: date | None, is_near: bool) -> None:
    assert near_dates(BORN, other) is is_near
    assert near_dates(other, BORN) is is_near


@pytest.mark.parametrize(
    ("one", "other", "is_hint"),
    [
        (person(number="MRN-555-01"), person(number="mrn 55501"), True),
        (person(number="MRN-555-01"), person(number="MRN-555-02"), False),
        (person("Óscar Hernández Ruiz", BORN), person("Oscar Ernandes", BORN), True),
        (person("Hernández, Óscar", BORN), person("Oscar Hernandez", date(2004, 12, 3)), True),
        (person("Oscar Hernandez", BORN), person("Oscar Hernandez", date(1988, 7, 30)), False),
        (person("Oscar Hernandez", BORN), person("Oscar Hernandez"), True),
        (person("Oscar Hernandez", BORN), person("Oscar Vega"), False),
        (person("Oscar", BORN), person("Oscar Hernandez", BORN), True),
        (person("Oscar"), person("Oscar Hernandez"), False),
        (person("Oscar", phone="555-010-7777"), person("Óscar Vega", phone="(555) 0107777"), True),
        (person("Ana", phone="555-010-7777"), person("Óscar Vega", phone="5550107777"), False),
        (person("Oscar", phone="77"), person("Oscar Vega", phone="77"), False),
        (person(), person(), False),
        (person(born=BORN), person(born=BORN), False),
        (person(number="--"), person(number="  "), False),
    ],
)
def test_who_is_hinted_at(one: PersonIdentity, other: PersonIdentity, is_hint: bool) -> None:
    assert may_be_same(one, other) is is_hint
    assert may_be_same(other, one) is is_hint


@given(st.text(), st.text(), st.none() | st.dates())
def test_any_text_is_a_name_and_nothing_is_raised(one: str, other: str, born: date | None) -> None:
    assert may_be_same(person(one, born), person(other, born)) in (True, False)
