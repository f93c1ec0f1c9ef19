"""Sign-off belongs to a nurse manager who did not write: held by the store, whoever has a key."""

import pytest
from sqlalchemy import insert

from desktop.errors import KnownError
from desktop.records.ids import RecordId
from desktop.services.ports import Session, SignOff, StoreProblem, tell_nobody
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import sign
from desktop.storage.revisions import newest_revision
from desktop.storage.schema import SignOffRow
from desktop.storage.session import SealedSession
from desktop.storage.sign_offs import sign_off_context
from desktop.storage.timestamps import to_text
from desktop.storage.verify import verify_store
from tests.storage.cases import new_form
from tests.support.store_fixture import MANAGER, SECOND_SPECIALIST, SPECIALIST, MadeStore

FORM_ID = RecordId("f" * 32)
NAMED = StoreProblem(f"sign_offs/{FORM_ID}", "verify.sign-off")


def forge(session: Session) -> None:
    """What a program of one's own does with one's own key: sign past every rule of the app."""
    assert isinstance(session, SealedSession)
    store, keys = session._store, session._keys
    sign_off = SignOff(FORM_ID, 1, session.me.staff_id, store.clock.now())
    with store.database.transaction() as connection:
        stored = newest_revision(connection, FORM_ID)
        assert stored is not None
        context = sign_off_context(store.trust.hospital, stored, sign_off)
        row = {
            "record_id": FORM_ID,
            "revision": 1,
            "signer": session.me.staff_id,
            "at": to_text(sign_off.at),
            "signature": sign(keys.signing, Label.SIGN_OFF, context, stored.sealed),
        }
        connection.execute(insert(SignOffRow), row)
    session.close()


@pytest.mark.parametrize(
    ("author", "signer", "refusal"),
    [
        (SPECIALIST, SPECIALIST, "work.not-allowed"),
        (SPECIALIST, SECOND_SPECIALIST, "work.not-allowed"),
        (MANAGER, MANAGER, "review.own-record"),
    ],
)
def test_the_store_itself_refuses_a_signature_by_the_wrong_person(
    made: MadeStore, author: str, signer: str, refusal: str
) -> None:
    new_form(made.sign_in(author), FORM_ID)

    with pytest.raises(KnownError) as caught:
        made.sign_in(signer).sign_offs.sign(FORM_ID, 1)

    assert caught.value.message_id == refusal
    assert made.sign_in(MANAGER).sign_offs.of(FORM_ID) == ()


def test_a_signature_made_past_the_rules_counts_for_nothing_and_is_named(made: MadeStore) -> None:
    new_form(made.sign_in(SPECIALIST), FORM_ID)

    forge(made.sign_in(SPECIALIST))

    with pytest.raises(KnownError) as caught:
        made.sign_in(MANAGER).sign_offs.of(FORM_ID)
    assert caught.value.message_id == "store.damaged"
    made.gate.close()
    assert verify_store(made.data_dir).problems == (NAMED,)


def test_a_manager_who_signed_her_own_record_is_named_where_a_key_opens_it(
    made: MadeStore,
) -> None:
    new_form(made.sign_in(MANAGER), FORM_ID)

    forge(made.sign_in(MANAGER))

    report = made.sign_in(SPECIALIST).backups.verify(tell_nobody)
    assert report.problems == (NAMED,)
