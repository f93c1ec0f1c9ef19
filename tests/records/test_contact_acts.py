"""What may be done on a way to reach: what was marked on its kind, and nothing else."""

import pytest

from desktop.records.contact_acts import ACTS_OF, ContactAct, safe_acts, with_safe_acts
from desktop.records.person import ContactKind, ContactPath


@pytest.mark.parametrize("kind", ContactKind)
def test_a_new_way_is_safe_for_nothing(kind: ContactKind) -> None:
    assert safe_acts(ContactPath(kind, "555-0177")) == ()


@pytest.mark.parametrize("kind", ContactKind)
def test_each_mark_of_a_kind_is_kept_by_itself(kind: ContactKind) -> None:
    for act in ACTS_OF[kind]:
        assert safe_acts(with_safe_acts(kind, "555-0177", frozenset({act}))) == (act,)


@pytest.mark.parametrize("kind", ContactKind)
def test_a_mark_of_another_kind_counts_for_nothing(kind: ContactKind) -> None:
    everything = ContactPath(
        kind,
        "somewhere",
        safe_to_call=True,
        safe_to_text=True,
        safe_to_leave_message=True,
        safe_to_mail=True,
    )

    assert safe_acts(everything) == ACTS_OF[kind]
    assert safe_acts(with_safe_acts(kind, "x", frozenset(ContactAct))) == ACTS_OF[kind]


def test_mail_goes_to_an_address_alone() -> None:
    to_mail = [kind for kind in ContactKind if ContactAct.MAIL in ACTS_OF[kind]]

    assert to_mail == [ContactKind.MAILING]


def test_nothing_of_a_way_stands_in_its_repr() -> None:
    path = with_safe_acts(
        ContactKind.SOCIAL, "maple.invented", frozenset(), owner="Aunt Fern", service="Chirper"
    )

    assert not {"maple", "Aunt", "Chirper"} & set(repr(path).replace("'", ".").split("."))
    assert "maple" not in repr(path)
