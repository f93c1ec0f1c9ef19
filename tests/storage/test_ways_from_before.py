"""Ways to reach that an earlier version wrote: read as they were, nothing new safe on them."""

import msgspec

from desktop.records.contact_acts import ContactAct, safe_acts
from desktop.records.ids import PersonId
from desktop.records.kinds import PERSON_IDENTITY
from desktop.records.person import ContactKind, ContactPath, PersonIdentity
from desktop.storage.codec import decode, encode

BEFORE = {
    "person_id": "p" * 32,
    "legal_name": "Zelda Invented",
    "birth_date": "1998-02-03",
    "medical_record_number": None,
    "contacts": [
        {
            "kind": "own-phone",
            "value": "860-555-0134",
            "owner": "",
            "safe_to_call": True,
            "safe_to_text": False,
            "safe_to_leave_message": False,
            "best_times": "late",
        },
        {
            "kind": "email",
            "value": "zelda@invented.example",
            "owner": "",
            "safe_to_call": False,
            "safe_to_text": True,
            "safe_to_leave_message": False,
            "best_times": "",
        },
    ],
}
"""As a version without social media, mailing addresses and names used wrote it."""


def test_an_identity_from_before_is_read_as_it_was() -> None:
    identity = decode(msgspec.json.encode(BEFORE), PERSON_IDENTITY.value_type)

    phone, mail = identity.contacts
    assert identity.legal_name == "Zelda Invented"
    assert (identity.name_used, identity.pronouns) == ("", "")
    assert (safe_acts(phone), phone.best_times) == ((ContactAct.CALL,), "late")
    assert (safe_acts(mail), mail.service) == ((ContactAct.WRITE,), "")


def test_each_new_kind_survives_the_round_trip() -> None:
    identity = PersonIdentity(
        PersonId("p" * 32),
        contacts=(
            ContactPath(ContactKind.SOCIAL, "maple.invented", service="Chirper", safe_to_text=True),
            ContactPath(ContactKind.MAILING, "1 Nowhere Street", safe_to_mail=True),
        ),
    )

    assert decode(encode(identity), PersonIdentity) == identity
