"""The draft journal: every row durable, in order, tied to its base."""

import pytest

from desktop.errors import BugError, KnownError
from desktop.records.ids import RecordId
from desktop.records.kinds import FORM
from desktop.services.ports import DraftRef
from tests.storage.cases import answer, form, new_form
from tests.support.store_fixture import (
    ADMINISTRATOR,
    DESK,
    SECOND_SPECIALIST,
    SPECIALIST,
    MadeStore,
)

FORM_ID = RecordId("f" * 32)


def _new_draft(made: MadeStore) -> DraftRef:
    return DraftRef(made.sign_in(SPECIALIST).records.create_person(), FORM_ID, 0)


def test_rows_come_back_in_order_after_the_store_was_closed(made: MadeStore) -> None:
    draft = _new_draft(made)
    written = [answer(f'"answer {index}"') for index in range(5)]
    journal = made.sign_in(SPECIALIST).journal
    numbers = [journal.append(draft, row) for row in written]

    made.reopen()
    journal = made.sign_in(SPECIALIST).journal

    assert numbers == [1, 2, 3, 4, 5]
    assert journal.rows(draft) == tuple(written)
    assert journal.append(draft, answer('"later"')) == 6
    assert journal.drafts() == (draft,)


def test_two_people_continue_the_same_draft_in_turn(made: MadeStore) -> None:
    draft = _new_draft(made)
    first, second = made.sign_in(SPECIALIST).journal, made.sign_in(SECOND_SPECIALIST).journal

    numbers = [first.append(draft, answer('"a"')), second.append(draft, answer('"b"'))]
    numbers.append(first.append(draft, answer('"c"')))

    assert numbers == [1, 2, 3]
    assert [row.body for row in second.rows(draft)] == ['"a"', '"b"', '"c"']


def test_a_draft_on_a_saved_revision_starts_from_it(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    draft = new_form(session, FORM_ID)

    session.journal.append(draft, answer('"corrected"'))
    made.reopen()

    assert len(made.sign_in(SPECIALIST).journal.rows(draft)) == 1


def test_discard_removes_the_rows_and_leaves_the_base(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    draft = new_form(session, FORM_ID)
    session.journal.append(draft, answer('"gone"'))

    session.journal.discard(draft)

    assert session.journal.rows(draft) == ()
    assert session.journal.drafts() == ()
    assert session.records.load(FORM, FORM_ID).number == 1
    assert session.journal.append(draft, answer('"fresh"')) == 1


def test_saving_can_clear_the_journal_in_the_same_act(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    draft = new_form(session, FORM_ID)
    session.journal.append(draft, answer('"done"'))

    session.records.save(
        FORM, draft.person_id, FORM_ID, form(FORM_ID, response="[]"), base=1, clears_journal=True
    )

    assert session.journal.drafts() == ()


def test_a_refused_save_leaves_the_journal_alone(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    draft = new_form(session, FORM_ID)
    session.journal.append(draft, answer('"kept"'))

    with pytest.raises(KnownError):
        session.records.save(
            FORM, draft.person_id, FORM_ID, form(FORM_ID, response="x"), base=5, clears_journal=True
        )

    assert len(session.journal.rows(draft)) == 1


def test_a_row_on_a_base_that_is_no_longer_the_newest_is_refused(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    draft = new_form(session, FORM_ID)
    session.journal.append(draft, answer('"before"'))
    changed = form(FORM_ID, response="[]")
    made.sign_in(SECOND_SPECIALIST).records.save(FORM, draft.person_id, FORM_ID, changed, base=1)

    with pytest.raises(KnownError) as caught:
        session.journal.append(draft, answer('"after"'))

    assert caught.value.message_id == "store.changed-meanwhile"


@pytest.mark.parametrize("name", [DESK, ADMINISTRATOR])
def test_an_account_without_the_key_sees_and_adds_no_draft(made: MadeStore, name: str) -> None:
    draft = _new_draft(made)
    made.sign_in(SPECIALIST).journal.append(draft, answer('"private"'))
    journal = made.sign_in(name).journal

    for act in (lambda: journal.rows(draft), lambda: journal.append(draft, answer('"x"'))):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.message_id == "store.no-key"
    assert journal.drafts() == ()


def test_a_draft_never_moves_to_another_person(made: MadeStore) -> None:
    draft = _new_draft(made)
    session = made.sign_in(SPECIALIST)
    session.journal.append(draft, answer('"a"'))
    other = session.records.create_person()

    with pytest.raises(BugError):
        session.journal.append(DraftRef(other, FORM_ID, 0), answer('"b"'))

    assert len(session.journal.rows(draft)) == 1
