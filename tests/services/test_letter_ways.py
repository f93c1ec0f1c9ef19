"""The ways to reach that a referral letter names: own ones, safe ones, with the best times."""

from dataclasses import replace

import pytest

from desktop.packets.packet import LetterSection
from desktop.records.contact_acts import ContactAct, with_safe_acts
from desktop.records.person import ContactKind, ContactPath, PersonIdentity
from desktop.services.identity import save_identity
from desktop.services.preview_packet import preview_packet
from tests.services.test_packets import Ready, consented, ready, said, with_letter

__all__ = ["ready"]

EVERY_ACT = frozenset(ContactAct)
VALUES = {
    ContactKind.OWN_PHONE: "555-0177",
    ContactKind.TRUSTED_PERSON: "555-0136",
    ContactKind.EMAIL: "oscar@invented.example",
    ContactKind.SOCIAL: "maple.invented",
    ContactKind.MAILING: "1 Nowhere Street",
}


def letter_with(ready: Ready, *contacts: ContactPath) -> tuple[dict[str, str], str]:
    """The facts of the letter, and all words of its packet."""
    save_identity(ready.work, ready.ref, PersonIdentity(ready.ref.person_id, contacts=contacts))
    choices = with_letter(ready, consented(ready))
    packet = preview_packet(ready.work, ready.ref, choices).packet
    (letter,) = [one for one in packet.sections if isinstance(one, LetterSection)]
    return dict(letter.facts), said(packet)


def test_a_letter_names_each_own_way_that_is_safe(ready: Ready) -> None:
    ways = [with_safe_acts(kind, value, EVERY_ACT) for kind, value in VALUES.items()]
    social = replace(ways[3], service="Chirper", best_times="evenings")

    facts, words = letter_with(ready, *ways[:3], social, ways[4])

    assert facts["Safe number"] == "555-0177"
    assert facts["Safe e-mail"] == "oscar@invented.example"
    assert facts["Safe to write to"] == "Chirper, maple.invented (best times: evenings)"
    assert facts["Safe mailing address"] == "1 Nowhere Street"
    assert "555-0136" not in words


@pytest.mark.parametrize("kind", ContactKind)
def test_a_way_that_is_not_marked_is_in_no_letter(ready: Ready, kind: ContactKind) -> None:
    _, words = letter_with(ready, ContactPath(kind, VALUES[kind]))

    assert VALUES[kind] not in words


def test_a_number_that_is_safe_for_a_text_alone_is_not_given_to_be_called(ready: Ready) -> None:
    path = with_safe_acts(ContactKind.OWN_PHONE, "555-0177", frozenset({ContactAct.TEXT}))

    assert "555-0177" not in letter_with(ready, path)[1]


def test_the_first_safe_one_of_two_is_named(ready: Ready) -> None:
    safe = with_safe_acts(ContactKind.OWN_PHONE, "555-0188", EVERY_ACT)

    facts, words = letter_with(ready, ContactPath(ContactKind.OWN_PHONE, "555-0177"), safe)

    assert facts["Safe number"] == "555-0188"
    assert "555-0177" not in words
